"""The word table of a first start: built beside the interface, opened as soon as it is there."""

import shutil
import subprocess
import sys

import pytest

from learner.lexicon.wordtable import ensure
from learner.ui import word_table


@pytest.fixture
def path(tmp_path, monkeypatch):
    """Where the table of a new learner will stand."""
    missing = tmp_path / "words.sqlite"
    monkeypatch.setattr(word_table, "_path", lambda: missing)
    return missing


@pytest.fixture
def started(monkeypatch):
    """The commands of the processes that were begun."""
    commands = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: commands.append(command))
    return commands


def test_a_missing_table_is_built_in_a_process_of_its_own(path, started):
    word_table.build_word_table()
    assert [command[0] for command in started] == [sys.executable]
    compile(started[0][-1], "building", "exec")
    assert "wordtable import ensure" in started[0][-1]


def test_a_table_that_is_there_is_not_built(path, started):
    path.touch()
    word_table.build_word_table()
    assert started == []


def test_it_is_opened_as_soon_as_it_is_there(path):
    assert word_table.word_table() is None
    shutil.copy(ensure(), path)
    table = word_table.word_table()
    assert table is not None
    assert table.lookup("dann", "ADV") is not None
    assert word_table.word_table() is table
