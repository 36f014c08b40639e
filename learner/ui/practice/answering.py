"""Each kind of item has the way of answering that suits it."""

from collections.abc import Callable

from learner.errors import LessonError
from learner.exercises.item import Choice, Gap, Item, Match
from learner.ui.practice.answer import Answer
from learner.ui.practice.choice_answer import ChoiceAnswer
from learner.ui.practice.gap_answer import GapAnswer
from learner.ui.practice.match_answer import MatchAnswer
from learner.ui.practice.order_answer import OrderAnswer


def answering(item: Item, say: Callable[..., str]) -> Answer:
    """The widget that answers an item. Raises LessonError for an author's item that nobody could answer."""
    if isinstance(item, Choice):
        _need(item, complete=any(option.correct for option in item.options))
        return ChoiceAnswer(item, say)
    if isinstance(item, Gap):
        _need(item, complete="[[" in item.passage)
        return GapAnswer(item, say)
    if isinstance(item, Match):
        _need(item, complete=bool(item.pairs))
        return MatchAnswer(item, say)
    _need(item, complete=bool(item.chunks))
    return OrderAnswer(item, say)


def _need(item: Item, *, complete: bool) -> None:
    if not complete:
        raise LessonError("the item has no answer.", where=item.id, hint="`learner check` lists every fault.")
