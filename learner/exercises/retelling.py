"""A statement about the past told in the other tense: `beschloss` as `hat beschlossen`, `ist gebaut worden`."""

from learner.exercises import extent
from learner.exercises.fields import Fields, fields, main_clause
from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words
from learner.language.finite import auxiliary_verbs
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import Verb
from learner.lexicon.wordclasses import wordclass

_PERFECT = {("haben", "Sing"): "hat", ("haben", "Plur"): "haben", ("sein", "Sing"): "ist", ("sein", "Plur"): "sind"}
_PASSIVE = {"Sing": "wurde", "Plur": "wurden"}
_RESULTS = wordclass("adverbs.of-results")
_OF_DEGREE = wordclass("adverbs.before-participles")
_LONGEST_NAME = 2  # words
_JOINS = frozenset({"KON", "$,", "KOUS", "VV(IZU)", "PTKZU"})


def retold(material: Material, statement: Statement) -> Statement | None:
    """The statement in Präteritum instead of Perfekt or the other way round; None where that is not certain."""
    found = fields(material, statement)
    finite = material.analysis.words[found.finite]
    number = finite.features.get("Number", "")
    if not _is_one_clause(material, statement, found) or finite.features.get("Mood") != "Ind" or not number:
        return None
    if finite.features.get("Tense") == "Past" and finite.lemma not in auxiliary_verbs():
        return _as_perfect(material, statement, found, number)
    if finite.features.get("Tense") == "Past" and finite.lemma == "werden":
        return _as_passive_perfect(material, statement, found, number)
    if finite.features.get("Tense") == "Pres" and finite.lemma in {"sein", "haben"}:
        return _as_preterite(material, statement, found, number)
    return None


def _is_one_clause(material: Material, statement: Statement, found: Fields) -> bool:
    """Whether the statement is one certain main clause in which no other verb is joined to its own."""
    main = main_clause(material, statement)
    inside = set(statement.tokens[:-1]) <= set(main.tokens) and len(found.rest) <= 1
    tags = [material.analysis.words[token].tag for token in (*found.middle, *found.bracket)]
    if any(material.analysis.words[token].tag.endswith("(FIN)") for token in statement.tokens if token != found.finite):
        return False  # another verb would keep its tense
    third = material.analysis.words[found.finite].features.get("Person", "3") == "3"
    return inside and main.certain and third and not _JOINS.intersection(tags) and found.finite not in statement.instead


def _verb(material: Material, lemma: str) -> Verb | None:
    lexeme = wordbook(material.lexicon).lookup(lemma, "VERB")
    return lexeme.verb if lexeme else None


def _as_perfect(material: Material, statement: Statement, found: Fields, number: str) -> Statement | None:
    lemma = material.analysis.words[found.finite].lemma
    verb = _verb(material, lemma)
    forms = {material.analysis.form(token).lower() for token in statement.tokens}
    if verb is None or len(verb.auxiliaries) != 1 or lemma in words("no_perfect.txt") or "seit" in forms:
        return None
    if _names_last(material, found):
        return None
    auxiliary = {"hat": "haben", "ist": "sein"}[verb.auxiliaries[0]]
    changed = {found.finite: _PERFECT[auxiliary, number]}
    tags = [material.analysis.words[token].tag for token in found.bracket]
    if tags == ["PTKVZ"]:
        return statement.writing({**changed, found.bracket[0]: verb.participle})
    if tags or verb.particle or not found.middle:
        return None
    last = found.middle[-1]
    before = statement.instead.get(last) or material.analysis.form(last)
    return statement.writing({**changed, last: f"{before} {verb.participle}"})


def _names_last(material: Material, found: Fields) -> bool:
    """`… meldete sich aus Curitiba Helena Bittencourt, eine Urenkelin`: before a participle she would stand first."""
    if not found.middle or not extent.in_person(material.analysis, found.middle[-1]):
        return False
    before = [token for token in found.middle if not extent.in_person(material.analysis, token)]
    last = material.analysis.words[before[-1]].tag if before else ""
    phrases = any(material.analysis.words[token].tag.startswith("APPR") for token in before)
    joined = last.startswith("APPR") and len(found.middle) - len(before) > _LONGEST_NAME  # the place read with the name
    return phrases and (joined or last.startswith(("N", "ADV", "CARD")))


def _as_passive_perfect(material: Material, statement: Statement, found: Fields, number: str) -> Statement | None:
    if [material.analysis.words[token].tag for token in found.bracket] != ["VV(PP)"]:
        return None
    participle = material.analysis.form(found.bracket[0])
    return statement.writing({found.finite: _PERFECT["sein", number], found.bracket[0]: f"{participle} worden"})


def _as_preterite(material: Material, statement: Statement, found: Fields, number: str) -> Statement | None:
    tags = [material.analysis.words[token].tag for token in found.bracket]
    forms = {material.analysis.form(token).lower() for token in statement.tokens}
    if forms & _RESULTS or "seit" in forms:
        return None  # `hat sich schon entschieden`, `ist seit Mai gestiegen`: it is so now
    if found.middle and material.analysis.form(found.middle[-1]).lower() in _OF_DEGREE:
        return None  # `hat sich mehr als verdoppelt`: what stands before the participle belongs to it
    if tags == ["VV(PP)", "VA(PP)"] and material.analysis.form(found.bracket[1]) == "worden":
        return statement.writing({found.finite: _PASSIVE[number]}).without([found.bracket[1]])
    if tags != ["VV(PP)"] or statement.instead.get(found.bracket[0]):
        return None
    verb = _verb(material, material.analysis.words[found.bracket[0]].lemma)
    auxiliary = {"haben": "hat", "sein": "ist"}[material.analysis.words[found.finite].lemma]
    if verb is None or verb.auxiliaries != (auxiliary,) or verb.participle != material.analysis.form(found.bracket[0]):
        return None
    simple, _, particle = verb.preterite.partition(" ")
    plural = simple + ("n" if simple.endswith("e") else "en")
    told = statement.writing({found.finite: simple if number == "Sing" else plural})
    return told.writing({found.bracket[0]: particle}) if particle else told.without(found.bracket)
