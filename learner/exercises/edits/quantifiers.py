"""Quantifiers: `alle` and `nicht alle`, `die meisten` and `die wenigsten`, `mehr als` and `weniger als`."""

from collections.abc import Iterator

from learner.exercises.difficulty import at_least
from learner.exercises.edits.edit import Edit, told_with
from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.exercises.wordlists import table, words
from learner.language.clauses import clause_of
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_AMOUNTS = wordclass("determiners.of-amounts")


def quantifiers(material: Material, statement: Statement) -> Iterator[Edit]:
    """The statement with one expression of quantity exchanged, where nothing else in it is denied or limited."""
    forms = [material.analysis.form(token).lower() for token in statement.tokens]
    for phrase, instead, followed in table("quantifiers.tsv"):
        parts = phrase.split()
        places = [place for place in range(len(forms)) if forms[place : place + len(parts)] == parts]
        if len(places) != 1 or _limited(forms, places[0], places[0] + len(parts)):
            continue
        # a `nicht` put in asks for no understanding, and behind `und` it would reach one part alone
        if instead.startswith("nicht ") and (material.level != "A1" or "und" in forms[: places[0]]):
            continue
        if followed == "number" and at_least(material.level, "B1"):  # only numbers to be compared
            continue
        first, last = places[0], places[0] + len(parts) - 1
        if not _followed(material, statement, last, followed) or told_with(material, statement, parts[0]):
            continue
        if followed == "noun" and not _stands_free(material, statement, first):
            continue
        tokens = statement.tokens[first : last + 1]
        changed = statement.writing(_written(material, statement, first, instead)).without(tokens[1:])
        yield Edit(changed, "quantity", instead, phrase)


def _written(material: Material, statement: Statement, first: int, instead: str) -> dict[int, str]:
    """What is written where: `nur` stands before the preposition (`nur an wenigen Stellen`)."""
    token, before = statement.tokens[first], statement.tokens[first - 1]
    only, _, rest = instead.rpartition(" ")
    if not first or only != "nur" or material.analysis.words[before].tag != "APPR":
        return {token: instead}
    return {before: f"{only} {material.analysis.form(before).lower()}", token: rest}


def _stands_free(material: Material, statement: Statement, first: int) -> bool:
    """Whether the phrase begins here, in a clause that claims something, behind no preposition to split."""
    token = statement.tokens[first]
    before = material.analysis.words[statement.tokens[first - 1]].tag if first else ""
    clause = clause_of(material.analysis, statement.sentence, token)
    if clause is None or before in {"ART", "PPOSAT", "PDAT", "ADV", "KOKOM"}:
        return False
    split = before in {"APPR", "APPRART"} and material.analysis.form(token).lower().startswith(("alle", "jede"))
    return not split and (clause.kind == "main" or material.analysis.form(clause.start_token).lower() == "dass")


def _limited(forms: list[str], first: int, last: int) -> bool:
    """Whether another word that denies, limits or tells how many stands in the statement."""
    others = forms[:first] + forms[last:]
    return bool(set(others) & (words("scope.txt") | _AMOUNTS))


def _followed(material: Material, statement: Statement, last: int, followed: str) -> bool:
    """Whether a noun phrase or a number follows, as the row asks."""
    if last + 1 >= len(statement.tokens):
        return False
    word = material.analysis.words[statement.tokens[last + 1]]
    if followed == "number":
        return word.tag == "CARD"
    return word.tag in {"NN", "ADJ(A)"} and word.lemma not in column("times.tsv")
