"""type-word: a gap in the article's sentence, first letters given; both parts of a separable verb are gaps."""

from difflib import SequenceMatcher
from functools import cache

from learner.exercises.blanks import with_gaps
from learner.exercises.completing import english
from learner.exercises.confusions import has_listed
from learner.exercises.contexts import shows
from learner.exercises.difficulty import at_least, is_new
from learner.exercises.distractors import differ
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.leaning import stands
from learner.exercises.looks import meaning_of, usual_senses
from learner.exercises.material import Material, slug
from learner.exercises.meaning import is_vocabulary
from learner.exercises.particle import is_alone
from learner.exercises.passage import Cut
from learner.exercises.transparency import explains_itself, has_relative
from learner.exercises.usage import is_determined, is_meant, is_plural, is_sensitive
from learner.exercises.verbs_of import TENSES, holds_subjunctive
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry, Occurrence
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import Lexeme
from learner.lexicon.wordclasses import wordclass

EXERCISE = "type-word"
_STEM, _NEARLY = 5, 3  # letters that a sister shares, by which she is longer or shorter
_ARTICLES = wordclass("determiners.definite", "determiners.indefinite")
_POS = frozenset({"NOUN", "VERB", "ADJ"})
_CONTEXT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_FEWEST_CONTEXT = 4
_MOST_WORDS = 30
_FEWEST_LETTERS = 6
_TWINS = 0.85  # share of letters in the same order (`unstrittig`, `unstreitig`)
_USUAL = 4.5  # Zipf of a verb that comes to mind whatever the hint says
_HEARD_OF = 2.0  # Zipf of a word that may come to mind instead
_MOST_DEFINITIONS = 4
_LONG, _MIDDLING = 9, 5  # letters of a word of which three are shown, and two
_FEWEST_HIDDEN = 3
_LONG_PARTICLE = 7  # letters
_FEWEST_OF_STEM = 3  # letters of an adjective without its ending
_SELDOM = 4.4  # Zipf
_MOST_TOLD = 3  # times; at C1 a word that the whole article is about is only copied
_RARE = 3.3  # Zipf
_REPORTED = ("Sub", "Pres", "3", "Sing")


def generate(material: Material) -> tuple[Item, ...]:
    """One item per word of the learner's level whose sentence gives enough context."""
    found = (_item(material, entry) for entry in material.analysis.entries if entry.lexeme.pos in _POS)
    return tuple(item for item in found if item is not None)


def _item(material: Material, entry: Entry) -> Gap | None:
    lexeme = entry.lexeme
    meaning = _meaning(lexeme)
    if not meaning or not _is_worth(material, entry):
        return None
    occurrence = next((place for place in entry.plain_places if _suits(material, entry, place)), None)
    if occurrence is None:
        return None
    sentence = material.sentence_of(occurrence)
    values = {"word": lexeme.lemma, "meaning": meaning}
    return Gap(
        id=f"{EXERCISE}-{lexeme.pos.lower()}-{slug(lexeme.lemma)}",
        exercise=EXERCISE,
        skill="vocabulary",
        level=material.labelled(lexeme.level),
        stem="Ergänze das fehlende Wort.",
        evidence=(sentence,),
        lemma=lexeme.lemma,
        passage=_passage(material, occurrence, _particle_of(entry)),
        hints=_hints(material, occurrence, meaning),
        feedback=Feedback(f"{EXERCISE}.right", values),
    )


def _is_worth(material: Material, entry: Entry) -> bool:
    """Whether typing the word is a question: it is new, or at C1 of B2 and not frequent, and not seen in its parts."""
    lexeme = entry.lexeme
    told = at_least(material.level, "C1") and len(entry.occurrences) > _MOST_TOLD
    rare = material.level in {"C1", "C2"} and lexeme.level == "B2" and (lexeme.zipf or 0.0) < _SELDOM
    compounds = not at_least(material.level, "B2")  # up to B1 they are worth spelling
    open_ = compounds or not explains_itself(material, entry)
    return (
        not told
        and lexeme.lemma.lower() not in grammar_words("two-spellings.txt") | grammar_words("two-forms.txt")
        and (_is_new(material, lexeme) or rare)
        and open_
        and is_vocabulary(entry)
        and not is_sensitive(lexeme.lemma)
    )


