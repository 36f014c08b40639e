"""The library's order and filters, what waits at its top, and what can be done with one's own lessons."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from learner.packs.library import lessons, own_folder
from learner.progress.recall import recall_of
from learner.progress.store import Shelved
from learner.ui.library import shelf
from learner.ui.library.shelf import ShelfRow, View
from learner.ui.library.shelf_list import Lead, ShelfList
from tests.ui import sample
from tests.ui.conftest import NOW

ROWS = (
    ShelfRow(Path("a"), "Bahn", "B1", 100, 5, 10, 0.0, "a", known=0.5),
    ShelfRow(Path("b"), "Apfel", "A2", 100, 5, 10, 1.0, "b", topic="Essen", opened="2026-01-02", known=0.9),
    ShelfRow(Path("c"), "Chor", "C1", 100, 5, 10, 0.4, "c", opened="2026-01-01"),
    ShelfRow(Path("d"), "Dach", "B1", 100, 5, 10, 0.0, "d", archived=True),
)


@pytest.mark.parametrize(
    ("view", "titles"),
    [
        (View(), "Apfel Chor Bahn"),
        (View(order="title"), "Apfel Bahn Chor"),
        (View(order="level"), "Apfel Bahn Chor"),
        (View(order="known"), "Apfel Bahn Chor"),
        (View(order="done"), "Chor Apfel Bahn"),
        (View(level="B1"), "Bahn"),
        (View(archived=True), "Dach"),
        (View(wanted="essen"), "Apfel"),
        (View(wanted="b1 ba"), "Bahn"),
        (View(wanted=" "), "Apfel Chor Bahn"),
    ],
)
def test_lessons_are_ordered_and_narrowed(view, titles):
    assert [row.title for row in view.of(ROWS)] == titles.split()


def test_orders_and_levels_go_round():
    view = View()
    for _ in shelf.ORDERS:
        view = view.next_order()
    for _ in range(7):
        view = view.next_level()
    assert view == View()


@pytest.mark.parametrize(
    ("words", "level", "share"),
    [({}, "A1", 0.6), ({}, "B1", 0.8), ({"Amt": "known"}, "A1", 0.8), ({"Haus": "learning"}, "B1", 0.6)],
)
def test_the_known_share_counts_tokens(words, level, share):
    seen = Shelved("u", tokens=10, lemmas=(("Haus", "A2", 2), ("Amt", "C1", 2)))
    assert shelf.known_share(seen, words, level) == pytest.approx(share)
    assert shelf.known_share(Shelved("u"), words, level) is None


@pytest.fixture
def due(store):
    lesson = sample.lesson(title="Abendbrot auf dem Balkon", uid="00000000")
    for name in ("Verein", "Umbau", "00000000/w-question-1"):
        store.cards.add(name, lesson.uid, recall_of(lesson, name), NOW - timedelta(hours=1))


async def test_the_top_leads_to_reviews_and_goes_on(drive, golden, own_lessons, due):
    async with drive(lesson=None) as ui:
        await ui.press("down", "enter", "p", "2", "enter", "escape", "escape")
        assert ui.text == golden("library-waiting", ui.text)
        await ui.press("home", "down", "enter")
        assert "Abendbrot" in ui.text.split("\n")[0]
        await ui.press("escape", "up", "enter")
        assert "What does the marked word mean here?" in ui.text


async def test_the_list_is_ordered_and_narrowed_by_keys(drive, own_lessons):
    async with drive(lesson=None) as ui:
        await ui.press("o")
        assert "Lessons · by title" in ui.text
        await ui.press("f")
        assert "Lessons · A1 · by title" in ui.text
        assert "No lesson fits." in ui.text
        await ui.press("escape")
        assert "Bergbahn" in ui.text


async def test_a_lesson_is_put_away_and_taken_out(drive, own_lessons):
    async with drive(lesson=None) as ui:
        await ui.press("m", "down", "down", "down", "enter")
        assert "Abendbrot" not in ui.text
        await ui.press("a")
        assert "Archive" in ui.text
        assert "Abendbrot" in ui.text
        await ui.press("m", "down", "down", "down", "enter", "a")
        assert "Abendbrot" in ui.text


async def test_an_own_lesson_gets_another_title_and_a_topic(drive, own_lessons):
    async with drive(lesson=None) as ui:
        await ui.press("m", "enter", "ctrl+u")
        await ui.pilot.press(*"Zirkus")
        await ui.press("enter")
        assert "Zirkus" in ui.text
        await ui.press("m", "down", "enter")
        await ui.pilot.press(*"Freizeit")
        await ui.press("enter", "slash", *"freiz")
        assert "Zirkus" in ui.text
        assert "Bergbahn" not in ui.text


async def test_deleting_asks_once_more(drive, golden, own_lessons):
    async with drive(lesson=None) as ui:
        await ui.press("m", "up", "enter")
        assert ui.text == golden("library-more-delete", ui.text)
        await ui.press("escape")
        assert len(list(own_folder().iterdir())) == 2
        await ui.press("m", "up", "enter", "enter")
        assert [folder.name for folder in own_folder().iterdir()] == ["bergbahn"]
        assert "Abendbrot" not in ui.text


async def test_the_text_of_an_own_lesson_is_corrected(drive, golden, own_lessons, monkeypatch):
    given = []

    def correct(folder, text, _report):
        given.append((folder.name, text))
        from learner.ui.jobs import open_folder

        return open_folder(folder)

    monkeypatch.setattr("learner.ui.library.screen.correct", correct)
    async with drive(lesson=None) as ui:
        await ui.press("m", "down", "down", "enter")
        assert ui.text == golden("library-text", ui.text)
        await ui.press("X", "escape")
        assert "Not saved." in ui.text
        await ui.press("ctrl+s")
        assert given[0][0] == "abendbrot-auf-dem-balkon"
        assert given[0][1].startswith("X# ")
        assert type(ui.app.screen).__name__ == "ReadingScreen"


def test_correcting_makes_the_lesson_anew(home):
    from learner.packs.library import add_own
    from learner.ui.jobs import correct, text_of

    folder = add_own(sample.lesson())
    text = text_of(folder).replace("zwei Drittel", "drei Viertel")
    opened = correct(folder, text, lambda *_: None)
    assert "drei Viertel der Rechnung" in opened.lesson.analysis.article.text
    assert opened.lesson.uid == sample.lesson().uid
    assert [entry.uid for entry in lessons() if entry.own] == [opened.lesson.uid]


async def test_others_lessons_can_only_be_put_away(drive, own_lessons):
    async with drive(lesson=None) as ui:
        listed = ui.app.screen.query_one(ShelfList)
        listed._rows = tuple(replace(row, own=False) for row in listed._rows)
        await ui.press("m")
        assert "Put it into the archive" in ui.text
        assert "Delete" not in ui.text


async def test_lessons_never_opened_say_how_much_is_known(drive, store, own_lessons):
    async with drive(lesson=None) as ui:
        line = next(line for line in ui.text.split("\n") if "Bergbahn" in line)
        assert line.split()[-3:] == ["94", "%", "–"]
    assert [seen.opened for seen in store.shelf().values()] == ["", ""]


@pytest.mark.parametrize("level", ["A1", "B1", "C1"])
def test_the_library_and_the_article_agree_on_what_is_known(level):
    from learner.packs.reading import read
    from learner.progress.store.store import words_of
    from learner.ui.reading.standings import Standings

    lesson = read(next(entry.path for entry in lessons() if not entry.own))
    shared = shelf.known_share(words_of(lesson), {}, level)
    assert shared == pytest.approx(Standings(lesson.analysis, {}, level).coverage)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (60, "Go on: Ein langer Titel, item 3 of 15"),
        (30, "Go on: Ein lang…, item 3 of 15"),
        (34, "Go on: Ein langer T…, item 3 of 15"),
    ],
)
def test_a_long_title_gives_way_to_where_one_was(width, shown):
    lead = Lead("Go on: Ein langer Titel, item 3 of 15", "", replace(ROWS[2], title="Ein langer Titel"))
    assert lead.fitting(width) == shown
