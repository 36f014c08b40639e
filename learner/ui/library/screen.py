"""The library: choose a lesson, or make one from an article."""

from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from learner.ui.busy import BusyScreen
from learner.ui.desk import Desk
from learner.ui.jobs import Opened, import_article, open_folder
from learner.ui.key_bar import KeyBar
from learner.ui.library.shelf import ShelfRow, matching, shelf_rows, waiting
from learner.ui.library.shelf_list import ShelfList
from learner.ui.literal import plain
from learner.ui.masthead import Masthead


class LibraryScreen(Screen[None]):
    """The first screen; a paste anywhere on it imports the article pasted."""

    HELP = "ui.help.library"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "ui.key.search", key_display="/", id="library.search"),
        Binding("i", "import_article", "ui.key.import", id="library.import"),
        Binding("escape", "end_search", "ui.key.end-search", key_display="Esc", id="library.end-search"),
        Binding("q", "app.quit", "ui.key.quit", id="library.quit"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[ShelfRow, ...] = ()

    def compose(self) -> ComposeResult:
        """The head, the search line, the lessons, the way to import."""
        yield Masthead("learner")
        yield Input(placeholder=self._desk.say("ui.library.search"), id="search")
        yield ShelfList(self._desk.say)
        yield Static(plain(self._desk.say("ui.library.paste"), "$quiet"), id="paste")
        yield KeyBar(self._desk.say)

    def on_mount(self) -> None:
        """Begin at the list."""
        self.query_one(ShelfList).focus()

    def on_screen_resume(self) -> None:
        """Show what may have changed on another screen."""
        self._rows = shelf_rows(self._desk.store)
        self._show_rows()
        self.query_one(Masthead).note = self._note()

    def _note(self) -> str:
        wait = waiting(self._desk.store, self._desk.now())
        parts = [
            self._desk.say("ui.library.due", count=wait.due) if wait.due else "",
            self._desk.say("ui.library.streak", count=wait.streak) if wait.streak else "",
        ]
        return " · ".join(part for part in parts if part)

    def _show_rows(self) -> None:
        self.query_one(ShelfList).show(matching(self._rows, self.query_one(Input).value))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to what is searched for."""
        event.stop()
        self._show_rows()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go back to the list, narrowed."""
        event.stop()
        self.query_one(ShelfList).focus()

    def on_paste(self, event: events.Paste) -> None:
        """Import what was pasted."""
        event.stop()
        self._import(event.text)

    def on_shelf_list_chosen(self, event: ShelfList.Chosen) -> None:
        """Open the lesson chosen."""
        job = partial(open_folder, event.row.path)
        busy = BusyScreen(self._desk, lambda _report: job(), self._desk.say("ui.busy.opening"))
        self.app.push_screen(busy, self._show_lesson)

    def _show_lesson(self, opened: Opened | None) -> None:
        from learner.ui.reading.screen import ReadingScreen

        if opened is not None:
            self._desk.store.opened(opened.lesson, self._desk.now())
            self.app.push_screen(ReadingScreen(self._desk, opened))

    def _import(self, given: str | None) -> None:
        if given and given.strip():
            job = partial(import_article, given)
            self.app.push_screen(BusyScreen(self._desk, job, self._desk.say("ui.busy.reading")), self._show_lesson)

    def action_import_article(self) -> None:
        """Ask for a path, an address, or the article itself."""
        from learner.ui.library.import_screen import ImportScreen

        self.app.push_screen(ImportScreen(self._desk), self._import)

    def action_search(self) -> None:
        """Search by title or level."""
        self.add_class("-searching")
        self.query_one(Input).focus()

    def action_end_search(self) -> None:
        """Show all lessons again."""
        self.remove_class("-searching")
        self.query_one(Input).value = ""
        self.query_one(ShelfList).focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A search ends only where one was begun."""
        del parameters
        return self.has_class("-searching") if action == "end_search" else True
