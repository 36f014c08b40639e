"""Minimal edits that make a statement false: one thing is changed, and the article contradicts the result."""

from collections.abc import Callable, Iterator

from learner.exercises.edits.edit import Edit
from learner.exercises.edits.names import persons, places
from learner.exercises.edits.negation import denials
from learner.exercises.edits.numbers import numbers
from learner.exercises.edits.opposites import opposites
from learner.exercises.edits.plans import plans
from learner.exercises.edits.quantifiers import quantifiers
from learner.exercises.edits.times import times
from learner.exercises.material import Material
from learner.exercises.statement import Statement

_EDITORS: tuple[Callable[[Material, Statement], Iterator[Edit]], ...] = (
    persons,
    opposites,
    quantifiers,
    plans,
    denials,
    places,
    times,
    numbers,
)


def edits(material: Material, statement: Statement) -> tuple[Edit, ...]:
    """Every certain way of making the statement false, those that test understanding most first."""
    return tuple(edit for editor in _EDITORS for edit in editor(material, statement))


__all__ = ["Edit", "edits"]
