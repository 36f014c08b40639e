"""The word table while the interface runs: built in a process of its own where it is missing, then opened."""

import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # typed answers come later than the first screen
    from learner.lexicon.lexicon import Lexicon

_BUILDING = "from learner.lexicon.wordtable import ensure; ensure()"


def word_table() -> "Lexicon | None":
    """The word table, for looking words up and telling a slip from another word; None until it has been built."""
    path = _path()
    return _opened(path) if path.exists() else None


def build_word_table() -> None:
    """Begin to build the table where it is missing, in a process of its own: it is half a minute of computing.

    That process goes on when the interface is left, so that the next start finds the table.
    """
    if not _path().exists():
        quiet = subprocess.DEVNULL
        subprocess.Popen(  # noqa: S603  (our own interpreter and a constant)
            [sys.executable, "-c", _BUILDING], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )


@cache
def _path() -> Path:
    from learner.lexicon.wordtable import table_path

    return table_path()


@cache
def _opened(path: Path) -> "Lexicon":
    from learner.lexicon.lexicon import Lexicon

    return Lexicon.open(path)
