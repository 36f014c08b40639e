"""Hints, one step after the other: a letter or a place, the meaning, the solution; each step costs points."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from learner.exercises.item import Choice, Gap, Item, Match, Order
from learner.exercises.passage import parse
from learner.exercises.scoring import Score

HintKind = Literal["letters", "beside", "evidence", "translation", "solution"]
COSTS = (0.0, 0.25, 0.5, 1.0)
"""What a part loses at each step of the ladder; the last step, the solution, costs all of it."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One step: its kind, and the letters, meaning, quotation or solution it shows."""

    kind: HintKind
    text: str


def ladder(item: Item, part: int, gloss: str = "") -> tuple[Hint, ...]:
    """At most three steps for a part of an item (a gap, a pair), the last one the solution."""
    steps = [_first(item, part), _second(item, part, gloss)]
    return (*(step for step in steps if step is not None), Hint("solution", solution(item, part)))


def _first(item: Item, part: int) -> Hint | None:
    if isinstance(item, Gap):
        slot = parse(item.passage).slots[part]
        return Hint("letters", slot.given + slot.answers[0][:1])
    if isinstance(item, Match):
        return Hint("letters", item.pairs[part][1][:1])
    if isinstance(item, Order):
        return Hint("letters", " ".join(item.chunks[:2]))
    wrong = [option.text for option in item.options if not option.correct]
    return Hint("beside", wrong[0]) if len(wrong) > 1 else None


def _second(item: Item, part: int, gloss: str) -> Hint | None:
    if isinstance(item, Gap) and part < len(item.hints) and item.hints[part]:
        return None if item.hints[part] == gloss else Hint("translation", item.hints[part])
    if gloss and isinstance(item, Gap):
        return Hint("translation", gloss)
    if isinstance(item, Order | Gap) or not item.evidence or item.evidence[0] in (item.context, item.stem):
        return None
    return Hint("evidence", item.evidence[0])


def solution(item: Item, part: int) -> str:
    """What the part should be."""
    if isinstance(item, Choice):
        return next((option.text for option in item.options if option.correct), "")
    if isinstance(item, Gap):
        slot = parse(item.passage).slots[part]
        return slot.words[0]
    if isinstance(item, Match):
        return item.pairs[part][1]
    return " ".join(item.chunks)


def cost(step: int, steps: int) -> float:
    """The share of a part's points that is lost at this step of so many."""
    return 1.0 if step >= steps else COSTS[min(step, len(COSTS) - 2)]


def points_left(score: Score, costs: Mapping[int, float]) -> float:
    """The points of a score less what the hints cost; a part that earned nothing loses nothing."""
    equal = sum(mark.outcome == "equal" for mark in score.marks)
    almost = sum(mark.outcome == "almost" for mark in score.marks)
    worth = {"equal": 1.0, "almost": (score.points - equal) / almost if almost else 0.0, "wrong": 0.0}
    lost = sum(share * worth[score.marks[part].outcome] for part, share in costs.items() if part < len(score.marks))
    return max(0.0, score.points - lost)


class Ladder:
    """How far the learner has climbed at each part of an item."""

    def __init__(self, item: Item, gloss: str = "") -> None:
        self._item = item
        self._gloss = gloss
        self._steps: dict[int, int] = {}

    def climb(self, part: int) -> None:
        """Take one more hint for this part; behind the solution there is none."""
        most = len(ladder(self._item, part, self._gloss))
        self._steps[part] = min(self._steps.get(part, 0) + 1, most)

    def shown(self, part: int) -> tuple[Hint, ...]:
        """The hints taken for this part, the first step first."""
        return ladder(self._item, part, self._gloss)[: self._steps.get(part, 0)]

    def more(self, part: int) -> bool:
        """Whether a step is left for this part."""
        return self._steps.get(part, 0) < len(ladder(self._item, part, self._gloss))

    @property
    def costs(self) -> dict[int, float]:
        """For each part with hints the share of its points that they cost."""
        return {part: cost(step, len(ladder(self._item, part, self._gloss))) for part, step in self._steps.items()}
