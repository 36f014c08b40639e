"""Minimal edits that make a statement false: one thing is changed, and the article contradicts the result."""

import re
from collections.abc import Callable, Iterator

from learner.exercises.edits.edit import Edit
from learner.exercises.edits.names import persons, places
from learner.exercises.edits.negation import denials
from learner.exercises.edits.numbers import numbers
from learner.exercises.edits.opposites import opposites
from learner.exercises.edits.plans import plans
from learner.exercises.edits.quantifiers import quantifiers
from learner.exercises.edits.times import times
from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words
from learner.language.clauses import clauses
from learner.lexicon.wordclasses import wordclass

_EDITORS: tuple[Callable[[Material, Statement], Iterator[Edit]], ...] = (
    persons,
    opposites,
    quantifiers,
    plans,
    denials,
    places,
    times,
    numbers,
)

_EXCHANGED = frozenset({"name", "number", "time"})
_DENYING = wordclass("adverbs.denying", "adverbs.nearly-denying") | {"ob"}
_WISHING = wordclass("verbs.wishing")
_WITHOUT_REASONS = frozenset({"opposite", "denial"})
_REASONS = wordclass("conjunctions.of-reasons")
_ALSO = wordclass("adverbs.also-true")
_NEAR = 3  # tokens before what is exchanged
_OF_ONE_MAIN = frozenset({"opposite", "quantity"})
_WITHOUT = "ohne"
_EXAMPLE = 6  # tokens that an example reaches back to its `wie` or `etwa`


def edits(material: Material, statement: Statement) -> tuple[Edit, ...]:
    """Every certain way of making the statement false, those that test understanding most first."""
    made = (edit for editor in _EDITORS for edit in editor(material, statement))
    denied = _is_denied(material, statement)
    counted = denied - {_WITHOUT}
    return tuple(
        edit
        for edit in made
        if not (counted if edit.kind == "number" else denied and (edit.kind in _EXCHANGED or edit.kind == "speaker"))
        and not _is_absurd(material, edit)
        and not _is_also_true(material, edit)
        and not _is_in_example(material, statement, edit)
    )


def _is_absurd(material: Material, edit: Edit) -> bool:
    """Whether other words show that it cannot be meant: a number beside a superlative, `mangels` where `nicht` went."""
    forms = {material.analysis.form(token).lower() for token in edit.statement.tokens}
    if edit.kind == "denial" and "mangels" in forms:
        return True
    lemmas = {material.analysis.words[token].lemma for token in edit.statement.tokens}
    if edit.kind in _WITHOUT_REASONS and not _REASONS.isdisjoint(forms):
        return True  # `Sie ist unzufrieden, obwohl das Arbeit bedeutet`
    if edit.kind in _OF_ONE_MAIN and _has_two_mains(material, edit.statement):
        return True  # `trugen bei, sie sanken`; `nur wenige hatten die Preise im Kopf und griffen zu`
    if edit.kind == "opposite" and (lemmas & _WISHING or _is_compared(edit.said)):
        return True  # nobody hopes for what is bad
    superlative = edit.kind == "opposite" and edit.said.endswith("st")
    return superlative and any(material.analysis.words[token].tag == "CARD" for token in edit.statement.tokens)


def _is_also_true(material: Material, edit: Edit) -> bool:
    """`baden auch im Winter`: of the summer it is true as well; not `sogar bei 41 Prozent`."""
    if edit.kind == "number":
        return False
    changed = [token for token in edit.statement.instead if edit.statement.instead[token] in edit.said]
    before = (near for token in changed for near in range(max(token - _NEAR, 0), token))
    return any(material.analysis.form(near).lower() in _ALSO for near in before)


def _is_compared(said: str) -> bool:
    """`die bisher kleinste Aufgabe`, `kleinere Mengen`: nobody would tell of it so."""
    return re.search(r"(st|ere?)e[nrms]?$", said) is not None


def _has_two_mains(material: Material, statement: Statement) -> bool:
    """Whether two main clauses are told, of which one would contradict the other."""
    main = [one for one in clauses(material.analysis, statement.sentence) if one.kind == "main"]
    return sum(one.finite in statement.tokens for one in main) > 1


def _is_denied(material: Material, statement: Statement) -> set[str]:
    """The words by which it says what is not: of another day or number the article says nothing then.

    `14.000 Haushalte ohne Strom` are as many all the same.
    """
    forms = {material.analysis.form(token).lower() for token in statement.tokens}
    return forms & _DENYING | {form for form in forms if form.startswith("kein")}


def _is_in_example(material: Material, statement: Statement, edit: Edit) -> bool:
    """Whether only an example is exchanged (`Einsätze wie etwa in Mali`), which leaves the claim as true as it was."""
    changed = [token for token in edit.statement.instead if token not in statement.instead]
    return any(_follows_example(material, statement, token) for token in changed)


def _follows_example(material: Material, statement: Statement, token: int) -> bool:
    place = statement.tokens.index(token)
    for before in reversed(statement.tokens[max(0, place - _EXAMPLE) : place]):
        word, form = material.analysis.words[before], material.analysis.form(before).lower()
        if word.features.get("VerbForm") == "Fin":
            return False
        counted = before == token - 1 and word.tag == "ADV" and material.analysis.words[token].tag == "CARD"
        if not counted and (form in words("example_words.txt") or (form == "wie" and word.tag == "KOKOM")):
            return True
    return False


__all__ = ["Edit", "edits"]
