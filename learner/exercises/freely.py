"""How freely a statement is told: in another order, another tense, with other words."""

from itertools import pairwise

from learner.exercises.difficulty import at_least
from learner.exercises.material import Material
from learner.exercises.paraphrasing import paraphrased, words_changed
from learner.exercises.retelling import retold
from learner.exercises.statement import Statement
from learner.exercises.turning import turned


def retold_freely(material: Material, statement: Statement) -> str:
    """The statement in another order or other words; empty where it stays a copy, but for its tense.

    From C1 on two of order, tense and words change.
    """
    said = said_freely(material, statement)
    least = 2 if at_least(material.level, "C1") else 1
    free = not _is_in_order(said) or words_changed(material, statement) > 0
    return said.text(material.analysis) if free and _ways(material, statement) >= least else ""


def said_freely(material: Material, statement: Statement) -> Statement:
    """The statement in another order, another tense and with another word, as far as that is certain."""
    other = turned(material, statement) or statement
    other = retold(material, other) or other
    return paraphrased(material, other) or other


def is_copied(said: Statement) -> bool:
    """Whether the statement keeps the words of its sentence in their order, some perhaps left out."""
    return _is_in_order(said) and not set(said.instead).intersection(said.tokens)


def _is_in_order(said: Statement) -> bool:
    return all(before < token for before, token in pairwise(said.tokens))


def _ways(material: Material, statement: Statement) -> int:
    """In how many ways the statement can be told otherwise: in another order, another tense, with another word."""
    other = turned(material, statement) or statement
    past = _moved(material, statement)
    return (other is not statement) + (past is not other) + (words_changed(material, past) > 0)


def _moved(material: Material, statement: Statement) -> Statement:
    """The statement in another order and tense, as far as that is certain."""
    other = turned(material, statement) or statement
    return retold(material, other) or other
