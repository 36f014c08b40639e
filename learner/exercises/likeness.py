"""What kind of thing a word means and which words come near it, by the English words of its glosses.

The table is derived from WordNet (assets/exercises/grammar/english.tsv, scripts/derive_likeness.py). Words that have no
row are of no kind, and nothing is known about what comes near them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from learner.exercises.distractors import words_of
from learner.exercises.wordlists import grammar_table
from learner.lexicon.lexeme import Gloss, Lexeme

PARTS = {"NOUN": "noun", "VERB": "verb", "ADJ": "adj"}
_ASIDE = re.compile(r"\([^)]*\)")
_ARTICLE = re.compile(r"^(?:to|a|an|the|be|get|become) ")
_PARTED = re.compile(r"[,;/]")
_SHARED = 4  # letters
_TAIL = re.compile(r" (?:of|for|in|on|at|with|to|by|from|into|that|who|which|sth|sb|something|somebody|someone)\b.*$")

Cells = tuple[str, ...]  # of a word: kinds, the word and its synonyms, words above it


@dataclass(frozen=True, slots=True)
class _Row:
    own: frozenset[str]
    above: frozenset[str]
    narrow: frozenset[str]


@lru_cache(maxsize=8192)
def groups_of(lexeme: Lexeme) -> tuple[str, ...]:
    """The kinds with the groups inside them (`artifact:3a`), the likeliest first."""
    weights: dict[str, float] = {}
    for kinds, *_ in _cells_of(lexeme.glosses[:1], lexeme.pos):
        for place, kind in enumerate(kinds.split()):
            weights[kind] = weights.get(kind, 0.0) + 1 / (place + 1)
    return tuple(sorted(weights, key=lambda kind: -weights[kind])[:3])


def are_near(one: Lexeme, other: Lexeme) -> bool:
    """Whether a meaning of one word is a synonym of the other's, or just above or beside it."""
    mine, theirs = (_all(lexeme.glosses, lexeme.pos) for lexeme in (one, other))
    beside = mine.own & (theirs.own | theirs.above) or mine.above & theirs.own or mine.narrow & theirs.narrow
    return bool(beside) or _is_kind_of(one, theirs) or _is_kind_of(other, mine)


def _is_kind_of(one: Lexeme, other: _Row) -> bool:
    """Whether the other word names the group the first belongs to (estate car, vehicle)."""
    return not other.own.isdisjoint(group.partition(":")[2] for group in groups_of(one))


def terms(gloss: Gloss, pos: str) -> tuple[str, ...]:
    """The English words and phrases of a gloss that a dictionary would have: `payment`, `carry_out`, `coast_guard`."""
    return tuple(dict.fromkeys(term for part in _PARTED.split(gloss.text) for term in _terms(part, pos)))


def _terms(part: str, pos: str) -> Iterator[str]:
    if "(" not in part and len(single := part.split()) < 2:  # most parts
        yield from map(str.lower, single)
        return
    text = _ARTICLE.sub("", _ARTICLE.sub("", _ASIDE.sub(" ", part).strip().lower())).strip()
    short = _TAIL.sub("", text)
    for phrase in (text, short):
        if phrase:
            yield phrase.replace(" ", "_")
    words = short.split()
    if len(words) > 1:
        yield words[0] if pos == "VERB" else words[-1]


@lru_cache(maxsize=8192)
def _all(glosses: tuple[Gloss, ...], pos: str) -> _Row:
    rows = [_row(cells) for cells in _cells_of(glosses, pos)]
    own, above, narrow = (
        frozenset[str]().union(*(getattr(row, name) for row in rows)) for name in ("own", "above", "narrow")
    )
    return _Row(own, above, narrow)


def _cells_of(glosses: tuple[Gloss, ...], pos: str) -> list[Cells]:
    """The rows of the words of these glosses; of each part of a gloss only the longest phrase that has one."""
    letter, table = PARTS.get(pos, "-")[0], _table()
    parts = (part for gloss in glosses for part in _PARTED.split(gloss.text))
    rows = ((table.get((term, letter)) for term in _terms(part, pos)) for part in parts)
    return [cells for row in rows if (cells := next(filter(None, row), None))]


def _row(cells: Cells) -> _Row:
    """The words near a word as sets."""
    own, above = cells[1].split(), cells[2].split()
    narrow = frozenset(one.rstrip("+") for one in above if one.endswith("+"))
    return _Row(frozenset(own), frozenset(one.rstrip("+") for one in above), narrow)


@cache
def _table() -> dict[tuple[str, str], Cells]:
    """The cells of each word; they are taken apart only when a word is asked for."""
    return {(word, letter): tuple(cells) for word, letter, *cells in grammar_table("english.tsv")}


def shares_stem(one: Lexeme, other: Lexeme) -> bool:
    """Whether every sense of a word has an English stem that some sense of the other has (settle, settlement)."""
    others = [word for gloss in other.glosses for word in words_of(gloss.text)]
    return bool(one.glosses) and all(
        any(_is_kin(mine, theirs) for mine in words_of(gloss.text) for theirs in others) for gloss in one.glosses
    )


def _is_kin(one: str, two: str) -> bool:
    """Whether two English words begin alike: decide, decision."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    return shared >= max(_SHARED, min(len(one), len(two)) - 3) or (one == two and len(one) >= _SHARED - 1)
