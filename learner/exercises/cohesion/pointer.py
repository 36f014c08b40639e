"""A pointer: words of a sentence that take up something said before it."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["pronoun", "several", "object", "own", "demonstrative", "report", "name", "noun", "adverb"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """`er` as subject, `sie` of several, other pronouns, `seine Frau`, `dieser Brief`, `sei`, `Keller`, `der Brief`.

    `wanted` is what has to be found: genders (`p` for several), the lemma of a noun, a person's name. `firm` says that
    nothing but that can be meant, `of_person` that a person is.
    """

    kind: Kind
    sentence: int
    token: int
    text: str
    wanted: str = ""
    firm: bool = False
    of_person: bool = False
