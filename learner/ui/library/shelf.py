"""What the library shows: each lesson with how far one is in it, and what waits at the top."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from learner.lexicon.lexeme import Level
from learner.progress.statistics import statistics
from learner.progress.store import Store


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One lesson of the list; `done` is the share (0-1) of its items answered in the latest round."""

    path: Path
    title: str
    level: Level
    words: int
    minutes: int
    items: int
    done: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many cards are due, and days of practice in a row."""

    due: int
    streak: int


def shelf_rows(store: Store) -> tuple[ShelfRow, ...]:
    """Every lesson there is, with the learner's progress in it."""
    from learner.packs.library import lessons

    answered = store.answered()
    return tuple(
        ShelfRow(
            entry.path,
            entry.title,
            entry.level,
            entry.words,
            entry.minutes,
            entry.items,
            min(1.0, answered.get(entry.uid, 0) / entry.items) if entry.items else 0.0,
        )
        for entry in lessons()
    )


def waiting(store: Store, now: datetime) -> Waiting:
    """What the head of the library says."""
    return Waiting(len(store.cards.due(now)), statistics(store.attempts(), store.words(), now).streak)


def matching(rows: Iterable[ShelfRow], wanted: str) -> tuple[ShelfRow, ...]:
    """The rows whose title or level holds every word of the search."""
    words = wanted.casefold().split()
    return tuple(row for row in rows if all(word in f"{row.title} {row.level}".casefold() for word in words))
