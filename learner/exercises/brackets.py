"""Whether the two halves of a sentence's verb go together: `nannte … angeführt` is a slip of the page."""

from learner.exercises.material import Material
from learner.exercises.wordlists import words
from learner.language.clauses import Clause, clauses
from learner.language.finite import auxiliary_verbs
from learner.language.segments import PARTICIPLES


def is_built(material: Material, number: int) -> bool:
    """Whether every main clause has one finite verb that goes with its right bracket (not `nannte … angeführt`)."""
    return all(
        _goes_with_bracket(material, clause) for clause in clauses(material.analysis, number) if clause.kind == "main"
    )


def _goes_with_bracket(material: Material, clause: Clause) -> bool:
    if clause.finite is None:
        return True
    words_ = material.analysis.words
    lemma = words_[clause.finite].lemma
    behind = [words_[token].tag for token in clause.tokens if token > clause.finite]
    full = [tag for tag in behind if tag in {"VV(FIN)", "VA(FIN)", "VM(FIN)"}]
    joined = "KON" in behind or "$," in behind
    if full and not joined:
        return False
    last = next((tag for tag in reversed(behind) if not tag.startswith("$")), "")
    if last in PARTICIPLES and lemma not in auxiliary_verbs() | words("with_participle.txt"):
        return joined
    return True
