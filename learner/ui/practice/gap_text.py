"""A passage with gaps as lines: open with what is typed so far, or solved with the marks."""

from collections.abc import Callable, Sequence
from functools import partial

from textual.content import Content
from textual.style import Style

from learner.exercises.item import Gap
from learner.exercises.passage import MEASURED, parse
from learner.exercises.scoring import Score
from learner.ui.literal import literal, plain
from learner.ui.practice.answer import SIGNS, STYLES, Say, hanging
from learner.ui.typesetting import Piece, Run, wrapped

_BLANK = "▁"
_WORD_BLANKS = 12
_PART_BLANKS = 5
_NARROWEST = 20


class GapText:
    """Draws one item's passage; gaps are pieces that carry their number."""

    def __init__(self, item: Gap, say: Say) -> None:
        self._item = item
        self._say = say
        self._passage = parse(item.passage)

    @property
    def count(self) -> int:
        """How many gaps there are."""
        return len(self._passage.slots)

    def open(self, typed: Sequence[str], at: int, width: int, *, warned: bool) -> list[Content]:
        """The passage, the bank, and below them the gap's hint and how many gaps are filled."""
        shown = [self._blank(index, text) for index, text in enumerate(typed)]
        lines = self._lines(shown, width, partial(self._open_gap, at=at, typed=typed))
        return [*lines, *self._bank(typed, width), *self._below(typed, at, width, warned=warned)]

    def solved(self, typed: Sequence[str], score: Score, width: int) -> list[Content]:
        """The passage with sign and word in each gap; where it was not right, the right one behind it."""
        shown = [self._solution(index, text, score) for index, text in enumerate(typed)]

        def mark(text: str, index: int) -> Content:
            return Content.styled(text, STYLES[score.marks[index].outcome])

        return self._lines(shown, width, mark)

    def _lines(self, gaps: Sequence[str], width: int, draw: Callable[[str, int], Content]) -> list[Content]:
        lines = wrapped(self._runs(gaps), max(_NARROWEST, width))
        return [
            Content("").join(Content(p.text) if p.token is None else draw(p.text, p.token) for p in pieces)
            for pieces in lines
        ]

    def _runs(self, gaps: Sequence[str]) -> list[Run]:
        runs: list[list[Piece]] = [[]]
        for index, before in enumerate(self._passage.pieces):
            for number, word in enumerate(literal(before).split(" ")):
                if number:
                    runs.append([])
                if word:
                    runs[-1].append(Piece(word))
            if index < len(gaps):
                runs[-1].append(Piece(gaps[index], index))
        return [tuple(run) for run in runs if run]

    def _blank(self, index: int, text: str) -> str:
        """The gap with its given letters before it; spaces would break the line."""
        given, typed = self._passage.slots[index].given, _unbroken(text)
        if self._item.exercise in MEASURED:
            left = len(self._passage.slots[index].answers[0]) - len(typed.removeprefix(given))
            return given + typed + _BLANK * max(0, left)
        return given + typed + _BLANK * max(1, (_PART_BLANKS if given else _WORD_BLANKS) - len(typed))

    def _solution(self, index: int, text: str, score: Score) -> str:
        slot, typed = self._passage.slots[index], _unbroken(text)
        outcome, right = score.marks[index].outcome, _unbroken(slot.words[0])
        whole = typed if typed.startswith(slot.given) else slot.given + typed
        if outcome == "equal":
            return f"{SIGNS[outcome]}{right}"
        return f"{SIGNS[outcome]}{whole if typed else '–'}\u00a0→\u00a0{right}"

    def _open_gap(self, text: str, index: int, *, at: int, typed: Sequence[str]) -> Content:
        given = len(self._passage.slots[index].given)
        gap = Content(text).stylize("bold $accent" if index == at else "$accent", given)
        if index == at:
            cursor = given + len(literal(typed[index]))
            gap = gap.stylize("reverse", cursor, cursor + 1)
        return gap.stylize(Style.from_meta({"gap": index}))

    def _bank(self, typed: Sequence[str], width: int) -> list[Content]:
        if not self._item.bank:
            return []
        words = [_bank_word(index, word, used=word in typed) for index, word in enumerate(self._item.bank)]
        return [Content(""), *_flowing(words, width)]

    def _below(self, typed: Sequence[str], at: int, width: int, *, warned: bool) -> list[Content]:
        hint = self._item.hints[at] if at < len(self._item.hints) else ""
        notes = [plain(hint, "italic")] if hint else []
        filled = sum(bool(text.strip()) for text in typed)
        if warned:
            notes.append(plain(self._say("ui.practice.empty", count=self.count - filled), "$warning"))
        elif self.count > 1:
            notes.append(plain(self._say("ui.practice.filled", filled=filled, count=self.count), "$quiet"))
        return [Content(""), *hanging(Content(""), Content(" · ").join(notes), width)] if notes else []


def _unbroken(text: str) -> str:
    return literal(text).replace(" ", "\u00a0")


def _bank_word(index: int, word: str, *, used: bool) -> Content:
    shown = Content.styled(f"{(index + 1) % 10} ", "$accent") if index < 10 else Content("· ")
    shown += plain(word, "$quiet strike" if used else "")
    return shown.stylize(Style.from_meta({"bank": index}))


def _flowing(words: list[Content], width: int) -> list[Content]:
    """The words in lines, three cells apart, none of them parted."""
    lines = [Content("")]
    for word in words:
        if lines[-1] and lines[-1].cell_length + 3 + word.cell_length > width:
            lines.append(Content(""))
        lines[-1] = lines[-1] + Content("   ") + word if lines[-1] else word
    return lines
