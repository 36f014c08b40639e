"""Gaps typed in place in the running passage, with or without a bank of words."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style

from learner.exercises.item import Gap
from learner.exercises.passage import Slot, parse
from learner.exercises.scoring import Response
from learner.ui.literal import literal, plain
from learner.ui.practice.answer import SIGNS, STYLES, Answer, Say, hanging
from learner.ui.typesetting import Piece, Run, wrapped

_BLANK = "▁"
_WORD_BLANKS = 12
_PART_BLANKS = 5


class GapAnswer(Answer):
    """Letters go into the gap the cursor is in, so every command here is Tab, Enter, Ctrl or a function key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "move(1)", "ui.key.next-gap", key_display="⇥", id="gap.next"),
        Binding("shift+tab", "move(-1)", show=False, id="gap.previous"),
        Binding("up", "cycle(-1)", show=False, id="gap.bank-back"),
        Binding("down", "cycle(1)", "ui.key.bank", key_display="↑↓", id="gap.bank"),
        Binding("enter", "give", "ui.key.answer", key_display="⏎", id="gap.give"),
        Binding("backspace", "erase", show=False),
        Binding("ctrl+u", "clear", "ui.key.clear", key_display="^u", show=False, id="gap.clear"),
    ]

    def __init__(self, item: Gap, say: Say) -> None:
        super().__init__(say)
        self._item = item
        self._passage = parse(item.passage)
        self._typed = [""] * len(self._passage.slots)
        self._at = 0
        self._warned = False

    @property
    def filled(self) -> int:
        """How many gaps hold something."""
        return sum(bool(typed.strip()) for typed in self._typed)

    def take(self, response: Response) -> None:
        """Put a whole response into the gaps."""
        given = [str(part) for part in response] if isinstance(response, tuple) else []
        self._typed = (given + [""] * len(self._typed))[: len(self._typed)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tab needs two gaps, arrows a bank."""
        fits = {"move": len(self._typed) > 1, "cycle": bool(self._item.bank)}.get(action, True)
        return fits and super().check_action(action, parameters)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Every letter, sign and figure is typed."""
        del key
        return self.score is None and character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        """Type into the gap; a figure takes the word of that number from the bank."""
        if self.score is not None or event.character is None or not event.is_printable:
            return
        event.stop()
        if self._item.bank and event.character.isdecimal():
            self._take_from_bank(int(event.character) - 1)
        elif event.character != " " or self._typed[self._at]:
            self._put(self._typed[self._at] + event.character)

    def on_paste(self, event: events.Paste) -> None:
        """Type what was pasted, as one line."""
        event.stop()
        if self.score is None:
            self._put(self._typed[self._at] + literal(event.text).strip())

    def on_click(self, event: events.Click) -> None:
        """Go to the gap clicked, or take the word clicked from the bank."""
        if self.score is not None:
            return
        if "gap" in event.style.meta:
            self._at = event.style.meta["gap"]
            self.refresh()
        elif "bank" in event.style.meta:
            self._take_from_bank(event.style.meta["bank"])

    def action_move(self, step: int) -> None:
        """Go to the next gap, round the end."""
        self._at = (self._at + step) % len(self._typed)
        self.refresh()

    def action_cycle(self, step: int) -> None:
        """Put the next word of the bank that stands in no other gap."""
        others = [typed for index, typed in enumerate(self._typed) if index != self._at]
        free = ["", *(word for word in self._item.bank if word not in others)]
        now = free.index(self._typed[self._at]) if self._typed[self._at] in free else 0
        self._put(free[(now + step) % len(free)])

    def action_erase(self) -> None:
        """Take back the last letter; in an empty gap go back to the one before."""
        if self._typed[self._at]:
            self._put(self._typed[self._at][:-1])
        elif self._at:
            self.action_move(-1)

    def action_clear(self) -> None:
        """Empty the gap."""
        self._put("")

    def action_give(self) -> None:
        """Go on to the next empty gap; behind the last one say that gaps are empty, and answer at the next time."""
        empty = [index for index, typed in enumerate(self._typed) if not typed.strip()]
        ahead = [index for index in empty if index > self._at]
        if ahead and not self._warned:
            self.action_move(ahead[0] - self._at)
        elif empty and not self._warned:
            self._at, self._warned = empty[0], True
            self.refresh(layout=True)
        else:
            self.post_message(self.Given(tuple(self._typed)))

    def _take_from_bank(self, index: int) -> None:
        index = 9 if index == -1 else index
        if index < len(self._item.bank):
            self._put(self._item.bank[index])

    def _put(self, text: str) -> None:
        self._typed[self._at] = text
        self._warned = False
        self.refresh(layout=True)

    def rows(self, width: int) -> list[Content]:
        """The passage with its gaps; below it the bank, the hint of this gap, and how many are filled."""
        lines = [self._line(pieces) for pieces in wrapped(self._runs(), max(20, width))]
        if self.score is not None:
            return lines
        return [*lines, *self._bank(width), *self._below(width)]

    def _runs(self) -> list[Run]:
        """The passage as runs: gaps are pieces that carry their number."""
        runs: list[list[Piece]] = [[]]
        for index, before in enumerate(self._passage.pieces):
            words = literal(before).split(" ")
            for number, word in enumerate(words):
                if number:
                    runs.append([])
                if word:
                    runs[-1].append(Piece(word))
            if index < len(self._passage.slots):
                runs[-1].append(Piece(self._shown(index), index))
        return [tuple(run) for run in runs if run]

    def _shown(self, index: int) -> str:
        """The gap as it stands in the passage, its given letters before it; spaces would break the line."""
        slot, typed = self._passage.slots[index], literal(self._typed[index]).replace(" ", "\u00a0")
        if self.score is not None:
            return self._solved(slot, typed, index)
        blanks = _PART_BLANKS if slot.given else _WORD_BLANKS
        return slot.given + typed + _BLANK * max(1, blanks - len(typed))

    def _solved(self, slot: Slot, typed: str, index: int) -> str:
        """Sign and word; where it was not right, the right one behind it."""
        assert self.score is not None
        outcome = self.score.marks[index].outcome
        right = literal(slot.words[0]).replace(" ", "\u00a0")
        whole = typed if typed.startswith(slot.given) else slot.given + typed
        if outcome == "equal":
            return f"{SIGNS[outcome]}{right}"
        return f"{SIGNS[outcome]}{whole if typed else '–'}\u00a0→\u00a0{right}"

    def _line(self, pieces: tuple[Piece, ...]) -> Content:
        return Content("").join(self._piece(piece) for piece in pieces)

    def _piece(self, piece: Piece) -> Content:
        if piece.token is None:
            return Content(piece.text)
        if self.score is not None:
            return Content.styled(piece.text, STYLES[self.score.marks[piece.token].outcome])
        given = len(self._passage.slots[piece.token].given)
        here = piece.token == self._at
        gap = Content(piece.text).stylize("bold $accent" if here else "$accent", given)
        if here:
            cursor = given + len(literal(self._typed[piece.token]))
            gap = gap.stylize("reverse", cursor, cursor + 1)
        return gap.stylize(Style.from_meta({"gap": piece.token}))

    def _bank(self, width: int) -> list[Content]:
        if not self._item.bank:
            return []
        words = [self._bank_word(index, word) for index, word in enumerate(self._item.bank)]
        return [Content(""), *_flowing(words, width)]

    def _bank_word(self, index: int, word: str) -> Content:
        used = word in self._typed
        shown = Content.styled(f"{(index + 1) % 10} ", "$accent") if index < 10 else Content("· ")
        shown += plain(word, "$quiet strike" if used else "")
        return shown.stylize(Style.from_meta({"bank": index}))

    def _below(self, width: int) -> list[Content]:
        hint = self._item.hints[self._at] if self._at < len(self._item.hints) else ""
        notes = [plain(hint, "italic")] if hint else []
        if self._warned:
            notes.append(plain(self.say("ui.practice.empty", count=len(self._typed) - self.filled), "$warning"))
        elif len(self._typed) > 1:
            text = self.say("ui.practice.filled", filled=self.filled, count=len(self._typed))
            notes.append(plain(text, "$quiet"))
        return [Content(""), *hanging(Content(""), Content(" · ").join(notes), width)] if notes else []


def _flowing(words: list[Content], width: int) -> list[Content]:
    """The words in lines, three cells apart, none of them parted."""
    lines = [Content("")]
    for word in words:
        if lines[-1] and lines[-1].cell_length + 3 + word.cell_length > width:
            lines.append(Content(""))
        lines[-1] = lines[-1] + Content("   ") + word if lines[-1] else word
    return lines
