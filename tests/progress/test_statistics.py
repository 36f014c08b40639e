"""What practice comes to: minutes, streak, retention, words over time, level per skill."""

from datetime import UTC, datetime, timedelta

import pytest

from learner.progress import statistics
from learner.progress.session import Attempt
from learner.progress.store import Reviewed, Store
from tests.ui import sample

NOW = datetime(2026, 3, 10, 18, 30, tzinfo=UTC)


def at(day, minute=0):
    return NOW - timedelta(days=day) + timedelta(minutes=minute)


def attempt(points=1.0, level="B1", moment=NOW):
    return Attempt("u", "i", 1, "grammar", 0, "equal" if points else "wrong", points, 1.0, moment, level)


def test_a_pause_is_not_practice():
    days = statistics.by_day([at(1), at(1, 1), at(1, 2), at(1, 30), at(0)], NOW)
    assert {day: (found.answers, found.minutes) for day, found in days.items()} == {
        "2026-03-09": (4, 2.7),
        "2026-03-10": (1, 0.3),
    }


@pytest.mark.parametrize(("days", "streak"), [([0, 1, 2, 4], 3), ([1, 2], 2), ([2, 3], 0), ([], 0)])
def test_the_streak_may_wait_for_today(days, streak):
    assert statistics.streak([at(day).date() for day in days], NOW) == streak


def test_retention_is_told_beside_the_prediction():
    reviews = [Reviewed("a", 1, NOW, None, 1.0), Reviewed("a", 3, NOW, 0.9, 2.0), Reviewed("b", 1, NOW, 0.8, 0.5)]
    found = statistics.retention(reviews)
    assert (found.reviews, found.remembered, found.predicted) == (2, 0.5, 0.85)
    assert statistics.retention(reviews[:1]) is None


def test_known_words_are_those_marked_and_those_that_last():
    marks = [("Haus", "known", at(5)), ("Lärm", "learning", at(5))]
    reviews = [
        Reviewed("Sorge", 3, at(4), 0.9, 30.0),
        Reviewed("u/true-false-1", 3, at(4), 0.9, 30.0),
        Reviewed("Sorge", 1, at(2), 0.9, 3.0),
    ]
    assert statistics.known_over_time(marks, reviews, NOW) == {"2026-03-05": 1, "2026-03-06": 2, "2026-03-08": 1}


@pytest.mark.parametrize(
    ("attempts", "level"),
    [
        ([attempt() for _ in range(9)], ""),
        ([attempt() for _ in range(10)], "B1"),
        ([attempt() for _ in range(10)] + [attempt(0.0, "B2") for _ in range(10)], "B1"),
        ([attempt() for _ in range(10)] + [attempt(0.7, "B2") for _ in range(10)], "B2"),
        ([attempt(0.0) for _ in range(90)] + [attempt() for _ in range(60)], "B1"),
    ],
)
def test_the_level_needs_ten_answers_and_seventy_percent(attempts, level):
    assert statistics.level_shown(attempts) == level


def test_everything_of_a_store(tmp_path):
    with Store.open(tmp_path / "p.db") as store:
        store.record(attempt())
        store.mark_word("Haus", "known", NOW)
        store.cards.review("Sorge", "u", 3, at(3))
        found = statistics.of_store(store, NOW)
        assert (found.attempts, found.reviews, found.days, found.streak, found.known) == (1, 1, 2, 1, 1)
        assert sum(found.forecast) == 1
        assert statistics.known_now(store) == {"Haus"}


def test_a_session_leaves_out_what_is_known_but_never_everything():
    from learner.progress.session import worth_asking

    items = (sample.TYPED, sample.CHOICE)
    assert worth_asking(items, (), {"Verein"}) == (sample.CHOICE,)
    assert worth_asking(items[:1], (), {"Verein"}) == items[:1]
