"""Noun phrases with the cases, gender and number they can have: noun table, article, adjective endings, preposition.

Each says what is possible; what all allow remains. Where they contradict each other nothing is certain.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from learner.language.analysis import Analysis, Word
from learner.language.declension import Reading, declension, determined, marks
from learner.language.segments import QUOTATION_MARKS
from learner.language.tables import mapping
from learner.language.wordbook import Wordbook, wordbook
from learner.lexicon.lexicon import Lexicon, NounAnalysis
from learner.lexicon.wordclasses import wordclass

_HEADS = frozenset({"NN", "NNI", "NNA"})
_DETERMINERS = frozenset({"ART", "PDAT", "PIAT", "PPOSAT", "PWAT", "APPRART"})
_INSIDE = frozenset({"ADJ(A)", "CARD", "ADV", "ADJ(D)", "PIAT", "KON", "$,", "TRUNC"})
_BEFORE_PARTICIPLES = frozenset({"ADV", "ADJ(D)", "PTKNEG", "NN", "NE", "NNA", "NNI", "PRF", "PPER", "PROAV", "VV(PP)"})
_ABOUT = wordclass("prepositions.of-numbers")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut"}
_CASES = ("Nom", "Acc", "Dat", "Gen")
_REMEMBERED = 20_000  # forms of nouns


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun with its determiner and adjectives; tokens are indexes into the article's tokens.

    `cases` are those still possible; `gender` and `number` are empty where more than one remains. `certain` says that
    the noun is known, nothing contradicts, and one case and number remain. `preposition` is the governing one's token.
    """

    tokens: tuple[int, ...]
    head: int
    cases: tuple[str, ...]
    gender: str
    number: str
    certain: bool
    preposition: int | None = None
    determiner: int | None = None


def noun_phrases(analysis: Analysis, sentence: int, lexicon: Lexicon) -> list[NounPhrase]:
    """The noun phrases of a sentence in the order of their nouns."""
    tokens = analysis.article.tokens_of(analysis.article.sentences[sentence])
    forms = [analysis.form(token) for token in tokens]
    found = phrases(forms, [analysis.words[token] for token in tokens], wordbook(lexicon))
    return [_shifted(phrase, tokens.start) for phrase in found]


def _shifted(phrase: NounPhrase, offset: int) -> NounPhrase:
    return NounPhrase(
        tuple(token + offset for token in phrase.tokens),
        phrase.head + offset,
        phrase.cases,
        phrase.gender,
        phrase.number,
        phrase.certain,
        None if phrase.preposition is None else phrase.preposition + offset,
        None if phrase.determiner is None else phrase.determiner + offset,
    )


def nominal(phrase: NounPhrase) -> dict[str, str]:
    """Universal Dependencies features of the phrase's noun, as far as they are certain."""
    found = {"Case": phrase.cases[0]} if phrase.certain else {}
    if phrase.gender:
        found["Gender"] = _GENDERS[phrase.gender]
    if phrase.number:
        found["Number"] = phrase.number
    return found


def phrases(forms: Sequence[str], words: Sequence[Word], book: Wordbook) -> list[NounPhrase]:
    """The noun phrases of a sentence given as forms and words, with indexes into these."""
    return [_phrase(forms, words, token, book) for token, word in enumerate(words) if word.tag in _HEADS]


def _phrase(forms: Sequence[str], words: Sequence[Word], head: int, book: Wordbook) -> NounPhrase:
    start = _start(words, head)
    determiner = start if words[start].tag in _DETERMINERS else None
    preposition = _preposition(words, start)
    if _in_compound(forms, words, head):
        return _concluded(frozenset(), False, range(start, head + 1), preposition, determiner)
    readings = _of_noun(forms[head], words[head], book)
    extended = _is_extended(words, start, head, determiner)
    sources = [] if extended else _sources(forms, words, range(start, head), determiner, preposition)
    known, agreed = bool(readings) and not extended, True
    for source in sources:
        remaining = readings & source if readings else source
        agreed &= bool(remaining)
        readings = remaining or readings
    found = _concluded(readings, known and agreed, range(start, head + 1), preposition, determiner)
    if agreed:
        return found
    said = [one for one in (_of_noun(forms[head], words[head], book), *sources[: determiner is not None]) if one]
    if _counted(forms, words, start, head):  # `sieben Prozent` is a singular of many
        return replace(found, gender=_common(said, "gender"), number="")
    return replace(found, gender=_common(said, "gender"), number=_common(said, "number"))


