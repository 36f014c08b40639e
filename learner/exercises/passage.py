"""Passages with gaps and contexts with marked words: the `[[…]]` notation of items, parsed and written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from learner.errors import LessonError

_SLOT = re.compile(r"\[\[([^\[\]]*)\]\]")
_GIVEN = re.compile(r"[^\W_]*\Z")
_SIGNS = frozenset("[]|")
BLANK = "____"
_KEPT = 256  # passages; whether items give each other away is asked of every pair
MEASURED = frozenset({"c-test", "type-word", "word-family"})  # exercises that show how many letters are missing


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
        return self._filled(slot.given + blank for slot in self.slots)

    def measured(self) -> str:
        """The passage with one sign for every missing letter, as C-tests show it: `milit_______`."""
        return self._filled(slot.given + "_" * len(slot.answers[0]) for slot in self.slots)

    def solved(self) -> str:
        """The passage with every key in its place."""
        return self._filled(slot.words[0] for slot in self.slots)

    def written(self) -> str:
        """The passage in its notation; `parse` reads it back to an equal passage."""
        return self._filled(f"{slot.given}[[{'|'.join(slot.answers)}]]" for slot in self.slots)

    def _filled(self, words: Iterable[str]) -> str:
        return "".join(piece + word for piece, word in zip(self.pieces, [*words, ""], strict=True))


@dataclass(frozen=True, slots=True)
class Cut:
    """A gap to be made in the article: what lies between the offsets is missing; `alternatives` are right as well."""

    start: int
    end: int
    alternatives: tuple[str, ...] = ()


@lru_cache(maxsize=_KEPT)
def parse(text: str) -> Passage:
    """The passage behind its notation. Raises LessonError for an empty or unclosed gap."""
    pieces: list[str] = []
    slots: list[Slot] = []
    position = 0
    for match in _SLOT.finditer(text):
        before = text[position : match.start()]
        letters = _GIVEN.findall(before)[0]
        pieces.append(before[: len(before) - len(letters)])
        slots.append(Slot(letters, _answers(match[1], text)))
        position = match.end()
    pieces.append(text[position:])
    if any("[[" in piece or "]]" in piece for piece in pieces):
        raise LessonError("a gap is not closed.", where=text[:60], hint="Write [[answer]].")
    return Passage(tuple(pieces), tuple(slots))


def _answers(inside: str, text: str) -> tuple[str, ...]:
    answers = tuple(answer.strip() for answer in inside.split("|"))
    if not all(answers):
        raise LessonError("a gap has no answer.", where=text[:60], hint="Write [[answer]] or [[one|other]].")
    return answers


def safe(text: str) -> bool:
    """Whether text can stand in a passage beside gaps without any of it being read as notation."""
    return not _SIGNS & set(text)


def marked(text: str, start: int, spans: Iterable[tuple[int, int]]) -> str:
    """`text` (which begins at offset `start`) with `[[…]]` around the spans given as offsets of the article."""
    return gapped(text, start, (Cut(first, last) for first, last in spans))


def gapped(text: str, start: int, cuts: Iterable[Cut]) -> str:
    """`text` (which begins at offset `start`) in the notation, with a gap for every cut."""
    parts: list[str] = []
    position = 0
    for cut in sorted(cuts, key=lambda cut: cut.start):
        answers = (text[cut.start - start : cut.end - start], *cut.alternatives)
        parts += [text[position : cut.start - start], f"[[{'|'.join(answers)}]]"]
        position = cut.end - start
    return "".join([*parts, text[position:]])
