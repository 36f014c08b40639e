"""meaning: what does this word mean here? The word in its sentence; one English gloss among four."""

from learner.exercises.confusions import confused
from learner.exercises.contexts import shows
from learner.exercises.difficulty import at_least, is_new
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.kinds import adverb_group
from learner.exercises.leaning import lead, stands
from learner.exercises.looks import are_alike, looks_alike, meaning_of, sounded, usual_senses
from learner.exercises.material import Material, slug
from learner.exercises.passage import marked
from learner.exercises.readable import are_easy
from learner.exercises.transparency import explains_itself, has_relative
from learner.exercises.usage import is_meant, is_sensitive
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry, Occurrence
from learner.language.tables import column
from learner.lexicon.lexeme import Gloss, Lexeme
from learner.lexicon.wordclasses import wordclass

EXERCISE = "meaning"
_OPTIONS = 4
_MOST_DEFINITIONS = {"NOUN": 5, "VERB": 3}
_MOST_OF_OTHERS = 2
_FEWEST_ZIPF = 2.8  # rarer words are nobody's vocabulary
_POS = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_FEW_LETTERS = 4
_SIGNS = ".,;:!?„“”»«\"'‚‘’()"
_JOINING = wordclass("adverbs.joining-sentences")
_REFLEXIVES = wordclass("pronouns.oneself") | {"sich"}


def generate(material: Material) -> tuple[Item, ...]:
    """One item per word of the learner's level whose meaning in its sentence is certain."""
    found = (_item(material, entry) for entry in material.analysis.entries if is_asked(material, entry))
    return tuple(item for item in found if item is not None)


def is_asked(material: Material, entry: Entry) -> bool:
    """Whether a word's meaning is worth choosing: it can be asked for and is not seen in its parts or family."""
    return can_be_asked(material, entry) and not explains_itself(material, entry)


def can_be_asked(material: Material, entry: Entry) -> bool:
    """Whether a word is of the level and certain, and unlike its meaning in English."""
    weighing = entry.lexeme.pos == "ADV" and not at_least(material.level, "B1")  # `immerhin`, `jedenfalls`
    if weighing and entry.lexeme.level is not None and at_least(entry.lexeme.level, "B1"):
        return False
    return is_new(material, entry.lexeme.level) and has_one_sense(entry.lexeme) and is_vocabulary(entry)


def is_vocabulary(entry: Entry) -> bool:
    """Whether a word is one to learn: no name, no number, not rare, of all countries, unlike its meaning in English."""
    lexeme = entry.lexeme
    return (
        lexeme.pos in _POS
        and (lexeme.zipf or 0.0) >= _FEWEST_ZIPF
        and not entry.parts_gloss
        and "-" not in lexeme.lemma
        and lexeme.lemma not in grammar_words("regional.txt")
        and lexeme.lemma not in column("calendar.tsv")
        and not any(gloss.text[:1].isupper() for gloss in lexeme.glosses)
        and not looks_alike(lexeme)
        and lexeme.lemma not in grammar_words("seen-at-once.txt")
    )


def has_one_sense(lexeme: Lexeme) -> bool:
    """Whether the word has one meaning and is fit for a quiz; verbs and adjectives go their own ways sooner."""
    if lexeme.pos == "ADV" and not adverb_group(lexeme.lemma):
        return False
    if (lexeme.lemma, lexeme.pos) in usual_senses():
        return not is_sensitive(lexeme.lemma)
    most = _MOST_DEFINITIONS.get(lexeme.pos, _MOST_OF_OTHERS)
    moving = lexeme.pos != "ADV" and len(lexeme.definitions) > most
    several = any(lexeme.lemma in grammar_words(one) for one in ("several-senses.txt", "rare-senses.txt"))
    return meaning_of(lexeme) is not None and not moving and not several and not is_sensitive(lexeme.lemma)


def place_of(material: Material, entry: Entry) -> Occurrence | None:
    """The first place where the word stands for what its gloss says, in a sentence that can be shown."""
    shown = (one for one in entry.plain_places if shows(material, one.sentence) and _is_led(material, entry, one))
    places = (place for place in shown if not _tells_when(material, entry, place) and _is_easy(material, place))
    meant = (one for one in places if is_meant(material, entry, one) and not has_relative(material, entry, one))
    return next((one for one in meant if not _is_told(material, entry, one)), None)


