"""What the library shows: the lessons with what the learner knows and has done of each, and what waits at the top."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil
from pathlib import Path
from typing import Literal

from learner.lexicon.lexeme import LEVELS, Level
from learner.progress.statistics import streak
from learner.progress.store import Shelved, Status, Store

Order = Literal["recent", "title", "level", "known", "done"]
ORDERS: tuple[Order, ...] = ("recent", "title", "level", "known", "done")
_SECONDS_A_CARD = 15


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One lesson of the list; `done` and `known` are shares (0-1), `known` is None for one never opened."""

    path: Path
    title: str
    level: Level
    words: int
    minutes: int
    items: int
    done: float
    uid: str = ""
    topic: str = ""
    own: bool = False
    archived: bool = False
    opened: str = ""
    known: float | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Words and missed items due today, days of practice in a row, and the lesson one is in the middle of."""

    words: int
    items: int
    streak: int
    unfinished: ShelfRow | None = None

    @property
    def minutes(self) -> int:
        """How long the reviews will take."""
        return ceil((self.words + self.items) * _SECONDS_A_CARD / 60)


@dataclass(frozen=True, slots=True)
class View:
    """Which lessons are shown, and in which order."""

    wanted: str = ""
    level: Level | None = None
    order: Order = "recent"
    archived: bool = False

    def next_order(self) -> "View":
        """The same lessons in the next order."""
        return replace(self, order=ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)])

    def next_level(self) -> "View":
        """Only the lessons of the next level; behind the last one those of every level."""
        choices: tuple[Level | None, ...] = (None, *LEVELS)
        return replace(self, level=choices[(choices.index(self.level) + 1) % len(choices)])

    def of(self, rows: Iterable[ShelfRow]) -> tuple[ShelfRow, ...]:
        """The rows that are shown."""
        kept = [row for row in matching(rows, self.wanted) if row.archived == self.archived]
        kept = [row for row in kept if self.level in (None, row.level)]
        return tuple(_ordered(kept, self.order))


def _ordered(rows: list[ShelfRow], order: Order) -> list[ShelfRow]:
    """Own titles of equal rank stay in the order of the shelf, which is by title."""
    if order == "title":
        return sorted(rows, key=lambda row: row.title.casefold())
    if order == "level":
        return sorted(rows, key=lambda row: LEVELS.index(row.level))
    if order == "known":
        return sorted(rows, key=lambda row: row.known or 0.0, reverse=True)
    if order == "done":
        return sorted(rows, key=lambda row: (0 < row.done < 1, row.done), reverse=True)
    return sorted(rows, key=lambda row: row.opened, reverse=True)


def shelf_rows(store: Store, level: Level) -> tuple[ShelfRow, ...]:
    """Every lesson there is, with the learner's progress in it."""
    from learner.packs.library import lessons

    answered, shelved, words = store.answered(), store.shelf(), store.words()
    rows = []
    for entry in lessons():
        seen = shelved.get(entry.uid, Shelved(entry.uid))
        row = ShelfRow(
            entry.path,
            entry.title,
            entry.level,
            entry.words,
            entry.minutes,
            entry.items,
            min(1.0, answered.get(entry.uid, 0) / entry.items) if entry.items else 0.0,
            entry.uid,
            entry.topic,
            entry.own,
            seen.archived,
            seen.opened,
            known_share(seen, words, level),
        )
        rows.append(row)
    return tuple(rows)


def known_share(seen: Shelved, words: Mapping[str, Status], level: Level) -> float | None:
    """The share of a lesson's words that need no learning; None where the lesson was never opened."""
    if not seen.tokens:
        return None
    assumed = {own for own in LEVELS if LEVELS.index(own) < LEVELS.index(level)}
    unknown = sum(
        tokens
        for lemma, own, tokens in seen.lemmas
        if (status := words.get(lemma)) == "learning" or (status is None and own not in assumed)
    )
    return 1 - unknown / seen.tokens


def waiting(store: Store, now: datetime, rows: Iterable[ShelfRow]) -> Waiting:
    """What stands at the top of the library."""
    begun = [row for row in rows if 0 < row.done < 1 and row.opened and not row.archived]
    latest = max(begun, key=lambda row: row.opened, default=None)
    words, items = store.cards.count_due(now)
    return Waiting(words, items, streak(store.days(now), now), latest)


def matching(rows: Iterable[ShelfRow], wanted: str) -> tuple[ShelfRow, ...]:
    """The rows whose title, level or topic holds every word of the search."""
    words = wanted.casefold().split()
    return tuple(
        row for row in rows if all(word in f"{row.title} {row.level} {row.topic}".casefold() for word in words)
    )
