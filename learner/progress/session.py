"""One lesson being practised: which item is next, what was answered, what it came to. Pure; the clock is handed in."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from learner.exercises.answers import Outcome, WordKnowledge
from learner.exercises.item import Item, Skill
from learner.exercises.lesson import Lesson
from learner.exercises.scoring import Response, Score, score
from learner.progress.hints import points_left
from learner.progress.schedule import RATINGS, Rating


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer as it is remembered."""

    uid: str
    item: str
    round: int
    skill: Skill
    response: Response
    outcome: Outcome
    points: float
    possible: float
    at: datetime
    level: str = ""
    hints: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """An attempt, and the score with its feedback."""

    attempt: Attempt
    score: Score

    @property
    def missed(self) -> bool:
        """Whether points are missing, for a fault or for a hint."""
        return self.score.outcome != "equal" or self.attempt.points < self.attempt.possible


@dataclass(frozen=True, slots=True)
class Summary:
    """What a session came to: points per skill as (points, possible), items missed, lemmas to look at again."""

    points: float
    possible: float
    skills: Mapping[Skill, tuple[float, float]]
    missed: tuple[Item, ...]
    lemmas: tuple[str, ...]


class Session:
    """A round through a lesson's items; earlier attempts of the same round are taken as done."""

    def __init__(
        self,
        lesson: Lesson,
        earlier: Iterable[Attempt] = (),
        *,
        round_number: int = 1,
        items: tuple[Item, ...] | None = None,
        almost_counts: bool = True,
        known: Container[str] = (),
    ) -> None:
        earlier = tuple(earlier)
        self.lesson = lesson
        self.round = round_number
        self.items = worth_asking(lesson.items, earlier, known) if items is None else items
        self._almost_counts = almost_counts
        known = {item.id for item in self.items}
        self._attempts = {attempt.item: attempt for attempt in earlier if attempt.item in known}
        self._skipped: set[str] = set()
        self._order: list[str] = list(self._attempts)

    @property
    def current(self) -> Item | None:
        """The next item, or None when the round is finished."""
        return next((item for item in self.items if self._open(item)), None)

    @property
    def position(self) -> int:
        """How many items are behind the learner."""
        return sum(not self._open(item) for item in self.items)

    @property
    def finished(self) -> bool:
        """Whether no item is left."""
        return self.current is None

    def answer(
        self,
        response: Response,
        now: datetime,
        *,
        words: WordKnowledge | None = None,
        costs: Mapping[int, float] | None = None,
    ) -> Answered:
        """The current item's attempt and score; `costs` tells for each part what share its hints cost.

        Raises ValueError when the round is finished.
        """
        item = self.current
        if item is None:
            raise ValueError("the round is finished")
        answered = one_answer(
            item,
            response,
            now,
            uid=self.lesson.uid,
            round_number=self.round,
            words=words,
            costs=costs,
            almost_counts=self._almost_counts,
        )
        self._attempts[item.id] = answered.attempt
        self._order.append(item.id)
        return answered

    def skip(self) -> None:
        """Pass over the current item in this session; it is asked again in the next."""
        if self.current is not None:
            self._order.append(self.current.id)
            self._skipped.add(self.current.id)

    def undo(self) -> Item | None:
        """Take back the last answer or skip; the item that is open again, or None where nothing was done."""
        if not self._order:
            return None
        last = self._order.pop()
        self._attempts.pop(last, None)
        self._skipped.discard(last)
        return next(item for item in self.items if item.id == last)

    def summary(self) -> Summary:
        """What the round came to so far."""
        done = [item for item in self.items if item.id in self._attempts]
        skills: dict[Skill, tuple[float, float]] = {}
        for item in done:
            attempt = self._attempts[item.id]
            points, possible = skills.get(item.skill, (0.0, 0.0))
            skills[item.skill] = (points + attempt.points, possible + attempt.possible)
        missed = tuple(item for item in done if self._lost_points(item))
        lemmas = tuple(dict.fromkeys(item.lemma for item in missed if item.lemma))
        points = sum(pair[0] for pair in skills.values())
        return Summary(points, sum(pair[1] for pair in skills.values()), skills, missed, lemmas)

    def _lost_points(self, item: Item) -> bool:
        attempt = self._attempts[item.id]
        return attempt.outcome != "equal" or attempt.points < attempt.possible

    def _open(self, item: Item) -> bool:
        return item.id not in self._attempts and item.id not in self._skipped


def worth_asking(items: tuple[Item, ...], earlier: Iterable[Attempt], known: Container[str]) -> tuple[Item, ...]:
    """The items without those about a word the learner knows; all of them where nothing else is left."""
    answered = {attempt.item for attempt in earlier}
    kept = tuple(item for item in items if not item.lemma or item.lemma not in known or item.id in answered)
    return kept or items


def rating_of(attempt: Attempt) -> Rating:
    """FSRS's rating of an answer: hints make it hard, and nothing earned means again."""
    if attempt.points <= 0:
        return 1
    return 2 if attempt.hints else RATINGS[attempt.outcome]


def one_answer(
    item: Item,
    response: Response,
    now: datetime,
    *,
    uid: str = "",
    round_number: int = 0,
    words: WordKnowledge | None = None,
    costs: Mapping[int, float] | None = None,
    almost_counts: bool = True,
) -> Answered:
    """The score of a response, and the attempt to be remembered."""
    found = score(item, response, words=words, almost_counts=almost_counts)
    points = points_left(found, costs or {})
    level, hints = item.level, len(costs or {})
    attempt = Attempt(
        uid, item.id, round_number, item.skill, response, found.outcome, points, found.possible, now, level, hints
    )
    return Answered(attempt, found)
