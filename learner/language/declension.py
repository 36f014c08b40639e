"""Endings of determiners and adjectives: which cases, genders and numbers `diesem` or `kleinen` can mark."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from learner.language.tables import rows
from learner.lexicon.wordclasses import wordmap, wordrow

_REMEMBERED = 1_000  # determiners; there are some hundred


class Reading(NamedTuple):
    """One way to read a phrase: case, gender (`m`, `f`, `n`), number (`Sing`, `Plur`)."""

    case: str
    gender: str
    number: str


@cache
def _endings() -> dict[tuple[str, str], frozenset[Reading]]:
    return {(kind, ending): frozenset(_expanded(found)) for kind, ending, found in rows("determiners.tsv")}


def _expanded(readings: str) -> Iterable[Reading]:
    for one in readings.split(";"):
        case, gender = one.split(" ")
        if gender == "p":
            yield from (Reading(case, each, "Plur") for each in "mfn")
        else:
            yield Reading(case, gender, "Sing")


_ARTICLES = wordmap("determiners.definite-endings")
_EIN_STEMS = wordrow("determiners.ein-stems")
_DER_STEMS = wordrow("determiners.der-stems")
_STRONG_STEMS = wordrow("determiners.strong-stems")


@lru_cache(maxsize=_REMEMBERED)
def determined(form: str, tag: str) -> frozenset[Reading]:
    """What a determiner can mark; empty where it says nothing (`etwas`, `viel`)."""
    if tag == "APPRART":
        ending = "n" if form.endswith("n") else form[-1]
        return marks("der", {"m": "m", "r": "r", "s": "s", "n": "n"}.get(ending, ""))
    if form in _ARTICLES:
        return marks("der", _ARTICLES[form])
    doubled = re.fullmatch(r"(der|die|das|den|dem|des)(selb|jenig)en?", form)
    if doubled:
        return marks("der", _ARTICLES[doubled[1]])
    for stem in _EIN_STEMS:
        if form.startswith(stem) and form[len(stem) :] in {"", "e", "en", "em", "er", "es"}:
            found = marks("ein", form[len(stem) :][-1:] or "0")
            return frozenset(one for one in found if stem != "ein" or one.number == "Sing") or found
    for stem in _DER_STEMS:
        if form.startswith(stem) and form[len(stem) :] in {"e", "en", "em", "er", "es"}:
            found = marks("der", form[len(stem) :][-1:])
            return found | marks("der", "es") if form.endswith("es") else found
    return marks("strong", form[-1:]) if form.startswith(_STRONG_STEMS) and form[-1:] in "ernms" else frozenset()


def marks(kind: str, ending: str) -> frozenset[Reading]:
    """What an ending says of a determiner or adjective of this kind (`der`, `ein`, `weak`, `mixed`, `strong`)."""
    return _endings().get((kind, ending), frozenset())


def declension(form: str, tag: str) -> str:
    """How adjectives are declined behind this determiner: weak, mixed or strong."""
    if tag in {"ART", "APPRART"} and not form.startswith("ein"):
        return "weak"
    if any(form.startswith(stem) and form[len(stem) :] in {"", "e", "en", "em", "er", "es"} for stem in _EIN_STEMS):
        return "mixed"
    if form.startswith((*_DER_STEMS, *_ARTICLES)):
        return "weak"
    return "strong"
