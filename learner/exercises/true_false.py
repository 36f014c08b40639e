"""true-false: a statement of the article, as it is or with one minimal edit that the article contradicts."""

from collections import Counter
from collections.abc import Sequence

from learner.exercises.cores import cores
from learner.exercises.edits import Edit, edits
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import safe
from learner.exercises.statement import Statement
from learner.exercises.statements import statements

EXERCISE = "true-false"
_FEWEST_TOKENS = 8


def generate(material: Material) -> tuple[Item, ...]:
    """At most one item a sentence, about as many true ones as false ones, in the order of the article."""
    usable = _usable_statements(material)
    made = {statement.sentence: _usable(material, statement) for statement in usable}
    false = _varied(material, [statement for statement in usable if made[statement.sentence]], made)
    true = [statement for statement in usable if statement.sentence not in false]
    items = {number: _false(material, edit) for number, edit in false.items()}
    items |= {one.sentence: _true(material, one) for one in _best(material, true)[: max(len(false), 1)]}
    return tuple(items[number] for number in sorted(items))


def _usable_statements(material: Material) -> tuple[Statement, ...]:
    """Whole sentences that stand alone, and of the others the main clauses that do."""
    whole = statements(material)
    numbers = {one.sentence for one in whole}
    parts = [one for one in cores(material) if one.sentence not in numbers and len(one.tokens) >= _FEWEST_TOKENS]
    return tuple(sorted((*whole, *parts), key=lambda one: one.sentence))


def _usable(material: Material, statement: Statement) -> tuple[Edit, ...]:
    plain = statement.text(material.analysis)
    return tuple(
        edit
        for edit in edits(material, statement)
        if edit.statement.text(material.analysis) != plain and safe(edit.statement.text(material.analysis))
    )


def _varied(material: Material, candidates: Sequence[Statement], made: dict[int, tuple[Edit, ...]]) -> dict[int, Edit]:
    """An edit for two of three candidates, each of the kind least used so far; the others stay true."""
    rng = material.rng(EXERCISE)
    used: Counter[str] = Counter()
    chosen: dict[int, Edit] = {}
    for statement in candidates:
        if rng.random() < 1 / 3 and len(candidates) > 3:
            continue
        edit = min(made[statement.sentence], key=lambda edit: used[edit.kind])
        used[edit.kind] += 1
        chosen[statement.sentence] = edit
    return chosen


def _best(material: Material, true: Sequence[Statement]) -> list[Statement]:
    """Statements that do not merely repeat their sentence first."""
    return sorted(true, key=lambda one: one.text(material.analysis) == material.analysis.sentence_text(one.sentence))


def _false(material: Material, edit: Edit) -> Choice:
    evidence = material.analysis.sentence_text(edit.statement.sentence)
    values = {"said": edit.said, "right": edit.right, "evidence": evidence}
    feedback = Feedback(f"{EXERCISE}.{edit.kind}", values)
    return _item(material, edit.statement, evidence, edit.kind, feedback)


def _true(material: Material, statement: Statement) -> Choice:
    evidence = material.analysis.sentence_text(statement.sentence)
    return _item(material, statement, evidence, "", Feedback(f"{EXERCISE}.true", {"evidence": evidence}))


def _item(material: Material, statement: Statement, evidence: str, kind: str, feedback: Feedback) -> Choice:
    return Choice(
        id=f"{EXERCISE}-{fingerprint(evidence, kind)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=material.level,
        stem=statement.text(material.analysis),
        evidence=(evidence,),
        options=(Option("richtig", not kind, feedback), Option("falsch", bool(kind), feedback)),
    )
