"""Endings asked for from B2 on: adjectives without an article, weak nouns, relative pronouns, genitives.

What is found is certain by the preposition alone (which has one case), by the genitive behind a noun, or by the noun a
relative pronoun can refer to where only one stands there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learner.exercises import extent
from learner.exercises.difficulty import at_least
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.language.agreement import NounPhrase
from learner.language.declension import Reading, marks
from learner.language.tables import mapping
from learner.language.wordbook import wordbook
from learner.lexicon.wordclasses import wordclass

_ENDINGS = ("em", "en", "er", "es", "e")
_PRONOUNS = {
    "Dat": {"m": "dem", "n": "dem", "f": "der", "p": "denen"},
    "Acc": {"m": "den", "n": "das", "f": "die", "p": "die"},
    "Gen": {"m": "dessen", "n": "dessen", "f": "deren", "p": "deren"},
}
_STRONG = frozenset({"em", "er", "es"})  # `-e` and `-en` look like what stands behind an article
_SINGULAR = wordclass("determiners.singular-forms")
_ARTICLES = wordclass("determiners.genitive", "determiners.demonstrative-genitive")
_INSIDE = frozenset({"ART", "PIAT", "PPOSAT", "ADJ(D)", "PDAT"})
_BEFORE = frozenset({"ART", "APPR", "APPRART", "ADJ(A)", "PPOSAT"})
_PORTIONS = wordclass("nouns.of-portions")
_VERBS = ("VV", "VA", "VM", "$")


@dataclass(frozen=True, slots=True)
class Ending:
    """Letters at the end of a token that are asked for, the noun they belong to, and its case, or those it may have."""

    token: int
    letters: str
    phrase: NounPhrase
    case: str


def upper_endings(material: Material, sentence: int) -> Iterator[Ending]:
    """What can be asked for in a sentence, one for a phrase; from C1 on genitives, but no articles."""
    for one in _endings(material, sentence):
        if not at_least(material.level, "C1") or (one.case == "Gen" and one.token != one.phrase.determiner):
            yield one


def _endings(material: Material, sentence: int) -> Iterator[Ending]:
    found = noun_phrases(material, sentence)
    for phrase in found:
        one = _bare(material, phrase) or _weak(material, phrase) or _genitive(material, phrase)
        if one:
            yield one
    for relative in _relatives(material, sentence, found):
        if not extent.stands_again(material.analysis, sentence, material.analysis.form(relative.token)):
            yield relative


def _only_case(material: Material, phrase: NounPhrase) -> str:
    """The one case of the preposition right before the phrase; empty where there is another or none."""
    if phrase.preposition is None or phrase.preposition + 1 != phrase.tokens[0]:
        return ""
    if phrase.preposition and material.analysis.words[phrase.preposition - 1].tag in _INSIDE:
        return ""  # `ein viel zu hoher Preis`
    cases = mapping("government.tsv").get(material.analysis.form(phrase.preposition).lower(), "").split(",")
    return cases[0] if len(cases) == 1 else ""


def _bare(material: Material, phrase: NounPhrase) -> Ending | None:
    """`mit groß[[em]] Eifer`, `nach Ansicht kritisch[[er]] Bürger`."""
    if phrase.determiner is not None or len(phrase.tokens) != 2:
        return None
    token, words = phrase.tokens[0], material.analysis.words
    ending = _ending(material.analysis.form(token), words[token].lemma)
    if words[token].tag != "ADJ(A)" or ending not in _STRONG or material.analysis.form(token)[0].isupper():
        return None
    case = _only_case(material, phrase)
    if _is_attribute(material, phrase) and ending == "er":
        return Ending(token, ending, phrase, "Gen")
    possible = {mark for mark in "ernms" if any(one.case == case for one in _readings(material, phrase, mark))}
    return Ending(token, ending, phrase, case) if case and possible == {ending[-1]} else None


def _is_attribute(material: Material, phrase: NounPhrase) -> bool:
    """Whether the phrase stands right behind a noun with its article, and can be a genitive plural."""
    words, first = material.analysis.words, phrase.tokens[0]
    behind = phrase.preposition is None and first > 1 and words[first - 1].tag == "NN"
    behind = behind and words[first - 1].lemma not in _PORTIONS  # `einen Strauß gelbe Rosen` is as right
    return (
        behind
        and words[first - 2].tag in _BEFORE
        and Reading("Gen", "", "Plur") in {one._replace(gender="") for one in _readings(material, phrase, "r")}
    )


def _readings(material: Material, phrase: NounPhrase, mark: str) -> set[Reading]:
    """What noun and a strong ending have in common."""
    noun = {
        Reading(one.case, one.gender, one.number)
        for one in wordbook(material.lexicon).noun_readings(material.analysis.form(phrase.head))
    }
    return noun & marks("strong", mark)


def _ending(form: str, lemma: str) -> str:
    stems = {lemma, lemma.removesuffix("e")}
    return next((one for one in _ENDINGS if form.endswith(one) and form[: -len(one)] in stems), "")


def _weak(material: Material, phrase: NounPhrase) -> Ending | None:
    """`dem Präsident[[en]]`: a weak noun in the singular, beside an article that shows the case."""
    if phrase.determiner is None or phrase.number != "Sing" or "Nom" in phrase.cases or len(phrase.cases) != 1:
        return None
    form, lemma = material.analysis.form(phrase.head), material.analysis.words[phrase.head].lemma
    lexeme = material.lexicon.lookup(lemma, "NOUN")
    noun = lexeme.noun if lexeme else None
    if noun is None or noun.declension != "weak" or noun.genders != ("m",) or lemma.endswith("e"):
        return None
    if lemma in wordclass("nouns.with-two-genitives") and phrase.cases == ("Gen",):  # `des Nachbarn`, `des Nachbars`
        return None
    letters = form.removeprefix(lemma)
    shown = material.analysis.form(phrase.determiner).lower() in _SINGULAR
    return Ending(phrase.head, letters, phrase, phrase.cases[0]) if shown and letters in {"n", "en"} else None


def _genitive(material: Material, phrase: NounPhrase) -> Ending | None:
    """`angesichts d[[er]] Krise`: a preposition that takes the genitive alone."""
    if phrase.determiner is None or _only_case(material, phrase) != "Gen" or not phrase.certain:
        return None
    form = material.analysis.form(phrase.determiner)
    stem = next((one for one in ("dies", "ein", "d") if form.startswith(one)), "")
    return Ending(phrase.determiner, form[len(stem) :], phrase, "Gen") if form in _ARTICLES and stem else None


def _relatives(material: Material, sentence: int, found: Sequence[NounPhrase]) -> Iterator[Ending]:
    """`der Verein, mit d[[em]] die Stadt redet`; `die Stadt, d[[eren]] Bad zu ist`."""
    words = material.analysis.words
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    for comma in tokens:
        if material.analysis.form(comma) != "," or comma + 2 >= tokens.stop:
            continue
        before = words[comma + 1]
        token = comma + 2 if before.tag == "APPR" else comma + 1
        case = _relative_case(material, token, governed=before.tag == "APPR")
        phrase = next((one for one in found if one.head == comma - 1), None)
        if not case or phrase is None or not _is_sole(material, tokens.start, phrase):
            continue
        form = material.analysis.form(token)
        if phrase.gender and phrase.number and form == _PRONOUNS[case][_gender(phrase)]:
            yield Ending(token, form[1:], phrase, case)


def _gender(phrase: NounPhrase) -> str:
    return "p" if phrase.number == "Plur" else phrase.gender


def _relative_case(material: Material, token: int, *, governed: bool) -> str:
    """The case a relative pronoun must have: that of its preposition, the genitive before a noun."""
    word = material.analysis.words[token]
    if word.tag == "PRELAT" and not governed:
        return "Gen"
    if word.tag != "PRELS" or not governed:
        return ""
    cases = mapping("government.tsv").get(material.analysis.form(token - 1).lower(), "").split(",")
    return cases[0] if len(cases) == 1 and cases[0] in _PRONOUNS else ""


def _is_sole(material: Material, first: int, phrase: NounPhrase) -> bool:
    """Whether no other noun, to which the pronoun could refer, stands between it and the verb or sign before."""
    if phrase.determiner is None:
        return False
    for token in range(phrase.tokens[0] - 1, first - 1, -1):
        word = material.analysis.words[token]
        if word.tag.startswith(_VERBS):
            return True
        if word.pos in {"NOUN", "PROPN"}:
            return False
    return True
