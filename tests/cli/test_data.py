"""`learner data`: backups of a database in use, restored without losing what stood there, everything exported."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from learner.cli import data, stats
from learner.errors import ProgressError
from learner.progress.store import Store, own_file

NOW = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)


def run(command, *arguments):
    result = CliRunner().invoke(command, [str(argument) for argument in arguments], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result.output


def test_a_backup_is_made_while_the_program_runs_and_restored(home, tmp_path):
    with Store.open() as store:
        store.mark_word("Haus", "known", NOW)
        made = run(data.command, "backup", tmp_path / "b.db")
        assert made.strip() == str(tmp_path / "b.db")
        store.mark_word("Hund", "known", NOW)
        run(data.command, "restore", tmp_path / "b.db")
        assert store.words() == {"Haus": "known"}
    with Store.open(own_file().with_name("progress-before-restore-1.db")) as kept:
        assert set(kept.words()) == {"Haus", "Hund"}


def test_a_backup_has_a_name_of_its_own_and_overwrites_nothing(home, tmp_path):
    Store.open().close()
    made = run(data.command, "backup").strip()
    assert "progress-backup-" in made
    with pytest.raises(ProgressError, match="such a file already"):
        run(data.command, "backup", made)


@pytest.mark.parametrize("content", [b"This is no database. " * 300, b""])
def test_what_is_no_backup_is_not_restored(home, tmp_path, content):
    with Store.open() as store:
        store.mark_word("Haus", "known", NOW)
    file = tmp_path / "x.db"
    file.write_bytes(content)
    with pytest.raises(ProgressError, match="backup"):
        run(data.command, "restore", file)
    with Store.open() as store:
        assert store.words() == {"Haus": "known"}


def test_a_missing_backup_is_told(home, tmp_path):
    with pytest.raises(ProgressError, match="no such file"):
        run(data.command, "restore", tmp_path / "none.db")


def test_everything_is_exported_as_json(home, tmp_path):
    with Store.open() as store:
        store.mark_word("Haus", "known", NOW)
        store.cards.review("Hund", "u", 3, NOW)
    found = json.loads(run(data.command, "export"))
    assert found["version"] == 1
    assert found["words"] == [{"lemma": "Haus", "status": "known", "at": "2026-03-02T18:30:00Z"}]
    assert [(review["subject"], review["rating"]) for review in found["reviews"]] == [("Hund", 3)]
    run(data.command, "export", "-o", tmp_path / "all.json")
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8")) == found


def test_statistics_are_printed_and_exported(home):
    assert "Nothing practised yet." in run(stats.command)
    with Store.open() as store:
        store.cards.review("Hund", "u", 1, NOW)
        store.mark_word("Haus", "known", NOW)
    assert "Words: 1 known" in run(stats.command)
    found = json.loads(run(stats.command, "--json"))
    assert (found["reviews"], found["known"], found["calendar"]["2026-03-02"]["answers"]) == (1, 1, 1)