def _is_new(material: Material, lexeme: Lexeme) -> bool:
    """Whether the word is of the level, or of the one above and not as seldom as `Böschung`."""
    above = lexeme.level is not None and lexeme.level != material.level and at_least(lexeme.level, material.level)
    return is_new(material, lexeme.level) and not (above and (lexeme.zipf or 0.0) < _RARE)


def _meaning(lexeme: Lexeme) -> str:
    """What the word means; empty where it has several senses, of which a hint would name the wrong one first."""
    one = meaning_of(lexeme)
    several = lexeme.lemma in grammar_words("several-senses.txt") or len(lexeme.definitions) > _MOST_DEFINITIONS
    usual = (lexeme.lemma, lexeme.pos) in usual_senses()
    if one is None or (several and not usual) or not has_listed(lexeme):
        return ""
    return one.text


def _hints(material: Material, occurrence: Occurrence, meaning: str) -> tuple[str, ...]:
    """The meaning and, of a finite verb, the tense: `beliefert` often stands as well as `belieferte`."""
    word = material.analysis.words[occurrence.tokens[0]]
    features = {} if _may_be_infinitive(material, occurrence) else word.features
    told = features.get("VerbForm") == "Fin" and features.get("Mood") == "Ind"
    tense = TENSES.get(features.get("Tense", "")) if told else None
    return (f"{meaning}; {tense}" if tense else meaning, *("" for _ in occurrence.tokens[1:]))


def _may_be_infinitive(material: Material, occurrence: Occurrence) -> bool:
    """`als wollten Sie vorhersagen, …`: looks like a plural of the present, and a modal verb stands before it."""
    form, word = material.analysis.form(occurrence.tokens[0]), material.analysis.words[occurrence.tokens[0]]
    first = material.analysis.article.sentences[occurrence.sentence].first
    before = material.analysis.words[first : occurrence.tokens[0]]
    return form == word.lemma and any(one.tag == "VM(FIN)" for one in before)


def _has_open_mood(material: Material, occurrence: Occurrence) -> bool:
    """`Häufig beobachteten sie, dass zwei fahren dürften`: in a report a past form is a subjunctive, or may be."""
    past = material.analysis.words[occurrence.tokens[0]].features.get("Tense") == "Past"
    return past and holds_subjunctive(material, occurrence.sentence)


def _suits(material: Material, entry: Entry, occurrence: Occurrence) -> bool:
    shown = shows(material, occurrence.sentence) and stands(material, occurrence.sentence)
    if not shown or not is_meant(material, entry, occurrence) or _has_open_mood(material, occurrence):
        return False
    if has_relative(material, entry, occurrence) or _is_open(material, entry, occurrence):
        return False
    words = material.analysis.words
    tokens = list(material.analysis.article.tokens_of(material.analysis.article.sentences[occurrence.sentence]))
    context = sum(words[token].pos in _CONTEXT for token in tokens if token not in occurrence.tokens)
    forms = [material.analysis.form(token) for token in occurrence.tokens]
    long_enough = len(forms[0]) >= _FEWEST_LETTERS or len(forms) > 1
    whole = all(form.isalpha() for form in forms) and sum(forms[0] == material.analysis.form(t) for t in tokens) == 1
    misleads = forms[0][: _given(forms[0])].lower() in _ARTICLES  # `nach der______ Schätzung`
    if misleads or (len(forms) == 1 and _shows_particle(forms[0], _particle_of(entry))):
        return False
    head = wordbook(material.lexicon).head(forms[0]) if len(forms) == 1 and entry.lexeme.pos == "NOUN" else None
    if head is not None and (_given(forms[0]) > head[0] or _has_other_head(material, forms[0], head[0])):
        return False  # `Mittelf_____` leaves a word of beginners
    if len(forms) == 1 and _shows_too_much(forms[0], entry):
        return False
    fits = context >= _FEWEST_CONTEXT and len(tokens) <= _MOST_WORDS and long_enough and whole
    apart = len(forms) > 1 and not is_alone(material, entry.lexeme)  # `fallen … weg`, `fallen … aus`
    compared = entry.lexeme.pos == "ADJ" and _is_compared(forms[0], entry.lexeme)
    return fits and not apart and not compared and not _has_other_form(material, entry, occurrence)


