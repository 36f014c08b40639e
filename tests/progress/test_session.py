"""A session is pure: order, resuming, skipping, undo, and what it came to."""

from datetime import UTC, datetime, timedelta

import pytest

from learner.progress.session import Session
from learner.progress.statistics import statistics, streak
from tests.ui.sample import lesson as sample

NOW = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)


def right_answer(item):
    """A response that is right for the item."""
    from learner.exercises.item import Choice, Gap, Match
    from learner.exercises.passage import parse
    from learner.exercises.scoring import match_options

    if isinstance(item, Choice):
        return next(index for index, option in enumerate(item.options) if option.correct)
    if isinstance(item, Gap):
        return tuple(slot.words[0] for slot in parse(item.passage).slots)
    if isinstance(item, Match):
        options = match_options(item)
        return tuple(options.index(right) for _, right in item.pairs)
    return tuple(range(len(item.chunks)))


@pytest.fixture
def lesson():
    return sample()


def test_all_right_answers_give_all_points(lesson):
    session = Session(lesson)
    while (item := session.current) is not None:
        answered = session.answer(right_answer(item), NOW)
        assert answered.score.outcome == "equal", item.id
    summary = session.summary()
    assert summary.points == summary.possible > 0
    assert summary.missed == ()
    with pytest.raises(ValueError, match="finished"):
        session.answer(0, NOW)


def test_a_session_goes_on_where_it_was(lesson):
    first = Session(lesson)
    done = [first.answer(right_answer(first.current), NOW).attempt for _ in range(2)]
    resumed = Session(lesson, done)
    assert resumed.position == 2
    assert resumed.current == lesson.items[2]


def test_skipped_items_come_back_next_time(lesson):
    session = Session(lesson)
    session.skip()
    assert session.current == lesson.items[1]
    assert Session(lesson).current == lesson.items[0]


def test_undo_opens_the_last_item_again(lesson):
    session = Session(lesson)
    session.answer(right_answer(session.current), NOW)
    session.skip()
    assert session.undo() == lesson.items[1]
    assert session.undo() == lesson.items[0]
    assert session.undo() is None
    assert session.position == 0


def test_attempts_of_items_that_are_gone_do_no_harm(lesson):
    session = Session(lesson)
    attempt = session.answer(right_answer(session.current), NOW).attempt
    from dataclasses import replace

    assert Session(lesson, [replace(attempt, item="gone")]).position == 0


def test_statistics_count_days_and_points(lesson):
    session = Session(lesson)
    today = session.answer(right_answer(session.current), NOW).attempt
    from dataclasses import replace

    attempts = [replace(today, at=NOW - timedelta(days=days)) for days in (0, 1, 2, 5)]
    found = statistics(attempts, {"Hund": "known", "Haus": "learning"}, NOW)
    assert (found.attempts, found.days, found.streak, found.known, found.learning) == (4, 4, 3, 1, 1)
    assert found.points == found.possible == sum(attempt.possible for attempt in attempts)


@pytest.mark.parametrize(("days", "expected"), [([], 0), ([0], 1), ([1], 1), ([2], 0), ([0, 1, 2, 4], 3), ([1, 2], 2)])
def test_a_streak_may_wait_for_today(days, expected):
    assert streak([(NOW - timedelta(days=day)).date() for day in days], NOW) == expected
