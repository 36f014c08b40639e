"""The dictionaries a person has added: one read-only SQLite index each, in a folder of the data folder."""

import contextlib
import os
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from learner.errors import LexiconError
from learner.lexicon.dictionaries.record import Record, is_usable
from learner.lexicon.lexeme import Gloss
from learner.places import data_folder

Progress = Callable[[float, str], None]
_FORMAT = "1"
_NAME = re.compile(r"[\w][\w.-]{0,60}")
_BATCH = 5_000
_FRESH = 5_000_000_000  # nanoseconds; within them a folder may change again and keep its time
_SCHEMA = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE entry (word TEXT, folded TEXT, pos TEXT, rank INTEGER, meaning TEXT, frame TEXT, field TEXT);
"""
_INDEX = "CREATE INDEX entry_folded ON entry (folded, rank);"
_MEANINGS = "SELECT word, pos, meaning, frame, field FROM entry WHERE folded = ? ORDER BY word = ? DESC, rank, rowid"


@dataclass(frozen=True, slots=True)
class Dictionary:
    """An added dictionary."""

    name: str
    format: str
    entries: int
    path: Path


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a dictionary says of a word."""

    word: str
    pos: str
    text: str
    frame: str
    field: str
    dictionary: str

    def gloss(self) -> Gloss:
        """The same as a gloss with its source; frame or field as its hint."""
        return Gloss(self.text, self.dictionary, self.frame or self.field)


class Dictionaries:
    """All dictionaries of a folder; files are opened when they are asked."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or data_folder() / "dictionaries"
        self._open: dict[Path, sqlite3.Connection] = {}
        self._listed: tuple[int, tuple[str, ...]] = (0, ())  # when the folder was changed, and the names it then held

    def close(self) -> None:
        """Close what is open."""
        for table in self._open.values():
            table.close()
        self._open.clear()

    def names(self) -> tuple[str, ...]:
        """The names of all added dictionaries, in alphabetical order."""
        changed = self._changed()
        if changed != self._listed[0] or time.time_ns() - changed < _FRESH:
            self._listed = changed, tuple(sorted(path.stem for path in self._folder.glob("*.sqlite")))
        return self._listed[1]

    def _changed(self) -> int:
        """When a dictionary was added or removed last, by whatever process; 0 where there is no folder."""
        try:
            return self._folder.stat().st_mtime_ns
        except FileNotFoundError:
            return 0

    def all(self) -> tuple[Dictionary, ...]:
        """Every added dictionary. Raises LexiconError where an index is damaged."""
        return tuple(self._about(name) for name in self.names())

    def add(self, file: Path, name: str = "", progress: Progress | None = None) -> Dictionary:
        """Read a dictionary file into an index; one of that name is replaced when the new one is complete.

        Raises LexiconError for a file that is damaged, too large or of no known format; what was there stays.
        """
        chosen = name or default_name(file)
        if not _NAME.fullmatch(chosen):
            raise LexiconError("a dictionary's name is letters, digits, `-`, `_` and `.`.", where=chosen)
        from learner.lexicon.dictionaries import reading

        kind, records = reading.read(file)
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(prefix="adding-", suffix=".part", dir=self._folder)
        os.close(handle)
        try:
            _write(Path(part), kind, records, lambda share: (progress or _silent)(min(share, 0.99), chosen))
            self._replace(Path(part), chosen)
        finally:
            Path(part).unlink(missing_ok=True)
        (progress or _silent)(1.0, chosen)
        return self._about(chosen)

    def remove(self, name: str) -> None:
        """Forget a dictionary. Raises LexiconError where there is none of that name."""
        if name not in self.names():
            known = ", ".join(self.names()) or "none"
            raise LexiconError("there is no dictionary of that name.", where=name, hint=f"Added: {known}.")
        self._forget(self._path(name))
        self._path(name).unlink()

    def meanings(self, word: str, pos: str = "", most: int = 8) -> tuple[Meaning, ...]:
        """What each dictionary says of a word, the most general first; `pos` leaves out other parts of speech."""
        return tuple(one for name in self.names() for one in self._of(name, word, pos)[:most])

    def _of(self, name: str, word: str, pos: str) -> list[Meaning]:
        rows = self._rows(name, _MEANINGS, (word.casefold(), word))
        exact = [row for row in rows if row[0] == word] or rows
        fitting = [row for row in exact if not pos or row[1] in {"", pos}]
        return list(dict.fromkeys(Meaning(row[0], row[1], row[2], row[3], row[4], name) for row in fitting))

    def _about(self, name: str) -> Dictionary:
        about = {row[0]: row[1] for row in self._rows(name, "SELECT key, value FROM meta")}
        return Dictionary(name, about.get("kind", "?"), int(about.get("entries", 0)), self._path(name))

    def _rows(self, name: str, query: str, values: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
        path = self._path(name)
        try:
            if path not in self._open:
                uri = f"{path.as_uri()}?mode=ro&immutable=1"
                self._open[path] = sqlite3.connect(uri, uri=True, check_same_thread=False)
            return self._open[path].execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._forget(path)
            hint = f"Add it again, or `learner dictionary remove {name}`."
            raise LexiconError(f"the index cannot be read ({error}).", where=str(path), hint=hint) from error

    def _replace(self, part: Path, name: str) -> None:
        self._forget(self._path(name))
        part.replace(self._path(name))
        for left in self._folder.glob("adding-*.part"):  # of imports that were cut off
            with contextlib.suppress(OSError):
                left.unlink()

    def _forget(self, path: Path) -> None:
        if path in self._open:
            self._open.pop(path).close()

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.sqlite"


def default_name(file: Path) -> str:
    """A name made of the file's: `freedict-deu-eng.dict.dz` is freedict-deu-eng."""
    stem = re.sub(r"\.(dz|gz)$", "", file.name)
    stem = re.sub(r"\.(dict|index|ifo|idx|txt|tsv|csv)$", "", stem)
    return re.sub(r"[^\w.-]+", "-", stem).strip("-.") or "dictionary"


def _silent(_share: float, _doing: str) -> None:
    """Progress nobody asked for."""


def _write(path: Path, kind: str, records: Iterator[tuple[float, Record]], progress: Callable[[float], None]) -> None:
    try:
        with contextlib.closing(sqlite3.connect(path)) as table:
            table.executescript(_SCHEMA)
            count = _fill(table, records, progress)
            if not count:
                hint = "Check that it is the file you meant."
                raise LexiconError("no entry could be read from the dictionary.", where=kind, hint=hint)
            table.execute(_INDEX)
            table.executemany(
                "INSERT INTO meta VALUES (?, ?)", [("kind", kind), ("entries", str(count)), ("format", _FORMAT)]
            )
            table.commit()
    except sqlite3.Error as error:
        hint = "Free some space and add it again."
        raise LexiconError(f"the index cannot be written ({error}).", where=str(path), hint=hint) from error


def _fill(table: sqlite3.Connection, records: Iterable[tuple[float, Record]], progress: Callable[[float], None]) -> int:
    count = 0
    batch: list[tuple[object, ...]] = []
    for share, record in records:
        if is_usable(record):
            batch.append(_row(record))
        if len(batch) >= _BATCH:
            count += _insert(table, batch)
            progress(share)
    return count + _insert(table, batch)


def _insert(table: sqlite3.Connection, batch: list[tuple[object, ...]]) -> int:
    table.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", batch)
    count = len(batch)
    batch.clear()
    return count


def _row(record: Record) -> tuple[object, ...]:
    word = record.headword
    return word, word.casefold(), record.pos, record.rank, record.meaning, record.frame, record.field
