"""`learner analyze DIR`: one line per article, in order, whatever single files are like."""

import gc
import json
import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest
from click.testing import CliRunner

from learner.cli import folder
from learner.cli.analyze import command
from learner.errors import SourceError
from learner.lexicon import wordtable

ARTICLE = (
    "Der Stadtrat hat am Montag einen neuen Plan beschlossen. „Das war ein langer Weg“, sagte Anna Keller. "
    "Die Arbeiten sollen im Herbst beginnen, und die Kosten liegen bei zwei Millionen Euro."
)


@pytest.fixture
def articles(tmp_path):
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(f"{ARTICLE} Das ist Text {name[0].upper()}.", encoding="utf-8")
    return tmp_path


def echo(path: Path) -> folder.Line:
    """A worker's work that reads a word of command from the file."""
    order = path.read_text(encoding="utf-8")
    if order == "die":
        os._exit(1)
    return folder.Line(path, order)


def test_files_come_in_order_and_hidden_ones_not_at_all(articles):
    (articles / ".hidden").write_text("x", encoding="utf-8")
    (articles / "sub").mkdir()
    (articles / "sub" / "d.txt").write_text("x", encoding="utf-8")
    assert [path.name for path in folder.files(articles)] == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_an_empty_folder_says_what_to_do(tmp_path):
    with pytest.raises(SourceError, match="no files"):
        folder.files(tmp_path)


def test_another_executor_does_as_well(articles):
    lines = list(folder.analysed(folder.files(articles), echo, lambda: ThreadPoolExecutor(1)))
    assert [line.path.name for line in lines] == ["a.txt", "b.txt", "c.txt"]


def test_lines_are_made_while_others_wait(articles):
    handed_out = []

    def paths():
        for number in range(500):
            handed_out.append(number)
            yield articles / "a.txt"

    lines = folder.analysed(paths(), echo, lambda: ThreadPoolExecutor(1))
    next(lines)
    assert len(handed_out) < 500
    lines.close()


def test_a_file_that_kills_its_process_is_a_fault_of_its_own(tmp_path):
    for name, order in (("1", "one"), ("2", "die"), ("3", "three"), ("4", "four")):
        (tmp_path / name).write_text(order, encoding="utf-8")
    lines = list(folder.analysed(folder.files(tmp_path), echo, lambda: ProcessPoolExecutor(1)))
    assert [line.text for line in lines] == ["one", "", "three", "four"]
    assert "could not be analysed" in lines[1].fault


def test_single_bad_files_are_survived(articles, lexicon):
    (articles / "aa.txt").write_bytes(b"\xff\xfe\x00\x01" * 20)
    (articles / "bb.txt").write_text("", encoding="utf-8")
    (articles / "cc.txt").write_text("This is an English text about the weather. " * 10, encoding="utf-8")
    result = CliRunner().invoke(command, [str(articles), "--json"])
    assert result.exit_code == 1
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [Path(one["file"]).name for one in found] == ["a.txt", "b.txt", "c.txt"]
    assert all(one["version"] == 1 and one["tokens"] for one in found)
    for name in ("aa.txt", "bb.txt", "cc.txt"):
        assert name in result.stderr


def test_without_json_a_row_per_file(articles, lexicon):
    result = CliRunner().invoke(command, [str(articles)])
    assert result.exit_code == 0
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [Path(row[3]).name for row in rows] == ["a.txt", "b.txt", "c.txt"]
    assert all(row[0] in {"A2", "B1", "B2"} for row in rows)


@pytest.fixture
def lexicon():
    """The word table, built before several processes ask for it."""
    wordtable.ensure(None)


def thresholds(path: Path) -> folder.Line:
    """How often the process that does the work looks for garbage."""
    return folder.Line(path, str(gc.get_threshold()))


def test_a_new_process_looks_for_garbage_as_seldom_as_a_command(articles, monkeypatch):
    spawning = partial(ProcessPoolExecutor, mp_context=get_context("spawn"))
    monkeypatch.setattr(folder, "ProcessPoolExecutor", spawning)
    (line, *_) = folder.analysed(folder.files(articles), thresholds, folder.processes(1))
    assert line.text == "(10000, 20, 50)"