def _is_open(material: Material, entry: Entry, occurrence: Occurrence) -> bool:
    """Whether the ending is, or the number: where `Festnahmen drohen`, one may be meant as well."""
    bare = is_plural(material, entry, occurrence) and not is_determined(material, occurrence)
    return bare or _has_open_ending(material, entry, occurrence)


def _shows_particle(form: str, particle: str) -> bool:
    """`heranzuk_____` shows nearly all, and `herank` begins no `heranzukommen`; `bekanntgeg____` leaves an ending."""
    long = len(particle) >= _LONG_PARTICLE and form.startswith(f"{particle}ge")
    return bool(particle) and (long or form.startswith(f"{particle}zu"))


def _shows_too_much(form: str, entry: Entry) -> bool:
    """`unters___`, `Mehrh___`: an ending alone is left; `Mas_______` of `Massnahmen`, which the lemma spells with ß."""
    lemma, given = entry.lexeme.lemma, _given(form, _particle_of(entry))
    adjective = entry.lexeme.pos == "ADJ" and len(lemma.removesuffix("e")) - given < _FEWEST_OF_STEM
    ending = next((one for one in grammar_words("telling-endings.txt") if lemma.endswith(one)), "")
    return adjective or bool(ending and given > len(lemma) - len(ending)) or ("ß" in lemma and "ß" not in form)


def _has_other_head(material: Material, form: str, place: int) -> bool:
    """Whether another compound with the same first part is as long (`Fördermittel`, `Fördergelder`)."""
    found = material.lexicon.completions(form[: _given(form)], range(len(form), len(form) + 1))
    return any(one.form != form and one.pos == "NOUN" and one.form.startswith(form[:place]) for one in found)


def _is_compared(form: str, lexeme: Lexeme) -> bool:
    """Whether it is a comparative or superlative with an ending; the other is as long (`ärmeren`, `ärmsten`)."""
    degrees = (degree.removeprefix("am ").removesuffix("en") for degree in lexeme.comparison)
    return any(form.lower().startswith(degree) and len(form) > len(degree) for degree in degrees)


def _has_open_ending(material: Material, entry: Entry, occurrence: Occurrence) -> bool:
    """Whether an adjective stands before a noun of two genders (`ein einmaliger Blackout`, `ein einmaliges`)."""
    behind = occurrence.tokens[-1] + 1
    if entry.lexeme.pos != "ADJ" or behind >= len(material.analysis.words):
        return False
    word = material.analysis.words[behind]
    found = material.lexicon.lookup(word.lemma, "NOUN") if word.pos == "NOUN" else None
    several = found is not None and found.noun is not None and len(found.noun.genders) > 1
    return several or word.lemma in grammar_words("two-genders.txt")


def _has_other_form(material: Material, entry: Entry, occurrence: Occurrence) -> bool:
    """Whether another form of the verb is as long and fits as well (`zwinge` and `zwingt`)."""
    form = material.analysis.form(occurrence.tokens[0])
    readings = [one for one in material.lexicon.verb_analyses(form) if one.lemma == entry.lexeme.lemma]
    reported = any((one.mood, one.tense, one.person, one.number) == _REPORTED for one in readings)
    return reported or _has_twin(material, entry, form)


def _has_twin(material: Material, entry: Entry, form: str) -> bool:
    """Whether another form of the verb (`geht`, `ging`) or a word of like meaning begins alike and is as long.

    It may be a little longer or shorter (`überreichen`, `übergeben`): who counts letters first?
    """
    lemma, pos = entry.lexeme.lemma, entry.lexeme.pos
    lengths = range(len(form) - _NEARLY, len(form) + _NEARLY + 1)
    found = material.lexicon.completions(form[: _given(form, _particle_of(entry))], lengths)
    own = {one.features for one in found if one.form == form and one.lemma == lemma}
    for one in found:
        if one.form == form or one.pos != pos or (one.zipf or 0.0) < _HEARD_OF:
            continue
        same = one.lemma == lemma and len(one.form) == len(form)
        if same and pos == "VERB" and _share_person(own, one.features):
            return True
        if one.lemma != lemma and pos == "VERB" and len(one.form) == len(form) and (one.zipf or 0.0) >= _USUAL:
            return True  # `wehren`, `wenden`: both come to mind
        if one.lemma != lemma and _means_alike(material, entry, one.lemma):
            return True
    return _has_sister(material, entry, form)


