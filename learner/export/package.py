"""Anki packages of every age, read: .apkg and .colpkg -> notes with their fields, tags and how far they are learnt.

Three layouts exist: `collection.anki2` and `collection.anki21` hold their note types as JSON, `collection.anki21b` is
compressed with Zstandard and has tables for them. Newer packages also carry an older collection with a single note
asking for an update, so the newest layout is the one to read.
"""

import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from learner.errors import ExportError

_NEWEST_FIRST = ("collection.anki21b", "collection.anki21", "collection.anki2")
_UNREADABLE = (zipfile.BadZipFile, sqlite3.Error, OSError, ValueError, KeyError, TypeError, AttributeError)
_LARGEST = 1 << 29  # bytes of an unpacked collection
_NO_JOURNAL = b"\1\1"  # SQLite opens no database in memory whose header asks for a write-ahead log
_NOTES = """
    SELECT n.guid, n.mid, n.flds, n.tags, coalesce(max(c.ivl), 0), coalesce(sum(c.reps), 0)
    FROM notes n LEFT JOIN cards c ON c.nid = n.id GROUP BY n.id ORDER BY n.id
"""


@dataclass(frozen=True, slots=True)
class PackagedNote:
    """A note in a package: fields as HTML by name, tags, the longest interval of its cards in days, its reviews."""

    guid: str
    note_type: str
    fields: dict[str, str]
    tags: tuple[str, ...]
    interval: int
    reviews: int


def read_package(path: Path) -> tuple[PackagedNote, ...]:
    """All notes of a package. Raises ExportError for a file that is none, is damaged, or unpacks to over 512 MiB."""
    try:
        return _notes(_collection(path))
    except _UNREADABLE as error:
        hint = "Export the deck from Anki once more, as .apkg."
        raise ExportError(f"is not an Anki package that can be read ({error}).", where=str(path), hint=hint) from error


def _collection(path: Path) -> bytes:
    with zipfile.ZipFile(path) as package:
        name = next((name for name in _NEWEST_FIRST if name in package.namelist()), None)
        if name is None:
            raise ValueError("it holds no collection")
        if package.getinfo(name).file_size > _LARGEST:
            raise ValueError("it is too large")
        data = package.read(name)
    return _unpacked(data) if name == _NEWEST_FIRST[0] else data


def _unpacked(data: bytes) -> bytes:
    decompressor = _zstandard().ZstdDecompressor()
    try:
        unpacked: bytes = decompressor.decompress(data, max_length=_LARGEST)
    except Exception as error:
        raise ValueError(str(error)) from error
    if not decompressor.eof:
        raise ValueError("it is cut off or too large")
    return unpacked


def _zstandard() -> Any:
    """Zstandard of the standard library (Python 3.14), or the same module for older versions."""
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return import_module(name)
        except ImportError:
            continue
    raise ValueError("it is compressed with Zstandard: export it for older versions of Anki")


def _notes(collection: bytes) -> tuple[PackagedNote, ...]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(collection[:18] + _NO_JOURNAL + collection[20:])
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        return tuple(_read_notes(connection))


def _read_notes(connection: sqlite3.Connection) -> Iterator[PackagedNote]:
    types = _note_types(connection)
    for guid, number, values, tags, interval, reviews in connection.execute(_NOTES):
        name, fields = types[number]
        filled = dict(zip(fields, values.split("\x1f"), strict=False))
        yield PackagedNote(str(guid), name, filled, tuple(tags.split()), int(interval), int(reviews))


def _note_types(connection: sqlite3.Connection) -> dict[int, tuple[str, list[str]]]:
    """Name and field names of every note type by its number."""
    (models,) = connection.execute("SELECT models FROM col").fetchone()
    if models:
        stored = json.loads(models).items()
        return {int(number): (model["name"], [field["name"] for field in model["flds"]]) for number, model in stored}
    types: dict[int, tuple[str, list[str]]] = {
        n: (name, []) for n, name in connection.execute("SELECT id, name FROM notetypes")
    }
    for number, name in connection.execute(
        "SELECT ntid, f.name FROM fields f JOIN notetypes t ON t.id = ntid ORDER BY ord"
    ):
        types[number][1].append(name)  # fields of note types that Anki left out of the package stay in their table
    return types
