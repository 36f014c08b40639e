"""A round of practice whose every answer is on disk before the next thing is shown."""

from collections.abc import Mapping
from datetime import datetime

from learner.exercises.answers import WordKnowledge
from learner.exercises.item import Item
from learner.exercises.lesson import Lesson
from learner.exercises.scoring import Response
from learner.progress.recall import recall_of, subject_of
from learner.progress.session import Answered, Session, rating_of
from learner.progress.statistics import known_now
from learner.progress.store import Store


class Round:
    """A session with the learner's store: words and missed items get a card with the answer, and lose it with undo."""

    def __init__(self, store: Store, session: Session, *, drill: bool = False) -> None:
        self._store = store
        self._drill = drill
        self._planned: list[tuple[str, str]] = []
        self.session = session
        self.shown: Answered | None = None

    @classmethod
    def go_on(cls, store: Store, lesson: Lesson, *, almost_counts: bool = True, anew: bool = False) -> "Round":
        """The lesson's latest round where it was left; a new round where that one is finished (or `anew`).

        Words the learner knows are not asked.
        """
        number, earlier = store.round_of(lesson.uid)
        known = known_now(store)
        session = Session(lesson, earlier, round_number=number, almost_counts=almost_counts, known=known)
        if earlier and (anew or session.finished):
            session = Session(lesson, round_number=number + 1, almost_counts=almost_counts, known=known)
        return cls(store, session)

    def again(self, items: tuple[Item, ...], *, almost_counts: bool = True) -> "Round":
        """The same round with only these items, asked once more; that changes no word's date."""
        session = Session(
            self.session.lesson, round_number=self.session.round, items=items, almost_counts=almost_counts
        )
        return Round(self._store, session, drill=True)

    def answer(
        self,
        response: Response,
        now: datetime,
        *,
        words: WordKnowledge | None = None,
        costs: Mapping[int, float] | None = None,
    ) -> Answered:
        """Score and store the answer to the current item. Raises ProgressError where it cannot be stored."""
        item = self.session.current
        answered = self.session.answer(response, now, words=words, costs=costs)
        try:
            with self._store.together():
                self._store.record(answered.attempt)
                if item is not None:
                    self._plan(item, answered, now)
        except Exception:
            self.session.undo()
            raise
        self.shown = answered
        return answered

    def _plan(self, item: Item, answered: Answered, now: datetime) -> None:
        """When the item's word comes back; other items come back only when they were missed."""
        if self._drill or not (item.lemma or answered.missed):
            return
        lesson = self.session.lesson
        subject = subject_of(lesson.uid, item)
        rating = rating_of(answered.attempt)
        self._store.cards.review(subject, lesson.uid, rating, now, recall_of(lesson, subject))
        self._planned.append((item.id, subject))

    def go_to_next(self) -> Item | None:
        """The next open item, or None at the end."""
        self.shown = None
        return self.session.current

    def undo(self) -> Item | None:
        """Take back the last answer, here and on disk; the item that is open again, or None."""
        answers = {attempt.item: attempt for attempt in self._store.round_of(self.session.lesson.uid)[1]}
        item = self.session.undo()
        self.shown = None
        if item is None:
            return None
        if item.id in answers:
            self._store.forget(answers[item.id])
        if self._planned and self._planned[-1][0] == item.id:
            self._store.cards.undo(self._planned.pop()[1])
        return item
