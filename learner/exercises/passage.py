"""Passages with gaps and contexts with marked words: the `[[…]]` notation of items, parsed and written."""

import re
from dataclasses import dataclass

from learner.errors import LessonError

_SLOT = re.compile(r"\[\[([^\[\]]*)\]\]")
_GIVEN = re.compile(r"[^\W_]*$")
_DANGEROUS = ("[[", "]]", "|")
BLANK = "____"


@dataclass(frozen=True, slots=True)
class Slot:
    """One gap: the letters given before it and the answers that complete them, the key first."""

    given: str
    answers: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The whole words that are right, the key first."""
        return tuple(self.given + answer for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Passage:
    """Text pieces around the slots: one piece more than there are slots; given letters belong to the slots."""

    pieces: tuple[str, ...]
    slots: tuple[Slot, ...]

    def shown(self, blank: str = BLANK) -> str:
        """The passage as the learner sees it: `milit____`."""
        return self._filled([slot.given + blank for slot in self.slots])

    def solved(self) -> str:
        """The passage with every key in its place."""
        return self._filled([slot.words[0] for slot in self.slots])

    def written(self) -> str:
        """The passage in its notation; `parse` reads it back to an equal passage."""
        return self._filled([f"{slot.given}[[{'|'.join(slot.answers)}]]" for slot in self.slots])

    def _filled(self, words: list[str]) -> str:
        return "".join(piece + word for piece, word in zip(self.pieces, [*words, ""], strict=True))


def parse(text: str) -> Passage:
    """The passage behind its notation. Raises LessonError for an empty or unclosed gap."""
    pieces: list[str] = []
    slots: list[Slot] = []
    position = 0
    for match in _SLOT.finditer(text):
        before = text[position : match.start()]
        given = _GIVEN.search(before)
        letters = given[0] if given else ""
        pieces.append(before[: len(before) - len(letters)])
        answers = tuple(answer.strip() for answer in match[1].split("|"))
        if not all(answers):
            raise LessonError("a gap has no answer.", where=text[:60], hint="Write [[answer]] or [[one|other]].")
        slots.append(Slot(letters, answers))
        position = match.end()
    rest = text[position:]
    if "[[" in "".join([*pieces, rest]) or "]]" in "".join([*pieces, rest]):
        raise LessonError("a gap is not closed.", where=text[:60], hint="Write [[answer]].")
    return Passage((*pieces, rest), tuple(slots))


def safe(text: str) -> bool:
    """Whether text can stand in a passage without being read as notation."""
    return not any(sign in text for sign in _DANGEROUS)


def marked(text: str, start: int, spans: tuple[tuple[int, int], ...]) -> str:
    """`text` (which begins at offset `start`) with `[[…]]` around the spans given as offsets of the article."""
    parts: list[str] = []
    position = 0
    for first, last in sorted(spans):
        parts += [text[position : first - start], "[[", text[first - start : last - start], "]]"]
        position = last - start
    return "".join([*parts, text[position:]])
