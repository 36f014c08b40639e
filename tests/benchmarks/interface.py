"""The interface headless, against the budgets: first paint, key to repaint, a library of 2,000 lessons, memory."""

import asyncio
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from learner.progress.store import Store
from learner.settings import Settings
from tests.benchmarks._compiled import compiled
from tests.ui import sample

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PRESSES = 120
FIRST_PAINT = """
import gc, time
started = time.perf_counter()
gc.disable()  # as learner.cli.open does
from learner.settings import Settings
from learner.ui.app import LearnerApp, run
import learner.ui.library.screen
from textual.app import App
shown = App._display
def timed(self, screen, renderable):
    shown(self, screen, renderable)
    if screen is not None and screen.query("ShelfList"):
        print(time.perf_counter() - started)
        self.exit()
App._display = timed
from learner.progress.store import Store
from learner.ui.desk import Desk
from datetime import datetime
app = LearnerApp(Desk(Settings(), Store.open(), lambda: datetime.now().astimezone()))
app.run(headless=True)
"""


def show(what: str, measured: float, budget: float, unit: str = "ms") -> None:
    """One line: what, how much, budget."""
    verdict = "ok" if measured <= budget else "OVER"
    print(f"{what:58} {measured:8.1f} {unit}   at most {budget:6.0f} {unit}   {verdict}", flush=True)


def long_article():
    """An article of about 3,000 words, made of the sample's paragraphs."""
    return sample.article(sample.PARAGRAPHS * 38)


def app_with(store, lesson):
    from learner.ui.app import LearnerApp
    from learner.ui.desk import Desk
    from learner.ui.start import Start

    return LearnerApp(Desk(Settings(), store, lambda: NOW, lambda: None), Start(lesson))


async def presses(pilot, keys):
    """Milliseconds from each key press until its last repaint has been handed to the terminal."""
    app, times, painted = pilot.app, [], []
    display = app._display

    def timed(screen, renderable):
        display(screen, renderable)
        painted.append(time.perf_counter())

    app._display = timed
    for key in keys:
        await asyncio.sleep(0.05)  # a person is slower still; what the last key set going is done
        painted.clear()
        started = time.perf_counter()
        app.simulate_key(key)
        while not painted and time.perf_counter() - started < 0.2:  # noqa: ASYNC110  (an event would add its own delay)
            await asyncio.sleep(0)
        if painted:  # a key at the end of the text changes nothing
            times.append((painted[-1] - started) * 1000)
    app._display = display
    return times


def p95(times):
    return statistics.quantiles(times, n=20)[-1]


async def reading(store):
    lesson = sample.lesson(found=long_article())
    app = app_with(store, lesson)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        words = sum(word.pos != "PUNCT" for word in lesson.analysis.words)
        keys = (["right"] * 4 + ["down", "n", "pagedown", "k"]) * (PRESSES // 8)
        show(f"reading {words} words: key to repaint, 95th percentile", p95(await presses(pilot, keys)), 30)


async def practising(store):
    lesson = sample.lesson(sample.ITEMS * 1, uid="practise")
    app = app_with(store, lesson)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await presses(pilot, ["p", "down", "up", "2"])
        moves = await presses(pilot, ["enter", *"ver", *["backspace"] * 3] * (PRESSES // 7))
        show("practising: key to repaint, 95th percentile", p95(moves), 30)
    app = app_with(store, sample.lesson([sample.CHOICE], uid="answers"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await presses(pilot, ["p"])
        answers = await presses(pilot, ["2", "u"] * 40)
        show("practising: answer stored on disk and shown, 95th percentile", p95(answers[::2]), 100)


def fill_shelf(count):
    """So many lessons of one's own, of which a hundred have been opened."""
    import shutil

    from learner.packs.library import add_own, own_folder

    first = add_own(sample.lesson())
    template = (first / "lesson.toml").read_text(encoding="utf-8")
    for number in range(1, count):
        folder = own_folder() / f"lesson-{number}"
        shutil.copytree(first, folder)
        text = template.replace("5a3b1e00", f"{number:08x}").replace(sample.TITLE, f"{sample.TITLE} {number}")
        (folder / "lesson.toml").write_text(text, encoding="utf-8")


async def library(store):
    started = time.perf_counter()
    app = app_with(store, None)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        show("library of 2,000 lessons: from start to painted", (time.perf_counter() - started) * 1000, 1500)
        moves = await presses(pilot, ["down"] * 60 + ["pagedown"] * 40 + ["o", "f"] * 10)
        show("library of 2,000 lessons: key to repaint, 95th percentile", p95(moves), 30)


def first_paint(home):
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(6):
            result = subprocess.run(
                [sys.executable, "-c", FIRST_PAINT], cwd=ROOT, check=True, capture_output=True, text=True,
                env=compiled(folder, LEARNER_HOME=home),
            )  # fmt: skip
            times.append(float(result.stdout.split()[0]) * 1000)
    show("a new process: first painted screen", statistics.median(times[1:]), 400)


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        first_paint(home)
        os.environ["LEARNER_HOME"] = home
        with Store.open() as store:
            asyncio.run(reading(store))
            asyncio.run(practising(store))
            fill_shelf(2000)
            asyncio.run(library(store))
    show("memory at its highest", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 200, "MB")


if __name__ == "__main__":
    main()
