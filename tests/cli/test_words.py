"""`learner words import`: known words from a list, own marks kept."""

from datetime import UTC, datetime

import pytest

from learner.progress.store import Store

NOW = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def words(tmp_path):
    file = tmp_path / "worte.txt"
    file.write_text("der Durchbruch\nverhandeln\nZzzyx\n", encoding="utf-8")
    return file


def test_words_become_known_once(learner, words):
    first = learner("words", "import", words)
    assert "2 words taken over" in first.stderr
    assert "Zzzyx" in first.stderr
    assert "0 words taken over" in learner("words", "import", words).stderr
    with Store.open() as store:
        assert dict(store.words()) == {"Durchbruch": "known", "verhandeln": "known"}


def test_own_marks_stay(learner, words):
    with Store.open() as store:
        store.mark_word("Durchbruch", "learning", NOW)
    learner("words", "import", words)
    with Store.open() as store:
        assert dict(store.words()) == {"Durchbruch": "learning", "verhandeln": "known"}


def test_a_dry_run_changes_nothing(learner, words):
    assert "2 words" in learner("words", "import", words, "--dry-run").stderr
    with Store.open() as store:
        assert not store.words()


def test_a_missing_file_is_said(learner, tmp_path):
    assert "cannot be read" in learner("words", "import", tmp_path / "nichts.txt").sentence
