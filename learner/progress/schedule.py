"""When something comes back: the only door to FSRS. No fuzz, so that the same answers give the same dates."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from learner.exercises.answers import Outcome

Rating = Literal[1, 2, 3, 4]
"""Again, hard, good, easy."""
RATINGS: "dict[Outcome, Rating]" = {"equal": 3, "almost": 2, "wrong": 1}
KNOWN_DAYS = 21
"""A word whose stability reaches three weeks counts as known."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A card's state as JSON, when it is due (UTC), and how likely it was to be remembered (None when new)."""

    state: str
    due: datetime
    predicted: float | None = None


@cache
def _scheduler() -> Any:
    """Without FSRS's steps of minutes: a lesson is practised once a day, so nothing comes back sooner than tomorrow."""
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())


def review(card_id: int, state: str | None, rating: Rating, now: datetime) -> Planned:
    """The card after a review; `state` is None for a new card."""
    from fsrs import Card
    from fsrs import Rating as FsrsRating

    moment = now.astimezone(UTC)
    card = Card.from_json(state) if state else Card(card_id=card_id, due=moment)
    predicted = retrievability(state, now) if state else None
    reviewed, _ = _scheduler().review_card(card, FsrsRating(rating), moment)
    return Planned(reviewed.to_json(), reviewed.due, predicted)


def days_until(state: str, now: datetime) -> dict[Rating, int]:
    """For each rating in how many days the card would come back; `state` is empty for a new card."""
    ratings: tuple[Rating, ...] = (1, 2, 3, 4)
    return {rating: max(1, round((review(1, state or None, rating, now).due - now).days)) for rating in ratings}


def retrievability(state: str, now: datetime) -> float:
    """The probability (0-1) that the card is remembered now."""
    from fsrs import Card

    return float(_scheduler().get_card_retrievability(Card.from_json(state), now.astimezone(UTC)))


def stability(state: str) -> float | None:
    """Days until the probability of remembering falls to 0.9; None before the first review."""
    value = json.loads(state).get("stability")
    return float(value) if value is not None else None
