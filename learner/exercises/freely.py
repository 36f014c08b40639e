"""How freely a statement is told: in another order, another tense, with other words; and whether that is enough."""

from itertools import pairwise

from learner.exercises.difficulty import at_least
from learner.exercises.material import Material
from learner.exercises.paraphrasing import paraphrased, says_otherwise, words_changed
from learner.exercises.retelling import retold
from learner.exercises.statement import Statement
from learner.exercises.turning import turned

_ALL_WAYS = 3  # order, tense and words


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


def is_worth(material: Material, statement: Statement) -> bool:
    """A copy is nothing to be understood, be its words in another order; at B1 another tense or `schon` for `bereits`.

    At B2 a word and more must change.
    """
    said = said_freely(material, statement)
    words_ = words_changed(material, statement)
    past = retold(material, statement) is not None
    if not at_least(material.level, "B1"):
        return past or words_ > 0
    if material.level == "B1":
        return says_otherwise(material, _moved(material, statement))
    if at_least(material.level, "C1"):
        return words_ > 1 or _ways(material, statement) == _ALL_WAYS
    return words_ > 1 or (words_ > 0 and (past or not _is_in_order(said)))


def _ways(material: Material, statement: Statement) -> int:
    """In how many ways the statement can be told otherwise: in another order, another tense, with another word."""
    other = turned(material, statement) or statement
    past = _moved(material, statement)
    return (other is not statement) + (past is not other) + (words_changed(material, past) > 0)


def _moved(material: Material, statement: Statement) -> Statement:
    """The statement in another order and tense, as far as that is certain."""
    other = turned(material, statement) or statement
    return retold(material, other) or other