def _is_led(material: Material, entry: Entry, place: Occurrence) -> bool:
    """Whether all is shown that the sentence leans on; of `hingegen` what it is set against."""
    joins = entry.lexeme.pos == "ADV" and entry.lexeme.lemma in _JOINING
    return bool(lead(material, place.sentence)) if joins else stands(material, place.sentence)


def _is_easy(material: Material, place: Occurrence) -> bool:
    """Whether beginners understand the words around it, as far as they help."""
    sentence = material.analysis.article.sentences[place.sentence]
    others = (token for token in material.analysis.article.tokens_of(sentence) if token not in place.tokens)
    return at_least(material.level, "B1") or are_easy(material, others)


def _tells_when(material: Material, entry: Entry, place: Occurrence) -> bool:
    """`voriges Jahr`, `die vergangenen zwei Jahre`: none is cautious or delicious, nothing is left to choose from."""
    behind = [word for word in material.analysis.words[place.tokens[-1] + 1 :][:2] if word.tag != "CARD"]
    return entry.lexeme.pos == "ADJ" and bool(behind) and behind[0].lemma in column("times.tsv")


def _is_told(material: Material, entry: Entry, place: Occurrence) -> bool:
    """Whether a word of the sentence looks like the English one (`Investor` beside `Geldgeber`)."""
    meanings = [sounded(word) for gloss in entry.lexeme.glosses for word in gloss.text.replace(",", " ").split()]
    article = material.analysis.article
    others = (material.analysis.form(one) for one in article.tokens_of(article.sentences[place.sentence]))
    forms = [sounded(form) for form in others if len(form) >= _FEW_LETTERS]
    return any(are_alike(form, word) for form in forms for word in meanings if len(word) >= _FEW_LETTERS)


def _item(material: Material, entry: Entry) -> Choice | None:
    occurrence, key = place_of(material, entry), meaning_of(entry.lexeme)
    if occurrence is None or key is None or entry.lexeme.zipf is None:
        return None
    sentence = material.sentence_of(occurrence)
    wrong = confused(material, entry, key, _OPTIONS - 1)
    if len(wrong) < _OPTIONS - 1:
        return None
    start = material.analysis.article.sentences[occurrence.sentence].start
    options = [_key(entry, key), *(_distractor(lexeme, gloss) for lexeme, gloss in wrong)]
    material.rng(f"{EXERCISE} {entry.lexeme.lemma}").shuffle(options)
    return Choice(
        id=f"{EXERCISE}-{entry.lexeme.pos.lower()}-{slug(entry.lexeme.lemma)}",
        exercise=EXERCISE,
        skill="vocabulary",
        level=material.labelled(entry.lexeme.level),
        stem=f"Was bedeutet „{cited(entry.lexeme, sentence)}“ hier?",
        context=(lead(material, occurrence.sentence) or "") + marked(sentence, start, material.spans(occurrence)),
        evidence=(sentence,),
        lemma=entry.lexeme.lemma,
        options=tuple(options),
    )


def cited(lexeme: Lexeme, sentence: str) -> str:
    """The word as a dictionary has it: `sich eignen` where the sentence has the pronoun."""
    said = (word.strip(_SIGNS) for word in sentence.split())
    reflexive = lexeme.verb is not None and lexeme.verb.reflexive and not _REFLEXIVES.isdisjoint(said)
    return f"sich {lexeme.lemma}" if reflexive else lexeme.lemma


def _key(entry: Entry, gloss: Gloss) -> Option:
    values = {"word": entry.lexeme.lemma, "meaning": gloss.text}
    return Option(gloss.text, True, Feedback(f"{EXERCISE}.right", values))


def _distractor(lexeme: Lexeme, gloss: Gloss) -> Option:
    return Option(gloss.text, False, Feedback(f"{EXERCISE}.wrong", {"word": lexeme.lemma, "meaning": gloss.text}))
