"""Which other words complete a word whose second half is missing: as long, of the same class and form."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from learner.exercises import extent
from learner.exercises.closed_classes import BY_SENSE, TAGS, is_governed, of_class, particles
from learner.exercises.ending import article_ending
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.same_form import is_alike
from learner.exercises.subjunctives import spelt_otherwise
from learner.exercises.undecided import hides_head, is_undecided
from learner.exercises.wordlists import grammar_table, grammar_words
from learner.language.analysis import Word
from learner.language.clauses import clause_of
from learner.language.tables import mapping
from learner.language.wordbook import wordbook
from learner.lexicon.lexicon import Completion, Lexicon
from learner.lexicon.wordclasses import wordmap

_FREQUENT = 3.9
_BARE = 2  # tokens of a phrase without an adjective, which would show the number
_RARER = 1.2  # steps by which nobody thinks of the other word first
_MEANINGS = 2
_KNOWN = 3.5  # Zipf of a word whose frequency is not known
_FARTHER = 1.5  # steps by which a word that means the same comes to nobody, but for a compound
_JOINED = 4  # letters of an adjective before a participle
_SAYING = 3  # letters; `to`, `get` say nothing
_SHORT_PARTICLE, _OF_VERB = 3, 2  # letters
_HOPELESS = 3  # words as right as the key: so many leave nothing to know
_LONG = 12  # letters; a word as long as that which the lexicon lacks may be put together in another way
# `vorschriftsgemäß`, `Potenzielle`
_TWIN_ENDS = (("gemäß", "mäßig"), ("mäßig", "gemäß"), ("ziell", "tiell"), ("tiell", "ziell"))
_JOINED_AS_LONG = wordmap("prepositions.joined-as-long")
_EITHER = frozenset({"Gen", "Dat"})
_REPORTING = frozenset({"dass", "ob"})


@lru_cache(maxsize=1024)
def rivals(material: Material, token: int, kept: int) -> tuple[str, ...] | None:
    """Words as right as the key that begin alike and are as long; None where others may stand there."""
    form = material.analysis.form(token)
    if "-" in form:
        shown = kept - form.rindex("-") - 1  # of the last part, itself put together (`DDR-Grenz______`)
        return None if hides_head(material, token, form.rpartition("-")[2], shown) else ()
    opens = any(sentence.first == token for sentence in material.analysis.article.sentences)
    whole = form.lower() if opens and material.analysis.words[token].pos != "NOUN" else form
    if _is_open(material, token, kept):
        return None
    pointing = opens and whole in {"er", "es"}  # `E_` at the beginning: whichever noun stands before
    if pointing or is_undecided(material, token, whole) or hides_head(material, token, whole, kept):
        return None
    if _is_joined(material, token, whole) or _has_others(material, token, whole, whole[:kept]):
        return None
    accepted = _other(_equal(material, token, whole, whole[:kept]), whole)
    known = accepted or len(whole) < _LONG or material.lexicon.is_word(whole)
    return accepted if known and len(accepted) < _HOPELESS else None


def _is_open(material: Material, token: int, kept: int) -> bool:
    """Whether words of its kind have others beside them that no table lists.

    `habe es nicht gesehen, sondern gehört`; `das Vers_____`: versetzen, versenken; `von Mai an`, `ab`; `schliessen`,
    which is longer than elsewhere.
    """
    tag = material.analysis.words[token].tag
    kind = tag in {"NNI", "APZR"} or _is_swiss(material, material.analysis.form(token))
    return (
        kind
        or (tag == "VV(FIN)" and _may_be_participle(material, token))
        or _shows_particle_only(material, token, kept)
    )


def _shows_particle_only(material: Material, token: int, kept: int) -> bool:
    """`herunte_______`: herunterfahren, herunterlassen; of the verb itself two letters are shown at least."""
    word = material.analysis.words[token]
    lexeme = wordbook(material.lexicon).lookup(word.lemma, "VERB") if word.tag.startswith("VV(") else None
    particle = lexeme.verb.particle if lexeme is not None and lexeme.verb is not None else ""
    whole = word.tag in {"VV(INF)", "VV(PP)", "VV(IZU)"}
    return whole and len(particle) > _SHORT_PARTICLE and kept < len(particle) + _OF_VERB


def _is_swiss(material: Material, form: str) -> bool:
    return "ss" in form and material.lexicon.is_word(form.replace("ss", "ß"))


def _may_be_participle(material: Material, token: int) -> bool:
    """Whether a verb that ends its clause looks like a participle as well, whose auxiliary may stand before."""
    form, word = material.analysis.form(token), material.analysis.words[token]
    lexeme = wordbook(material.lexicon).lookup(word.lemma, "VERB")
    others = wordbook(material.lexicon).lookup(word.lemma.removeprefix("ge"), "VERB")
    forms = {one.verb.participle for one in (lexeme, others) if one and one.verb}
    behind = material.analysis.words[token + 1].tag if token + 1 < len(material.analysis.words) else "$."
    return form in forms and behind.startswith("$")


def _has_others(material: Material, token: int, whole: str, given: str) -> bool:
    """Whether words that say something else, or nearly the same, fit the grammar; which is meant no table says."""
    sources = (_small, _synonyms, _learned)
    return any(_other(source(material, token, whole, given), whole) for source in sources)


def _other(found: Iterable[str], whole: str) -> tuple[str, ...]:
    return tuple(one for one in dict.fromkeys(found) if one.lower() != whole.lower())


def _equal(material: Material, token: int, form: str, given: str) -> Iterator[str]:
    """What is as right: the article of another number, other moods of a report, adverbs of one meaning."""
    if material.analysis.words[token].tag == "ART":
        yield from (one for one in _articles(material, token) if one.startswith(given) and len(one) == len(form))
    if material.analysis.words[token].tag == "APPR" and _stands_before_office(material, token):
        yield from (one for one in [_JOINED_AS_LONG.get(form, "")] if one.startswith(given))
    yield from _variants(material, token, form, given)


def _stands_before_office(material: Material, token: int) -> bool:
    """`durch einen Kopfball von Innenverteidiger Enes Kartal`: `vom` is said as well before an office and a name."""
    tags = [word.tag for word in material.analysis.words[token + 1 : token + 3]]
    return tags == ["NN", "NE"]


def _small(material: Material, token: int, form: str, given: str) -> Iterator[str]:
    """Words of the same small class that fit the grammar; a form that a verb or noun governs has none."""
    tag = material.analysis.words[token].tag
    if tag == "PROAV" and is_governed(material, token, form.removeprefix("da").removeprefix("wo").removeprefix("r")):
        return
    listed = particles(material, token, form, given) if tag == "PTKVZ" else of_class(material, token, form)
    yield from (one for one in listed if one.startswith(given) and len(one) == len(form))


def _learned(material: Material, token: int, form: str, given: str) -> Iterator[str]:
    """Frequent adverbs and words of the large classes in the same form: they fit the grammar, mostly not the sense."""
    word = material.analysis.words[token]
    for name, listed in grammar_table("completions.tsv"):
        if name == BY_SENSE and word.tag in TAGS[name]:
            yield from (one for one in listed.split() if one.startswith(given) and len(one) == len(form))
    if word.tag not in _OPEN and not word.tag.startswith(("VV", "VA", "VM")):
        return
    own = material.lexicon.zipf(word.lemma, word.pos) or 0.0
    least = _KNOWN if word.tag == "VV(PP)" else _FREQUENT  # `besch______`: beschossen, beschädigt
    for found in _frequent(material.lexicon, given, len(form), least):
        near = (found.zipf or 0.0) >= own - _RARER and is_alike(material, token, form, found)
        if near and (found.lemma, found.pos) != (word.lemma, "VERB"):  # other forms of a verb are looked at as such
            yield found.form


def _is_joined(material: Material, token: int, form: str) -> bool:
    """`bekanntgegeben`, `freigesprochen`: adjective and participle, of which no table lists all that there are."""
    first = form.partition("ge")[0]
    participle = material.analysis.words[token].tag == "VV(PP)" and len(first) >= _JOINED and first != form
    adjective = material.lexicon.lookup(first, "ADJ")
    return participle and adjective is not None and adjective.pos == "ADJ"


def _synonyms(material: Material, token: int, form: str, given: str) -> Iterator[str]:
    """Words as long, in the same form, that mean in English what the word means (`bekanntgemacht`)."""
    word = material.analysis.words[token]
    if word.tag not in _OPEN and not word.tag.startswith("VV"):
        return
    meant = english(material.lexicon, word.lemma, word.pos)
    least = (material.lexicon.zipf(word.lemma, word.pos) or _KNOWN) - _FARTHER
    for found in material.lexicon.completions(given, range(len(form), len(form) + 1)):
        known = (found.zipf or 0.0) >= least or len(form) >= _LONG
        alike = known and meant & english(material.lexicon, found.lemma, found.pos)
        if alike and is_alike(material, token, form, found):
            yield found.form


def _variants(material: Material, token: int, form: str, given: str) -> Iterator[str]:
    """Adverbs of one meaning (`seither`, `seitdem`); of a verb other moods and tenses (`trägt`, `trage`)."""
    word = material.analysis.words[token]
    if word.tag in _ADVERBS:
        yield from _like_adverbs(material.lexicon, form, given)
    for one, other in _TWIN_ENDS:
        twin = form.replace(one, other)
        if one in form.rpartition(given)[2] and (material.lexicon.is_word(twin) or material.lexicon.is_heard(twin)):
            yield twin
    if "nutz" in form or "nütz" in form:
        others = (form.replace("nutz", "nütz"), form.replace("nütz", "nutz"))
        yield from (one for one in others if material.lexicon.is_word(one))
    if word.tag.startswith("VV") and word.tag.endswith("(FIN)"):  # beside reported speech both can stand
        yield from _other_moods(material, form, given, word.lemma, told=_is_told(material, token))


def _like_adverbs(lexicon: Lexicon, form: str, given: str) -> Iterator[str]:
    """Adverbs as long that mean in English what the adverb means."""
    meant = english(lexicon, form, "ADV")
    for found in lexicon.completions(given, range(len(form), len(form) + 1)):
        if found.pos == "ADV" and found.form != form and meant & english(lexicon, found.lemma, "ADV"):
            yield found.form


def _is_told(material: Material, token: int) -> bool:
    """Whether no subjunctive stands near, nor a clause that could report: then none can stand here either."""
    sentences, here = material.analysis.article.sentences, extent.sentence_of(material.analysis, token)
    start = material.analysis.article.tokens[token].start
    said = any(one.kind == "indirect" and one.start <= start < one.end for one in material.analysis.quotes)
    around = sentences[max(here - said, 0) : here + 1 + said]
    tokens = range(around[0].first, around[-1].last)
    clause = clause_of(material.analysis, here, token)
    opening = material.analysis.words[clause.start_token] if clause else None
    if any(one.cue and one.cue.start <= start < one.cue.end for one in material.analysis.quotes):  # `…, sagt sie`
        return True
    if opening is not None and opening.lemma == "wie":  # `wie die Polizei schreibt`
        return True
    asks = opening is not None and opening.tag.startswith("PW") and clause is not None
    asks = asks and clause is not None and clause.start_token > sentences[here].first  # `Wer mitfährt, muss schwimmen`
    reports = opening is not None and (opening.lemma in _REPORTING or asks)
    return not reports and not any(_may_report(material.analysis.words[one]) for one in tokens)


def _may_report(word: Word) -> bool:
    """Whether a verb stands in the subjunctive; `dürfte`, `könnte` and `würde` weigh and wish more often."""
    weighs = word.features.get("Tense") == "Past" and (word.tag.startswith("VM") or word.lemma == "werden")
    return word.features.get("Mood") == "Sub" and not weighs


def _other_moods(material: Material, form: str, given: str, lemma: str, *, told: bool) -> Iterator[str]:
    """Forms of the verb as long, of the same person and number, in another tense or, but for what is told, mood."""
    read = (one for one in material.lexicon.verb_analyses(form) if one.lemma == lemma)
    mine = {(one.person, one.number) for one in read if one.person != "2"}  # `entschiedet` is said to friends
    if not told and ("Sing" in {number for _, number in mine}):
        stem = lemma.removesuffix("n")
        yield from (one for one in spelt_otherwise(lemma, f"{stem[:-2]}{stem[-1]}e") if len(one) == len(form))
    for found in material.lexicon.completions(given, range(len(form), len(form) + 1)):
        if found.pos in {"VERB", "AUX"} and found.lemma == lemma:
            able = [one for one in found.features.split(";") if one.startswith("Fin|Ind" if told else "Fin")]
            able = [one for one in able if told or not one.startswith("Fin|Ind|Past")]  # `er plane und stehe`
            theirs = {tuple(one.split("|")[3:]) for one in able}
            if mine & theirs:
                yield found.form


@lru_cache(maxsize=4096)
def english(lexicon: Lexicon, lemma: str, pos: str) -> frozenset[str]:
    """The words of a word's English meanings that say something."""
    lexeme = lexicon.lookup(lemma, pos)
    texts = (gloss.text for gloss in lexeme.glosses[:_MEANINGS]) if lexeme else ()
    words_of = (word.strip("(),;.") for text in texts for word in text.lower().split())
    return frozenset(word for word in words_of if len(word) > _SAYING) - grammar_words("empty-english.txt")


