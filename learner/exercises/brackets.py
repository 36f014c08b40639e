"""Whether the two halves of a sentence's verb go together: `nannte … angeführt` is a slip of the page."""

from learner.exercises.material import Material
from learner.exercises.wordlists import words
from learner.language.clauses import Clause, clauses
from learner.language.finite import auxiliary_verbs
from learner.language.segments import PARTICIPLES
from learner.lexicon.wordclasses import wordclass

_WITH_INFINITIVE = wordclass("verbs.with-bare-infinitive")


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
    behind = [token for token in clause.tokens if token > clause.finite and not words_[token].tag.startswith("$")]
    tags = [words_[token].tag for token in clause.tokens if token > clause.finite]
    joined = "KON" in tags or "$," in tags
    bare = lemma in _WITH_INFINITIVE  # `wird am Montag stehen`, read as what they do
    finite = (one for one in behind if words_[one].tag in {"VV(FIN)", "VA(FIN)", "VM(FIN)"})
    if not joined and any(not (bare and material.analysis.form(one) == words_[one].lemma) for one in finite):
        return False
    if (
        behind
        and words_[behind[-1]].tag in PARTICIPLES
        and lemma not in auxiliary_verbs() | words("with_participle.txt")
    ):
        return joined or _is_quality(material, behind[-1])
    return True


def _is_quality(material: Material, token: int) -> bool:
    """`zeigte sich enttäuscht`, `nahm den Widerspruch gelassen`: the participle is an adjective by itself."""
    found = material.lexicon.lookup(material.analysis.form(token), "ADJ")
    return found is not None and found.pos == "ADJ" and bool(found.glosses)
