"""Whether a main clause has all it needs: a Vorfeld, its predicate, the particle and the right bracket of its verb."""

from learner.exercises import extent
from learner.exercises.difficulty import at_least
from learner.exercises.material import Material
from learner.language.clauses import Clause
from learner.language.segments import INFINITIVES, PARTICIPLES


def is_whole(material: Material, main: Clause) -> bool:
    """A certain main clause in the indicative with a Vorfeld of its own."""
    if not main.certain or main.vorfeld is None or main.finite is None or not set(main.vorfeld) & set(main.tokens):
        return False
    if main.tokens[-1] == main.finite or not _has_particle(material, main) or _is_claimed(material, main):
        return False
    if _lacks_predicate(material, main):
        return False
    return not is_subjunctive(material, main) and material.analysis.words[main.finite - 1].tag != "KON"


def _lacks_predicate(material: Material, main: Clause) -> bool:
    """`Nach dem Treffen sind Kim.`: behind `sein` one name or noun is left, and what it is stood behind `nicht nur`."""
    assert main.finite is not None
    words_ = material.analysis.words
    behind = [token for token in main.tokens if token > main.finite and not words_[token].tag.startswith("$")]
    return words_[main.finite].lemma == "sein" and len(behind) <= 1 and all(words_[one].tag == "NE" for one in behind)


def _has_particle(material: Material, main: Clause) -> bool:
    """Whether the particle of the verb is in its clause: behind a list it may have been taken for the next one's."""
    assert main.finite is not None
    sentence = extent.sentence_of(material.analysis, main.finite)
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    words_ = material.analysis.words
    particles = [one for one in tokens if words_[one].tag == "PTKVZ" and words_[one].head == main.finite]
    return all(one in main.tokens for one in particles)


def _is_claimed(material: Material, main: Clause) -> bool:
    """`Sie will davon nichts gewusst haben`: a modal verb that says how sure it is, which is above B1."""
    assert main.finite is not None
    modal = material.analysis.words[main.finite].tag == "VM(FIN)"
    last = material.analysis.words[main.tokens[-1]]
    return modal and last.tag == "VA(INF)" and last.lemma in {"haben", "sein"} and not at_least(material.level, "B2")


def has_bracket(material: Material, main: Clause) -> bool:
    """Whether `wird` or a modal verb has the infinitive or participle it needs, and no coordinated clause takes it."""
    assert main.finite is not None
    finite = material.analysis.words[main.finite]
    if finite.tag not in {"VA(FIN)", "VM(FIN)"} or finite.lemma in {"sein", "haben"}:
        return True
    return material.analysis.words[main.tokens[-1]].tag in INFINITIVES | PARTICIPLES


def is_subjunctive(material: Material, clause: Clause) -> bool:
    """Whether the finite verb of the clause is in the subjunctive."""
    return clause.finite is not None and material.analysis.words[clause.finite].features.get("Mood") == "Sub"
