"""Look a word up that is not in the article, or more about one that is: forms, meanings, German definition."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from learner.language.analysis import Entry
from learner.ui.desk import Desk
from learner.ui.jobs import look_up
from learner.ui.key_bar import KeyBar
from learner.ui.literal import plain
from learner.ui.reading import entry_text
from learner.ui.styles import style_sheet


class LookUpScreen(ModalScreen[None]):
    """Shows the entries of what is typed; begins with the word under the cursor."""

    CSS_PATH = style_sheet("look_up")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "look", "ui.key.look-up", key_display="⏎", id="look-up.look"),
        Binding("escape", "close", "ui.key.close", key_display="Esc", id="look-up.close"),
    ]

    def __init__(self, desk: Desk, word: str) -> None:
        super().__init__()
        self._desk = desk
        self._word = word

    def compose(self) -> ComposeResult:
        """The word, its entries."""
        with Vertical(id="box"):
            yield Input(self._word, placeholder=self._desk.say("ui.look-up.placeholder"))
            with VerticalScroll(can_focus=False):
                yield Static(id="entries")
            yield KeyBar(self._desk.say)

    def on_mount(self) -> None:
        """Show the word one came with."""
        self._show(self._word)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show the word typed."""
        event.stop()
        self._show(event.value.strip())

    def _show(self, word: str) -> None:
        if word:
            self.query_one("#entries", Static).update(self._told(look_up(word)))

    def _told(self, entries: tuple[Entry, ...] | None) -> Content:
        say = self._desk.say
        if not entries:
            return plain(say("ui.look-up.no-table" if entries is None else "ui.look-up.unknown"), "$quiet")
        return Content("\n\n").join(_entry(entry, say) for entry in entries)

    def action_look(self) -> None:
        """Show the word typed."""
        self._show(self.query_one(Input).value.strip())

    def action_close(self) -> None:
        """Back to the article."""
        self.dismiss()


def _entry(entry: Entry, say: entry_text.Say) -> Content:
    """All that is known of a word, a line for each kind of fact."""
    glosses = entry_text.glosses(entry, "en")
    rows = [
        plain(entry_text.heading(entry, say), "bold $accent"),
        plain(entry_text.forms(entry.lexeme, say), "bold"),
        plain(say("ui.entry.parts", glosses=glosses) if entry.parts_gloss else glosses),
        plain(entry_text.definition(entry), "italic"),
        plain(f"[{entry.lexeme.ipa}]" if entry.lexeme.ipa else "", "$quiet"),
    ]
    return Content("\n").join(row for row in rows if row)
