"""What a learner did is on disk, survives crashes and two windows, and a damaged file is kept aside."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from learner.errors import ProgressError
from learner.progress.session import Attempt
from learner.progress.store import Store

NOW = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]


def attempt(item="meaning-hund", outcome="equal", number=1, response=2, at=NOW):
    points = {"equal": 1.0, "almost": 0.5, "wrong": 0.0}[outcome]
    return Attempt("uid", item, number, "vocabulary", response, outcome, points, 1.0, at)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "progress.db") as opened:
        yield opened


@pytest.mark.parametrize("response", [2, ("der", "Hund"), ("",), (1, 0, 2), ()])
def test_an_attempt_comes_back_as_it_was(store, response):
    store.record(attempt(response=response))
    assert store.attempts("uid") == [attempt(response=response)]


def test_a_round_goes_on_and_an_answer_can_be_taken_back(store):
    assert store.round_of("uid") == (1, [])
    store.record(attempt("a"))
    store.record(attempt("b", number=2))
    assert store.round_of("uid") == (2, [attempt("b", number=2)])
    store.forget(attempt("b", number=2))
    assert store.round_of("uid")[1] == [attempt("a")]


def test_words_are_marked_and_unmarked(store):
    store.mark_word("Durchbruch", "learning", NOW)
    store.mark_word("Durchbruch", "known", NOW)
    store.mark_word("Haus", "ignored", NOW)
    assert store.words() == {"Durchbruch": "known", "Haus": "ignored"}
    store.mark_word("Haus", "new", NOW)
    assert store.words() == {"Durchbruch": "known"}


def test_two_windows_do_no_harm(tmp_path):
    path = tmp_path / "progress.db"
    with Store.open(path) as one, Store.open(path) as two:
        for number in range(20):
            (one if number % 2 else two).record(attempt(f"item-{number}"))
        assert len(one.attempts()) == len(two.attempts()) == 20


def test_a_killed_process_loses_no_confirmed_answer(tmp_path):
    path = tmp_path / "progress.db"
    code = f"""
from datetime import datetime, UTC
from pathlib import Path
from learner.progress.session import Attempt
from learner.progress.store import Store
store = Store.open(Path({str(path)!r}))
number = 0
while True:
    store.record(Attempt("uid", str(number), 1, "grammar", number, "equal", 1.0, 1.0, datetime.now(UTC)))
    print(number, flush=True)
    number += 1
"""
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    confirmed = [process.stdout.readline() for _ in range(25)]
    os.kill(process.pid, signal.SIGKILL)
    rest = process.communicate()[0].split()
    last = int(rest[-1]) if rest else int(confirmed[-1])
    with Store.open(path) as store:
        stored = {attempt.item for attempt in store.attempts()}
    assert {str(number) for number in range(last + 1)} <= stored


def test_a_damaged_file_is_kept_aside_and_explained(tmp_path):
    path = tmp_path / "progress.db"
    path.write_bytes(b"This is not a database. " * 100)
    with pytest.raises(ProgressError) as caught:
        Store.open(path)
    assert "damaged" in str(caught.value)
    assert (tmp_path / "progress-damaged-1.db").read_bytes().startswith(b"This is not")
    with Store.open(path) as store:
        assert store.attempts() == []


def test_a_later_version_is_left_alone(tmp_path):
    path = tmp_path / "progress.db"
    Store.open(path).close()
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(ProgressError, match="later version"):
        Store.open(path)
    assert path.exists()


def test_a_locked_database_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("learner.progress.store.database._WAIT_SECONDS", 0.1)
    path = tmp_path / "progress.db"
    with Store.open(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        with pytest.raises(ProgressError, match="could not be stored"):
            store.record(attempt())
        assert time.monotonic() - started < 5
        other.execute("ROLLBACK")
        store.record(attempt())
        assert len(store.attempts()) == 1
        other.close()
