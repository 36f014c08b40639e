"""Answers, words and lessons of one learner; every answer is on disk before the next screen."""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

import msgspec

from learner.exercises.lesson import Lesson
from learner.places import data_folder
from learner.progress.store.cards import Cards
from learner.progress.store.database import Database, utc

if TYPE_CHECKING:  # scoring is wanted only where an answer is stored or read, not for the first screen
    from learner.progress.session import Attempt

Status = Literal["known", "learning", "ignored"]
_Response = int | list[int | str]
_Lemmas = list[tuple[str, str | None, int]]
_COLUMNS = "uid, item, round, skill, response, outcome, points, possible, at, level, hints"


@dataclass(frozen=True, slots=True)
class Shelved:
    """What is remembered of a lesson beside its folder; `lemmas` holds lemma, level, number of tokens."""

    uid: str
    archived: bool = False
    opened: str = ""
    tokens: int = 0
    lemmas: tuple[tuple[str, str | None, int], ...] = ()


class Store:
    """The learner's own data; several processes may hold it open."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.cards = Cards(database)

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """The database at `path` (by default the person's own), made or migrated where needed.

        Raises ProgressError where it is damaged (it is then kept aside) or of a later version.
        """
        return cls(Database.open(path or own_file()))

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def copy(self, target: Path) -> None:
        """Copy everything into another file."""
        self._database.copy(target)

    def together(self) -> AbstractContextManager[None]:
        """What is stored within is on disk as a whole or not at all."""
        return self._database.writing()

    @property
    def untouched(self) -> bool:
        """Whether nothing was ever opened or answered: a first start."""
        statement = "SELECT (SELECT count(*) FROM lesson) + (SELECT count(*) FROM attempt)"
        return not self._database.execute(statement).fetchone()[0]

    def record(self, attempt: "Attempt") -> None:
        """Store an answer; it is on disk when this returns."""
        values = (
            attempt.uid, attempt.item, attempt.round, attempt.skill, msgspec.json.encode(attempt.response).decode(),
            attempt.outcome, attempt.points, attempt.possible, utc(attempt.at), attempt.level, attempt.hints,
        )  # fmt: skip
        with self._database.writing():
            places = ", ".join("?" * len(values))
            self._database.execute(f"INSERT INTO attempt ({_COLUMNS}) VALUES ({places})", values)  # noqa: S608

    def forget(self, attempt: "Attempt") -> None:
        """Take back the last answer to an item of a round."""
        with self._database.writing():
            self._database.execute(
                "DELETE FROM attempt WHERE id = (SELECT max(id) FROM attempt WHERE uid = ? AND item = ? AND round = ?)",
                (attempt.uid, attempt.item, attempt.round),
            )

    def attempts(self, uid: str | None = None) -> "list[Attempt]":
        """Every answer (to one lesson), the oldest first."""
        rows = self._database.execute(
            f"SELECT {_COLUMNS} FROM attempt WHERE ? IS NULL OR uid = ? ORDER BY id",  # noqa: S608
            (uid, uid),
        )
        return [_attempt(row) for row in rows]

    def round_of(self, uid: str) -> "tuple[int, list[Attempt]]":
        """The lesson's latest round and its answers; round 1 and none where it was never practised."""
        found = self.attempts(uid)
        latest = max((attempt.round for attempt in found), default=1)
        return latest, [attempt for attempt in found if attempt.round == latest]

    def answered(self) -> dict[str, int]:
        """Per lesson how many items are answered in its latest round."""
        rows = self._database.execute(
            "SELECT uid, count(DISTINCT item) FROM attempt AS a"
            " WHERE round = (SELECT max(round) FROM attempt WHERE uid = a.uid) GROUP BY uid"
        )
        return dict(rows.fetchall())

    def opened(self, lesson: Lesson, now: datetime) -> None:
        """Remember that a lesson was opened, and which words it has."""
        with self._database.writing():
            self._database.execute(
                "INSERT INTO lesson VALUES (?, ?, ?) ON CONFLICT (uid) DO UPDATE SET title = excluded.title,"
                " opened = excluded.opened",
                (lesson.uid, lesson.title, utc(now)),
            )
            self.keep_words(words_of(lesson))

    def keep_words(self, *lessons: Shelved) -> None:
        """Remember which words these lessons have."""
        with self._database.writing():
            for seen in lessons:
                self._database.execute(
                    "INSERT INTO shelf (uid, tokens, lemmas) VALUES (?, ?, ?) ON CONFLICT (uid) DO UPDATE SET"
                    " tokens = excluded.tokens, lemmas = excluded.lemmas",
                    (seen.uid, seen.tokens, msgspec.json.encode(seen.lemmas).decode()),
                )

    def shelf(self) -> dict[str, Shelved]:
        """What is remembered of each lesson that was opened, archived, or whose words were read."""
        rows = self._database.execute(
            "SELECT one.uid, coalesce(archived, 0), coalesce(opened, ''), coalesce(tokens, 0), lemmas"
            " FROM (SELECT uid FROM shelf UNION SELECT uid FROM lesson) AS one"
            " LEFT JOIN shelf ON shelf.uid = one.uid LEFT JOIN lesson ON lesson.uid = one.uid"
        )
        decoder = msgspec.json.Decoder(_Lemmas)
        return {
            row[0]: Shelved(row[0], bool(row[1]), row[2], row[3], tuple(decoder.decode(row[4] or "[]"))) for row in rows
        }

    def archive(self, uid: str, *, archived: bool = True) -> None:
        """Put a lesson away, or take it out again."""
        with self._database.writing():
            self._database.execute(
                "INSERT INTO shelf (uid, archived) VALUES (?, ?)"
                " ON CONFLICT (uid) DO UPDATE SET archived = excluded.archived",
                (uid, int(archived)),
            )

    def days(self, now: datetime) -> set[date]:
        """The learner's local days with an answer or a review."""
        rows = self._database.execute("SELECT at FROM attempt UNION ALL SELECT at FROM review")
        return {datetime.fromisoformat(at).astimezone(now.tzinfo).date() for (at,) in rows}

    def words(self) -> Mapping[str, Status]:
        """Every lemma the learner marked, with its status."""
        return dict(self._database.execute("SELECT lemma, status FROM word").fetchall())

    def marks(self) -> list[tuple[str, Status, datetime]]:
        """Every mark with its time."""
        rows = self._database.execute("SELECT lemma, status, at FROM word ORDER BY at")
        return [(lemma, status, datetime.fromisoformat(at)) for lemma, status, at in rows]

    def mark_word(self, lemma: str, status: Status | Literal["new"], now: datetime) -> None:
        """Mark a lemma; `new` takes the mark away."""
        self.mark_words([lemma], status, now)

    def mark_words(self, lemmas: Iterable[str], status: Status | Literal["new"], now: datetime) -> None:
        """Mark several lemmas in one transaction."""
        with self._database.writing():
            for lemma in lemmas:
                if status == "new":
                    self._database.execute("DELETE FROM word WHERE lemma = ?", (lemma,))
                else:
                    values = (lemma, status, utc(now))
                    self._database.execute("INSERT OR REPLACE INTO word VALUES (?, ?, ?)", values)


def words_of(lesson: Lesson) -> Shelved:
    """The words of a lesson and how many tokens each has; a token of two entries counts for the later one."""
    entries = lesson.analysis.entries
    owner = {
        token: number
        for number, entry in enumerate(entries)
        for occurrence in entry.occurrences
        for token in occurrence.tokens
    }
    counts = Counter(owner.values())
    lemmas = tuple(
        (entry.lexeme.lemma, entry.lexeme.level, counts[number])
        for number, entry in enumerate(entries)
        if counts[number]
    )
    tokens = sum(word.pos not in {"PUNCT", "SYM"} for word in lesson.analysis.words)
    return Shelved(lesson.uid, tokens=tokens, lemmas=lemmas)


def own_file() -> Path:
    """The person's own database."""
    return data_folder() / "progress.db"


def _attempt(row: tuple[object, ...]) -> "Attempt":
    from learner.progress.session import Attempt

    uid, item, number, skill, response, outcome, points, possible, at, level, hints = row
    decoded = msgspec.json.decode(str(response), type=_Response)
    given = decoded if isinstance(decoded, int) else tuple(decoded)
    return Attempt(
        str(uid), str(item), int(str(number)), skill, given, outcome, float(str(points)),  # type: ignore[arg-type]
        float(str(possible)), datetime.fromisoformat(str(at)), str(level), int(str(hints)),
    )  # fmt: skip
