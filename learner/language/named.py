"""One mention of a name, and what may be part of one."""

from dataclasses import dataclass
from typing import Literal

from learner.language import gazetteer
from learner.language.draft import Draft
from learner.lexicon.wordclasses import wordclass

Kind = Literal["person", "place", "organisation", "nationality"]
NAME_TAGS = frozenset({"NE", "NN", "NNI", "NNA", "FM", "XY", "TRUNC"})
COMPANY = wordclass("bodies.legal-forms")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a name stands: first and last token (inclusive), the name in the nominative as far as known."""

    kind: Kind
    first: int
    last: int
    name: str
    role: str = ""
    gender: str = ""


def is_place(draft: Draft, token: int) -> bool:
    """Whether the name of a place begins here that is no first name."""
    known = gazetteer.match(draft.forms[token : token + 3])
    return known is not None and not known.ordinary and not gazetteer.sex(draft.forms[token])
