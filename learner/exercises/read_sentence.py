"""A sentence as the rules for slips read it: its forms and words side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learner.exercises.material import Material
from learner.language.analysis import Word


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """The forms and words of a sentence, from its first token on."""

    material: Material
    first: int
    forms: Sequence[str]
    words: Sequence[Word]

    def pairs(self) -> Iterator[tuple[str, Word]]:
        """Each form with its word."""
        return zip(self.forms, self.words, strict=True)
