"""A main clause of the article as a clause with its verb at the end: `weil der Verein Spenden sammelt`."""

from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame
from learner.exercises.questions.question import said
from learner.language.segments import WITH_ZU

_APART = frozenset({"adverb", "adjective", "negation"})  # no attribute of the subject before it
_LIGHT = frozenset({"pronoun", "reflexive"})


def verb_last(material: Material, one: Frame, opener: str, *, finite: str = "") -> str | None:
    """The clause behind `weil` or `dass`; None where subject, order or verb is not certain.

    `finite` is written for a verb that is not in the indicative.
    """
    tokens = _in_order(material, one)
    rest = _rest(material, one)
    if one.subject is None or tokens is None or rest is None:
        return None
    words = material.analysis.words
    verb, bracket = words[one.fields.finite], list(one.fields.bracket)
    infinitives = [token for token in bracket if words[token].tag.endswith("(INF)")]
    told = bool(finite) or verb.features.get("Mood") == "Ind"
    if not told or len(infinitives) > 1 or (infinitives and verb.lemma == "haben"):
        return None
    particle = ""
    if bracket and words[bracket[-1]].head == one.fields.finite and words[bracket[-1]].tag == "PTKVZ":
        particle = material.analysis.form(bracket.pop())
    last = f"{particle}{finite or material.analysis.form(one.fields.finite)}"
    clause = f"{opener} {said(material, one.statement, (*tokens, *bracket))} {last}"
    return f"{clause}, {said(material, one.statement, rest)}" if rest else clause


def _rest(material: Material, one: Frame) -> tuple[int, ...] | None:
    """What follows the clause without comma and full stop; None where it could belong to its last noun."""
    if one.complete:
        return ()
    rest = one.fields.rest[1:]
    rest = rest[:-1] if material.analysis.form(rest[-1]) == "." else rest
    tags = {material.analysis.words[token].tag for token in rest}
    joined = material.analysis.words[rest[0]].tag in {"KOUS", "KOUI"} if rest else False
    infinitive = bool(tags & WITH_ZU) and not any(tag.endswith("(FIN)") for tag in tags)
    comma = material.analysis.form(one.fields.rest[0]) == ","
    return rest if comma and (joined or infinitive) and "KON" not in tags else None


def _in_order(material: Material, one: Frame) -> tuple[int, ...] | None:
    """Subject, light pronouns, the old Vorfeld, the rest of the Mittelfeld."""
    if one.subject is None or (one.subject_in_front and len(one.front) > 1):
        return None
    light = [piece for piece in one.middle if piece.kind in _LIGHT and piece != one.subject]
    first = one.subject.tokens[0]  # `dass sich nichts geändert hat`, but `dass man sich trifft`
    indefinite = material.analysis.words[first].tag == "PIS" and material.analysis.form(first).lower() != "man"
    full = one.subject.kind == "noun" or indefinite
    reflexive = [piece for piece in light if piece.kind == "reflexive" and full]
    if one.subject_in_front:
        pieces = [one.subject, *light, *(piece for piece in one.middle if piece not in light)]
    else:
        heavy = [piece for piece in one.middle if piece not in light]
        if not heavy or heavy[0] != one.subject or any(piece.kind != "prepositional" for piece in one.front):
            return None
        if any(
            piece.kind not in _APART for piece in heavy[1:2]
        ):  # `ein Konvoi mit vier Wagen`, `die Klassen fünf bis …`
            return None
        pieces = [one.subject, *light, *one.front, *heavy[1:]]
    ordered = [*reflexive, *(piece for piece in pieces if piece not in reflexive)]  # `dass sich der Rat trifft`
    return tuple(token for piece in ordered for token in piece.tokens)
