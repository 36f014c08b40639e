"""A lesson is composed: chosen exercise by exercise within the time there is, then put in the order of practice."""

from collections.abc import Sequence

from learner.exercises.balance import balanced
from learner.exercises.choosing import chosen
from learner.exercises.content import stamped
from learner.exercises.item import Item
from learner.exercises.material import Material
from learner.exercises.plan import plan


def compose(material: Material, minutes: int | None = None) -> tuple[Item, ...]:
    """The items of a lesson in the order of practice, as many as fit the minutes."""
    found = chosen(material, minutes)
    items = found if minutes is None else _taken(found, minutes)
    order = plan().order()
    ordered = sorted(items, key=lambda item: order.index(item.exercise))
    return tuple(stamped(item) for item in balanced(ordered, material.rng("balance")))


def within(items: Sequence[Item], minutes: int) -> tuple[Item, ...]:
    """Of a lesson's items as many as fit the minutes, of every exercise in turn, in the lesson's order."""
    kept = _taken(items, minutes)
    return tuple(item for item in items if item in kept)


def _taken(items: Sequence[Item], minutes: int) -> list[Item]:
    """Items in turn, one of every exercise in each round, until the time is used."""
    by_exercise: dict[str, list[Item]] = {}
    for item in items:
        by_exercise.setdefault(item.exercise, []).append(item)
    left, taken = minutes * 60, list[Item]()
    for turn in range(max(map(len, by_exercise.values()), default=0)):
        for exercise, own in by_exercise.items():
            if turn < len(own) and plan().time(exercise) <= left:
                taken.append(own[turn])
                left -= plan().time(exercise)
    return taken
