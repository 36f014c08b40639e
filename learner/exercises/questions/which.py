"""`Welche Aussage passt zum Text?`: one statement told otherwise, and two or three that the article contradicts.

An exchanged word alone is too little for a statement of its own from B2 on, but not where three places of the
article have to be weighed. Only sentences about which no other true or false statement is made.
"""

from collections.abc import Iterable, Iterator

from learner.exercises.difficulty import at_least
from learner.exercises.edits import Edit
from learner.exercises.freely import retold_freely
from learner.exercises.material import Material
from learner.exercises.questions.question import Question
from learner.exercises.statement import Statement
from learner.exercises.true_false import TURNED, is_checkable, left_over

_STEM = "Welche Aussage passt zum Text?"
_WRONG = 2
_MOST = 4
_LONGEST = 170
_LONGER = 1.7  # times as long as the others stands out


def which(material: Material) -> Iterator[Question]:
    """A few questions, each about sentences of its own."""
    if not at_least(material.level, "B1") or at_least(material.level, "C1"):
        return
    true, false = left_over(material)
    false = [edit for edit in false if edit.kind not in TURNED]
    told = [(one, text) for one in true if (text := _told(material, one))]
    free = {edit.statement.sentence: edit for edit in reversed(false)}
    for statement, key in told[:_MOST]:
        free.pop(statement.sentence, None)
        wrong = _near(material, free.values(), key)
        if len(wrong) < _WRONG:
            continue
        for edit in wrong:
            del free[edit.statement.sentence]
        texts = tuple(edit.statement.text(material.analysis) for edit in wrong)
        also = tuple(edit.statement.sentence for edit in wrong)
        yield Question(statement, "which", _STEM, key, texts, also=also)


def _told(material: Material, statement: Statement) -> str:
    """The statement in other words or another order; empty where only a copy can be had."""
    text = retold_freely(material, statement)
    return text if text and len(text) <= _LONGEST and is_checkable(material, statement) else ""


def _near(material: Material, edits: Iterable[Edit], key: str) -> list[Edit]:
    """Two false statements about as long as the true one, of different kinds where that can be had."""
    able = [edit for edit in edits if _is_as_long(edit.statement.text(material.analysis), key)]
    material.rng(f"which {key}").shuffle(able)
    first = able[:1]
    rest = sorted(able[1:], key=lambda edit: edit.kind == first[0].kind)
    return [*first, *rest][:_WRONG]


def _is_as_long(text: str, key: str) -> bool:
    short, long = sorted((len(text), len(key)))
    return long / short <= _LONGER
