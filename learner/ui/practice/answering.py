"""Each kind of item has the way of answering that suits it."""

from collections.abc import Callable

from learner.exercises.item import Choice, Gap, Item, Match
from learner.ui.practice.answer import Answer
from learner.ui.practice.choice_answer import ChoiceAnswer
from learner.ui.practice.gap_answer import GapAnswer
from learner.ui.practice.match_answer import MatchAnswer
from learner.ui.practice.order_answer import OrderAnswer


def answering(item: Item, say: Callable[..., str]) -> Answer:
    """The widget that answers an item. Raises LessonError for a passage whose gaps cannot be read."""
    if isinstance(item, Choice):
        return ChoiceAnswer(item, say)
    if isinstance(item, Gap):
        return GapAnswer(item, say)
    if isinstance(item, Match):
        return MatchAnswer(item, say)
    return OrderAnswer(item, say)
