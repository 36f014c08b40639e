"""What only follows a main clause behind a comma: `Der Preis fiel am Montag, fast drei Cent weniger als im Mai`."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from learner.exercises.material import Material
from learner.language.clauses import Clause
from learner.lexicon.wordclasses import wordclass

_CORRELATIVE = wordclass("conjunctions.correlative")
_MEMBERS = frozenset({"NN", "NE", "ADJ(A)", "ART", "ADJ(D)", "PPOSAT", "APPR", "APPRART", "TRUNC", "CARD"})


def without_addition(material: Material, found: Sequence[Clause]) -> tuple[Clause | None, Sequence[Clause]]:
    """The first main clause and the others, without what only follows it behind a comma and what hangs on that."""
    main = next((clause for clause in found if clause.kind == "main"), None)
    comma = _comma_of_addition(material, main, found) if main else None
    if main is None or comma is None:
        return main, found
    shorter = replace(main, tokens=tuple(token for token in main.tokens if token < comma))
    before = [one for one in found if one.start_token < comma]
    return shorter, [shorter if one is main else one for one in before]


def _comma_of_addition(material: Material, main: Clause, found: Sequence[Clause]) -> int | None:
    """The comma behind which no verb comes but more about what was said (`…, fast drei Cent weniger`)."""
    starts = {clause.start_token for clause in found if clause.kind != "fragment"}
    bare = {token for clause in found if clause.kind == "fragment" for token in clause.tokens}
    own = sorted({*main.tokens, *bare})
    for before, token in pairwise(own):
        if main.finite is None or before <= main.finite or token != before + 2 or token in starts:
            continue
        behind = [one for one in own if one >= token]
        if material.analysis.form(before + 1) != "," or before not in main.tokens or _goes_on(material, behind):
            return None
        return None if _is_listed(material, main, before, token) else before + 1
    return None


def _goes_on(material: Material, behind: Sequence[int]) -> bool:
    """Whether a verb follows or a second comma, behind which the clause may go on (`…, 3480 Gramm schwer, im Bett`)."""
    tags = [material.analysis.words[one].tag for one in behind]
    verbs = any(tag.startswith(("V", "PTKVZ")) for tag in tags[tags[0] == "VV(PP)" :])  # `begleitet von …` has its own
    return verbs or any(token == before + 2 for before, token in pairwise(behind))


def _is_listed(material: Material, main: Clause, before: int, token: int) -> bool:
    """Whether the comma parts members of a list, or what is behind it is needed (`nicht die Stadt, sondern`)."""
    words_ = material.analysis.words
    forms = {material.analysis.form(one).lower() for one in main.tokens if one < token}
    if forms & _CORRELATIVE or any(form.startswith("kein") for form in forms):
        return True
    if words_[before].tag.startswith(("V", "PTKVZ")):  # the bracket is closed: no list goes on behind it
        return words_[token].tag in {"KON", "KOKOM", "PTKNEG"}
    if words_[before].tag == "NE" and material.analysis.form(token).startswith("ein"):  # `in Weiden, einem Dorf`
        return False
    if words_[token].tag == "APPR" and material.analysis.form(token).lower() not in forms:
        return False  # `in der Halle, zwischen Wand und Korb`, but not `in Jena, in Gera und in Suhl`
    joined = any(words_[one].tag == "KON" for one in main.tokens if one > token)
    same = words_[before].tag == words_[token].tag
    return same or words_[token].tag in {"KON", "KOKOM", "PTKNEG"} or (joined and words_[token].tag in _MEMBERS)
