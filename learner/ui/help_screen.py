"""Help: what a screen is for, and every key that works on it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from learner.ui.desk import Desk
from learner.ui.key_bar import Key, KeyBar
from learner.ui.literal import plain
from learner.ui.styles import style_sheet


class HelpScreen(ModalScreen[None]):
    """Closed with any of the keys that opened it."""

    CSS_PATH = style_sheet("help")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,enter,q", "close", "ui.key.close", key_display="Esc", id="help.close"),
    ]

    def __init__(self, desk: Desk, topic: str, keys: Sequence[Key]) -> None:
        super().__init__()
        self._desk = desk
        self._topic = topic
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The screen's purpose, its keys."""
        with Vertical(id="box"):
            with VerticalScroll():
                yield Static(plain(self._desk.say(self._topic)))
                yield Static(key_list(self._keys), id="keys")
            yield KeyBar(self._desk.say)

    def action_close(self) -> None:
        """Back to the screen."""
        self.dismiss()


def key_list(keys: Sequence[Key]) -> Content:
    """A line per key: what it does, and the name under which the settings give it another key."""
    width = max((len(key.shown) for key in keys), default=0) + 3
    wide = max((len(key.label) for key in keys), default=0) + 3
    rows = [
        Content.styled(key.shown.ljust(width), "bold $accent") + plain(key.label.ljust(wide)) + plain(key.id, "$quiet")
        for key in keys
    ]
    return Content("\n").join(rows)
