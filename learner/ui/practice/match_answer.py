"""Pairs to be found again: a letter for each left-hand side."""

from string import ascii_lowercase
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style

from learner.exercises.item import Match
from learner.exercises.scoring import Response, match_options
from learner.ui.literal import plain
from learner.ui.practice.answer import Answer, Say, hanging, mark


class MatchAnswer(Answer):
    """Left-hand sides above, lettered right-hand sides below; a letter goes to the side pointed at."""

    PART = "left"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,shift+tab", "move(-1)", show=False, id="match.back"),
        Binding("down,tab", "move(1)", "ui.key.choose", key_display="↑↓", id="match.move"),
        Binding("enter", "give", "ui.key.answer", key_display="⏎", id="match.give"),
        Binding("backspace", "clear", show=False, id="match.clear"),
    ]

    def __init__(self, item: Match, say: Say) -> None:
        super().__init__(say)
        self._item = item
        self._options = match_options(item)
        self._chosen: list[int | None] = [None] * len(item.pairs)
        self._at = 0

    @property
    def part(self) -> int:
        """The pair pointed at."""
        return self._at

    def take(self, response: Response) -> None:
        """Put a whole response beside the left-hand sides."""
        given = [int(part) for part in response] if isinstance(response, tuple) else []
        self._chosen = [index if 0 <= index < len(self._options) else None for index in given]
        self._chosen += [None] * (len(self._item.pairs) - len(self._chosen))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """The letters of the options are answers."""
        del key
        return self.score is None and character is not None and character in ascii_lowercase[: len(self._options)]

    def on_key(self, event: events.Key) -> None:
        """Give the letter to the side pointed at, and go on to the next without one."""
        if event.character is not None and self.check_consume_key(event.key, event.character):
            event.stop()
            self._choose(ascii_lowercase.index(event.character))

    def on_click(self, event: events.Click) -> None:
        """Point at a left-hand side, or give it the right-hand side clicked."""
        if self.score is not None:
            return
        if "left" in event.style.meta:
            self._go_to(event.style.meta["left"])
        elif "right" in event.style.meta:
            self._choose(event.style.meta["right"])

    def _choose(self, option: int) -> None:
        self._chosen[self._at] = option
        empty = [index for index, chosen in enumerate(self._chosen) if chosen is None]
        self._go_to(next((index for index in empty if index > self._at), empty[0] if empty else self._at))

    def _go_to(self, index: int) -> None:
        self._at = index
        self.post_message(self.Moved())
        self.refresh(layout=True)

    def action_move(self, step: int) -> None:
        """Point at the next left-hand side, round the end."""
        self._go_to((self._at + step) % len(self._chosen))

    def action_clear(self) -> None:
        """Take the letter back."""
        self._chosen[self._at] = None
        self.refresh(layout=True)

    def action_give(self) -> None:
        """Answer when every side has a letter; else point at the first that has none."""
        if None in self._chosen:
            self._go_to(self._chosen.index(None))
        else:
            self.post_message(self.Given(tuple(index for index in self._chosen if index is not None)))

    def rows(self, width: int) -> list[Content]:
        """The pairs as they stand, a blank line, the options."""
        pairs = [row for index in range(len(self._item.pairs)) for row in self._pair(index, width)]
        if self.score is not None:
            return pairs
        options = [row for index in range(len(self._options)) for row in self._option(index, width)]
        return [*pairs, Content(""), *options]

    def _pair(self, index: int, width: int) -> list[Content]:
        left, right = self._item.pairs[index]
        chosen = self._chosen[index]
        text = plain(left, "bold") + Content(" = ")
        text += plain(self._options[chosen]) if chosen is not None else Content.styled("▁▁▁", "$accent")
        if self.score and self.score.marks[index].outcome != "equal":
            text += Content(" → ") + plain(right, "bold $success")
        rows = hanging(self._sign(index), text, width)
        return [row.stylize(Style.from_meta({"left": index})) for row in rows]

    def _sign(self, index: int) -> Content:
        if self.score is not None:
            return Content("  ") + mark(self.score.marks[index].outcome) + Content(" ")
        return Content.styled("  ▸ ", "bold $accent") if index == self._at else Content("    ")

    def _option(self, index: int, width: int) -> list[Content]:
        lead = Content.styled(f"    {ascii_lowercase[index]}  ", "$accent")
        used = index in self._chosen
        rows = hanging(lead, plain(self._options[index], "$quiet strike" if used else ""), width)
        return [row.stylize(Style.from_meta({"right": index})) for row in rows]
