"""What a learner did and knows, in SQLite; every answer is on disk before the next screen."""

import contextlib
import re
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, cast

import msgspec

from learner.errors import ProgressError
from learner.exercises.lesson import Lesson
from learner.places import data_folder
from learner.progress import schedule
from learner.progress.session import Attempt

Status = Literal["known", "learning", "ignored"]
_WAIT_SECONDS = 10
_Response = int | list[int | str]


class Store:
    """The learner's own database; several processes may hold it open."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """The database at `path` (by default the person's own), made or migrated where needed.

        Raises ProgressError where it is damaged (it is then kept aside) or of a later version.
        """
        file = path or data_folder() / "progress.db"
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            database = _connected(file)
            _migrate(database, file)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
                hint = "Close the other window and try again."
                raise ProgressError("another program is writing to it.", where=str(file), hint=hint) from error
            raise _kept_aside(file, error) from error
        return cls(database)

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def record(self, attempt: Attempt) -> None:
        """Store an answer; it is on disk when this returns."""
        response = msgspec.json.encode(attempt.response).decode()
        with self._writing():
            self._database.execute(
                "INSERT INTO attempt (uid, item, round, skill, response, outcome, points, possible, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    attempt.uid,
                    attempt.item,
                    attempt.round,
                    attempt.skill,
                    response,
                    attempt.outcome,
                    attempt.points,
                    attempt.possible,
                    _utc(attempt.at),
                ),
            )

    def forget(self, attempt: Attempt) -> None:
        """Take back the last answer to an item of a round."""
        with self._writing():
            self._database.execute(
                "DELETE FROM attempt WHERE id = (SELECT max(id) FROM attempt WHERE uid = ? AND item = ? AND round = ?)",
                (attempt.uid, attempt.item, attempt.round),
            )

    def attempts(self, uid: str | None = None) -> list[Attempt]:
        """Every answer (to one lesson), the oldest first."""
        rows = self._database.execute(
            "SELECT uid, item, round, skill, response, outcome, points, possible, at FROM attempt"
            " WHERE ? IS NULL OR uid = ? ORDER BY id",
            (uid, uid),
        )
        return [_attempt(row) for row in rows]

    def round_of(self, uid: str) -> tuple[int, list[Attempt]]:
        """The lesson's latest round and its answers; round 1 and none where it was never practised."""
        found = self.attempts(uid)
        latest = max((attempt.round for attempt in found), default=1)
        return latest, [attempt for attempt in found if attempt.round == latest]

    def opened(self, lesson: Lesson, now: datetime) -> None:
        """Remember that a lesson was opened."""
        with self._writing():
            self._database.execute(
                "INSERT INTO lesson VALUES (?, ?, ?) ON CONFLICT (uid) DO UPDATE SET title = excluded.title,"
                " opened = excluded.opened",
                (lesson.uid, lesson.title, _utc(now)),
            )

    def words(self) -> Mapping[str, Status]:
        """Every lemma the learner marked, with its status."""
        return dict(self._database.execute("SELECT lemma, status FROM word").fetchall())

    def mark_word(self, lemma: str, status: Status | Literal["new"], now: datetime) -> None:
        """Mark a lemma; `new` takes the mark away."""
        with self._writing():
            if status == "new":
                self._database.execute("DELETE FROM word WHERE lemma = ?", (lemma,))
            else:
                self._database.execute("INSERT OR REPLACE INTO word VALUES (?, ?, ?)", (lemma, status, _utc(now)))

    def review(self, subject: str, uid: str, rating: schedule.Rating, now: datetime) -> schedule.Planned:
        """Review a card (made at its first review): `subject` is a lemma or an item's id; its new state."""
        with self._writing():
            row = self._database.execute("SELECT id, state FROM card WHERE subject = ?", (subject,)).fetchone()
            card, state = row or (self._new_card(subject, uid, now), None)
            planned = schedule.review(card, state, rating, now)
            values = (planned.state, _utc(planned.due), card)
            self._database.execute("UPDATE card SET state = ?, due = ? WHERE id = ?", values)
            log = (card, rating, _utc(now))
            self._database.execute("INSERT INTO review (card, rating, at) VALUES (?, ?, ?)", log)
        return planned

    def due(self, now: datetime) -> list[tuple[str, str]]:
        """What is due: (subject, lesson's uid), the longest overdue first."""
        rows = self._database.execute("SELECT subject, uid FROM card WHERE due <= ? ORDER BY due", (_utc(now),))
        return [(subject, uid) for subject, uid in rows]

    def _new_card(self, subject: str, uid: str, now: datetime) -> int:
        cursor = self._database.execute(
            "INSERT INTO card (subject, uid, due, state) VALUES (?, ?, ?, '')", (subject, uid, _utc(now))
        )
        return cast(int, cursor.lastrowid)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction; a fault of the disk is told, not shown as a traceback."""
        try:
            self._database.execute("BEGIN IMMEDIATE")
            yield
            self._database.execute("COMMIT")
        except sqlite3.Error as error:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            hint = "Close other windows, or free some space, and try again."
            raise ProgressError(f"the answer could not be stored ({error}).", hint=hint) from error


def _connected(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL"):
        database.execute(f"PRAGMA {pragma}")
    if database.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("quick_check found damage")
    return database


def _migrations() -> list[tuple[int, str]]:
    """Every migration by its number, in order."""
    folder = files("learner.progress").joinpath("migrations")
    found = [(match, file) for file in folder.iterdir() if (match := re.match(r"(\d{4})_.*\.sql$", file.name))]
    return sorted((int(match[1]), file.read_text(encoding="utf-8")) for match, file in found)


def _migrate(database: sqlite3.Connection, file: Path) -> None:
    migrations = _migrations()
    current = database.execute("PRAGMA user_version").fetchone()[0]
    if current > migrations[-1][0]:
        hint = "Install the newer version of the program again."
        raise ProgressError(f"it was written by a later version ({current}).", where=str(file), hint=hint)
    if 0 < current < migrations[-1][0]:
        _copy(database, file.with_name(f"{file.stem}-before-{migrations[-1][0]:04}.db"))
    for number, script in migrations:
        if number > current:
            _apply(database, number, script)


def _apply(database: sqlite3.Connection, number: int, script: str) -> None:
    """One migration in one transaction; another process that was faster is left alone."""
    database.execute("BEGIN IMMEDIATE")
    if database.execute("PRAGMA user_version").fetchone()[0] >= number:
        database.execute("ROLLBACK")
        return
    for statement in script.split(";\n"):
        if statement.strip():
            database.execute(statement)
    database.execute(f"PRAGMA user_version = {number}")
    database.execute("COMMIT")


def _copy(database: sqlite3.Connection, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(target)) as copy:
        database.backup(copy)


def _kept_aside(file: Path, error: sqlite3.DatabaseError) -> ProgressError:
    """Move a damaged database out of the way, so that the next start begins a new one and nothing is deleted."""
    number = 1
    while (aside := file.with_name(f"{file.stem}-damaged-{number}.db")).exists():
        number += 1
    shutil.move(file, aside)
    for suffix in ("-wal", "-shm"):
        beside = file.with_name(file.name + suffix)
        if beside.exists():
            shutil.move(beside, aside.with_name(aside.name + suffix))
    hint = "The next start begins a new one; a backup can be put in its place."
    return ProgressError(f"the progress was damaged ({error}) and is kept as {aside.name}.", where=str(file), hint=hint)


def _utc(moment: datetime) -> str:
    """UTC in ISO form with microseconds, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _attempt(row: tuple[object, ...]) -> Attempt:
    uid, item, number, skill, response, outcome, points, possible, at = row
    decoded = msgspec.json.decode(str(response), type=_Response)
    given = decoded if isinstance(decoded, int) else tuple(decoded)
    return Attempt(
        str(uid), str(item), int(str(number)), skill, given, outcome, float(str(points)),  # type: ignore[arg-type]
        float(str(possible)), datetime.fromisoformat(str(at)),
    )  # fmt: skip
