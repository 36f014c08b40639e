"""The items of a lesson, of which the most that go together are found by trying several orders."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from learner.exercises.asked import Asked, Exclusions
from learner.exercises.item import Item
from learner.exercises.material import Material
from learner.exercises.plan import plan
from learner.exercises.ranking import preferred, spread

_UNDERSTANDING = (
    "headings", "topic", "paragraph-order", "w-question", "who-said-it", "who-is-who", "text-order",
)  # fmt: skip
_MOST_FREE = "true-false"  # which can ask about nearly any sentence, and takes what is left
_PASSAGES = ("word-bank", "c-test", "gapped-text")  # what claims one paragraph before what has others to choose from
_SEVERAL = ("match-meanings",)  # what asks for several words leaves the others to be asked alone
_TYPED = "type-word"
_LONG = 180  # seconds; an item that takes longer fills a short lesson alone
_SHARE = 0.25  # of the time is the most one long item may take
_TURNS = 12  # orders tried


def chosen(material: Material, minutes: int | None = None) -> list[Item]:
    """For every exercise as many items as the level has, of several tries those that are most.

    One of comprehension weighs as much as two others; of equals the first try is taken.
    """
    made = {exercise: preferred(exercise, material) for exercise in _wanted(material, minutes)}
    exclusions = Exclusions()
    return max((_try(material, made, turn, exclusions) for turn in range(_TURNS)), key=_worth)


def _wanted(material: Material, minutes: int | None) -> Iterator[str]:
    """The exercises of the level, without one that would fill a short lesson alone."""
    for exercise in plan().levels[material.level]:
        time = plan().time(exercise)
        if minutes is None or time <= minutes * 60 * _SHARE or time < _LONG:
            yield exercise


def _worth(items: Iterable[Item]) -> int:
    return sum(2 if item.skill == "comprehension" else 1 for item in items)


def _try(material: Material, made: Mapping[str, Sequence[Item]], turn: int, exclusions: Exclusions) -> list[Item]:
    """What one order gives: exercise by exercise every item that goes with those before it, the most useful first."""
    wanted = plan().levels[material.level]
    asked = Asked(exclusions)
    found: dict[str, list[Item]] = {exercise: [] for exercise in made}
    for exercise in _order(material, made, turn):
        for item in spread(exercise, made[exercise], material, turn) if turn else made[exercise]:
            if len(found[exercise]) < wanted[exercise] and asked.admits(item):
                found[exercise].append(item)
                asked.add(item)
    return [item for items in found.values() for item in items]


def _order(material: Material, made: Mapping[str, Sequence[Item]], turn: int) -> list[str]:
    """First understanding, then passages, which claim paragraphs, then the others; all but the first turn mix them.

    Every other turn mixes understanding too. Of the others those that have few items come before those that have a
    choice of sentences; typed words last, since the same words are asked by their meaning first.
    """
    wanted = plan().levels[material.level]
    first = [exercise for exercise in _UNDERSTANDING if exercise in made]
    then = [exercise for exercise in (_MOST_FREE, *_PASSAGES, *_SEVERAL) if exercise in made]
    rest = [exercise for exercise in made if exercise not in {*first, *then}]
    if turn:
        material.rng(f"order {turn}").shuffle(rest)
    if turn % 2:
        material.rng(f"understanding {turn}").shuffle(first)
    rest.sort(key=lambda one: one == _TYPED or len(made[one]) > wanted[one])
    return [*first, *then, *rest]
