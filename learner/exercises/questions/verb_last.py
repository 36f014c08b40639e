"""A main clause of the article as a clause with its verb at the end: `weil der Verein Spenden sammelt`."""

from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame
from learner.exercises.questions.question import said

_LIGHT = frozenset({"pronoun", "reflexive"})


def verb_last(material: Material, one: Frame, opener: str) -> str | None:
    """The clause behind `weil` or `dass`; None where subject, order or verb is not certain."""
    tokens = _in_order(one)
    if one.subject is None or not one.complete or tokens is None:
        return None
    words = material.analysis.words
    finite, bracket = words[one.fields.finite], list(one.fields.bracket)
    infinitives = [token for token in bracket if words[token].tag.endswith("(INF)")]
    if finite.features.get("Mood") != "Ind" or len(infinitives) > 1 or (infinitives and finite.lemma == "haben"):
        return None
    particle = ""
    if bracket and words[bracket[-1]].head == one.fields.finite and words[bracket[-1]].tag == "PTKVZ":
        particle = material.analysis.form(bracket.pop())
    verb = f"{particle}{material.analysis.form(one.fields.finite)}"
    return f"{opener} {said(material, one.statement, (*tokens, *bracket))} {verb}"


def _in_order(one: Frame) -> tuple[int, ...] | None:
    """Subject, light pronouns, the old Vorfeld, the rest of the Mittelfeld."""
    if one.subject is None or (one.subject_in_front and len(one.front) > 1):
        return None
    light = [piece for piece in one.middle if piece.kind in _LIGHT and piece != one.subject]
    if one.subject_in_front:
        pieces = [one.subject, *light, *(piece for piece in one.middle if piece not in light)]
    else:
        heavy = [piece for piece in one.middle if piece not in light]
        if not heavy or heavy[0] != one.subject or any(piece.kind != "prepositional" for piece in one.front):
            return None
        pieces = [one.subject, *light, *one.front, *heavy[1:]]
    return tuple(token for piece in pieces for token in piece.tokens)
