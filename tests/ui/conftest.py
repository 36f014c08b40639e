"""The interface at a fixed size, with a clock that stands still and a store of its own."""

import os
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from learner.packs.library import add_own
from learner.progress.store import Store
from learner.settings import Settings
from learner.ui.app import LearnerApp
from learner.ui.busy import BusyScreen
from learner.ui.desk import Desk
from learner.ui.start import Start
from tests.ui import sample

SCREENS = Path(__file__).parent / "screens"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def screen_text(app):
    """What the screen shows, as lines of plain text without trailing spaces."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


class Driver:
    """Presses keys and waits until everything they set going is done."""

    def __init__(self, app, pilot):
        self.app = app
        self.pilot = pilot

    async def press(self, *keys):
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def click(self, text):
        """Click in the middle of a text on the screen."""
        lines = screen_text(self.app).split("\n")
        y = next(number for number, line in enumerate(lines) if text in line)
        await self.pilot.click(offset=(lines[y].index(text) + len(text) // 2, y))
        await self.settle()

    async def settle(self):
        """Wait until no work is under way; a box that tells an error waits for the person."""
        await self.pilot.pause()
        while isinstance(self.app.screen, BusyScreen) and not self.app.screen.failed:
            await self.pilot.pause()
        while any(worker.group == "shelf" and not worker.is_finished for worker in self.app.workers):
            await self.pilot.pause(0.01)
        await self.pilot.pause()

    @property
    def text(self):
        return screen_text(self.app)

    @property
    def keys(self):
        """The line of keys at the foot of the screen."""
        return self.text.rstrip("\n").split("\n")[-1]


@pytest.fixture
def store(home):
    with Store.open() as opened:
        yield opened


class Clock:
    """Stands still until a test moves it."""

    now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def drive(store, clock):
    """An async context: the app with a lesson open (or the library, with lesson=None)."""

    @asynccontextmanager
    async def driving(lesson=True, size=(80, 24), toasts=False, **settings):
        start = sample.lesson() if lesson is True else lesson
        desk = Desk(Settings(**{"level": "B2"} | settings), store, clock, lambda: None)
        app = LearnerApp(desk, start if isinstance(start, Start) else Start(start))
        async with app.run_test(size=size, notifications=toasts) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            yield driver

    return driving


@pytest.fixture
def golden():
    """What the file of a screen holds: the text itself, where they differ in nothing but the end of the last line.

    With UPDATE_SCREENS the text is written to the file first.
    """

    def kept(name, text):
        file = SCREENS / f"{name}.txt"
        shown = text.rstrip("\n") + "\n"
        if os.environ.get("UPDATE_SCREENS"):
            file.write_text(shown, encoding="utf-8")
        found = file.read_text(encoding="utf-8")
        return text if found == shown else found

    return kept


@pytest.fixture
def own_lessons(home, monkeypatch):
    """Two lessons of one's own and none that come with the program."""
    monkeypatch.setattr("learner.packs.library.bundled_path", lambda *_parts: home / "none")
    for number, title in enumerate(("Abendbrot auf dem Balkon", "Bergbahn")):
        add_own(sample.lesson(title=title, uid=f"0000000{number}"))
