"""Correct the text of one's own lesson: Markdown, as authors write it; saving makes the exercises anew."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, TextArea

from learner.ui.desk import Desk
from learner.ui.key_bar import KeyBar
from learner.ui.literal import plain
from learner.ui.masthead import Masthead
from learner.ui.styles import style_sheet


class TextScreen(Screen[str | None]):
    """Dismissed with the corrected text, or None."""

    CSS_PATH = style_sheet("text")
    HELP = "ui.help.text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "ui.key.save", key_display="^s", id="text.save", priority=True),
        Binding("escape", "leave", "ui.key.cancel", key_display="Esc", id="text.leave", priority=True),
    ]

    def __init__(self, desk: Desk, title: str, text: str) -> None:
        super().__init__()
        self._desk = desk
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """The head, how the signs are read, the text, the keys."""
        yield Masthead(self._title, self._desk.say("ui.more.text"))
        yield Static(plain(self._desk.say("ui.text.signs"), "$quiet"), id="signs")
        yield TextArea(self._text, soft_wrap=True, id="text")
        yield KeyBar(self._desk.say)

    def on_mount(self) -> None:
        """Begin in the text."""
        self.query_one(TextArea).focus()

    def action_save(self) -> None:
        """Hand the text back."""
        text = self.query_one(TextArea).text
        self.dismiss(text if text != self._text else None)

    def action_leave(self) -> None:
        """Change nothing; text that was changed needs a second Esc."""
        if self.query_one(TextArea).text == self._text or self.has_class("-warned"):
            self.dismiss(None)
            return
        self.add_class("-warned")
        said: Content = plain(self._desk.say("ui.text.unsaved"), "bold $warning")
        self.query_one("#signs", Static).update(said)
