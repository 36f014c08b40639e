"""Words that point to other sentences elsewhere, but here to their own: `zwar …, aber`, `nur dann, wenn`."""

from collections.abc import Callable, Sequence

from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.lexicon.wordclasses import wordclass

_AGAINST = wordclass("conjunctions.contrasting")
_IN_TURN = wordclass("adverbs.in-turn")
_INTO_PLACES = wordclass("prepositions.into-places")
_MUCH = wordclass("pronouns.much-or-little")
_FEWEST_BEFORE = 3  # words of a clause that a word takes up
_JOINING_BEHIND_COMMAS = wordclass("adverbs.joining-behind-commas")


def is_told_inside(material: Material, statement: Statement, place: int) -> bool:
    """Whether what the word at a place points to stands in the statement itself."""
    forms = [material.analysis.form(token).lower() for token in statement.tokens]
    return any(tells(material, statement.tokens, forms, place) for tells in _TELLING)


def _concedes(_material: Material, _tokens: Sequence[int], forms: Sequence[str], place: int) -> bool:
    """`zwar teuer, aber gut`, `ehrenamtlich, und zwar seit Jahren`, `wohl aber`."""
    if forms[place] == "zwar":
        return forms[place - 1] == "und" or not _AGAINST.isdisjoint(forms[place:])
    return forms[place] == "wohl" and forms[place + 1 : place + 2] == ["aber"]


def _goes_on(_material: Material, _tokens: Sequence[int], forms: Sequence[str], place: int) -> bool:
    """`erst nach Wien und dann nach Graz`, `nur dann, wenn …`, `Wenn es regnet, dann …`."""
    before = not _IN_TURN.isdisjoint(forms[:place])
    return forms[place] == "dann" and (before or forms[place + 1 : place + 3] == [",", "wenn"])


def _is_there(material: Material, tokens: Sequence[int], forms: Sequence[str], place: int) -> bool:
    """`In Jena koste es mehr, dort sei …`: in the clause before a place stands behind its preposition."""
    if forms[place] != "dort" or "," not in forms[:place]:
        return False
    comma = max(at for at, form in enumerate(forms[:place]) if form == ",")
    tags = [material.analysis.words[token].tag for token in tokens]
    return any(
        forms[at] in _INTO_PLACES and {"NN", "NE"} & set(tags[at + 1 : min(at + 4, comma)]) for at in range(comma)
    )


def _joins_clauses(_material: Material, _tokens: Sequence[int], forms: Sequence[str], place: int) -> bool:
    """`Geld habe sie keines, schließlich müsse sie bauen`."""
    return forms[place] in _JOINING_BEHIND_COMMAS and place > 0 and forms[place - 1] == ","


def _is_conjunction(material: Material, tokens: Sequence[int], forms: Sequence[str], place: int) -> bool:
    """`da seine Tochter es gemalt hat`: no adverb but `weil`."""
    return forms[place] == "da" and material.analysis.words[tokens[place]].tag == "KOUS"


def _compares(_material: Material, _tokens: Sequence[int], forms: Sequence[str], place: int) -> bool:
    """`mehr als verdoppelt`."""
    return forms[place] in {"mehr", "weniger"} and forms[place + 1 : place + 2] == ["als"]


def _is_as_much(material: Material, tokens: Sequence[int], forms: Sequence[str], place: int) -> bool:
    """`so wertvoll wie heute`, `fast doppelt so viel wie …`, `tue so, als …`, `zu viel bezahlt`."""
    if forms[place] in _MUCH and forms[place - 1] in {"so", "zu"}:
        return forms[place - 1] == "zu" or "wie" in forms[place + 1 : place + 3]
    behind = forms[place + 1 : place + 4]
    compared = "wie" in behind[1:] and material.analysis.words[tokens[place + 1]].tag in {"ADJ(D)", "PIS", "ADV"}
    return forms[place] == "so" and (compared or behind[:2] == [",", "als"])


def _is_said_behind(_material: Material, _tokens: Sequence[int], forms: Sequence[str], place: int) -> bool:
    """`sich auf das beschränken, was nötig sei`."""
    return forms[place] == "das" and (",", "was") in zip(forms[place + 1 : place + 4], forms[place + 2 :], strict=False)


def _takes_up_clause(material: Material, tokens: Sequence[int], forms: Sequence[str], place: int) -> bool:
    """`Er habe gestanden und damit Zeugen entlastet`, `Jede koste Geld, dazu kämen …`: the clause before it."""
    words = [material.analysis.words[token] for token in tokens]
    joined = place > _FEWEST_BEFORE and forms[place - 1] in {",", "und", ";"}
    told = any(word.tag in {"NN", "NE"} for word in words[:place])
    finite = any(word.features.get("VerbForm") == "Fin" for word in words[: place - 1])
    return words[place].tag == "PROAV" and forms[place].startswith("da") and joined and told and finite


def _resumes_whoever(_material: Material, _tokens: Sequence[int], forms: Sequence[str], place: int) -> bool:
    """`Wer gut aufgehoben sei, der gehe …`."""
    return forms[0] == "wer" and forms[place] in {"der", "den", "dem"} and forms[place - 1] == ","


def _softens(material: Material, tokens: Sequence[int], forms: Sequence[str], place: int) -> bool:
    """`Dann müsse man eben schließen`: behind its verb a particle, no time."""
    begins = max((at + 1 for at, form in enumerate(forms[:place]) if form == ","), default=0)
    verbs = (material.analysis.words[token].tag.endswith("(FIN)") for token in tokens[begins:place])
    return forms[place] == "eben" and any(verbs)


_TELLING: tuple[Callable[[Material, Sequence[int], Sequence[str], int], bool], ...] = (
    _concedes,
    _goes_on,
    _is_there,
    _joins_clauses,
    _is_conjunction,
    _compares,
    _resumes_whoever,
    _is_as_much,
    _is_said_behind,
    _takes_up_clause,
    _softens,
)
