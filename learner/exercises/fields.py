"""The fields of a main clause: Vorfeld, finite verb, Mittelfeld, right bracket, and what follows."""

from dataclasses import dataclass

from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.language.clauses import Clause, clauses
from learner.language.segments import INFINITIVES, PARTICIPLES

_BRACKET = INFINITIVES | PARTICIPLES | {"VV(IZU)", "PTKZU"}


@dataclass(frozen=True, slots=True)
class Fields:
    """Token indexes of a statement's first main clause; `rest` is all that stands behind its right bracket."""

    vorfeld: tuple[int, ...]
    finite: int
    middle: tuple[int, ...]
    bracket: tuple[int, ...]
    rest: tuple[int, ...]


def main_clause(material: Material, statement: Statement) -> Clause:
    """The first main clause of the sentence whose verb the statement has, else the first one."""
    main = [clause for clause in clauses(material.analysis, statement.sentence) if clause.kind == "main"]
    return next((clause for clause in main if clause.finite in statement.tokens), main[0])


def fields(material: Material, statement: Statement) -> Fields:
    """The fields of the statement's first main clause."""
    finite = main_clause(material, statement).finite
    assert finite is not None
    place = statement.tokens.index(finite)
    own = frozenset(main_clause(material, statement).tokens)
    end = place + 1
    while end < len(statement.tokens) and statement.tokens[end] in own:
        end += 1
    run = statement.tokens[place + 1 : end]
    length = len(run) - _bracket(material, finite, run)
    return Fields(statement.tokens[:place], finite, run[:length], run[length:], statement.tokens[end:])


def _bracket(material: Material, finite: int, run: tuple[int, ...]) -> int:
    """How many tokens at the end of the run are infinitives, participles or the verb's particle."""
    count = 0
    for token in reversed(run):
        word = material.analysis.words[token]
        if word.tag not in _BRACKET and word.head != finite:
            break
        count += 1
    return count
