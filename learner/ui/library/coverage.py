"""Which words the lessons have that were never opened, read beside the interface, so that it can say what is known."""

import time
from collections.abc import Callable, Iterable

from textual.message import Message

from learner.errors import PackError
from learner.progress.store import Shelved
from learner.progress.store.store import words_of
from learner.ui.library.shelf import ShelfRow

MOST = 200
_BREATH = 0.02
"""Seconds between two lessons, so that keys are answered at once."""


class WordsRead(Message):
    """The words of one lesson; None behind the last one."""

    def __init__(self, seen: Shelved | None) -> None:
        super().__init__()
        self.seen = seen


def unread(rows: Iterable[ShelfRow]) -> tuple[ShelfRow, ...]:
    """The lessons whose words are not known yet; of a large library the first two hundred."""
    return tuple(row for row in rows if row.known is None)[:MOST]


def read_words(rows: Iterable[ShelfRow], keep: Callable[[Shelved], object], stopped: Callable[[], bool]) -> None:
    """Read one lesson after the other and hand its words on, until told to stop."""
    from learner.packs.reading import read

    for row in rows:
        if stopped():
            return
        try:
            keep(words_of(read(row.path)))
        except PackError:
            continue  # opening it tells what is wrong with it
        time.sleep(_BREATH)
