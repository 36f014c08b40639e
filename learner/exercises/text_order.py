"""text-order: pieces of information to be put in the order in which the article gives them; the first one is given."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from learner.exercises.item import Feedback, Item, Order
from learner.exercises.material import Material, fingerprint
from learner.exercises.points import Point, points

EXERCISE = "text-order"
_FIGURE = re.compile(r"\d[\d.,]*\d")
_WORD = re.compile(r"[^\W\d_]+")
_LONGER = 5  # letters
_PARTS = (5, 4)
_SHORT = 8  # words
_APART = 2  # paragraphs from one to the next
_MOST_POINTS = 14
_MOST_ITEMS = 200


def generate(material: Material) -> tuple[Item, ...]:
    """The same kind of item of many choices of sentences, the best first: a lesson takes the first that is free."""
    found = _choices(points(material))
    return tuple(_item(material, one) for one, _ in zip(found, range(_MOST_ITEMS), strict=False))


def _choices(found: tuple[Point, ...]) -> Iterator[tuple[Point, ...]]:
    """Five points, else four: those of paragraphs apart and those that are the point of their paragraph first."""
    best = sorted(found, key=_weight)[:_MOST_POINTS]
    ordered = sorted(best, key=lambda point: point.sentence)
    for count in _PARTS:
        sound = (one for one in combinations(ordered, count) if is_sound(one))
        yield from sorted(sound, key=_cost)


def is_sound(chosen: tuple[Point, ...]) -> bool:
    """Each in a paragraph of its own, all but the given first told once, one date at most."""
    parted = all(after.paragraph > before.paragraph for before, after in pairwise(chosen))
    dated = sum(one.dated for one in chosen)
    return parted and dated <= 1 and all(one.once for one in chosen[1:]) and not _repeat(chosen)


def _repeat(chosen: tuple[Point, ...]) -> bool:
    """Whether two of them tell of the same thing beside what the whole article is about, or in the same words."""
    return any(
        one.telling & other.telling or _figures(one) & _figures(other) or _phrases(one) & _phrases(other)
        for one, other in combinations(chosen, 2)
    )


def _figures(point: Point) -> frozenset[str]:
    """The numbers it tells: the same one twice is the same information (`9.000 Bäume`)."""
    return frozenset(_FIGURE.findall(point.text))


def _phrases(point: Point) -> frozenset[tuple[str, str]]:
    """Its pairs of longer words side by side that are no name (`nächsten Bundestagswahl`)."""
    found = pairwise(_WORD.findall(point.text))
    return frozenset(
        (one.lower(), other.lower())
        for one, other in found
        if min(len(one), len(other)) >= _LONGER and not (one[0].isupper() and other[0].isupper())
    )


def _cost(chosen: tuple[Point, ...]) -> int:
    near = sum(after.paragraph - before.paragraph < _APART for before, after in pairwise(chosen))
    return 3 * near + sum(map(_weight, chosen))


def _weight(point: Point) -> int:
    """How far a point is from what opens its paragraph; a copy and a short one, often a mere scene, weigh more."""
    return min(point.place, 3) + point.copied + (len(point.text.split()) < _SHORT)


def _item(material: Material, chosen: tuple[Point, ...]) -> Order:
    evidence = tuple(material.analysis.sentence_text(point.sentence) for point in chosen)
    return Order(
        id=f"{EXERCISE}-{fingerprint(*evidence)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=material.level,
        stem="In welcher Reihenfolge stehen diese Informationen im Text? Die erste steht fest.",
        evidence=evidence,
        chunks=tuple(point.text for point in chosen),
        feedback=Feedback(f"{EXERCISE}.right", {}),
    )
