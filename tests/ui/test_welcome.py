"""The first start: language, level by estimate or test, then a lesson of that level."""

import tomllib
from datetime import timedelta

import pytest

from learner.exercises.passage import parse
from learner.packs.library import lessons
from learner.settings import settings_path
from learner.ui.library.shelf_list import ShelfList
from learner.ui.start import Start
from learner.ui.welcome import placement as placing
from tests.ui.conftest import NOW

FIRST = Start(first=True)


def chosen():
    return tomllib.loads(settings_path().read_text(encoding="utf-8"))


async def test_screens(drive, golden):
    async with drive(FIRST) as ui:
        assert ui.text == golden("welcome-language", ui.text)
        await ui.press("1")
        assert ui.text == golden("welcome-level", ui.text)
        await ui.press("7", *"gen", "tab")
        assert ui.text == golden("welcome-test", ui.text)


async def test_two_answers_open_a_lesson(drive):
    async with drive(FIRST) as ui:
        await ui.press("2", "4")
        assert chosen() == {"language": "de", "level": "B2"}
        assert ui.app.screen.name is None
        assert type(ui.app.screen).__name__ == "ReadingScreen"
        assert "Hilfe" in ui.keys
        await ui.press("escape")
        assert "Lektionen" in ui.text
        assert "Einen Artikel" in ui.text


async def test_who_answers_later_finds_the_lessons_and_can_open_one(drive):
    async with drive(FIRST) as ui:
        await ui.press("escape")
        shelf = ui.app.screen.query_one(ShelfList)
        assert ui.app.focused is shelf
        assert "No lesson fits" not in ui.text
        await ui.press("down")
        assert "▸ " + lessons()[0].title not in ui.text
        await ui.press("enter")
        assert type(ui.app.screen).__name__ == "ReadingScreen"


async def answer_test(ui, right):
    """Fill the first gaps of the test with the right letters, the others with nothing."""
    for item in placing.placement().items():
        for slot in parse(item.passage).slots:
            if right > 0:
                await ui.pilot.press(*slot.answers[0])
            right -= 1
            await ui.pilot.press("tab")
        done = len(ui.app.screen._answers)
        while len(ui.app.screen._answers) == done:
            await ui.press("enter")


@pytest.mark.parametrize(("right", "level"), [(30, "C2"), (13, "B1")])
async def test_the_level_is_found_in_three_minutes(drive, right, level):
    async with drive(FIRST) as ui:
        await ui.press("1", "7")
        await answer_test(ui, right)
        assert f"{right} of 30 gaps: that is about {level}." in " ".join(ui.text.split())
        await ui.press("enter")
        assert chosen()["level"] == level


async def test_when_time_is_over_what_is_there_counts(drive, clock):
    async with drive(FIRST) as ui:
        await ui.press("1", "7", *"gen", "tab")
        assert "3:00" in ui.text
        clock.now = NOW + timedelta(minutes=4)
        ui.app.screen._show_time()
        await ui.settle()
        assert "1 of 30 gaps: that is about A1." in " ".join(ui.text.split())


async def test_later_leads_to_the_library_and_writes_nothing(drive):
    async with drive(FIRST) as ui:
        await ui.press("escape")
        assert "Lessons" in ui.text
        assert not settings_path().exists()


def test_the_test_is_made_by_the_rule():
    test = placing.placement()
    for passage in test.passages:
        slots = parse(passage).slots
        assert len(slots) == 10
        for slot in slots:
            assert len(slot.given) == len(slot.words[0]) // 2, slot
    assert list(test.at_least.values()) == sorted(test.at_least.values())


@pytest.mark.parametrize(("right", "level"), [(0, "A1"), (5, "A1"), (6, "A2"), (18, "B1"), (19, "B2"), (30, "C2")])
def test_levels_of_the_test(right, level):
    assert placing.placement().level(right) == level


def test_a_lesson_of_the_level_or_the_nearest_is_chosen():
    shipped = {entry.path: entry.level for entry in lessons()}
    path = placing.lesson_for("B2")
    assert shipped[path] == min(shipped.values(), key=lambda level: abs("A1 A2 B1 B2 C1 C2".index(level) - 9))
