"""Cards and their reviews. The review logs are the truth: a card's state can always be had again by replaying them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

import msgspec

from learner.progress import schedule
from learner.progress.recall import Recall
from learner.progress.store.database import Database, utc

_LEECH = 5


@dataclass(frozen=True, slots=True)
class Card:
    """One card: a lemma, or `uid/item`; `content` is what it asks, None for cards of the first version."""

    id: int
    subject: str
    uid: str
    due: datetime
    state: str
    content: Recall | None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One review as it is remembered; `predicted` is the probability FSRS gave, None at the first review."""

    subject: str
    rating: schedule.Rating
    at: datetime
    predicted: float | None
    stability: float | None


class Cards:
    """The cards of a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, subject: str, uid: str, content: Recall | None, due: datetime) -> None:
        """Make a card that was never reviewed; one that exists stays as it is."""
        with self._database.writing():
            self._ensure(subject, uid, content, due)

    def review(
        self, subject: str, uid: str, rating: schedule.Rating, now: datetime, content: Recall | None = None
    ) -> schedule.Planned:
        """Review a card, made where there is none; its new state."""
        with self._database.writing():
            card, state = self._ensure(subject, uid, content, now)
            planned = schedule.review(card, state or None, rating, now)
            self._database.execute(
                "UPDATE card SET state = ?, due = ?, buried = '' WHERE id = ?", (planned.state, utc(planned.due), card)
            )
            self._database.execute(
                "INSERT INTO review (card, rating, at, predicted, stability) VALUES (?, ?, ?, ?, ?)",
                (card, rating, utc(now), planned.predicted, schedule.stability(planned.state)),
            )
        return planned

    def undo(self, subject: str, due: datetime | None = None) -> None:
        """Take the last review of a card back: its log goes, and the others are replayed.

        A card without any other review is due at `due` again; without that it goes too.
        """
        with self._database.writing():
            self._database.execute(
                "DELETE FROM review WHERE id = (SELECT max(review.id) FROM review JOIN card ON card.id = review.card"
                " WHERE subject = ?)",
                (subject,),
            )
            if self._replay(subject):
                return
            if due is None:
                self._database.execute("DELETE FROM card WHERE subject = ?", (subject,))
            else:
                self._database.execute("UPDATE card SET due = ? WHERE subject = ?", (utc(due), subject))

    def replay(self) -> None:
        """Give every card the state that its logs add up to."""
        with self._database.writing():
            for (subject,) in self._database.execute("SELECT subject FROM card").fetchall():
                self._replay(subject)

    def _replay(self, subject: str) -> bool:
        """Give a card the state its logs add up to; whether there are any."""
        (card,) = self._database.execute("SELECT id FROM card WHERE subject = ?", (subject,)).fetchone()
        logs = self._database.execute("SELECT rating, at FROM review WHERE card = ? ORDER BY id", (card,)).fetchall()
        planned = None
        for rating, at in logs:
            planned = schedule.review(card, planned.state if planned else None, rating, datetime.fromisoformat(at))
        if planned:
            values = (planned.state, utc(planned.due), card)
            self._database.execute("UPDATE card SET state = ?, due = ? WHERE id = ?", values)
        else:
            self._database.execute("UPDATE card SET state = '' WHERE id = ?", (card,))
        return planned is not None

    def due(self, now: datetime) -> list[Card]:
        """The day's queue: what is due until the end of the learner's day, the longest overdue first."""
        end = utc(end_of_day(now))
        rows = self._database.execute(
            "SELECT id, subject, uid, due, state, content FROM asked WHERE due < ? AND buried <= ? ORDER BY due, id",
            (end, utc(now)),
        )
        return [_card(row) for row in rows]

    def count_due(self, now: datetime) -> tuple[int, int]:
        """How many words and how many items are due today."""
        row = self._database.execute(
            "SELECT count(*), coalesce(sum(instr(subject, '/') > 0), 0) FROM asked WHERE due < ? AND buried <= ?",
            (utc(end_of_day(now)), utc(now)),
        ).fetchone()
        return row[0] - row[1], row[1]

    def forecast(self, now: datetime, days: int = 7) -> list[int]:
        """How many cards come on each of the next days, today (with all that is overdue) first."""
        rows = self._database.execute("SELECT max(due, buried) FROM asked")
        counts = [0] * days
        today = now.date()
        for (due,) in rows:
            day = max(0, (datetime.fromisoformat(due).astimezone(now.tzinfo).date() - today).days)
            if day < days:
                counts[day] += 1
        return counts

    def suspend(self, subject: str, *, suspended: bool = True) -> None:
        """Ask a card never again, or again."""
        with self._database.writing():
            self._database.execute("UPDATE card SET suspended = ? WHERE subject = ?", (int(suspended), subject))

    def bury(self, subject: str, until: datetime | None) -> None:
        """Ask a card no earlier than `until`; None takes that back."""
        with self._database.writing():
            value = utc(until) if until else ""
            self._database.execute("UPDATE card SET buried = ? WHERE subject = ?", (value, subject))

    def forget(self, subject: str) -> None:
        """Delete a card that was never reviewed."""
        with self._database.writing():
            self._database.execute("DELETE FROM card WHERE subject = ? AND state = ''", (subject,))

    def reviews(self) -> list[Reviewed]:
        """Every review, the oldest first."""
        rows = self._database.execute(
            "SELECT subject, rating, at, predicted, stability FROM review JOIN card ON card.id = review.card"
            " ORDER BY review.id"
        )
        return [Reviewed(row[0], row[1], datetime.fromisoformat(row[2]), row[3], row[4]) for row in rows]

    def leeches(self) -> list[tuple[str, int]]:
        """Subjects that failed five times or more, with how often; those that fail most first."""
        rows = self._database.execute(
            "SELECT subject, count(*) AS failed FROM review JOIN card ON card.id = review.card WHERE rating = 1"
            " GROUP BY card HAVING failed >= ? ORDER BY failed DESC, subject",
            (_LEECH,),
        )
        return [(subject, failed) for subject, failed in rows]

    def _ensure(self, subject: str, uid: str, content: Recall | None, due: datetime) -> tuple[int, str]:
        row = self._database.execute("SELECT id, state, content FROM card WHERE subject = ?", (subject,)).fetchone()
        stored = msgspec.json.encode(content).decode() if content is not None else None
        if row is None:
            cursor = self._database.execute(
                "INSERT INTO card (subject, uid, due, state, content) VALUES (?, ?, ?, '', ?)",
                (subject, uid, utc(due), stored),
            )
            return cast(int, cursor.lastrowid), ""
        if row[2] is None and stored is not None:
            self._database.execute("UPDATE card SET content = ? WHERE id = ?", (stored, row[0]))
        return row[0], row[1]


def end_of_day(now: datetime) -> datetime:
    """Midnight after the learner's day."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def _card(row: Iterable[object]) -> Card:
    number, subject, uid, due, state, content = row
    found = _content(str(content)) if content is not None else None
    return Card(cast(int, number), str(subject), str(uid), datetime.fromisoformat(str(due)), str(state), found)


def _content(stored: str) -> Recall | None:
    """What a card asks; None where a later version's items cannot be read."""
    try:
        return cast(Recall, msgspec.json.decode(stored, type=Recall))
    except msgspec.ValidationError:
        return None
