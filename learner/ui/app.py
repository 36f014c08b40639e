"""The terminal interface: the app that owns themes, keys of everywhere, and the way to the first screen."""

import gc
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path, PurePath
from typing import Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from learner.progress.store import Store
from learner.settings import Settings, settings_path
from learner.ui.busy import BusyScreen
from learner.ui.desk import Desk
from learner.ui.jobs import Opened, open_folder
from learner.ui.key_bar import all_keys
from learner.ui.keymaps import keymap
from learner.ui.start import Start
from learner.ui.styles import style_sheet
from learner.ui.themes import THEMES
from learner.ui.word_table import build_word_table

_LONG = 20
"""Seconds to read what has to be mended in a file."""


def run(
    *,
    settings: Settings,
    start: Start = Start(),  # noqa: B008  (a frozen value)
    store: Store | None = None,
    now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
) -> None:
    """Show the library, or what `start` asks for; returns when the person leaves.

    Raises what went wrong inside, so that the command line tells it in a sentence.
    """
    app = LearnerApp(Desk(settings, store or Store.open(), now), start, when_shown=build_word_table)
    app.run()
    if app.fault is not None:
        raise app.fault


def _collect_garbage() -> None:
    """From now on, where the start had switched it off; what is there already stays for good and is not looked at."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


class LearnerApp(App[None]):
    """Owns themes, the keys of everywhere, and the way to the first screen; a screen is imported when it is shown."""

    # Textual loads no style sheet for the default screen, so the library's stands here.
    CSS_PATH: ClassVar[list[str | PurePath]] = [style_sheet("app"), style_sheet("library")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012  (declared as an instance variable there)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "ui.key.help", key_display="?", id="app.help"),
        Binding("f1", "help", "ui.key.help", key_display="F1", id="app.help-function-key"),
        Binding("ctrl+q", "quit", "ui.key.quit", show=False, priority=True, id="app.quit"),
    ]

    def __init__(
        self,
        desk: Desk,
        start: Start = Start(),  # noqa: B008
        *,
        when_shown: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._start = start
        self._when_shown = when_shown
        self.fault: Exception | None = None
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = desk.settings.theme
        self.set_keymap(keymap(desk.settings))

    def get_default_screen(self) -> Screen[Any]:
        """The library."""
        from learner.ui.library.screen import LibraryScreen

        return LibraryScreen(self._desk)

    def on_mount(self) -> None:
        """Open what was asked for; say what is wrong with the learner's own keys once that is to be seen."""
        self.call_after_refresh(_collect_garbage)
        self.call_after_refresh(self._when_shown)
        if self._desk.settings.keys:
            self.call_after_refresh(self._tell_key_faults)
        if self._start.first:
            from learner.ui.welcome.screen import WelcomeScreen

            self.push_screen(WelcomeScreen(self._desk), self._begin)
        else:
            self._go(self._start)

    def _tell_key_faults(self) -> None:
        from learner.ui.own_keys import faults

        if said := faults(self._desk.settings, self._desk.say):
            file = str(settings_path())
            self.notify("\n".join(said), title=file, severity="warning", timeout=_LONG, markup=False)

    def _begin(self, lesson: Path | None) -> None:
        """Go on in the language and at the level a new learner chose, with a lesson of that level."""
        self.screen.refresh(recompose=True)
        self._go(Start(lesson))

    def _go(self, start: Start) -> None:
        if start.then == "review":
            self.action_review()
        elif start.then == "statistics":
            self.action_statistics()
        elif isinstance(start.lesson, Path):
            job = partial(open_folder, start.lesson)
            self.push_screen(BusyScreen(self._desk, lambda _: job(), self._desk.say("ui.busy.opening")), self._read)
        elif start.lesson is not None:
            self._read(Opened(start.lesson))

    def _read(self, opened: Opened | None) -> None:
        from learner.ui.reading.screen import ReadingScreen

        if opened is None:
            return
        self._desk.store.opened(opened.lesson, self._desk.now())
        reading = ReadingScreen(self._desk, opened)
        self.push_screen(reading)
        if self._start.then == "practise":
            reading.practise(anew=self._start.anew)

    def _handle_exception(self, error: Exception) -> None:
        """Leave with the error instead of showing a traceback; there is no public way to ask for that."""
        self.fault = self.fault or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def action_help(self) -> None:
        """Say what this screen is for, and list its keys."""
        from learner.ui.help_screen import HelpScreen

        topic = self.screen.HELP
        if topic and topic.startswith("ui."):
            self.push_screen(HelpScreen(self._desk, topic, all_keys(self.screen, self, self._desk.say)))

    def action_review(self) -> None:
        """Begin the day's reviews."""
        from learner.ui.review.screen import ReviewScreen

        self.push_screen(ReviewScreen(self._desk))

    def action_statistics(self) -> None:
        """Show what practice has come to."""
        from learner.ui.statistics.screen import StatisticsScreen

        self.push_screen(StatisticsScreen(self._desk))

    def action_theme(self, name: str) -> None:
        """Change the colours, now and from now on."""
        self.theme = name
        self._desk.choose(theme=name)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every key of the screen as a command in words, the themes, and the way out."""
        for key in all_keys(screen, self, self._desk.say):
            yield SystemCommand(key.label, key.shown, partial(self.simulate_key, key.key))
        for theme in THEMES:
            label = self._desk.say(f"ui.theme.{theme.name}")
            yield SystemCommand(label, self._desk.say("ui.theme.help"), partial(self.action_theme, theme.name))