def _common(sources: Sequence[frozenset[Reading]], feature: str) -> str:
    """The one gender or number that noun and determiner let stand, though the phrase contradicts itself."""
    if not sources:
        return ""
    remaining = set[str].intersection(*({getattr(one, feature) for one in source} for source in sources))
    return remaining.pop() if len(remaining) == 1 else ""


def _in_compound(forms: Sequence[str], words: Sequence[Word], head: int) -> bool:
    """Whether the noun is the first part of a compound written apart (`Spa - Bereich`, `Lohn - und Preisfragen`)."""
    behind = [token for token in range(head + 1, min(head + 4, len(forms))) if forms[token] not in QUOTATION_MARKS]
    parts = [words[token].tag in _HEADS | {"NE", "FM", "KON"} for token in behind]
    return bool(behind) and forms[behind[0]] == "-" and parts[1:2] == [True]


def allowed(forms: Sequence[str], words: Sequence[Word], head: int) -> frozenset[Reading]:
    """What article, adjectives, numerals and preposition let stand at `head`, whichever noun it is.

    Every reading where they contradict each other or the determiner of the adjectives stands far off.
    """
    start = _start(words, head)
    determiner = start if words[start].tag in _DETERMINERS else None
    found = _of_cases(_CASES)
    if _is_extended(words, start, head, determiner):
        return found
    for source in _sources(forms, words, range(start, head), determiner, _preposition(words, start)):
        found = found & source
    return found or _of_cases(_CASES)


def phrase_sources(forms: Sequence[str], words: Sequence[Word], head: int, book: Wordbook) -> list[frozenset[Reading]]:
    """What noun, determiner, adjectives and preposition each let stand; none where the phrase is not plain to see."""
    start = _start(words, head)
    determiner = start if words[start].tag in _DETERMINERS else None
    readings = _of_noun(forms[head], words[head], book)
    unclear = _is_extended(words, start, head, determiner) or _in_compound(forms, words, head)
    if unclear or not readings or _counted(forms, words, start, head):
        return []
    sources = _sources(forms, words, range(start, head), determiner, _preposition(words, start))
    wrong = [frozenset[Reading]()] if _has_impossible_ending(forms, words, range(start, head), determiner) else []
    return [readings, *sources, *wrong]


def _has_impossible_ending(forms: Sequence[str], words: Sequence[Word], inside: range, determiner: int | None) -> bool:
    """Whether an adjective has an ending that its declension lacks (`im vergangenem Jahr`)."""
    if determiner is None or words[determiner].tag not in {"ART", "APPRART", "PPOSAT"}:
        return False
    kind = declension(forms[determiner].lower(), words[determiner].tag)
    endings = {"weak": ("em", "er", "es"), "mixed": ("em",)}.get(kind, ())
    adjectives = (token for token in inside if words[token].tag == "ADJ(A)" and forms[token].islower())
    return any(forms[token].endswith(endings) for token in adjectives if forms[token] != words[token].lemma)


def _sources(
    forms: Sequence[str], words: Sequence[Word], inside: range, determiner: int | None, preposition: int | None
) -> list[frozenset[Reading]]:
    """What each word before the noun allows."""
    sources = [*_by_determiner(forms, words, determiner), *_by_adjectives(forms, words, inside, determiner)]
    if _counted(forms, words, inside.start, inside.stop):
        sources.append(frozenset(one for one in _of_cases(_CASES) if one.number == "Plur"))
    if preposition is not None:
        sources.append(_governed(forms[preposition]))
    elif determiner is not None and words[determiner].tag == "APPRART":
        sources.append(_governed(forms[determiner]))
    return sources


def _governed(preposition: str) -> frozenset[Reading]:
    """What stands behind a preposition, one with an article in it among them."""
    cases = mapping("government.tsv").get(preposition.lower())
    return _of_cases(tuple(cases.split(",")) if cases else _CASES)


def _of_noun(form: str, word: Word, book: Wordbook) -> frozenset[Reading]:
    """What the noun table allows; a noun without a singular agrees like any gender, an infinitive is neuter."""
    listed = _listed(form, book)
    if word.tag == "NNI" and all(one.lemma != word.lemma for one in book.nouns(form)):
        genitive = form.endswith("s")
        return listed | {Reading(case, "n", "Sing") for case in (("Gen",) if genitive else _CASES[:3])}
    return listed


