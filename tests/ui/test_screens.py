"""Golden screens: what each screen shows at 80x24, as plain text in `screens/`.

`UPDATE_SCREENS=1 pytest tests/ui/test_screens.py` writes them anew; look at the difference before committing it.
"""

import pytest

from tests.ui.conftest import NOW

STATES = {
    "reading": [],
    "reading-separable-verb": ["n", "n", "l"],
    "reading-help": ["question_mark"],
    "reading-dropped": ["t"],
    "practice-choice": ["p"],
    "practice-choice-wrong": ["p", "1"],
    "practice-evidence": ["p", "1", "e"],
    "practice-typed": ["p", "s", "e", "i"],
    "practice-typed-right": ["p", "s", *"ein", "enter"],
    "practice-bank": ["p", *["ctrl+s"] * 2, "1"],
    "practice-bank-almost": ["p", *["ctrl+s"] * 2, "1", "tab", "2", "enter"],
    "practice-c-test": ["p", *["ctrl+s"] * 3, *"ser", "tab"],
    "practice-c-test-almost": ["p", *["ctrl+s"] * 3, *"ser", "tab", *"as", "enter", "enter", "enter"],
    "practice-match": ["p", *["ctrl+s"] * 4, "c"],
    "practice-match-wrong": ["p", *["ctrl+s"] * 4, "a", "c", "enter"],
    "practice-order": ["p", *["ctrl+s"] * 5, "space"],
    "practice-order-wrong": ["p", *["ctrl+s"] * 5, "enter"],
    "result": ["p", "1", "enter", *"ein", "enter", "enter", *["ctrl+s"] * 4],
}


@pytest.mark.parametrize("state", STATES)
async def test_screen(drive, golden, state):
    async with drive() as ui:
        await ui.press(*STATES[state])
        assert ui.text == golden(state, ui.text)


@pytest.mark.parametrize("state", ["reading", "practice-choice-wrong", "result"])
async def test_screen_in_german(drive, golden, state):
    async with drive(language="de") as ui:
        await ui.press(*STATES[state])
        assert ui.text == golden(f"{state}.de", ui.text)


async def test_reading_beside_the_panel(drive, golden):
    async with drive(size=(120, 40)) as ui:
        await ui.press("n", "n")
        assert ui.text == golden("reading-wide", ui.text)


async def test_library(drive, golden, store, own_lessons):
    store.cards.review("Verein", "00000000", 1, NOW.replace(year=2025))
    async with drive(lesson=None) as ui:
        await ui.press("down", "enter", "p", "2", "enter", "escape", "escape")
        assert ui.text == golden("library", ui.text)
        await ui.press("slash", *"berg")
        assert ui.text == golden("library-search", ui.text)


async def test_import(drive, golden, own_lessons):
    async with drive(lesson=None) as ui:
        await ui.press("i")
        assert ui.text == golden("import", ui.text)
        await ui.pilot.press(*"nirgends.txt")
        await ui.press("enter")
        assert ui.text == golden("import-error", ui.text)
