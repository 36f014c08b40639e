"""Plans and facts: what is to be done (`soll geschlossen werden`) is told as done (`wurde geschlossen`)."""

from collections.abc import Iterator

from learner.exercises.edits.edit import Edit
from learner.exercises.fields import fields
from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words
from learner.lexicon.wordclasses import wordclass

_DONE = {"soll": "wurde", "sollen": "wurden"}
_TO_COME = wordclass("adverbs.of-future")


def plans(material: Material, statement: Statement) -> Iterator[Edit]:
    """A planned passive becomes a past one; nothing else in the statement may point to the future or deny."""
    found = fields(material, statement)
    finite = material.analysis.form(found.finite).lower()
    bracket = [material.analysis.words[token] for token in found.bracket]
    planned = (
        finite in _DONE and [word.tag for word in bracket] == ["VV(PP)", "VA(INF)"] and bracket[1].lemma == "werden"
    )
    forms = {material.analysis.form(token).lower() for token in statement.tokens}
    if not planned or forms & _TO_COME or forms & words("scope.txt"):
        return
    participle = material.analysis.form(found.bracket[0])
    changed = statement.writing({found.finite: _DONE[finite]}).without(found.bracket[1:])
    right = f"{finite} {participle} {material.analysis.form(found.bracket[1])}"
    yield Edit(changed, "plan", f"{_DONE[finite]} {participle}", right)
