"""One option among several: by its number, by arrows and Enter, or by a click."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style

from learner.exercises.item import Choice
from learner.exercises.scoring import Response
from learner.ui.literal import plain
from learner.ui.practice.answer import Answer, Say, hanging, mark


class ChoiceAnswer(Answer):
    """The options in the order of the item."""

    PART = "option"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False, id="choice.back"),
        Binding("down,j", "move(1)", "ui.key.choose", key_display="↑↓", id="choice.move"),
        Binding("enter,space", "give", "ui.key.answer", key_display="⏎", id="choice.give"),
        *(
            Binding(str(number), f"pick({number - 1})", show=False, id=f"choice.pick-{number}")
            for number in range(1, 10)
        ),
    ]

    def __init__(self, item: Choice, say: Say) -> None:
        super().__init__(say)
        self._item = item
        self._at = 0

    def take(self, response: Response) -> None:
        """Put the pointer on the option chosen."""
        self._at = response if isinstance(response, int) else 0

    def action_move(self, step: int) -> None:
        """Point at the next option, round the end."""
        self._at = (self._at + step) % len(self._item.options)
        self.post_message(self.Moved())
        self.refresh()

    def action_pick(self, index: int) -> None:
        """Answer with the option of that number."""
        if index < len(self._item.options):
            self.post_message(self.Given(index))

    def action_give(self) -> None:
        """Answer with the option pointed at."""
        self.post_message(self.Given(self._at))

    def on_click(self, event: events.Click) -> None:
        """Answer with the option clicked."""
        index = event.style.meta.get("option")
        if index is not None and self.score is None:
            self.post_message(self.Given(index))

    def rows(self, width: int) -> list[Content]:
        """A pointer or sign, the number, the option."""
        return [row for index in range(len(self._item.options)) for row in self._option(index, width)]

    def _option(self, index: int, width: int) -> list[Content]:
        chosen = index == self._at
        style = "bold" if chosen or (self.score and self._item.options[index].correct) else ""
        lead = Content("  ") + self._sign(index) + Content.styled(f" {index + 1}  ", "$accent")
        rows = hanging(lead, plain(self._item.options[index].text, style), width)
        return [row.stylize(Style.from_meta({"option": index})) for row in rows]

    def _sign(self, index: int) -> Content:
        chosen = index == self._at
        if self.score is None:
            return Content.styled("▸", "bold $accent") if chosen else Content(" ")
        if self._item.options[index].correct:
            return mark("equal")
        return mark("wrong") if chosen else Content(" ")
