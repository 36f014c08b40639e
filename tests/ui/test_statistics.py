"""The statistics screen, with two months of practice behind it."""

from datetime import timedelta

import pytest

from learner.progress.session import Attempt
from tests.ui.conftest import NOW
from tests.ui.start import STATISTICS


@pytest.fixture
def practised(store):
    """Two months: an answer a minute on most days, a word a day, one that keeps failing."""
    for day in range(60, -1, -1):
        at = NOW - timedelta(days=day, minutes=40)
        for minute in range(day % 5 * 4):
            points = float(minute % 4 > 0)
            outcome = "equal" if points else "wrong"
            moment = at + timedelta(minutes=minute)
            store.record(Attempt("u", f"i{minute}", 1, "grammar", 0, outcome, points, 1.0, moment, "B1"))
        store.cards.review(f"Wort {day}", "u", 4, at)
        if day in (50, 40, 30, 20, 10):
            store.cards.review("widerspenstig", "u", 1, at)
            store.cards.review(f"Wort {day + 8}", "u", 3, at)
    store.mark_word("Haus", "known", NOW - timedelta(days=30))


@pytest.mark.parametrize("language", ["en", "de"])
async def test_screen(drive, golden, practised, language):
    async with drive(STATISTICS, size=(80, 62), language=language) as ui:
        assert ui.text == golden("statistics" if language == "en" else "statistics.de", ui.text)


async def test_nothing_practised_is_said_and_keys_scroll_and_leave(drive):
    async with drive(STATISTICS) as ui:
        assert "Nothing practised yet." in ui.text
        await ui.press("j", "k", "escape")
        assert "Lessons" in ui.text


async def test_it_is_narrow_enough_and_scrolls(drive, practised):
    async with drive(STATISTICS, size=(60, 20)) as ui:
        before = ui.text
        assert max(map(len, before.split("\n"))) <= 60
        await ui.press("space", "down")
        assert ui.text != before
