"""An author's live preview: the lesson as learners see it, read again whenever one of its files is saved."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from learner.packs.layout import ITEMS, LESSON, TEXT, WORDS
from learner.progress.store import Store
from learner.settings import Settings
from learner.ui.app import LearnerApp
from learner.ui.busy import BusyScreen
from learner.ui.desk import Desk
from learner.ui.jobs import Opened, open_folder
from learner.ui.start import Start

_EVERY = 0.5
Stamp = tuple[tuple[str, int, int], ...]


def run(
    folder: Path,
    *,
    settings: Settings,
    store: Store | None = None,
    now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
) -> None:
    """Show the lesson until the author leaves; raises what went wrong inside."""
    app = PreviewApp(Desk(settings, store or Store.open(), now), folder)
    app.run()
    if app.fault is not None:
        raise app.fault


def stamp(folder: Path) -> Stamp:
    """Name, time and size of the files an author edits; it changes when one of them is saved."""
    files = [folder / name for name in (LESSON, TEXT, WORDS, ITEMS)]
    states = [(file.name, file.stat()) for file in files if file.exists()]
    return tuple((name, state.st_mtime_ns, state.st_size) for name, state in states)


class PreviewApp(LearnerApp):
    """The program with one lesson open that is read again after each change; a fault in it is told till it is gone."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        super().__init__(desk, Start(folder))
        self._folder = folder
        self._seen = stamp(folder)

    def on_mount(self) -> None:
        """Look for changes from now on; the base class's own handler opens the lesson."""
        self.set_interval(_EVERY, self._look)

    def _look(self) -> None:
        now = stamp(self._folder)
        if now != self._seen:
            self._seen = now
            self._open_again()

    def _open_again(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()
        job = partial(open_folder, self._folder)
        self.push_screen(BusyScreen(self._desk, lambda _: job(), self._desk.say("ui.busy.opening")), self._opened)

    def _opened(self, opened: Opened | None) -> None:
        self._seen = stamp(self._folder)  # reading may have written generated items
        self._read(opened)
