"""What a gap asks for by form: gender and number behind a determiner, verb form, ending; which words it keeps out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from learner.exercises.material import Material
from learner.exercises.wordlists import grammar_table
from learner.language.analysis import Occurrence
from learner.lexicon.lexeme import Lexeme

_ENDING = re.compile(r"e[nrsm]?$")
_GENDERS = frozenset({"m", "f", "n"})
_INSIDE = frozenset({"ADJ(A)", "CARD"})


@dataclass(frozen=True, slots=True)
class Slot:
    """The part of speech of a gap, what its word is, and everything that its surroundings admit."""

    pos: str
    own: frozenset[str]
    admits: frozenset[str]

    def meets(self, other: "Slot") -> bool:
        """Whether one of the two words can stand in the other one's gap."""
        if self.pos == other.pos:
            return bool(self.own & other.admits or other.own & self.admits)
        kinds = {self.pos, other.pos}
        return kinds == {"VERB", "ADJ"} and bool((self.own | other.own) & {"Part"}) and "" in self.own | other.own


def slot_of(material: Material, lexeme: Lexeme, place: Occurrence) -> Slot | None:
    """What the gap asks for; None where its form does not settle it."""
    form = material.analysis.form(place.tokens[0])
    if lexeme.pos == "NOUN":
        return _noun_slot(material, form, place)
    if lexeme.pos == "VERB":
        kinds = {
            " ".join(filter(None, (one.verbform, one.number)))
            for one in material.lexicon.verb_analyses(form)
            if one.lemma == lexeme.lemma
        }
        return Slot("VERB", frozenset(kinds), frozenset(kinds)) if kinds else None
    inflected = _ENDING.search(form) if form.lower() != lexeme.lemma else None
    ending = inflected[0] if inflected else ""
    return Slot("ADJ", frozenset({ending}), frozenset({ending}))


def spare_slot(slots: Sequence[Slot]) -> frozenset[str]:
    """The genders of the singular that no noun's gap admits."""
    taken = frozenset().union(*(slot.admits | slot.own for slot in slots if slot.pos == "NOUN"))
    return _GENDERS - taken


def _noun_slot(material: Material, form: str, place: Occurrence) -> Slot | None:
    """The gap of a noun behind a determiner; None where gender or number is open."""
    admits = _admitted(material, place)
    readings = {one.gender if one.number == "Sing" else "pl" for one in material.lexicon.noun_analyses(form)}
    own = readings & admits
    return Slot("NOUN", frozenset(own), admits) if len(own) == 1 and len(readings) == 1 else None


def _admitted(material: Material, place: Occurrence) -> frozenset[str]:
    """Genders (and `pl`) that the determiner before the noun admits; empty where there is none."""
    token = place.tokens[0] - 1
    first = material.analysis.article.sentences[place.sentence].first
    while token >= first and material.analysis.words[token].tag in _INSIDE:
        token -= 1
    form = material.analysis.form(token).lower() if token >= first else ""
    return _admits().get(form, frozenset())


@cache
def _admits() -> dict[str, frozenset[str]]:
    return {determiner: frozenset(admits.split()) for determiner, admits in grammar_table("admits.tsv")}
