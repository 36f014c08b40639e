"""What HanTa's searches find for the frequent forms of German, found beforehand by `scripts/search_words.py`.

The results are those of one model and are left alone where another is installed: they save time and change nothing.
"""

import struct
import zlib
from bisect import bisect_left
from hashlib import sha256
from pathlib import Path

import msgspec

from learner.places import bundled_path

HEAD_END = b"\n\n"  # behind the lines that name source and licence

Morphemes = tuple[tuple[int, int], ...]  # class and end of each


class Table(msgspec.Struct, array_like=True, frozen=True):
    """The file: sorted forms in lower case, and of each its word classes with their probabilities and its morphemes.

    Those of form n are `tags` and `chances` (doubles) from place n of `first_tags` to place n + 1, none where HanTa
    itself knows the form; and in the same way of `first_ways` those of `chosen` (unsigned shorts), which are places in
    `paths`. Numbers are little endian, places unsigned ints.
    """

    model: str
    forms: str
    first_tags: bytes
    tags: bytes
    chances: bytes
    first_ways: bytes
    chosen: bytes
    paths: tuple[Morphemes, ...]


class Searched:
    """The results by form."""

    def __init__(self, table: Table | None) -> None:
        self.forms = table.forms.split("\n") if table else []
        self._table = table

    def classes(self, form: str) -> list[tuple[int, float]]:
        """The word classes of a form but for those HanTa drops as too unlikely; none if it was not searched."""
        number = self._number(form)
        if number is None or self._table is None:
            return []
        first, last = struct.unpack_from("<2I", self._table.first_tags, 4 * number)
        chances = struct.unpack_from(f"<{last - first}d", self._table.chances, 8 * first)
        return list(zip(self._table.tags[first:last], chances, strict=True))

    def morphemes(self, form: str, target: int) -> list[tuple[int, int]]:
        """The morphemes of a form as a word of this class; none if it was not searched."""
        number = self._number(form)
        if number is None or self._table is None:
            return []
        first, last = struct.unpack_from("<2I", self._table.first_ways, 4 * number)
        chosen = struct.unpack_from(f"<{last - first}H", self._table.chosen, 2 * first)
        found = (self._table.paths[place] for place in chosen)
        return next((list(path) for path in found if path[-1][0] == target), [])

    def _number(self, form: str) -> int | None:
        place = bisect_left(self.forms, form)
        return place if place < len(self.forms) and self.forms[place] == form else None


def searched(model: Path) -> Searched:
    """The results for the model in this file; none if they were found with another."""
    stored = bundled_path("assets", "language", "searched.bin").read_bytes().partition(HEAD_END)[2]
    table = msgspec.msgpack.decode(zlib.decompress(stored), type=Table)
    return Searched(table if table.model == fingerprint(model) else None)


def fingerprint(model: Path) -> str:
    """What tells one model from another."""
    return sha256(model.read_bytes()).hexdigest()
