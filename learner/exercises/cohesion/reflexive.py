"""Who cannot be meant by a pronoun, since `sich` would stand for him: whoever opens the clause of it."""

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.language.clauses import Clause, clause_of, clauses


def acts_beside(material: Material, pronoun: int, noun: int) -> bool:
    """`Meine Tochter hat sie mir gezeigt`, `Auf den Wirt hat er nicht gehört`: who opens a clause is `sich` in it."""
    if material.analysis.words[pronoun].tag != "PPER":
        return False
    sentence = extent.sentence_of(material.analysis, pronoun)
    clause = _of_subject(material, sentence, pronoun)
    if clause is None or clause.vorfeld is None or noun not in clause.tokens:
        return False
    front = [phrase for phrase in noun_phrases(material, sentence) if phrase.head in clause.vorfeld]
    start = clause.vorfeld.start
    return any(phrase.head == noun and start in {phrase.tokens[0], phrase.preposition} for phrase in front)


def _of_subject(material: Material, sentence: int, pronoun: int) -> Clause | None:
    """The clause of a pronoun; of `und kostet ihn nichts` the one before, whose subject acts on."""
    found = clauses(material.analysis, sentence)
    own = clause_of(material.analysis, sentence, pronoun)
    if own is None or own not in found:
        return own
    place = found.index(own)
    goes_on = own.finite == own.start_token + 1 and material.analysis.words[own.start_token].tag == "KON"
    return found[place - 1] if goes_on and place else own
