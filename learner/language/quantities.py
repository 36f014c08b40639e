"""Quantities in a sentence, normalised: `mehr als 14.000 Menschen` is 14000, Mensch, over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from learner.language.analysis import Analysis
from learner.language.dates import dates
from learner.language.numbers import value
from learner.language.tables import mapping
from learner.lexicon.wordclasses import wordclass

Bound = Literal["over", "under", "at least", "at most", "about", ""]
_LONGEST_BOUND = 3  # words
_RANGE = frozenset({"bis", "-", "–"})
_NOUNS = frozenset({"NN", "NNI", "NNA"})
_ARTICLES = wordclass("determiners.indefinite")
_TALKING = wordclass("verbs.talking")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts; tokens are indexes into the article's tokens, those of `bound` included.

    `high` is the upper end of a range (`10 bis 20 Prozent`), else None. `unit` is the lemma of the noun, empty where
    none follows. `number` are the tokens of the number alone.
    """

    tokens: tuple[int, ...]
    number: tuple[int, ...]
    value: float
    high: float | None
    unit: str
    bound: Bound


def quantities(analysis: Analysis, sentence: int) -> list[Quantity]:
    """The quantities of a sentence from left to right; numbers that belong to a date are none."""
    tokens = analysis.article.tokens_of(analysis.article.sentences[sentence])
    dated = {token for date in dates(analysis, sentence) for token in date.tokens}
    return list(_found(analysis, tokens, dated))


def _found(analysis: Analysis, tokens: range, dated: set[int]) -> Iterator[Quantity]:
    token = tokens.start
    while token < tokens.stop:
        found = None if token in dated else _at(analysis, tokens, token)
        if found:
            yield found
            token = found.tokens[-1] + 1
        else:
            token += 1


def _at(analysis: Analysis, tokens: range, token: int) -> Quantity | None:
    first = _number(analysis, tokens, token)
    if first is None:
        return None
    low, behind = first
    high: float | None = None
    if behind < tokens.stop and analysis.form(behind) in _RANGE:
        second = _number(analysis, tokens, behind + 1)
        if second and second[0] > low:
            high, behind = second
            low = _scaled(analysis, low, token, behind)
    unit, last = _unit(analysis, tokens, behind)
    sign = token > tokens.start and analysis.form(token - 1) in {"$", "€", "£"}
    start, bound = _bound(analysis, tokens, token - sign)
    unit = mapping("units.tsv")[analysis.form(token - 1)] if sign and not unit else unit
    return Quantity(tuple(range(start, last + 1)), tuple(range(token, behind)), low, high, unit, bound)


def _number(analysis: Analysis, tokens: range, token: int) -> tuple[float, int] | None:
    """The number that begins at a token and the place behind it; a magnitude (`Millionen`) multiplies it."""
    if token >= tokens.stop:
        return None
    form, word = analysis.form(token), analysis.words[token]
    found = _one(analysis, tokens, token) if form.lower() in _ARTICLES else value(form)
    numeral = word.tag == "CARD" or form[0].isdigit() or (word.tag in {"ADJ(D)", "ADV"} and form.lower() != "ein")
    if found is None or not (numeral or form.lower() in _ARTICLES):
        return None
    behind = token + 1
    while behind < tokens.stop and form[0].isdigit() and _is_group(analysis.form(behind), analysis.form(behind - 1)):
        found = found * 1000 + float(analysis.form(behind))
        behind += 1
    factor = mapping("magnitudes.tsv").get(analysis.form(behind)) if behind < tokens.stop else None
    return (found * float(factor), behind + 1) if factor else (found, behind)


def _one(analysis: Analysis, tokens: range, token: int) -> float | None:
    """`eine Million`, `ein Dutzend`: the article counts only before a magnitude; `ein` tagged a numeral always does."""
    magnitude = token + 1 < tokens.stop and analysis.form(token + 1) in mapping("magnitudes.tsv")
    return 1.0 if magnitude or analysis.words[token].tag == "CARD" else None


def _is_group(form: str, before: str) -> bool:
    """`14 000`: three digits behind one to three."""
    return len(form) == 3 and form.isdigit() and before.isdigit() and len(before) <= 3


def _scaled(analysis: Analysis, low: float, token: int, behind: int) -> float:
    """`zwei bis drei Millionen`: the magnitude holds for both."""
    factor = mapping("magnitudes.tsv").get(analysis.form(behind - 1))
    alone = not any(analysis.form(one) in mapping("magnitudes.tsv") for one in range(token, behind - 1))
    return low * float(factor) if factor and alone else low


def _unit(analysis: Analysis, tokens: range, behind: int) -> tuple[str, int]:
    """What is counted, and the last token of the quantity: a unit's sign, or the noun behind adjectives."""
    place = behind
    while place < tokens.stop and analysis.words[place].tag == "ADJ(A)":
        place += 1
    if place >= tokens.stop:
        return "", behind - 1
    form, word = analysis.form(place), analysis.words[place]
    sign = mapping("units.tsv").get(form)
    if sign and place == behind:
        return sign, place
    if word.tag in _NOUNS:
        return word.lemma, place
    return "", behind - 1


def _bound(analysis: Analysis, tokens: range, token: int) -> tuple[int, Bound]:
    """The longest words right before the number that say how exact it is, and where they begin."""
    listed = mapping("bounds.tsv")
    for length in range(_LONGEST_BOUND, 0, -1):
        start = token - length
        if start < tokens.start:
            continue
        words = " ".join(analysis.form(one) for one in range(start, token)).lower()
        if words in listed and not _governs(analysis, tokens, words):
            return start, cast(Bound, listed[words])
    return token, ""


def _governs(analysis: Analysis, tokens: range, words: str) -> bool:
    """`sprach über zwei Themen`: a preposition that a verb of speaking calls for, which bounds nothing."""
    if words not in {"über", "unter"}:
        return False
    lemmas: Sequence[str] = [analysis.words[token].lemma for token in tokens]
    return not _TALKING.isdisjoint(lemmas)
