"""The file itself: opened, migrated after a backup, kept aside when damaged, copied, put back."""

import contextlib
import re
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from learner.errors import ProgressError

_WAIT_SECONDS = 10


class Database:
    """One connection in write-ahead mode; several processes may have the file open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, file: Path) -> Self:
        """The database in the file, made or migrated where needed.

        Raises ProgressError where it is damaged (it is then kept aside), locked or of a later version.
        """
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            connection = _connected(file)
            _migrate(connection, file)
        except sqlite3.OperationalError as error:
            raise _not_now(file, error) from error
        except sqlite3.DatabaseError as error:
            raise _kept_aside(file, error) from error
        return cls(connection)

    def execute(self, statement: str, values: tuple[object, ...] = ()) -> Any:
        """The cursor of a statement."""
        return self._connection.execute(statement, values)

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, on disk when it is left; within another one, a part of that.

        A fault of the disk is told, not shown as a traceback.
        """
        if self._connection.in_transaction:
            yield
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            hint = "Close other windows, or free some space, and try again."
            raise ProgressError(f"the answer could not be stored ({error}).", hint=hint) from error
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def copy(self, target: Path) -> None:
        """Copy the whole database into another file, whatever other windows are writing."""
        _copy(self._connection, target)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def check(file: Path) -> int:
    """The version of the sound database in a file. Raises ProgressError for anything else."""
    hint = "`learner data backup` makes such a file."
    if not file.is_file():
        raise ProgressError("there is no such file.", where=str(file), hint=hint)
    try:
        with contextlib.closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            connection.execute("SELECT count(*) FROM attempt, card WHERE 0")
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error as error:
        raise ProgressError(f"this is no backup of your progress ({error}).", where=str(file), hint=hint) from error
    newest = _migrations()[-1][0]
    if not sound or not 0 < version <= newest:
        raise ProgressError("this backup is damaged, or of a later version.", where=str(file), hint=hint)
    return version


def restore(backup: Path, file: Path) -> Path | None:
    """Put a backup in the place of the database; where what stood there is kept, if there was one.

    The pages are copied through SQLite, so a window that is still open sees the restored progress.
    """
    check(backup)
    kept = None
    if file.exists():
        kept = free_name(file, "before-restore")
        with contextlib.closing(_connected(file)) as present:
            _copy(present, kept)
    with contextlib.closing(sqlite3.connect(backup)) as source, contextlib.closing(_connected(file)) as target:
        source.backup(target)
    return kept


def free_name(file: Path, why: str) -> Path:
    """A name beside the file that is not taken: `progress-damaged-1.db`."""
    number = 1
    while (free := file.with_name(f"{file.stem}-{why}-{number}.db")).exists():
        number += 1
    return free


def utc(moment: datetime) -> str:
    """UTC in ISO form with microseconds, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _connected(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("quick_check found damage")
    return connection


def _migrations() -> list[tuple[int, str]]:
    """Every migration by its number, in order."""
    folder = Path(__file__).parent.parent / "migrations"
    found = [(match, file) for file in folder.iterdir() if (match := re.match(r"(\d{4})_.*\.sql$", file.name))]
    return sorted((int(match[1]), file.read_text(encoding="utf-8")) for match, file in found)


def _migrate(connection: sqlite3.Connection, file: Path) -> None:
    migrations = _migrations()
    current = connection.execute("PRAGMA user_version").fetchone()[0]
    if current > migrations[-1][0]:
        hint = "Install the newer version of the program again."
        raise ProgressError(f"it was written by a later version ({current}).", where=str(file), hint=hint)
    if 0 < current < migrations[-1][0]:
        _copy(connection, file.with_name(f"{file.stem}-before-{migrations[-1][0]:04}.db"))
    for number, script in migrations:
        if number > current:
            _apply(connection, number, script)


def _apply(connection: sqlite3.Connection, number: int, script: str) -> None:
    """One migration in one transaction; another process that was faster is left alone."""
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] >= number:
        connection.execute("ROLLBACK")
        return
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {number}")
    connection.execute("COMMIT")


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)


def _not_now(file: Path, error: sqlite3.OperationalError) -> ProgressError:
    """A disk that is full, a folder without the right to write, another program: nothing is damaged."""
    if "locked" in str(error):
        return ProgressError(
            "another program is writing to it.", where=str(file), hint="Close the other window and try again."
        )
    hint = "Is there space, and may you write there?"
    return ProgressError(f"your progress cannot be opened ({error}).", where=str(file), hint=hint)


def _kept_aside(file: Path, error: sqlite3.DatabaseError) -> ProgressError:
    """Move a damaged database out of the way, so that the next start begins a new one and nothing is deleted."""
    aside = free_name(file, "damaged")
    shutil.move(file, aside)
    for suffix in ("-wal", "-shm"):
        beside = file.with_name(file.name + suffix)
        if beside.exists():
            shutil.move(beside, aside.with_name(aside.name + suffix))
    hint = "The next start begins a new one; `learner data restore` puts a backup in its place."
    return ProgressError(f"the progress was damaged ({error}) and is kept as {aside.name}.", where=str(file), hint=hint)
