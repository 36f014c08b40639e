"""Whether a verb has an accusative object where it stands: steckt Geld in etwas, not steckt im Schnee."""

from collections.abc import Iterator, Sequence
from functools import cache

from learner.language.draft import Draft
from learner.language.segments import FINITE, PARTICIPLES
from learner.language.subjects import DETERMINERS, INSIDE
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_PRONOUNS = frozenset({"PPER", "PIS", "PDS", "PWS"})
_RELATIVE = frozenset({"PRELS"})
_ACCUSATIVE = wordclass("determiners.accusative")
_DATIVE = wordclass("determiners.dative")
_GENITIVE = wordclass("determiners.genitive-or-dative")


def has_object(draft: Draft, clause: Sequence[int], verb: int) -> bool:
    """Whether a passive's verb, or more bare phrases than the subject stand in its clause."""
    words = draft.words
    if words[verb].tag in PARTICIPLES and any(words[token].lemma == "werden" for token in clause):
        return True
    behind = (token for token in clause if token > verb and draft.forms[token] == ":")
    end = next(behind, clause[-1] + 1 if clause else 0)
    phrases = list(_bare(draft, [token for token in clause if token < end]))
    if any(_is_accusative(draft, phrase) for phrase in phrases):
        return True
    has_subject = words[verb].tag in FINITE or any(words[token].tag in FINITE for token in clause)
    return len(phrases) > has_subject


def _bare(draft: Draft, clause: Sequence[int]) -> Iterator[list[int]]:
    """The phrases of a clause that stand behind no preposition and can be nominative or accusative."""
    for before, phrase in _phrases(draft, clause):
        first = draft.forms[phrase[0]].lower()
        case = draft.words[phrase[-1]].features.get("Case", "")
        of_noun = before.endswith("N") and first in _GENITIVE
        if before in {"P", "+"} or case in {"Dat", "Gen"} or first in _DATIVE or of_noun:
            continue
        if draft.words[phrase[-1]].lemma not in _times():
            yield phrase


def _phrases(draft: Draft, clause: Sequence[int]) -> Iterator[tuple[str, list[int]]]:
    """Each phrase with what stands before it: `P` a preposition, `N` a noun, `+` what joins it to another phrase."""
    before, phrase = "", list[int]()
    for token in clause:
        tag = draft.words[token].tag
        if phrase and tag in INSIDE and tag not in DETERMINERS and token == phrase[-1] + 1:
            phrase.append(token)
            continue
        if phrase:
            yield before, phrase
            before, phrase = "N" if phrase[-1] + 1 == token else "", []
        if tag in INSIDE or tag in _PRONOUNS or tag in _RELATIVE:
            phrase = [token]
        else:
            before = "P" if tag in _PREPOSITIONS else _joint(draft, token, before)
    if phrase:
        yield before, phrase


def _joint(draft: Draft, token: int, before: str) -> str:
    joins = before == "N" and (draft.words[token].tag == "KON" or draft.forms[token] in {",", "(", "als", "wie"})
    return "+" if joins else ""


def _is_accusative(draft: Draft, phrase: Sequence[int]) -> bool:
    noun = draft.words[phrase[-1]]
    singular = noun.features.get("Number") != "Plur"
    return draft.forms[phrase[0]].lower() in _ACCUSATIVE and singular and noun.features.get("Case", "Acc") == "Acc"


@cache
def _times() -> frozenset[str]:
    """Nouns whose accusative tells when or how long (jeden Tag, drei Jahre)."""
    return column("times.tsv") | column("calendar.tsv")
