"""What the learner is told to do: by exercise, or by kind for an exercise of an author's own."""

from collections.abc import Callable

from learner.errors import LessonError
from learner.exercises.item import Choice, Gap, Item, Match
from learner.exercises.passage import parse


def instruction(item: Item, say: Callable[..., str]) -> str:
    """The sentences above an item; `say` gives the sentence for a wording key."""
    key = f"exercise.{item.exercise}.instruction"
    known = say(key)
    told = say(f"exercise.of-kind.{_kind(item)}") if known == key else known
    left = left_over(item)
    more = say("exercise.left-over.one" if left == 1 else "exercise.left-over.several", count=left) if left else ""
    return f"{told} {more}".strip()


def left_over(item: Item) -> int:
    """How many words of a bank, or right-hand sides of pairs, belong nowhere."""
    if isinstance(item, Match):
        return len(item.spare)
    if isinstance(item, Gap) and item.bank:
        try:
            return max(0, len(item.bank) - len(parse(item.passage).slots))
        except LessonError:
            return 0
    return 0


def _kind(item: Item) -> str:
    if isinstance(item, Gap):
        return "bank" if item.bank else "gap"
    return "choice" if isinstance(item, Choice) else "match" if isinstance(item, Match) else "order"