@lru_cache(maxsize=_REMEMBERED)
def _listed(form: str, book: Wordbook) -> frozenset[Reading]:
    return frozenset(
        Reading(one.case, gender, one.number)
        for one in book.noun_readings(form)
        for gender in ("mfn" if one.gender == "pl" else one.gender)
        if not _misheaded(one, book)
    )


def _misheaded(noun: NounAnalysis, book: Wordbook) -> bool:
    """`Umschuldung`, which no table has, is not made of Dung."""
    return noun.lemma.endswith("dung") and noun.gender != "f" and book.lookup(noun.lemma, "NOUN") is None


def _concluded(
    readings: frozenset[Reading], sound: bool, tokens: Iterable[int], preposition: int | None, determiner: int | None
) -> NounPhrase:
    present = {one.case for one in readings}
    numbers, genders = {one.number for one in readings}, {one.gender for one in readings}
    cases = tuple(case for case in _CASES if case in present)
    inside = tuple(tokens)
    return NounPhrase(
        inside,
        inside[-1],
        cases,
        next(iter(genders)) if len(genders) == 1 else "",
        next(iter(numbers)) if len(numbers) == 1 else "",
        sound and len(cases) == len(numbers) == 1,
        preposition,
        determiner,
    )


def _start(words: Sequence[Word], head: int) -> int:
    """The first token of the phrase: left over adjectives and numerals to the determiner."""
    start = head
    while start > 0 and words[start - 1].tag in _INSIDE | _DETERMINERS and not _YEAR.fullmatch(words[start - 1].lemma):
        start -= 1
        if words[start].tag in _DETERMINERS and words[start].tag != "PIAT":
            return start
    while start < head and words[start].tag in {"KON", "$,", "ADV", "ADJ(D)", "TRUNC"}:
        start += 1
    return start


def _preposition(words: Sequence[Word], start: int) -> int | None:
    """The preposition right before the phrase; not `nach wie vor`, not `über 22 000`, which only says about."""
    before = start - 1
    if before < 0 or words[before].tag != "APPR" or words[before].lemma.lower() not in mapping("government.tsv"):
        return None
    if words[start].tag == "CARD" and words[before].lemma.lower() in _ABOUT:
        return None
    if before > 1 and words[before - 1].lemma == "wie" and words[before - 2].lemma == "nach":
        return None
    return before


def _is_extended(words: Sequence[Word], start: int, head: int, determiner: int | None) -> bool:
    """`der in Deutschland nicht anerkannten Hochschulen`: the determiner of the adjectives stands far off."""
    adjectives = any(words[token].tag == "ADJ(A)" for token in range(start, head))
    return determiner is None and adjectives and start > 0 and words[start - 1].tag in _BEFORE_PARTICIPLES | {"$("}


def _counted(forms: Sequence[str], words: Sequence[Word], start: int, head: int) -> bool:
    """Whether a numeral other than one stands in the phrase."""
    numerals = [forms[token].lower() for token in range(start, head) if words[token].tag == "CARD"]
    return any(numeral.removesuffix(",0") not in {"1", "ein", "eins"} for numeral in numerals)


@cache
def _of_cases(cases: tuple[str, ...]) -> frozenset[Reading]:
    return frozenset(Reading(case, gender, number) for case in cases for gender in "mfn" for number in ("Sing", "Plur"))


def _by_determiner(forms: Sequence[str], words: Sequence[Word], determiner: int | None) -> list[frozenset[Reading]]:
    if determiner is None:
        return []
    found = determined(forms[determiner].lower(), words[determiner].tag)
    return [found] if found else []


def _by_adjectives(
    forms: Sequence[str], words: Sequence[Word], inside: range, determiner: int | None
) -> list[frozenset[Reading]]:
    kind = "strong" if determiner is None else declension(forms[determiner].lower(), words[determiner].tag)
    adjectives = [
        forms[token].lower()
        for token in inside
        if words[token].tag == "ADJ(A)" and forms[token][-1:] in "ernms" and not forms[token][0].isupper()
    ]
    return [found for form in adjectives if (found := marks(kind, form[-1]))]
