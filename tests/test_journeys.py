"""One journey per kind of user, end to end, on a page pasted from a news site."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PASTED = ROOT / "tests" / "data" / "pasted-article.txt"


def learner(*words: str, stdin: str = "", code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own and check its exit code."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "learner", *words],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=300,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def lesson(tmp_path):
    """A lesson folder made from the pasted page."""
    folder = tmp_path / "lesson"
    learner("make", str(PASTED), "-o", str(folder))
    return folder


def test_a_teacher_makes_a_lesson_and_a_deck(lesson, tmp_path):
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    deck = tmp_path / "deck.apkg"
    learner("export", "anki", str(lesson), "-o", str(deck))
    collection = Collection(str(tmp_path / "collection.anki2"))
    try:
        request = ImportAnkiPackageRequest(package_path=str(deck), options=ImportAnkiPackageOptions())
        first = collection.import_anki_package(request).log
        assert len(first.new) >= 15
        assert not collection.get_empty_cards().notes
        assert not collection.media.check().missing
        learner("export", "anki", str(lesson), "-o", str(deck))
        second = collection.import_anki_package(request).log
        assert not second.new
        assert collection.note_count() == len(first.new)
    finally:
        collection.close()


def test_an_author_edits_a_lesson_and_is_told_of_a_mistake(lesson):
    learner("check", str(lesson))
    items = lesson / "items.toml"
    text = items.read_text(encoding="utf-8")
    items.write_text(text.replace("correct = true", "corect = true", 1), encoding="utf-8")
    found = learner("check", str(lesson), code=1)
    assert "items.toml:" in found.stdout
    assert "correct" in found.stdout


def test_a_learner_practises_line_by_line_and_goes_on_later(lesson):
    started = learner("practice", str(lesson), "--plain", stdin="1\n1\n1\nq!\n")
    assert started.stdout.count("1  ") >= 3
    stats = json.loads(learner("stats", "--json").stdout)
    assert stats["attempts"] >= 1
    resumed = learner("practice", str(lesson), "--plain", stdin="q!\n")
    assert resumed.stdout.splitlines()[1:] != started.stdout.splitlines()[1:]


def test_analyze_prints_the_contract(lesson):
    found = json.loads(learner("analyze", str(PASTED), "--json").stdout)
    assert found["version"] == 1
    assert found["title"] == "Lindenau streitet über die neue Brücke am Hafen"
    assert "Teilen per" not in found["text"]
    assert "Die alte Hafenbrücke stammt aus dem Jahr 1962." in found["text"]
    text = found["text"]
    lemmas = {entry["lemma"] for entry in found["vocabulary"]}
    assert {"einhergehen", "Hafenbrücke", "Gutachten"} <= lemmas
    parts = next(entry for entry in found["vocabulary"] if entry["lemma"] == "einhergehen")["occurrences"][0]
    assert [text[start:end] for start, end in parts] == ["ging", "einher"]
    speakers = {quote["speaker"] for quote in found["quotes"]}
    assert {"Katrin Vogel", "Thomas Brandt", "Elif Yıldız", "Paul Hartmann"} <= speakers


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("english.txt", b"This is an English text about the talks between two ministers in Geneva. " * 20),
        ("binary.bin", bytes(range(256)) * 40),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 400),
    ],
)
def test_bad_input_is_told_in_a_sentence(tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)
    told = learner("make", str(file), "-o", str(tmp_path / "lesson"), code=1).stderr
    assert name in told or "German" in told
    assert not (tmp_path / "lesson").exists()


def test_without_a_terminal_the_interface_says_what_to_do():
    told = learner(code=2).stderr
    assert "--plain" in told


def test_same_article_level_and_seed_make_the_same_lesson(tmp_path):
    for name in ("one", "two"):
        learner("make", str(PASTED), "-o", str(tmp_path / name), "--level", "B1", "--seed", "7")
    files = sorted(file.name for file in (tmp_path / "one").iterdir())
    assert "items.toml" in files
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes() for file in files)
