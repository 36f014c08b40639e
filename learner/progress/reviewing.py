"""The day's queue: words and missed items, graded, undone, buried, suspended; each step is on disk at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from learner.exercises.lesson import Lesson
from learner.progress.recall import Recall, recall_of
from learner.progress.schedule import Rating, days_until
from learner.progress.store import Card, Store
from learner.progress.store.cards import end_of_day

Step = Literal["graded", "repeated", "suspended", "buried"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A card with what it asks; `again` is set when it failed today and is only asked once more, without counting."""

    card: Card
    content: Recall
    again: bool = False


class Reviewing:
    """One day's queue. What failed comes once more at the end, so that the day ends with a right answer."""

    def __init__(self, store: Store, now: datetime, find: Callable[[str], Lesson | None]) -> None:
        self._store = store
        self._queue: list[Asked] = []
        self._done: list[tuple[Step, Asked]] = []
        lessons: dict[str, Lesson | None] = {}
        for card in store.cards.due(now):
            content = card.content
            if content is None:
                lesson = lessons[card.uid] if card.uid in lessons else lessons.setdefault(card.uid, find(card.uid))
                content = recall_of(lesson, card.subject) if lesson else None
            if content is not None:
                self._queue.append(Asked(card, content))

    @property
    def current(self) -> Asked | None:
        """What is asked now; None at the end of the queue."""
        return self._queue[0] if self._queue else None

    @property
    def left(self) -> int:
        """How many are still to come, this one included."""
        return len(self._queue)

    @property
    def reviewed(self) -> int:
        """How many cards were graded."""
        return sum(step == "graded" for step, _ in self._done)

    @property
    def failed(self) -> int:
        """How many of them come once more or came once more."""
        return sum(step == "repeated" for step, _ in self._done) + sum(asked.again for asked in self._queue)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    def intervals(self, now: datetime) -> dict[Rating, int]:
        """In how many days the card comes back, for each grade."""
        asked = self._expect()
        return days_until(asked.card.state, now)

    def grade(self, rating: Rating, now: datetime) -> None:
        """Store the review and go on; the second time on one day is not stored."""
        asked = self._expect()
        if not asked.again:
            self._store.cards.review(asked.card.subject, asked.card.uid, rating, now, asked.content)
        self._leave("repeated" if asked.again else "graded")
        if rating == 1 and not asked.again:
            self._queue.append(Asked(asked.card, asked.content, again=True))

    def suspend(self) -> None:
        """Never ask this card again."""
        self._store.cards.suspend(self._expect().card.subject)
        self._leave("suspended")

    def bury(self, now: datetime) -> None:
        """Ask this card tomorrow."""
        self._store.cards.bury(self._expect().card.subject, end_of_day(now))
        self._leave("buried")

    def undo(self) -> bool:
        """Take the last step back, here and on disk; whether there was one."""
        if not self._done:
            return False
        step, asked = self._done.pop()
        subject = asked.card.subject
        if step == "graded":
            self._store.cards.undo(subject, asked.card.due)
            self._queue = [other for other in self._queue if other.card.subject != subject]
        elif step == "suspended":
            self._store.cards.suspend(subject, suspended=False)
        elif step == "buried":
            self._store.cards.bury(subject, None)
        self._queue.insert(0, asked)
        return True

    def _leave(self, step: Step) -> None:
        self._done.append((step, self._queue.pop(0)))

    def _expect(self) -> Asked:
        if not self._queue:
            raise ValueError("the queue is empty")
        return self._queue[0]
