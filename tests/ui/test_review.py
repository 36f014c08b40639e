"""Reviews: recalled and graded, answered again, undone, put aside; golden screens of each state."""

from datetime import timedelta

import pytest

from learner.progress.recall import recall_of
from tests.ui import sample
from tests.ui.conftest import NOW
from tests.ui.start import REVIEW


@pytest.fixture
def queue(store):
    """Fill the day's queue with cards of the sample lesson."""

    def fill(*subjects):
        lesson = sample.lesson()
        for number, subject in enumerate(subjects):
            name = subject if subject[0].isupper() or subject == "einhergehen" else f"{lesson.uid}/{subject}"
            store.cards.add(name, lesson.uid, recall_of(lesson, name), NOW - timedelta(hours=9 - number))

    return fill


def graded(store):
    return [(review.subject, review.rating) for review in store.cards.reviews()]


STATES = {
    "review-word": [],
    "review-word-shown": ["enter"],
    "review-item": ["enter", "3"],
    "review-item-hint": ["enter", "3", "h"],
    "review-item-wrong": ["enter", "3", "1"],
    "review-again": ["enter", "1", "2", "enter"],
    "review-end": ["enter", "1", "2", "enter", "enter", "enter"],
}


@pytest.mark.parametrize("state", STATES)
async def test_screen(drive, golden, queue, state):
    queue("einhergehen", "w-question-1")
    async with drive(REVIEW) as ui:
        await ui.press(*STATES[state])
        assert ui.text == golden(state, ui.text)


async def test_screen_in_german(drive, golden, queue):
    queue("einhergehen")
    async with drive(REVIEW, language="de") as ui:
        await ui.press("space")
        assert ui.text == golden("review-word-shown.de", ui.text)


@pytest.mark.parametrize(("key", "rating"), [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("enter", 3), ("space", 3)])
async def test_a_word_is_graded_after_it_is_shown(drive, store, queue, key, rating):
    queue("Verein")
    async with drive(REVIEW) as ui:
        await ui.press(*("1" if key.isdecimal() else ""))
        assert graded(store) == []
        await ui.press("enter", key)
        assert graded(store) == [("Verein", rating)]


async def test_an_item_is_answered_again_and_leaves_when_right(drive, store, queue):
    queue("w-question-1")
    async with drive(REVIEW) as ui:
        await ui.press("2")
        assert "✓ Right" in ui.text
        assert graded(store) == [("5a3b1e00/w-question-1", 3)]
        await ui.press("enter")
        assert "1 reviewed, 0 of them not remembered." in ui.text


async def test_undo_bury_and_suspend(drive, store, queue):
    queue("Verein", "Umbau")
    async with drive(REVIEW) as ui:
        await ui.press("enter", "4", "u")
        assert "Verein" in ui.text
        assert graded(store) == []
        await ui.press("b", "minus")
        assert "Nothing is due today." in ui.text
        assert store.cards.due(NOW) == []
        assert [card.subject for card in store.cards.due(NOW + timedelta(days=1))] == ["Verein"]
        await ui.press("u", "u")
        assert [card.subject for card in store.cards.due(NOW)] == ["Verein", "Umbau"]


async def test_an_answer_to_an_item_is_taken_back(drive, store, queue):
    queue("w-question-1")
    async with drive(REVIEW) as ui:
        await ui.press("1", "u", "2", "enter")
        assert graded(store) == [("5a3b1e00/w-question-1", 3)]


async def test_a_hint_helps_with_an_item_and_makes_it_hard(drive, store, queue):
    queue("w-question-1")
    async with drive(REVIEW) as ui:
        await ui.press("h")
        assert "It is not “mit vielen Pausen”." in ui.text
        await ui.press("2")
        assert "It is not" not in ui.text
        assert "(hints: −0.25)" in ui.text
        assert "hint" not in ui.keys
        assert graded(store) == [("5a3b1e00/w-question-1", 2)]


async def test_all_hints_cost_all_points_and_the_item_comes_back(drive, store, queue):
    queue("w-question-1")
    async with drive(REVIEW) as ui:
        await ui.press("f2", "f2", "f2")
        assert "It is “mit hohen Kosten”." in ui.text
        await ui.press("2", "enter")
        assert graded(store) == [("5a3b1e00/w-question-1", 1)]
        assert "once more" in ui.text
        assert "It is" not in ui.text


async def test_hints_of_a_gap_stay_with_their_gap(drive, queue):
    queue("word-bank-1")
    async with drive(REVIEW) as ui:
        await ui.press("f2")
        assert "It begins with “D”." in ui.text
        await ui.press("tab")
        assert "It begins with" not in ui.text
        await ui.press("shift+tab")
        assert "It begins with “D”." in ui.text


async def test_a_word_has_no_hints(drive, queue):
    queue("Verein")
    async with drive(REVIEW) as ui:
        assert "hint" not in ui.keys
        await ui.press("h", "f2")
        assert "It begins with" not in ui.text


async def test_nothing_due_is_said_and_enter_leaves(drive):
    async with drive(REVIEW) as ui:
        assert "Nothing is due today." in ui.text
        await ui.press("enter")
        assert "Lessons" in ui.text


async def test_help_of_the_review(drive, queue):
    queue("Verein")
    async with drive(REVIEW) as ui:
        await ui.press("question_mark")
        assert "The words and missed items that are due today" in " ".join(ui.text.replace("│", " ").split())


@pytest.mark.parametrize("language", ["en", "de"])
async def test_sixty_columns_are_enough(drive, queue, language):
    queue("einhergehen")
    async with drive(REVIEW, size=(60, 20), language=language) as ui:
        await ui.press("enter")
        assert max(map(len, ui.text.split("\n"))) <= 60
        assert "4" in ui.text
