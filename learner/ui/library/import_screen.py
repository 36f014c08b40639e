"""Asks for an article: a path, an address, or the text itself, pasted."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from learner.ui.desk import Desk
from learner.ui.key_bar import KeyBar
from learner.ui.literal import plain
from learner.ui.styles import style_sheet


class SourceInput(Input):
    """One line; a paste of more than one line is an article and leaves at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "ui.key.import", key_display="⏎", id="import.submit"),
    ]

    def on_paste(self, event: events.Paste) -> None:
        """Hand a whole article on to the screen."""
        if "\n" in event.text.strip():
            event.prevent_default()
        else:
            event.stop()


class ImportScreen(ModalScreen[str | None]):
    """Dismissed with what was given, or None."""

    CSS_PATH = style_sheet("import")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "ui.key.cancel", key_display="Esc", id="import.cancel"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """What may be given, and the line to give it in."""
        say = self._desk.say
        with Vertical(id="box"):
            yield Static(plain(say("ui.import.heading"), "bold"))
            yield Static(plain(say("ui.import.ways"), "$quiet"))
            yield SourceInput(placeholder=say("ui.import.placeholder"))
            yield KeyBar(say)

    def on_paste(self, event: events.Paste) -> None:
        """Take a pasted article."""
        event.stop()
        self.dismiss(event.text)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the path or address."""
        self.dismiss(event.value)

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)