_ADVERBS = frozenset({"ADV", "PROAV"})
_OPEN = frozenset({"NN", "NNA", "NNI", "ADJ(A)", "ADJ(D)"})


@lru_cache(maxsize=4096)
def _frequent(lexicon: Lexicon, given: str, length: int, least: float) -> tuple[Completion, ...]:
    found = lexicon.completions(given, range(length, length + 1))
    frequent = (one for one in found if (one.zipf or 0.0) >= least and _stands_alone(one))
    return tuple(one for one in frequent if _is_learned(lexicon, one.lemma, one.pos))


def _is_learned(lexicon: Lexicon, lemma: str, pos: str) -> bool:
    """Whether the word has a level, so that somebody could think of it."""
    lexeme = lexicon.lookup(lemma, pos)
    return lexeme is not None and lexeme.level is not None


def _stands_alone(one: Completion) -> bool:
    """Whether it is no verb that has left its particle behind (`sichert … ab`)."""
    return one.pos != "VERB" or "Part" in one.features or one.form[0].lower() == one.lemma[0].lower()


def _articles(material: Material, token: int) -> Iterator[str]:
    """Other articles that the noun alone would take in the case it has (`auf die Nutzer`, `auf den Nutzer`)."""
    sentence = extent.sentence_of(material.analysis, token)
    phrase = next((one for one in noun_phrases(material, sentence) if one.determiner == token), None)
    if phrase is None or len(phrase.tokens) != _BARE or "Nom" in phrase.cases:
        return
    behind = phrase.tokens[-1] + 1
    if behind < len(material.analysis.words) and material.analysis.words[behind].tag in {"NE", "FM"}:
        return  # `den Forscher Marius Quandt` is one
    if material.analysis.words[phrase.head].tag == "NNI":  # `auf das Füllen verzichten`: no foals
        return
    lemma = material.analysis.words[phrase.head].lemma  # not `dem Herde` for `der Herde`
    found = wordbook(material.lexicon).noun_readings(material.analysis.form(phrase.head))
    own = {(one.case, "p" if one.number == "Plur" else one.gender) for one in found if one.lemma == lemma}
    possible = set(phrase.cases) | _either_case(material, phrase.preposition)
    for reading in sorted(own):
        if reading[0] in possible:
            yield "d" + article_ending("d", reading)


def _either_case(material: Material, preposition: int | None) -> frozenset[str]:
    """Genitive and dative behind a preposition that takes both (`dank der Bemühungen`, `dank den Bemühungen`)."""
    form = material.analysis.form(preposition).lower() if preposition is not None else ""
    return _EITHER if mapping("government.tsv").get(form) == "Gen,Dat" else frozenset()
