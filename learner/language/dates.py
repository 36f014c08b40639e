"""Dates in a sentence, normalised: `am 18. März 2014` is 2014-03-18, `2014` is 2014, `am Freitag` a weekday."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from learner.language.analysis import Analysis
from learner.language.tables import column, rows
from learner.lexicon.wordclasses import wordclass, wordrow

_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])\.")
_MONTH = re.compile(r"(0?[1-9]|1[0-2])\.")
_NUMERIC = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d{4})?")
_TIME = re.compile(r"([01]?\d|2[0-4])(?:[.:]([0-5]\d))?")
_BEFORE_YEARS = wordclass("times.before-years", "times.seasons", "times.small-before-years")
_COUNTED = frozenset({"NN", "NNI", "NNA", "ADJ(A)", "CARD"})
_PARTS_OF_TIME = wordclass("times.before-years")


@dataclass(frozen=True, slots=True)
class Date:
    """A point of the calendar or the clock; tokens are indexes into the article's tokens, prepositions left out.

    `iso` is as much as is said: `2014`, `2014-03`, `2014-03-18`, `--03-18`, `--03`, `T14:30`, empty for a weekday
    alone. `weekday` is 1 for Monday to 7, None where none is named.
    """

    tokens: tuple[int, ...]
    iso: str
    weekday: int | None = None


def is_year(form: str) -> bool:
    """Whether a form in figures is a year: 1000 to 2099."""
    return _YEAR.fullmatch(form) is not None


def dates(analysis: Analysis, sentence: int) -> list[Date]:
    """The dates, years, weekdays and times of day of a sentence from left to right."""
    return list(_found(_Reader(analysis, sentence)))


def _found(reader: "_Reader") -> Iterator[Date]:
    token = reader.tokens.start
    while token < reader.tokens.stop:
        found = reader.at(token)
        if found:
            yield found
            token = found.tokens[-1] + 1
        else:
            token += 1


class _Reader:
    """Reads the date that begins at a token."""

    def __init__(self, analysis: Analysis, sentence: int) -> None:
        self._analysis = analysis
        self.tokens = analysis.article.tokens_of(analysis.article.sentences[sentence])

    def at(self, token: int) -> Date | None:
        """The date that begins at a token, the longest reading first."""
        weekday = _weekdays().get(self._form(token).removesuffix("s"))
        if weekday:
            return self._from_weekday(token, weekday)
        return self._day(token) or self._month(token) or self._clock(token) or self._year(token)

    def _form(self, token: int) -> str:
        return self._analysis.form(token) if self.tokens.start <= token < self.tokens.stop else ""

    def _from_weekday(self, token: int, weekday: int) -> Date:
        """`Freitag`, `Freitag, dem 18. März`, `Freitag, 18. März`."""
        place = token + 1
        if self._form(place) == ",":
            place += 1
        if self._form(place) in {"dem", "den", "der"}:
            place += 1
        day = self._day(place)
        if day:
            return Date(tuple(range(token, day.tokens[-1] + 1)), day.iso, weekday)
        return Date((token,), "", weekday)

    def _day(self, token: int) -> Date | None:
        """`18. März 2014`, `18. März`, `18.03.2014`, `18. 3.`."""
        numeric = _NUMERIC.fullmatch(self._form(token))
        if numeric:
            day, month, year = numeric.groups()
            return Date((token,), f"{year or '-'}-{int(month):02}-{int(day):02}")
        found = _DAY.fullmatch(self._form(token))
        if not found:
            return None
        following = self._form(token + 1)
        month_number = _months().get(following) or (int(following[:-1]) if _MONTH.fullmatch(following) else None)
        if month_number is None:
            return None
        year = self._form(token + 2) if _YEAR.fullmatch(self._form(token + 2)) else ""
        last = token + 2 if year else token + 1
        return Date(tuple(range(token, last + 1)), f"{year or '-'}-{month_number:02}-{int(found[1]):02}")

    def _month(self, token: int) -> Date | None:
        """`März 2014`, `März`."""
        month = _months().get(self._form(token)) or _months().get(self._form(token).removesuffix("s"))
        if not month:
            return None
        year = self._form(token + 1) if _YEAR.fullmatch(self._form(token + 1)) else ""
        return Date(tuple(range(token, token + 1 + bool(year))), f"{year or '-'}-{month:02}")

    def _clock(self, token: int) -> Date | None:
        """`14.30 Uhr`, `18 Uhr`, `18 Uhr 15`."""
        found = _TIME.fullmatch(self._form(token))
        if not found or self._form(token + 1) != "Uhr":
            return None
        hour, minute = int(found[1]), int(found[2] or 0)
        behind, next_word = self._form(token + 2), self._form(token + 3)
        spoken = not found[2] and re.fullmatch(r"[0-5]?\d", behind) is not None and next_word not in {"Uhr", "Prozent"}
        if spoken:
            minute = int(behind)
        return Date(tuple(range(token, token + 2 + spoken)), f"T{hour:02}:{minute:02}")

    def _year(self, token: int) -> Date | None:
        """Four digits that count nothing: `2014`, `im Jahr 2014`, `seit 1990`."""
        if not _YEAR.fullmatch(self._form(token)):
            return None
        counted = token + 1 < self.tokens.stop and self._analysis.words[token + 1].tag in _COUNTED
        named = self._form(token - 1).lower() in _BEFORE_YEARS
        sign = self._form(token + 1) in {"%", "€", "$"}
        if sign or (counted and not (named and self._may_count_nothing(token))):
            return None
        return Date((token,), self._form(token))

    def _may_count_nothing(self, token: int) -> bool:
        """`Im Jahr 2014 Menschen` is rare, `in 2014 Fällen` is not: only behind a word for a part of time."""
        before = self._form(token - 1).lower()
        return before in _PARTS_OF_TIME


@cache
def _weekdays() -> dict[str, int]:
    order = wordrow("times.weekdays")
    found = {name: number for number, name in enumerate(order, start=1) if name in column("calendar.tsv")}
    return found | {"Sonnabend": 6}


@cache
def _months() -> dict[str, int]:
    """Every name of a month in the order of the table, the Austrian ones beside the others."""
    austrian = {"Jänner": 1, "Feber": 2}
    names = [name for (name, *_) in rows("calendar.tsv") if name not in _weekdays() and name not in austrian]
    return {name: number for number, name in enumerate(names, start=1)} | austrian
