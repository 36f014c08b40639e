"""The library: what waits today, the lessons, and the way to make one from an article."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from learner.ui.busy import BusyScreen
from learner.ui.desk import Desk
from learner.ui.jobs import Opened, correct, import_article, open_folder, text_of
from learner.ui.key_bar import KeyBar
from learner.ui.library.coverage import WordsRead, read_words, unread
from learner.ui.library.library_text import heading, leads, masthead_note
from learner.ui.library.shelf import ShelfRow, View, Waiting, shelf_rows, waiting
from learner.ui.library.shelf_list import ShelfList
from learner.ui.literal import plain
from learner.ui.masthead import Masthead


class LibraryScreen(Screen[None]):
    """The first screen; a paste anywhere on it imports the article pasted."""

    HELP = "ui.help.library"
    AUTO_FOCUS = "ShelfList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "ui.key.search", key_display="/", id="library.search"),
        Binding("i", "import_article", "ui.key.import", id="library.import"),
        Binding("r", "app.review", "ui.key.review", id="library.review"),
        Binding("s", "app.statistics", "ui.key.statistics", id="library.statistics"),
        Binding("m", "more", "ui.key.more", id="library.more"),
        Binding("o", "order", "ui.key.order", id="library.order"),
        Binding("f", "level", "ui.key.level", id="library.level"),
        Binding("a", "archive", "ui.key.archive", id="library.archive"),
        Binding("escape", "end_search", "ui.key.end-search", key_display="Esc", id="library.end-search"),
        Binding("q", "app.quit", "ui.key.quit", id="library.quit"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[ShelfRow, ...] = ()
        self._waiting = Waiting(0, 0, 0)
        self._view = View()

    def compose(self) -> ComposeResult:
        """The head, the search line, the lessons, the way to import."""
        yield Masthead("learner")
        yield Input(placeholder=self._desk.say("ui.library.search"), id="search")
        yield ShelfList(self._desk.say)
        yield Static(plain(self._desk.say("ui.library.paste"), "$quiet"), id="paste")
        yield KeyBar(self._desk.say)

    def on_screen_resume(self) -> None:
        """Show what may have changed on another screen."""
        self._fill()

    async def recompose(self) -> None:
        """Write everything anew, in the language chosen meanwhile; the new list is filled as the old one was."""
        await super().recompose()
        self._fill()

    def _fill(self) -> None:
        desk = self._desk
        self._rows = shelf_rows(desk.store, desk.settings.level)
        self._waiting = waiting(desk.store, desk.now(), self._rows)
        self.query_one(Masthead).note = masthead_note(self._waiting, desk.say)
        self._show_rows()
        if not self.has_class("-searching"):
            self.query_one(ShelfList).focus()
        if wanted := unread(self._rows):
            self.run_worker(partial(self._read_words, wanted), thread=True, group="shelf", exclusive=True)

    def _read_words(self, rows: tuple[ShelfRow, ...]) -> None:
        """In a thread of its own; what is found is stored in the main one, where the database belongs."""
        worker = get_current_worker()
        self.post_message(WordsRead(read_words(rows, lambda: worker.is_cancelled)))

    def on_words_read(self, event: WordsRead) -> None:
        """Keep the words of the lessons that were read, and show how much of each is known."""
        event.stop()
        self._desk.store.keep_words(*event.seen)
        if event.seen and self.is_current:
            self._rows = shelf_rows(self._desk.store, self._desk.settings.level)
            self._show_rows()

    def on_screen_suspend(self) -> None:
        """Leave the machine to the screen that is shown now."""
        self.workers.cancel_node(self)

    def _show_rows(self) -> None:
        view, say = self._view, self._desk.say
        narrowed = bool(view.wanted or view.archived or view.level)
        above = () if narrowed else leads(self._waiting, say)
        self.query_one(ShelfList).show(above, view.of(self._rows), heading(view, say))

    def _look_at(self, view: View) -> None:
        self._view = view
        self._show_rows()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to what is searched for."""
        event.stop()
        self._look_at(replace(self._view, wanted=event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go back to the list, narrowed."""
        event.stop()
        self.query_one(ShelfList).focus()

    def on_paste(self, event: events.Paste) -> None:
        """Import what was pasted."""
        event.stop()
        self._import(event.text)

    async def on_shelf_list_review_wanted(self, event: ShelfList.ReviewWanted) -> None:
        """Begin the day's reviews."""
        event.stop()
        await self.run_action("app.review")

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
            job = partial(import_article, given, self._desk.settings.level)
            self.app.push_screen(BusyScreen(self._desk, job, self._desk.say("ui.busy.reading")), self._show_lesson)

    def action_import_article(self) -> None:
        """Ask for a path, an address, or the article itself."""
        from learner.ui.library.import_screen import ImportScreen

        self.app.push_screen(ImportScreen(self._desk), self._import)

    def action_more(self) -> None:
        """Offer what else can be done with the lesson pointed at."""
        from learner.ui.library.more_screen import MoreScreen

        row = self.query_one(ShelfList).row
        if row is not None:
            self.app.push_screen(MoreScreen(self._desk, row), partial(self._after_more, row))

    def _after_more(self, row: ShelfRow, done: str | None) -> None:
        from learner.ui.library.text_screen import TextScreen

        if done == "text":
            screen = TextScreen(self._desk, row.title, text_of(row.path))
            self.app.push_screen(screen, partial(self._correct, row))

    def _correct(self, row: ShelfRow, text: str | None) -> None:
        if text is not None:
            job = partial(correct, row.path, text)
            self.app.push_screen(BusyScreen(self._desk, job, self._desk.say("ui.busy.making")), self._show_lesson)

    def action_order(self) -> None:
        """Show the lessons in another order."""
        self._look_at(self._view.next_order())

    def action_level(self) -> None:
        """Show the lessons of one level."""
        self._look_at(self._view.next_level())

    def action_archive(self) -> None:
        """Show the lessons that were put away, or the others again."""
        self._look_at(replace(self._view, archived=not self._view.archived))

    def action_search(self) -> None:
        """Search by title, level or topic."""
        self.add_class("-searching")
        self.query_one(Input).focus()

    def action_end_search(self) -> None:
        """Show all lessons again."""
        self.remove_class("-searching")
        self.query_one(Input).value = ""
        self.query_one(ShelfList).focus()
        self._look_at(View(order=self._view.order))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A search ends only where one was begun."""
        del parameters
        narrowed = self.has_class("-searching") or bool(self._view.level) or self._view.archived
        return narrowed if action == "end_search" else True
