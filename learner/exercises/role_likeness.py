"""Which roles are apart: nobody who has one of them may be taken for the bearer of the other."""

from functools import cache

from learner.exercises.wordlists import ordered
from learner.lexicon.wordclasses import wordclass

_SHORT = 4  # letters; shorter nouns end others by chance
_VOWELS = str.maketrans("äöü", "aou")

_SHARED, _OF_SOMETHING = wordclass("roles.shared"), wordclass("roles.of-something")


@cache
def kind(noun: str, *, adjectival: bool = False) -> str:
    """A role without its sex and ending: `Ärztin` and `Arzt` are one, so are `Abgeordneter` and `Abgeordnete`."""
    lower = noun.lower().removesuffix("r") if adjectival else noun.lower()
    lower = f"{lower.removesuffix('frau')}mann" if lower.endswith("frau") else lower
    lower = lower.removesuffix("in") if lower.endswith("in") and len(lower) > _SHORT else lower
    return lower.removesuffix("e").translate(_VOWELS)


def is_part(one: str, other: str) -> bool:
    """Whether one kind of role is or ends in the other (`Hausarzt`, `Arzt`); a `Staatsanwalt` is no `Anwalt`."""
    short, long = sorted((one, other), key=len)
    if short != long and short == "anwalt" and long.endswith("staatsanwalt"):
        return False
    return short == long or (len(short) >= _SHORT and long.endswith(short))


@cache
def are_apart(one: str, other: str) -> bool:
    """Whether two kinds of role are never the same person's as far as the lists know."""
    return not is_part(one, other) and not any(_has(row, one) and _has(row, other) for row in _rows())


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(kind(word) for word in row) for row in ordered("kindred_roles.txt"))


def _has(row: tuple[str, ...], role: str) -> bool:
    return any(role.endswith(word[1:]) if word[0] == "-" else role == word for word in row)


@cache
def says_something(role: str, *, alone: bool) -> bool:
    """Whether a role tells who somebody is; one that many share never, one of something only with what follows."""
    return role not in _kinds(_SHARED) and not (alone and role in _kinds(_OF_SOMETHING))


@cache
def _kinds(roles: frozenset[str]) -> frozenset[str]:
    return frozenset(map(kind, roles))
