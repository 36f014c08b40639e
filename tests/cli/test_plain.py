"""Practice and review line by line: everything a screen-reader user needs, on stdout."""

from datetime import datetime, timedelta

import pytest
from click.testing import CliRunner

from learner.cli import practice, review
from learner.packs.library import add_own
from learner.progress.recall import recall_of
from learner.progress.store import Store
from tests.ui import sample


@pytest.fixture
def type_in(home):
    """Run a command with these lines typed, and give what it printed."""

    def run(command, arguments, *lines):
        result = CliRunner().invoke(command, arguments, input="".join(f"{line}\n" for line in lines))
        assert result.exception is None, result.output
        return result.output

    return run


@pytest.fixture
def folder(home):
    return add_own(sample.lesson())


def attempts():
    with Store.open() as store:
        return [(attempt.item, attempt.outcome, attempt.points) for attempt in store.attempts()]


def test_every_kind_of_item_is_answered_line_by_line(type_in, folder):
    lines = ["2", "ein", "Drittel", "Rechnung", "ser", "ie", "ken", "c", "b", "1 4 5 2 3"]
    said = type_in(practice.command, [str(folder), "--plain"], *lines)
    assert [outcome for _, outcome, _ in attempts()][:5] == ["equal"] * 5
    assert "6 of 6" in said
    assert "Comprehension: " in said


def test_a_hint_costs_points_and_is_said(type_in, folder):
    said = type_in(practice.command, [str(folder), "--plain"], "h!", "2", "h!", "ein", "q!")
    assert "It is not “mit vielen Pausen”." in said
    assert "It begins with “Vere”." in said
    assert "✓ Right. (hints: −0.25)" in said
    assert [points for _, _, points in attempts()] == [0.75, 0.75]


def test_the_last_answer_is_taken_back_and_leaving_keeps_the_rest(type_in, folder):
    type_in(practice.command, [str(folder), "--plain"], "1", "u!", "2", "q!")
    assert attempts() == [("w-question-1", "equal", 1.0)]
    said = type_in(practice.command, [str(folder), "--plain"], "q!")
    assert "2 of 6" in said


def test_missed_items_and_words_get_their_cards(type_in, folder):
    type_in(practice.command, [str(folder), "--plain"], "1", "ein", "q!")
    with Store.open() as store:
        assert [(r.subject, r.rating) for r in store.cards.reviews()] == [("5a3b1e00/w-question-1", 1), ("Verein", 3)]


def fill(*names):
    lesson = sample.lesson()
    now = datetime.now().astimezone()
    with Store.open() as store:
        for number, name in enumerate(names):
            store.cards.add(name, lesson.uid, recall_of(lesson, name), now - timedelta(minutes=9 - number))


def reviews():
    with Store.open() as store:
        return [(review.subject, review.rating) for review in store.cards.reviews()]


def test_words_and_items_are_reviewed_line_by_line(type_in):
    fill("einhergehen", "5a3b1e00/w-question-1")
    said = type_in(review.command, ["--plain"], "", "4", "2")
    assert "Der Umbau *ging* mit hohen Kosten *einher*." in said
    assert "to go along with" in said
    assert "✓ Right." in said
    assert "2 reviewed, 0 of them not remembered." in said
    assert reviews() == [("einhergehen", 4), ("5a3b1e00/w-question-1", 3)]


@pytest.mark.parametrize(
    ("lines", "stored"),
    [
        (["", "7", ""], [("Verein", 3)]),
        (["", "1", "", "3"], [("Verein", 1)]),
        (["b!"], []),
        (["s!"], []),
        (["", "1", "u!", "", "4"], [("Verein", 4)]),
        (["q!"], []),
    ],
)
def test_grades_and_wishes(type_in, lines, stored):
    fill("Verein")
    type_in(review.command, ["--plain"], *lines)
    assert reviews() == stored


def test_nothing_due_is_said(type_in):
    assert "Nothing is due today." in type_in(review.command, ["--plain"])
