"""true-false: a statement of the article, as it is or with one minimal edit that the article contradicts."""

from learner.exercises.edits import Edit, false_edits, true_edit
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import safe
from learner.exercises.statements import sentences

EXERCISE = "true-false"


def generate(material: Material) -> tuple[Item, ...]:
    """At most one item a sentence; about as many true ones as false ones, paraphrased where a safe wording is known."""
    usable = sentences(material)
    false = {number: edit for number in usable if (edit := _first(material, number)) is not None}
    plain = [number for number in usable if number not in false]
    plain.sort(key=lambda number: (true_edit(material, number) is None, number))
    rng = material.rng(EXERCISE)
    kept_true = [number for number in false if rng.random() < 0.34][: max(0, len(false) // 3)]
    items = [_false(material, number, edit) for number, edit in false.items() if number not in kept_true]
    truths = [*kept_true, *plain][: max(len(items), 1)] if items else plain[:2]
    items += [_true(material, number) for number in truths]
    return tuple(sorted(items, key=lambda item: material.analysis.article.text.find(item.evidence[0])))


def _first(material: Material, sentence: int) -> Edit | None:
    """The first edit that makes a new, readable statement."""
    return next((edit for edit in false_edits(material, sentence) if safe(edit.statement)), None)


def _false(material: Material, sentence: int, edit: Edit) -> Choice:
    evidence = material.analysis.sentence_text(sentence)
    values = {"said": edit.said, "right": edit.right, "evidence": evidence}
    feedback = Feedback(f"{EXERCISE}.{edit.kind}", values)
    return _item(material, edit.statement, evidence, correct=False, feedback=feedback)


def _true(material: Material, sentence: int) -> Choice:
    evidence = material.analysis.sentence_text(sentence)
    edit = true_edit(material, sentence)
    statement = edit.statement if edit else evidence
    return _item(
        material, statement, evidence, correct=True, feedback=Feedback(f"{EXERCISE}.true", {"evidence": evidence})
    )


def _item(material: Material, statement: str, evidence: str, *, correct: bool, feedback: Feedback) -> Choice:
    return Choice(
        id=f"{EXERCISE}-{fingerprint(evidence, statement)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=material.level,
        stem=statement,
        evidence=(evidence,),
        options=(Option("richtig", correct, feedback), Option("falsch", not correct, feedback)),
    )
