"""Whether a pronoun or `darauf` of a statement is explained by the statement itself."""

from collections.abc import Sequence

from learner.exercises.dangling import is_person
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.personal import is_called, means_person
from learner.exercises.persons import persons
from learner.exercises.pronouns import genders
from learner.exercises.questions.nouns import is_institution, is_role
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words
from learner.language.clauses import Clause, clause_of, clauses
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass, wordmap, wordrow

_NOUNS = frozenset({"NN", "NNA", "NNI", "NE", "FM"})
_GENDERS = wordmap("pronouns.antecedent")
_ANNOUNCING = wordclass("verbs.with-es-and-infinitive", "verbs.announcing-infinitives")
_BOUNDS = wordclass("nouns.bounds")
_MONEY = wordclass("nouns.money")


def is_anchored(material: Material, statement: Statement, place: int, form: str) -> bool:
    """Whether what a pronoun stands for is said before it in the statement."""
    if form == "es":
        return _is_impersonal(material, statement, place)
    if form.startswith(wordrow("determiners.of-speakers")):
        return False
    if material.analysis.words[statement.tokens[place]].tag == "PPER":
        wanted = _of_subject_sie(material, statement, place) if form == "sie" else ""
        return _has_antecedent(material, statement, place, wanted or _GENDERS.get(form, ""), apart=True)
    wanted = _GENDERS["sein" if form.startswith("sein") else "ihre"]
    able = [
        token
        for token in statement.tokens[:place]
        if material.analysis.words[token].tag in _NOUNS and set(genders(material, token)) & set(wanted)
        and not _is_nobody(material, token)
    ]  # fmt: skip
    if not able:
        return False
    joined = _is_joined_to(material, statement, place, able[-1])
    return joined or _is_somebody(material, able[0]) or _is_only_one(material, statement, place, able)


def _is_joined_to(material: Material, statement: Statement, place: int, owner: int) -> bool:
    """`Die USA und ihre Partner`: what is joined to its owner."""
    return material.analysis.form(statement.tokens[place - 1]) == "und" and statement.tokens[place] - 2 == owner


def _is_only_one(material: Material, statement: Statement, place: int, able: Sequence[int]) -> bool:
    """`Die EU beruft sich auf ihre Fänge`: the subject in front, and no other noun before that could own it."""
    clause = clause_of(material.analysis, statement.sentence, statement.tokens[place])
    phrase = next((one for one in noun_phrases(material, statement.sentence) if one.head == able[0]), None)
    if phrase is None or clause is None or len(able) > 1 or phrase.tokens[0] != statement.tokens[0]:
        return False
    agrees = "Nom" in phrase.cases and clause.finite is not None and phrase.tokens[-1] + 1 == clause.finite
    number = material.analysis.words[clause.finite].features.get("Number") if clause.finite is not None else ""
    return agrees and phrase.determiner is not None and phrase.number == number == "Sing"


def _is_somebody(material: Material, token: int) -> bool:
    """Whether the noun is a person or a body, which what is `sein` most likely belongs to where it comes first."""
    span = material.analysis.article.tokens[token]
    named = any(one.start <= span.start < one.end for person in persons(material) for one in person.mentions)
    lemma = material.analysis.words[token].lemma
    return named or is_role(lemma) or is_institution(lemma) or lemma in words("groups.txt")


def _of_subject_sie(material: Material, statement: Statement, place: int) -> str:
    """Whether `sie` beside its verb or first in its clause is one (f) or several (p); empty where it is no subject."""
    token = statement.tokens[place]
    clause = clause_of(material.analysis, statement.sentence, token)
    if clause is None or clause.finite is None:
        return ""
    leads = abs(token - clause.finite) == 1 or token == clause.start_token + 1
    number = material.analysis.words[clause.finite].features.get("Number", "")
    return {"Plur": "p", "Sing": "f"}.get(number, "") if leads else ""


def is_explained(material: Material, statement: Statement, place: int) -> bool:
    """`damit, dass …`, `darauf, … zu …`: a clause behind it says what is meant."""
    token = statement.tokens[place]
    if not place and material.analysis.form(token + 1) != ",":  # `Darin hat sie untersucht, wie …`
        return False
    return any(
        clause.start_token > token and _explains(material, clause)
        for clause in clauses(material.analysis, statement.sentence)
    )


