"""Cards: scheduled by FSRS, true to their logs, undone, buried, suspended; what was met stays with them."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from learner.progress.recall import ItemRecall, WordRecall, recall_of, subject_of
from learner.progress.reviewing import Reviewing
from learner.progress.store import Store
from tests.ui import sample

NOW = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)


def days(number):
    return NOW + timedelta(days=number)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "progress.db") as opened:
        yield opened


def subjects(store, now):
    return [card.subject for card in store.cards.due(now)]


def test_a_card_comes_back_later_the_better_it_is_known(store):
    dates = {rating: store.cards.review(f"Wort{rating}", "uid", rating, NOW).due for rating in (1, 2, 3, 4)}
    assert NOW < dates[1] <= dates[2] <= dates[3] < dates[4]
    assert subjects(store, NOW) == []
    assert subjects(store, days(60)) == ["Wort1", "Wort2", "Wort3", "Wort4"]


def test_nothing_comes_back_on_the_same_day(store):
    for rating in (1, 2, 3, 4):
        store.cards.review(f"Wort{rating}", "uid", rating, NOW)
    assert subjects(store, NOW.replace(hour=23, minute=59)) == []


def test_what_is_due_later_today_is_in_todays_queue(store):
    store.cards.add("Wort", "uid", None, NOW.replace(hour=22))
    assert subjects(store, NOW) == ["Wort"]


def test_the_same_reviews_give_the_same_dates(tmp_path):
    dates = []
    for name in ("one", "two"):
        with Store.open(tmp_path / f"{name}.db") as store:
            dates.append([store.cards.review("Wort", "uid", 3, days(day)).due for day in (0, 1, 5)])
    assert dates[0] == dates[1]


def test_replaying_the_logs_gives_the_same_cards(store):
    for day, rating in ((0, 3), (2, 1), (4, 2), (9, 3)):
        store.cards.review("Wort", "uid", rating, days(day))
    before = store.cards.due(days(400))
    store.cards.replay()
    assert store.cards.due(days(400)) == before


def test_undo_takes_the_log_and_the_state_back(store):
    store.cards.review("Wort", "uid", 3, NOW)
    before = store.cards.due(days(400))
    store.cards.review("Wort", "uid", 1, days(3))
    store.cards.undo("Wort")
    assert store.cards.due(days(400)) == before
    assert [review.rating for review in store.cards.reviews()] == [3]


def test_the_first_review_has_no_prediction_and_the_next_has(store):
    store.cards.review("Wort", "uid", 3, NOW)
    store.cards.review("Wort", "uid", 3, days(2))
    first, second = store.cards.reviews()
    assert first.predicted is None
    assert 0.85 < second.predicted < 0.95
    assert second.stability > first.stability


@pytest.mark.parametrize(("status", "asked"), [("known", []), ("ignored", []), ("learning", ["Wort"])])
def test_a_word_that_is_known_or_ignored_is_not_asked(store, status, asked):
    store.cards.add("Wort", "uid", None, NOW)
    store.mark_word("Wort", status, NOW)
    assert subjects(store, NOW) == asked
    assert sum(store.cards.forecast(NOW)) == len(asked)


def test_the_forecast_counts_days(store):
    for subject, day in (("alt", -3), ("heute", 0), ("morgen", 1), ("später", 6), ("fern", 30)):
        store.cards.add(subject, "uid", None, days(day))
    assert store.cards.forecast(NOW) == [2, 1, 0, 0, 0, 0, 1]
    assert store.cards.count_due(NOW) == (2, 0)


def test_leeches_are_what_fails_five_times(store):
    for day in range(5):
        store.cards.review("zäh", "uid", 1, days(day))
        store.cards.review("leicht", "uid", 3, days(day))
    assert store.cards.leeches() == [("zäh", 5)]


def test_a_word_is_asked_in_the_sentence_where_it_was_met():
    found = recall_of(sample.lesson(), "einhergehen")
    assert isinstance(found, WordRecall)
    assert found.sentence == "Der Umbau [[ging]] mit hohen Kosten [[einher]]."


def test_a_missed_item_is_named_after_its_lesson():
    lesson = sample.lesson()
    assert subject_of(lesson.uid, sample.TYPED) == "Verein"
    subject = subject_of(lesson.uid, sample.CHOICE)
    assert subject == "5a3b1e00/w-question-1"
    assert recall_of(lesson, subject) == ItemRecall(sample.CHOICE, sample.TITLE)
    assert recall_of(lesson, "nirgends") is None


def queue(store, *names, now=NOW):
    for number, name in enumerate(names):
        lesson = sample.lesson()
        store.cards.add(name, lesson.uid, recall_of(lesson, name), now - timedelta(hours=len(names) - number))
    return Reviewing(store, now, lambda _uid: None)


def test_what_fails_comes_once_more_today_without_counting(store):
    review = queue(store, "Verein", "Umbau")
    review.grade(1, NOW)
    review.grade(3, NOW)
    assert review.current.again
    assert review.current.card.subject == "Verein"
    review.grade(3, NOW)
    assert review.current is None
    assert [(r.subject, r.rating) for r in store.cards.reviews()] == [("Verein", 1), ("Umbau", 3)]
    assert (review.reviewed, review.failed) == (2, 1)


@pytest.mark.parametrize("step", ["grade", "suspend", "bury"])
def test_every_step_is_undone_on_disk_too(store, step):
    review = queue(store, "Verein", "Umbau")
    before = [card.subject for card in store.cards.due(NOW)]
    {
        "grade": lambda: review.grade(1, NOW),
        "suspend": review.suspend,
        "bury": lambda: review.bury(NOW),
    }[step]()
    assert [card.subject for card in store.cards.due(NOW)] == ["Umbau"]
    assert review.undo()
    assert [card.subject for card in store.cards.due(NOW)] == before
    assert (review.current.card.subject, review.left) == ("Verein", 2)
    assert not review.undo()


def test_a_buried_card_comes_tomorrow_and_a_suspended_one_never(store):
    review = queue(store, "Verein", "Umbau")
    review.bury(NOW)
    review.suspend()
    assert subjects(store, NOW) == []
    assert subjects(store, days(1)) == ["Verein"]
    assert subjects(store, days(300)) == ["Verein"]


def test_cards_without_content_are_filled_from_their_lesson(store):
    store.cards.add("Verein", "5a3b1e00", None, NOW)
    store.cards.add("Umbau", "gone", None, NOW)
    review = Reviewing(store, NOW, lambda uid: sample.lesson() if uid == "5a3b1e00" else None)
    assert [review.current.card.subject, review.left] == ["Verein", 1]
    review.grade(3, NOW)
    assert store.cards.due(days(30))[-1].content is not None


def first_version(path):
    """A database as version 1 left it."""
    from importlib.resources import files

    database = sqlite3.connect(path)
    script = files("learner.progress").joinpath("migrations", "0001_first.sql").read_text(encoding="utf-8")
    database.executescript(f"{script} PRAGMA user_version = 1;")
    database.execute(
        "INSERT INTO attempt (uid, item, round, skill, response, outcome, points, possible, at) VALUES"
        " ('u', 'true-false-1', 1, 'comprehension', '0', 'wrong', 0, 1, '2026-03-01T10:00:00.000000+00:00')"
    )
    for subject in ("true-false-1", "E-Mail"):
        database.execute(
            "INSERT INTO card (subject, uid, due, state) VALUES (?, 'u', '2026-03-02T10:00:00+00:00', '')", (subject,)
        )
    database.execute("INSERT INTO lesson VALUES ('u', 'Titel', '2026-03-01T10:00:00+00:00')")
    database.commit()
    database.close()


def test_a_database_of_the_first_version_is_backed_up_and_migrated(tmp_path):
    path = tmp_path / "progress.db"
    first_version(path)
    with Store.open(path) as store:
        assert [(a.item, a.level, a.hints) for a in store.attempts()] == [("true-false-1", "", 0)]
        assert sorted(subjects(store, NOW)) == ["E-Mail", "u/true-false-1"]
        assert store.shelf()["u"].opened == "2026-03-01T10:00:00+00:00"
    backups = list(tmp_path.glob("progress-before-*.db"))
    assert len(backups) == 1
    assert sqlite3.connect(backups[0]).execute("SELECT count(*) FROM card").fetchone() == (2,)
