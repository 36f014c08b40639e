"""What HanTa's searches find for the frequent forms of German, found beforehand by `scripts/search_words.py`.

The results are those of one model and are left alone where another is installed: they save time and change nothing.
"""

import struct
from bisect import bisect_right
from hashlib import sha256
from pathlib import Path

import msgspec

from learner.places import bundled_path

HEAD_END = b"\n\n"  # behind the lines that name source and licence
BLOCK = 64  # forms that are looked through one after the other

_DOUBLE, _SHORT, _INT, _PIECE = 8, 2, 4, 3  # bytes; a piece of a path is a class and its end
_TAGS, _WAYS = 1, 2  # among the three places of a block
_PLACES = 3 * _INT


class Table(msgspec.Struct, array_like=True, frozen=True):
    """The file, made to be used as it lies there: unpacking all of it would take longer than an article needs.

    `forms` are in lower case and sorted, each between two line breaks; `starts` are the first of every block. `blocks`
    says of every block where it begins in `forms`, in `tags` and in `chosen`, and where the last ends. Of each form,
    `tag_counts` and `way_counts` tell how many word classes are in `tags`, with their probabilities in `chances`
    (doubles), and how many paths in `chosen`. HanTa's own forms have no word classes here. `chosen` (unsigned shorts)
    are places in `path_places`, which says where a path begins and the next one ends in `paths`; a piece of a path is
    a short and a byte. Numbers are little endian, places unsigned ints.
    """

    model: str
    starts: str
    forms: bytes
    blocks: memoryview
    tag_counts: memoryview
    tags: memoryview
    chances: memoryview
    way_counts: memoryview
    chosen: memoryview
    path_places: memoryview
    paths: memoryview


class Searched:
    """The results by form."""

    def __init__(self, table: Table | None) -> None:
        self._table = table
        self._starts = table.starts.split("\n") if table else []

    @property
    def forms(self) -> list[str]:
        """The forms that were searched."""
        return self._table.forms.decode().split() if self._table else []

    def classes(self, form: str) -> list[tuple[int, float]]:
        """The word classes of a form but for those HanTa drops as too unlikely; none if it was not searched."""
        if self._table is None:
            return []
        first, size = self._span(form, _TAGS, self._table.tag_counts)
        chances = struct.unpack_from(f"<{size}d", self._table.chances, _DOUBLE * first)
        return list(zip(self._table.tags[first : first + size], chances, strict=True))

    def morphemes(self, form: str, target: int) -> list[tuple[int, int]]:
        """The morphemes of a form as a word of this class; none if it was not searched."""
        if self._table is None:
            return []
        first, size = self._span(form, _WAYS, self._table.way_counts)
        chosen = struct.unpack_from(f"<{size}H", self._table.chosen, _SHORT * first)
        paths = (_path(self._table, place) for place in chosen)
        return next((path for path in paths if path[-1][0] == target), [])

    def _span(self, form: str, kind: int, counts: memoryview) -> tuple[int, int]:
        """Where the results of a form begin, and how many there are; none if it was not searched."""
        block = bisect_right(self._starts, form) - 1
        if block < 0 or self._table is None or "\n" in form:
            return 0, 0
        places = struct.unpack_from("<6I", self._table.blocks, _PLACES * block)
        found = self._table.forms.find(b"\n%b\n" % form.encode(errors="replace"), places[0], places[3] + 1)
        if found < 0:
            return 0, 0
        first = block * BLOCK
        number = first + self._table.forms.count(b"\n", places[0], found)
        return places[kind] + sum(counts[first:number]), counts[number]


def _path(table: Table, place: int) -> list[tuple[int, int]]:
    """The morphemes of a path as (class, end)."""
    first, last = struct.unpack_from("<2I", table.path_places, _INT * place)
    return list(struct.iter_unpack("<hB", table.paths[_PIECE * first : _PIECE * last]))


def searched(model: Path) -> Searched:
    """The results for the model in this file; none if they were found with another."""
    stored = bundled_path("assets", "language", "searched.bin").read_bytes()
    content = memoryview(stored)[stored.index(HEAD_END) + len(HEAD_END) :]
    table = msgspec.msgpack.decode(content, type=Table)
    return Searched(table if table.model == fingerprint(model) else None)


def fingerprint(model: Path) -> str:
    """What tells one model from another."""
    return sha256(model.read_bytes()).hexdigest()
