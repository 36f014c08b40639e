"""A sentence as the rules for slips read it: its forms and words side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learner.exercises.material import Material
from learner.language.analysis import Word

STOPS = frozenset({",", ";", ":", "–", "—", "-", "(", ")", "[", "]", "/", ".", "!", "?", "…"})
MARKS = frozenset('„“”"»«‚‘’›‹')
NOUNS = frozenset({"NN", "NE", "NNA", "NNI"})
OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "PWAV", "PWS", "KOUI"})  # of subordinate clauses


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


def stretches(one: ReadSentence) -> Iterator[range]:
    """The stretches between signs."""
    start = 0
    for place, form in enumerate([*one.forms, "."]):
        if form in STOPS or form in MARKS:
            yield range(start, place)
            start = place + 1


def end_of_stretch(one: ReadSentence, place: int) -> int:
    """Where the stretch without a sign ends that holds the place."""
    return next((end for end in range(place, len(one.forms)) if one.forms[end] in STOPS), len(one.forms))
