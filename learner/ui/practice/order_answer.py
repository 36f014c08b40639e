"""Chunks to be put in order: one is taken along with Shift and the arrows; the first is given."""

import zlib
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style

from learner.exercises.item import Order
from learner.exercises.scoring import Response
from learner.ui.literal import plain
from learner.ui.practice.answer import Answer, Say, hanging, mark


def mixed(item: Order) -> list[int]:
    """The chunks' indexes in an order that looks random, is always the same, and is not right yet; the first stays."""
    rest = sorted(range(1, len(item.chunks)), key=lambda index: zlib.crc32(f"{item.id} {index}".encode()))
    right = {tuple(range(len(item.chunks))), *item.accepted}
    for _ in rest:
        if (0, *rest) not in right:
            break
        rest = [*rest[1:], rest[0]]
    return [0, *rest]


class OrderAnswer(Answer):
    """The chunks one below the other."""

    PART = "place"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False, id="order.back"),
        Binding("down,j", "move(1)", "ui.key.choose", key_display="↑↓", id="order.move"),
        Binding("shift+up,ctrl+up,K", "carry(-1)", show=False, id="order.carry-up"),
        Binding("shift+down,ctrl+down,J", "carry(1)", "ui.key.carry", key_display="⇧↑↓", id="order.carry"),
        Binding("space", "hold", "ui.key.hold", key_display="␣", id="order.hold"),
        Binding("enter", "give", "ui.key.answer", key_display="⏎", id="order.give"),
    ]

    def __init__(self, item: Order, say: Say) -> None:
        super().__init__(say)
        self._item = item
        self._order = mixed(item)
        self._at = min(1, len(self._order) - 1)
        self._held = False

    def take(self, response: Response) -> None:
        """Put the chunks in the order of a response."""
        if isinstance(response, tuple):
            self._order = [int(part) for part in response]

    def action_move(self, step: int) -> None:
        """Point at the next chunk, or take the held one along."""
        if self._held:
            self.action_carry(step)
        else:
            self._at = max(1, min(self._at + step, len(self._order) - 1))
            self.post_message(self.Moved())
            self.refresh()

    def action_carry(self, step: int) -> None:
        """Change places with the neighbour; the first chunk stays."""
        to = self._at + step
        if 1 <= to < len(self._order):
            self._order[self._at], self._order[to] = self._order[to], self._order[self._at]
            self._at = to
            self.post_message(self.Moved())
            self.refresh(layout=True)

    def action_hold(self) -> None:
        """Take the chunk up, or put it down."""
        self._held = not self._held
        self.refresh()

    def action_give(self) -> None:
        """Answer with this order."""
        self.post_message(self.Given(tuple(self._order)))

    def on_click(self, event: events.Click) -> None:
        """Point at a chunk; the held one is put down there."""
        place = event.style.meta.get("place")
        if place is None or place < 1 or self.score is not None:
            return
        if self._held:
            self._order.insert(place, self._order.pop(self._at))
        self._held = not self._held
        self._at = place
        self.refresh(layout=True)

    def rows(self, width: int) -> list[Content]:
        """The chunks as they stand; with the score, the right order behind."""
        rows = [row for place in range(len(self._order)) for row in self._chunk(place, width)]
        if self.score and self.score.outcome != "equal":
            rows += [Content(""), *self._solution(width)]
        return rows

    def _solution(self, width: int) -> list[Content]:
        """The chunks in the right order: one sentence, or whole sentences one below the other."""
        chunks = self._item.chunks
        if not all(chunk.endswith(".") for chunk in chunks):
            return hanging(Content("  → "), plain(" ".join(chunks), "bold $success"), width)
        signs = [f"{number:3} " for number in range(1, len(chunks) + 1)]
        rows = [
            hanging(Content(sign), plain(one, "bold $success"), width) for sign, one in zip(signs, chunks, strict=True)
        ]
        return [row for part in rows for row in part]

    def _chunk(self, place: int, width: int) -> list[Content]:
        text = plain(self._item.chunks[self._order[place]], self._style(place))
        return [row.stylize(Style.from_meta({"place": place})) for row in hanging(self._sign(place), text, width)]

    def _style(self, place: int) -> str:
        if place == 0:
            return "$quiet"
        here = place == self._at and self.score is None
        return "reverse" if here and self._held else "bold" if here else ""

    def _sign(self, place: int) -> Content:
        if self.score is not None:
            return Content("  ") + mark(self.score.outcome) + Content(" ")
        if place == self._at:
            return Content.styled("  ↕ " if self._held else "  ▸ ", "bold $accent")
        return Content("  · " if place == 0 else "    ")
