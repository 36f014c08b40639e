"""A round of practice whose every answer is on disk before the next thing is shown."""

from learner.exercises.item import Gap, Item
from learner.exercises.lesson import Lesson
from learner.exercises.scoring import Response
from learner.progress.schedule import RATINGS
from learner.progress.session import Answered, Session
from learner.ui.desk import Desk


class Round:
    """A session with the learner's store; a word's date is set when the learner goes on, so undo leaves none."""

    def __init__(self, desk: Desk, session: Session) -> None:
        self._desk = desk
        self.session = session
        self.shown: Answered | None = None

    @classmethod
    def go_on(cls, desk: Desk, lesson: Lesson) -> "Round":
        """The lesson's latest round where it was left; a new round where that one is finished."""
        number, earlier = desk.store.round_of(lesson.uid)
        almost = desk.settings.almost_counts
        session = Session(lesson, earlier, round_number=number, almost_counts=almost)
        if session.finished and earlier:
            session = Session(lesson, round_number=number + 1, almost_counts=almost)
        return cls(desk, session)

    def again(self, items: tuple[Item, ...]) -> "Round":
        """The same round with only these items, which are asked once more."""
        session = Session(
            self.session.lesson,
            round_number=self.session.round,
            items=items,
            almost_counts=self._desk.settings.almost_counts,
        )
        return Round(self._desk, session)

    def answer(self, response: Response) -> Answered:
        """Score and store the answer to the current item. Raises ProgressError where it cannot be stored."""
        words = self._desk.words() if isinstance(self.session.current, Gap) else None
        self.shown = self.session.answer(response, self._desk.now(), words=words)
        try:
            self._desk.store.record(self.shown.attempt)
        except Exception:
            self.session.undo()
            self.shown = None
            raise
        return self.shown

    def settle(self, item: Item) -> None:
        """Go on: plan when the item's word comes back; other items come back only when they were missed."""
        if self.shown is not None and (item.lemma or self.shown.score.outcome != "equal"):
            subject = item.lemma or item.id
            rating = RATINGS[self.shown.score.outcome]
            self._desk.store.review(subject, self.session.lesson.uid, rating, self._desk.now())
        self.shown = None

    def undo(self) -> Item | None:
        """Take back the last answer, here and on disk; the item that is open again, or None."""
        answers = {attempt.item: attempt for attempt in self._desk.store.round_of(self.session.lesson.uid)[1]}
        item = self.session.undo()
        if item is not None and item.id in answers:
            self._desk.store.forget(answers[item.id])
        self.shown = None
        return item
