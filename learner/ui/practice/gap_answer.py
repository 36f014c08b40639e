"""Gaps typed in place in the running passage, with or without a bank of words."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from learner.exercises.item import Gap
from learner.exercises.scoring import Response
from learner.ui.literal import literal
from learner.ui.practice.answer import Answer, Say
from learner.ui.practice.gap_text import GapText

_UMLAUTS = dict(zip("aouAOUsäöüÄÖÜß", "äöüÄÖÜßaouAOUs", strict=True))


class GapAnswer(Answer):
    """Letters go into the gap the cursor is in, so every command here is Tab, Enter, Ctrl or a function key."""

    PART = "gap"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "move(1)", "ui.key.next-gap", key_display="⇥", id="gap.next"),
        Binding("shift+tab", "move(-1)", show=False, id="gap.previous"),
        Binding("up", "cycle(-1)", show=False, id="gap.bank-back"),
        Binding("down", "cycle(1)", "ui.key.bank", key_display="↑↓", id="gap.bank"),
        Binding("enter", "give", "ui.key.answer", key_display="⏎", id="gap.give"),
        Binding("f3", "umlaut", "ui.key.umlaut", key_display="F3", id="gap.umlaut"),
        Binding("backspace", "erase", show=False, id="gap.erase"),
        Binding("ctrl+u", "clear", "ui.key.clear", key_display="^u", show=False, id="gap.clear"),
    ]

    def __init__(self, item: Gap, say: Say) -> None:
        super().__init__(say)
        self._item = item
        self._text = GapText(item, say)
        self._typed = [""] * self._text.count
        self._at = 0
        self._warned = False

    @property
    def part(self) -> int:
        """The gap the cursor is in."""
        return self._at

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
            self._go_to(event.style.meta["gap"])
        elif "bank" in event.style.meta:
            self._take_from_bank(event.style.meta["bank"])

    def action_move(self, step: int) -> None:
        """Go to the next gap, round the end."""
        self._go_to((self._at + step) % len(self._typed))

    def _go_to(self, index: int) -> None:
        self._at = index
        self.post_message(self.Moved())
        self.refresh()

    def action_umlaut(self) -> None:
        """Give the last letter its dots, or take them away; s becomes ß."""
        typed = self._typed[self._at]
        if typed and typed[-1] in _UMLAUTS:
            self._put(typed[:-1] + _UMLAUTS[typed[-1]])

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
            self._warned = True
            self._go_to(empty[0])
            self.refresh(layout=True)
        else:
            self.finish()

    def finish(self) -> None:
        """Answer with what is typed so far."""
        self.post_message(self.Given(tuple(self._typed)))

    def _take_from_bank(self, index: int) -> None:
        index = 9 if index == -1 else index
        if index < len(self._item.bank):
            self._put(self._item.bank[index])

    def _put(self, text: str) -> None:
        self._typed[self._at] = text
        self._warned = False
        self.post_message(self.Moved())
        self.refresh(layout=True)

    def rows(self, width: int) -> list[Content]:
        """The passage with its gaps; below it the bank, the hint of this gap, and how many are filled."""
        if self.score is not None:
            return self._text.solved(self._typed, self.score, width)
        return self._text.open(self._typed, self._at, width, warned=self._warned)
