"""The library: choosing, searching, importing, and what it says of progress."""

from pathlib import Path

import pytest
from textual import events

from learner.packs.library import add_own, own_folder
from learner.ui.library.shelf_list import ShelfList
from tests.ui import sample
from tests.ui.conftest import NOW

PASTED = Path(__file__).resolve().parent.parent / "data" / "pasted-article.txt"


@pytest.fixture
def shelf(home):
    """Three lessons of one's own."""
    for number, title in enumerate(("Abendbrot", "Bergbahn", "Chor")):
        add_own(sample.lesson(title=title, uid=f"0000000{number}"))


def listed(ui):
    return [row.title for row in ui.app.screen.query_one(ShelfList)._rows]


async def paste(ui, text):
    ui.app.screen.post_message(events.Paste(text))
    await ui.pilot.pause()
    await ui.settle()


async def test_lessons_are_listed_with_level_words_minutes_and_progress(drive, shelf):
    async with drive(lesson=None) as ui:
        line = next(line for line in ui.text.split("\n") if "Abendbrot" in line)
        assert line.split()[:3] == ["▸", "Abendbrot", "B1"]
        assert line.split()[-1] == "–"


async def test_enter_opens_the_lesson_pointed_at(drive, shelf):
    async with drive(lesson=None) as ui:
        await ui.press("down", "enter")
        assert "Bergbahn" in ui.text.split("\n")[0]
        await ui.press("escape")
        assert listed(ui)[:3] == ["Bergbahn", "Abendbrot", "Chor"]  # the latest first


async def test_a_click_opens_a_lesson(drive, shelf):
    async with drive(lesson=None) as ui:
        await ui.click("Chor")
        assert "Chor" in ui.text.split("\n")[0]
        assert "known" in ui.keys


async def test_search_narrows_the_list_and_escape_ends_it(drive, shelf):
    async with drive(lesson=None) as ui:
        await ui.press("slash", *"chor")
        assert listed(ui) == ["Chor"]
        await ui.press("enter", "enter")
        assert "Chor" in ui.text.split("\n")[0]
        await ui.press("escape", "escape")
        assert "Abendbrot" in listed(ui)


async def test_a_search_that_finds_nothing_says_so(drive, shelf):
    async with drive(lesson=None) as ui:
        await ui.press("slash", *"xyzzy")
        assert "No lesson fits." in ui.text
        await ui.press("enter", "enter", "down")
        assert "No lesson fits." in ui.text


async def test_progress_shows_in_the_list(drive, shelf):
    async with drive(lesson=None) as ui:
        await ui.press("enter", "p", "2", "enter", "escape", "escape")
        line = next(line for line in ui.text.split("\n") if "Abendbrot" in line and "Go on" not in line)
        assert line.rstrip().endswith("16 %")
        assert "1-day streak" in ui.text


async def test_what_is_due_stands_at_the_head(drive, store, shelf):
    store.cards.review("Verein", "00000000", 1, NOW.replace(year=2025))
    async with drive(lesson=None) as ui:
        assert "1 due" in ui.text.split("\n")[0]


async def test_a_pasted_page_becomes_a_lesson(drive):
    async with drive(lesson=None, level="B1") as ui:
        await paste(ui, PASTED.read_text(encoding="utf-8"))
        assert "Lindenau" in ui.text.split("\n")[0]
        assert "Teilen per" not in ui.text
        assert "B1 ·" in ui.text.split("\n")[0]  # the learner's level, whatever the text's
        [folder] = own_folder().iterdir()
        assert (folder / "items.toml").exists()
        await ui.press("t")
        before = len(ui.app.screen.query_one("OptionList").options)
        await ui.press("enter", "t")
        assert len(ui.app.screen.query_one("OptionList").options) == before - 1
        assert len(list(own_folder().iterdir())) == 1


async def test_a_path_is_asked_for_and_read(drive, tmp_path):
    file = tmp_path / "leer.txt"
    file.write_text("")
    async with drive(lesson=None) as ui:
        await ui.press("i")
        assert "A German article becomes a lesson" in ui.text
        await ui.pilot.press(*str(file))
        await ui.press("enter")
        assert "There is no text in it." in ui.text
        await ui.press("enter")
        assert isinstance(ui.app.focused, ShelfList)


async def test_a_paste_into_the_question_is_imported(drive):
    async with drive(lesson=None) as ui:
        await ui.press("i")
        ui.app.focused.post_message(
            events.Paste("This is an English text.\nIt has two lines and no German word at all.\n" * 9)
        )
        await ui.pilot.pause()
        await ui.settle()
        assert "does not look German" in ui.text
        assert list(own_folder().iterdir()) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [("nirgends.txt", "no such file"), ("Zu kurz.\nWirklich.", "too little text"), ("\x1b[31m[bold]\n", "␛[31m[bold]")],
)
async def test_what_cannot_be_read_is_told_calmly(drive, given, said):
    async with drive(lesson=None) as ui:
        await paste(ui, given)
        assert said in ui.text
        await ui.press("escape")
        assert ui.app.is_running
        assert isinstance(ui.app.focused, ShelfList)


async def test_an_empty_paste_does_nothing(drive):
    async with drive(lesson=None) as ui:
        await paste(ui, " \n")
        assert isinstance(ui.app.focused, ShelfList)


async def test_a_lesson_that_vanished_is_told_calmly(drive, shelf):
    async with drive(lesson=None) as ui:
        for file in (own_folder() / "abendbrot").iterdir():
            file.unlink()
        await ui.press("enter")
        assert "missing" in ui.text
        await ui.press("enter")
        assert isinstance(ui.app.focused, ShelfList)