def _has_sister(material: Material, entry: Entry, form: str) -> bool:
    """`friedfertig` beside `friedlich`: another adjective with the same stem, nearly as long."""
    if entry.lexeme.pos != "ADJ":
        return False
    lengths = range(len(form) - _NEARLY, len(form) + _NEARLY + 1)
    return any(
        one.pos == entry.lexeme.pos and one.lemma != entry.lexeme.lemma and (one.zipf or 0.0) >= _HEARD_OF
        for one in material.lexicon.completions(form[: max(_STEM, _given(form) + 2)], lengths)
    )


def _means_alike(material: Material, entry: Entry, lemma: str) -> bool:
    """Whether another word has an English meaning in common (`geschützt`, `gesichert`), or one near it.

    One without a gloss may, where it looks like the word (`unstrittig`, `unstreitig`).
    """
    pos = entry.lexeme.pos
    if english(material.lexicon, entry.lexeme.lemma, pos) & english(material.lexicon, lemma, pos):
        return True
    other = material.lexicon.lookup(lemma, pos)
    if other is None or not other.glosses:
        return SequenceMatcher(None, entry.lexeme.lemma, lemma).ratio() > _TWINS
    return not differ(entry.lexeme, other)


def _share_person(own: set[str], features: str) -> bool:
    """Whether two forms of a verb can have the same person and number."""
    mine = {tuple(one.split("|")[3:]) for several in own for one in several.split(";") if one.startswith("Fin")}
    return any(one.startswith("Fin") and tuple(one.split("|")[3:]) in mine for one in features.split(";"))


@cache
def _beginnings() -> frozenset[str]:
    """What many words begin with: `ver`, `haupt`."""
    return grammar_words("prefixes.txt") | grammar_words("first-parts.txt")


def _particle_of(entry: Entry) -> str:
    """The particle of a separable verb, all of which is shown with the letter behind it (`hinzug______`)."""
    return entry.lexeme.verb.particle if entry.lexeme.verb else ""


def _passage(material: Material, occurrence: Occurrence, particle: str) -> str:
    """The sentence with its gaps; of each part the first letters are given, of a particle none."""
    cuts = []
    for number, token in enumerate(sorted(occurrence.tokens)):
        span, form = material.analysis.article.tokens[token], material.analysis.form(token)
        given = _given(form, particle) if number == 0 or len(occurrence.tokens) == 1 else 0
        cuts.append(Cut(span.start + given, span.end, _spellings(form, given)[1:]))
    return with_gaps(material, occurrence.sentence, cuts)


def _spellings(form: str, given: int) -> tuple[str, ...]:
    """What is to be typed, and what is as right in the south (`benutzt`, `benützt`)."""
    other = form.replace("nütz", "nutz") if "nütz" in form else form.replace("nutz", "nütz")
    return tuple(dict.fromkeys(one[given:] for one in (form, other) if one[:given] == form[:given]))


def _given(form: str, particle: str = "") -> int:
    """How many letters are shown: two or three, of a word with a prefix also the letter behind it (`verz______`)."""
    shown = 3 if len(form) >= _LONG else 2 if len(form) >= _MIDDLING else 1
    prefix = max((one for one in (*_beginnings(), particle) if form.lower().startswith(one)), key=len, default="")
    behind = len(prefix) + len(_inner(form, prefix)) + 1
    return max(shown, behind) if prefix and len(form) - behind >= _FEWEST_HIDDEN else shown


def _inner(form: str, prefix: str) -> str:
    """The second prefix: `ge` of participles (ausgew______), behind `un` any (unverh_______)."""
    rest = form[len(prefix) :]
    able = grammar_words("prefixes.txt") if prefix == "un" else {"ge"}
    return max((one for one in able if rest.startswith(one)), key=len, default="")
