"""The interface at a fixed size, with a clock that stands still and a store of its own."""

from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from learner.progress.store import Store
from learner.settings import Settings
from learner.ui.app import LearnerApp
from learner.ui.busy import BusyScreen
from learner.ui.desk import Desk
from tests.ui import sample

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


@pytest.fixture
def drive(store):
    """An async context: the app with a lesson open (or the library, with lesson=None)."""

    @asynccontextmanager
    async def driving(lesson=True, size=(80, 24), **settings):
        start = sample.lesson() if lesson is True else lesson
        app = LearnerApp(Desk(Settings(**settings), store, lambda: NOW, lambda: None), start)
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            yield driver

    return driving
