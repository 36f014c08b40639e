"""Which words the lessons have that were never opened, read beside the interface, so that it can say what is known."""

import time
from collections.abc import Callable, Iterable

from textual.message import Message

from learner.errors import PackError
from learner.progress.store import Shelved
from learner.progress.store.store import words_of
from learner.ui.library.shelf import ShelfRow

MOST = 60
_BREATH = 0.02
"""Seconds between two lessons, so that keys are answered at once."""


class WordsRead(Message):
    """The words of the lessons that were read."""

    def __init__(self, seen: tuple[Shelved, ...]) -> None:
        super().__init__()
        self.seen = seen


def unread(rows: Iterable[ShelfRow]) -> tuple[ShelfRow, ...]:
    """The lessons whose words are not known yet; of a large library the next sixty."""
    return tuple(row for row in rows if row.known is None)[:MOST]


def read_words(rows: Iterable[ShelfRow], stopped: Callable[[], bool]) -> tuple[Shelved, ...]:
    """The words of one lesson after the other, until told to stop."""
    from learner.packs.reading import read

    found = []
    for row in rows:
        if stopped():
            break
        try:
            found.append(words_of(read(row.path)))
        except PackError:
            continue  # opening it tells what is wrong with it
        time.sleep(_BREATH)
    return tuple(found)
