"""One typed answer against its key: the table "Checking an answer", row by row, the first that fits decides."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product
from typing import Literal, Protocol

Outcome = Literal["equal", "almost", "wrong"]
_TRANSCRIBED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "SS"}
_DOTLESS = str.maketrans("äöüÄÖÜ", "aouAOU")
_ARTICLE = re.compile(r"^(der|die|das)\s+(\S.*)$", re.IGNORECASE)
_MOST_VARIANTS = 8
_SLIP_LENGTH = 5


class WordKnowledge(Protocol):
    """What the checker asks about words; the lexicon answers."""

    def is_word(self, form: str) -> bool:
        """Whether the form is a form of any German word."""

    def analyses(self, form: str) -> tuple[tuple[str, str, str], ...]:
        """Every reading as lemma, part of speech and features."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an answer compares with the key, the wording key of the reason, and its values."""

    outcome: Outcome
    reason: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Case:
    response: str
    key: str
    words: WordKnowledge | None
    sentence_start: bool


def check(
    response: str, accepted: tuple[str, ...], words: WordKnowledge | None = None, *, sentence_start: bool = False
) -> Verdict:
    """The verdict on a typed response; `accepted` holds the key first, then whatever is equally right."""
    given = tidy(response)
    if not given:
        return Verdict("wrong", "answer.empty", {"key": accepted[0]})
    verdicts = [_against(_Case(given, tidy(key), words, sentence_start)) for key in accepted]
    ranks = {"equal": 0, "almost": 1, "wrong": 2}
    return min(verdicts, key=lambda verdict: ranks[verdict.outcome])


def tidy(text: str) -> str:
    """NFC, without outer spaces and a full stop at the end, runs of spaces as one."""
    return " ".join(unicodedata.normalize("NFC", text).split()).rstrip(".").strip()


def _against(case: _Case) -> Verdict:
    for rule in _RULES:
        verdict = rule(case)
        if verdict is not None:
            return verdict
    return Verdict("wrong", "answer.wrong", {"key": case.key})


def _same(case: _Case) -> Verdict | None:
    same = case.response == case.key
    if case.sentence_start and not same:
        same = case.response[:1].casefold() + case.response[1:] == case.key[:1].casefold() + case.key[1:]
    return Verdict("equal", "answer.equal") if same else None


def _transcribed(case: _Case) -> Verdict | None:
    """ae, oe, ue, ss: expanded from the key, never collapsed in the response (neue, Steuer, aktuell stay whole)."""
    if case.response.replace("ẞ", "ß") == case.key.replace("ẞ", "ß"):
        return Verdict("equal", "answer.equal")
    if case.response not in variants(case.key):
        return None
    if case.words is not None and case.words.is_word(case.response):
        return Verdict("almost", "answer.other-word", {"key": case.key, "typed": case.response})
    return Verdict("equal", "answer.spelling", {"key": case.key})


def variants(key: str) -> frozenset[str]:
    """Every way of writing the key with ae, oe, ue, ss for some or all of its umlauts and sharp s."""
    places = [index for index, letter in enumerate(key) if letter in _TRANSCRIBED][:_MOST_VARIANTS]
    found = set()
    for choice in product((False, True), repeat=len(places)):
        letters = list(key)
        for place, written in zip(places, choice, strict=True):
            if written:
                letters[place] = _TRANSCRIBED[letters[place]]
        found.add("".join(letters))
    return frozenset(found - {key})


def _umlaut(case: _Case) -> Verdict | None:
    if case.response.translate(_DOTLESS) == case.key.translate(_DOTLESS):
        return Verdict("wrong", "answer.umlaut", {"key": case.key})
    return None


def _lower_case(case: _Case) -> Verdict | None:
    capital = case.response[:1].upper() + case.response[1:]
    if case.key[:1].isupper() and case.response[:1].islower() and capital in variants(case.key) | {case.key}:
        return Verdict("almost", "answer.capital", {"key": case.key})
    return None


def _other_article(case: _Case) -> Verdict | None:
    typed, right = _ARTICLE.match(case.response), _ARTICLE.match(case.key)
    if not typed or not right or typed[1].lower() == right[1].lower():
        return None
    if typed[2] == right[2] or typed[2] in variants(right[2]):
        return Verdict("wrong", "answer.article", {"key": case.key, "article": right[1]})
    return None


def _slip(case: _Case) -> Verdict | None:
    if len(case.key) < _SLIP_LENGTH or not one_letter_off(case.response, case.key):
        return None
    if case.words is not None and any(case.words.is_word(form) for form in (case.response, case.response.capitalize())):
        return None
    return Verdict("almost", "answer.slip", {"key": case.key, "typed": case.response})


def one_letter_off(typed: str, key: str) -> bool:
    """Whether one letter was changed, left out, added, or swapped with its neighbour."""
    if typed == key or abs(len(typed) - len(key)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(key)) and typed[start] == key[start]:
        start += 1
    rest, right = typed[start:], key[start:]
    swapped = len(rest) == len(right) and rest[:2] == right[:2][::-1] and rest[2:] == right[2:]
    return rest[1:] == right[1:] or rest[1:] == right or rest == right[1:] or swapped


def _other_form(case: _Case) -> Verdict | None:
    if case.words is None:
        return None
    typed, right = case.words.analyses(case.response), case.words.analyses(case.key)
    shared = [(a, b) for a in typed for b in right if a[:2] == b[:2]]
    if not shared:
        return None
    ours, theirs = shared[0][1][2], shared[0][0][2]
    return Verdict("almost", f"answer.form.{_difference(theirs, ours)}", {"key": case.key, "typed": case.response})


def _difference(typed: str, right: str) -> str:
    """What differs in every pair of readings: number, case, tense, mood or person; else just the form."""
    pairs = [(set(a.split("|")), set(b.split("|"))) for a in typed.split(";") for b in right.split(";")]
    for name, values in _GROUPS.items():
        if all((a & values) != (b & values) for a, b in pairs):
            return name
    return "any"


_GROUPS = {
    "number": {"Sing", "Plur"},
    "tense": {"Pres", "Past"},
    "mood": {"Ind", "Sub", "Imp"},
    "person": {"1", "2", "3"},
    "case": {"Nom", "Gen", "Dat", "Acc"},
}
_RULES: tuple[Callable[[_Case], Verdict | None], ...] = (
    _same,
    _transcribed,
    _umlaut,
    _lower_case,
    _other_article,
    _slip,
    _other_form,
)
