"""Pictures of the running program for README: `python scripts/screenshots.py` writes docs/images/*.svg.

It drives the program with the lessons that come with it, in a home of its own, at a fixed time.
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
NOW = datetime(2026, 11, 24, 19, 30).astimezone()
NEW_WORDS = int(sys.argv[1]) if len(sys.argv) > 1 else 40
"""So many new words on stands a separable verb whose two parts are lit together."""
LESSON = ROOT / "lessons" / "genf" / "gespraeche-in-genf-b2"


async def picture(name: str, keys: Sequence[str], *, lesson: Path | None = LESSON) -> None:
    """Press the keys and keep what the screen shows then."""
    from learner.progress.store import Store
    from learner.settings import Settings
    from learner.ui.app import LearnerApp
    from learner.ui.desk import Desk
    from learner.ui.start import Start

    with Store.open() as store:
        app = LearnerApp(Desk(Settings(level="B1"), store, lambda: NOW), Start(lesson))
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause(2)
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.1)
            await pilot.pause(1)
            (IMAGES / f"{name}.svg").write_text(without_fonts(app.export_screenshot(title="learner")), encoding="utf-8")


def without_fonts(picture: str) -> str:
    """The picture in the reader's own monospaced font; it must not fetch one from elsewhere."""
    return re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)


def practise_a_week() -> None:
    """Some answers on each of the last days, so that reviews are due and the library has something to say."""
    from learner.packs.reading import read
    from learner.progress.recall import recall_of
    from learner.progress.session import Attempt
    from learner.progress.store import Store

    lesson = read(LESSON)
    words = [entry.lexeme.lemma for entry in lesson.analysis.entries if entry.lexeme.level in ("B2", "C1")][:12]
    with Store.open() as store:
        store.opened(lesson, NOW - timedelta(days=1))
        for day in range(7, 0, -1):
            at = NOW - timedelta(days=day)
            store.record(Attempt(lesson.uid, lesson.items[7 - day].id, 1, "vocabulary", 0, "equal", 1, 1, at, "B2"))
            for number, word in enumerate(words):
                if number % 7 == 7 - day:
                    store.cards.review(word, lesson.uid, 1 if number % 3 else 3, at, recall_of(lesson, word))


async def main() -> None:
    """All pictures."""
    practise_a_week()
    await picture("library", [], lesson=None)
    await picture("reading", ["n"] * NEW_WORDS)
    await picture("practice", ["p", "2"])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["LEARNER_HOME"] = home
        IMAGES.mkdir(exist_ok=True)
        asyncio.run(main())
