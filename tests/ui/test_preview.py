"""An author's live preview reads the lesson again when a file is saved, and tells a fault until it is mended."""

import os

import pytest

from learner.packs.writing import write
from learner.settings import Settings
from learner.ui.busy import BusyScreen
from learner.ui.desk import Desk
from learner.ui.preview import PreviewApp, stamp
from learner.ui.reading.screen import ReadingScreen
from tests.ui import sample
from tests.ui.conftest import NOW, Driver


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "lektion"
    write(sample.lesson(), place)
    return place


def save(file, text):
    """Save a file with a time of its own, whatever the clock of the disk."""
    before = file.stat().st_mtime_ns
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(before + 1_000_000_000, before + 1_000_000_000))


async def looked(app, driver):
    """Do now what the timer does twice a second."""
    app._look()
    await driver.settle()


async def test_a_saved_change_is_shown(folder, store):
    app = PreviewApp(Desk(Settings(), store, lambda: NOW), folder)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        assert isinstance(app.screen, ReadingScreen)
        lesson = folder / "lesson.toml"
        save(lesson, lesson.read_text(encoding="utf-8").replace(sample.lesson().title, "Ein neuer Titel"))
        await looked(app, driver)
        assert isinstance(app.screen, ReadingScreen)
        assert "Ein neuer Titel" in driver.text


async def test_a_fault_is_told_and_goes_when_it_is_mended(folder, store):
    app = PreviewApp(Desk(Settings(), store, lambda: NOW), folder)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        lesson = folder / "lesson.toml"
        good = lesson.read_text(encoding="utf-8")
        save(lesson, good + "kaputt =")
        await looked(app, driver)
        assert isinstance(app.screen, BusyScreen)
        assert "lesson.toml" in driver.text
        save(lesson, good)
        await looked(app, driver)
        assert isinstance(app.screen, ReadingScreen)


def test_the_stamp_changes_with_any_file_of_the_author(folder):
    seen = stamp(folder)
    assert stamp(folder) == seen
    save(folder / "text.md", "# Neu\n\nNeuer Text.\n")
    assert stamp(folder) != seen