def _explains(material: Material, clause: Clause) -> bool:
    opener = material.analysis.form(clause.start_token).lower()
    return opener in {"dass", "ob", "wie"} or (
        clause.kind == "infinitive" and opener not in wordclass("conjunctions.of-infinitives")
    )


def _is_impersonal(material: Material, statement: Statement, place: int) -> bool:
    """`Es gibt`, `es handelt sich um`; else `es` may stand for something said before."""
    token = statement.tokens[place]
    clause = clause_of(material.analysis, statement.sentence, token)
    if clause is None:
        return False
    gives = any(material.analysis.words[one].lemma == "geben" for one in clause.tokens)
    if gives or _comes_to(material, token, clause) or _is_taken_up(material, statement, clause):
        return True
    return not place and _acts_behind(material, statement, clause)


def _acts_behind(material: Material, statement: Statement, clause: Clause) -> bool:
    """`Es werde keine Stelle gestrichen`: in the passive `Es` only keeps the place of what is told behind it."""
    phrases = (one for one in noun_phrases(material, statement.sentence) if one.head in clause.tokens)
    own = (one for one in phrases if one.preposition is None and "Nom" in one.cases)
    told = any(not _is_time(material, one.head) and material.analysis.form(one.head) not in _MONEY for one in own)
    return told and any(material.analysis.words[one].tag == "VV(PP)" for one in clause.tokens)


def _comes_to(material: Material, token: int, clause: Clause) -> bool:
    """`Sollte es auf der Autobahn zu einem Unfall kommen`."""
    behind = [one for one in clause.tokens if one > token]
    comes = any(material.analysis.words[one].lemma == "kommen" for one in clause.tokens)
    return comes and any(material.analysis.form(one) in {"zu", "zum", "zur"} for one in behind)


def _is_taken_up(material: Material, statement: Statement, clause: Clause) -> bool:
    """`Es ist ratsam, … zu …`, `es freut ihn, dass …`: the clause behind says what `es` is."""
    found = clauses(material.analysis, statement.sentence)
    place = found.index(clause)
    following = found[place + 1] if place + 1 < len(found) else None
    if following is None or following.parent != place or not set(following.tokens) <= set(statement.tokens):
        return False
    own = [material.analysis.words[one] for one in clause.tokens]
    if following.kind == "infinitive" and any(word.lemma in _ANNOUNCING for word in own):
        return _explains(material, following)
    evaluates = any(word.tag == "ADJ(D)" for word in own) and any(word.lemma in {"sein", "werden"} for word in own)
    return evaluates and _explains(material, following)


def _has_antecedent(material: Material, statement: Statement, place: int, wanted: str, *, apart: bool) -> bool:
    """Whether a noun before the pronoun, if `apart` in another clause, can be what it means."""
    token = statement.tokens[place]
    clause = clause_of(material.analysis, statement.sentence, token)
    own = frozenset(clause.tokens) if clause and apart else frozenset()
    before = [one for one in statement.tokens[:place] if material.analysis.words[one].tag in _NOUNS and one not in own]
    before = [one for one in before if not _is_nobody(material, one)]
    able = [one for one in before if set(genders(material, one)) & set(wanted)]
    said = any(one.start <= material.analysis.article.tokens[token].start < one.end for one in material.analysis.quotes)
    thing = not is_called(material, token) and (said or not means_person(material, token))
    return any(thing or is_person(material, one) for one in able)


def _is_nobody(material: Material, token: int) -> bool:
    """`bis zum 30. Juni`, `kein Bescheid`: no `er` takes up a day, or what there is not."""
    return _is_time(material, token) or (token > 0 and material.analysis.form(token - 1).lower().startswith("kein"))


def _is_time(material: Material, token: int) -> bool:
    """`Juni`, `Woche`, `Ende` of the year."""
    return material.analysis.words[token].lemma in column("calendar.tsv") | column("times.tsv") | _BOUNDS
