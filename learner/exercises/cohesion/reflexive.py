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
    if clause is None or noun not in clause.tokens:
        return False
    if clause.vorfeld is None:
        return _opens_clause(material, clause, noun)
    front = [phrase for phrase in noun_phrases(material, sentence) if phrase.head in clause.vorfeld]
    start = clause.vorfeld.start
    return any(phrase.head == noun and start in {phrase.tokens[0], phrase.preposition} for phrase in front)


def _opens_clause(material: Material, clause: Clause, noun: int) -> bool:
    """`die Menge, in der die Forscher sie nutzten`: the first phrase behind what opens a clause acts in it."""
    own = (one for one in noun_phrases(material, extent.sentence_of(material.analysis, noun)) if one.head == noun)
    first = range(clause.start_token + 1, clause.start_token + 3)
    bare = any(one.preposition is None and one.tokens[0] in first and "Nom" in one.cases for one in own)
    return clause.kind == "verb-last" and bare


def _of_subject(material: Material, sentence: int, pronoun: int) -> Clause | None:
    """The clause of a pronoun; of `und kostet ihn nichts` the one before, whose subject acts on."""
    found = clauses(material.analysis, sentence)
    own = clause_of(material.analysis, sentence, pronoun)
    if own is None or own not in found:
        return own
    place = found.index(own)
    goes_on = own.finite == own.start_token + 1 and material.analysis.words[own.start_token].tag == "KON"
    return found[place - 1] if goes_on and place else own
