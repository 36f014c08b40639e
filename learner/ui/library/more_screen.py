"""What else can be done with a lesson: rename it, give it a topic, correct its text, put it away, delete it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from learner.errors import LearnerError
from learner.packs import library
from learner.ui.desk import Desk
from learner.ui.key_bar import KeyBar
from learner.ui.library.shelf import ShelfRow
from learner.ui.literal import plain
from learner.ui.styles import style_sheet

_OWN = ("rename", "topic", "text", "archive", "delete")


class MoreScreen(ModalScreen[str]):
    """Dismissed with what was done; `text` says that the learner wants to correct the text."""

    CSS_PATH = style_sheet("more")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "ui.key.choose", key_display="⏎", id="more.choose"),
        Binding("j", "point(1)", show=False, id="more.down"),
        Binding("k", "point(-1)", show=False, id="more.up"),
        Binding("escape", "close", "ui.key.close", key_display="Esc", id="more.close"),
    ]

    def __init__(self, desk: Desk, row: ShelfRow) -> None:
        super().__init__()
        self._desk = desk
        self._row = row
        self._typing = ""

    def compose(self) -> ComposeResult:
        """The lesson's title, what can be done, a line to type in."""
        say = self._desk.say
        names = _OWN if self._row.own else ("archive",)
        with Vertical(id="box"):
            yield Static(plain(self._row.title, "bold"))
            yield OptionList(*(Option(plain(say(self._key(name))), id=name) for name in names))
            yield Input(id="typed")
            yield KeyBar(say)

    def _key(self, name: str) -> str:
        return "ui.more.unarchive" if name == "archive" and self._row.archived else f"ui.more.{name}"

    def action_point(self, step: int) -> None:
        """Point at the next line."""
        options = self.query_one(OptionList)
        options.action_cursor_down() if step > 0 else options.action_cursor_up()

    def action_choose(self) -> None:
        """Do what is pointed at."""
        self.query_one(OptionList).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do it, or ask for what is needed first."""
        name = event.option_id or ""
        if name in ("rename", "topic"):
            self._ask(name)
        elif name == "delete":
            event.option_list.add_option(Option(plain(self._desk.say("ui.more.really"), "bold $error"), id="really"))
            event.option_list.remove_option("delete")
            event.option_list.highlighted = event.option_list.option_count - 1
        elif name == "text":
            self.dismiss("text")
        else:
            self._do(name)

    def _ask(self, name: str) -> None:
        self._typing = name
        typed = self.query_one(Input)
        typed.value = self._row.title if name == "rename" else self._row.topic
        self.add_class("-typing")
        typed.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the new title or topic."""
        event.stop()
        self._do(self._typing, event.value.strip())

    def _do(self, name: str, typed: str = "") -> None:
        row = self._row
        try:
            if name == "archive":
                self._desk.store.archive(row.uid, archived=not row.archived)
            elif name == "really":
                library.remove(row.path)
            elif name == "rename" and typed:
                library.describe(row.path, title=typed, topic=row.topic)
            elif name == "topic":
                library.describe(row.path, title=row.title, topic=typed)
        except LearnerError as error:
            self.notify(str(error), severity="error", markup=False)
        self.dismiss(name)

    def action_close(self) -> None:
        """Do nothing."""
        self.dismiss("")
