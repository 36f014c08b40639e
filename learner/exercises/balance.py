"""Where the key stands: over a lesson every position holds it about equally often."""

import random
from collections import Counter
from collections.abc import Iterable

import msgspec

from learner.exercises.item import Choice, Item

_FIXED = frozenset({"true-false"})


def balanced(items: Iterable[Item], rng: random.Random) -> tuple[Item, ...]:
    """The items, with the options of every choice reordered so that no position holds the key too often."""
    used: Counter[tuple[int, int]] = Counter()
    return tuple(_placed(item, used, rng) if _movable(item) else item for item in items)


def _movable(item: Item) -> bool:
    return isinstance(item, Choice) and item.exercise not in _FIXED


def _placed(item: Item, used: Counter[tuple[int, int]], rng: random.Random) -> Item:
    assert isinstance(item, Choice)
    count = len(item.options)
    order = list(range(count))
    rng.shuffle(order)
    position = min(order, key=lambda place: used[count, place])
    used[count, position] += 1
    others = [option for option in item.options if not option.correct]
    key = next(option for option in item.options if option.correct)
    return msgspec.structs.replace(item, options=(*others[:position], key, *others[position:]))
