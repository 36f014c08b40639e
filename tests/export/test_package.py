"""Packages of every age, made by the official program, and packages that are none."""

import io
import sqlite3
import zipfile
from importlib.util import find_spec

import pytest
from anki.collection import DeckIdLimit, ExportAnkiPackageOptions

from learner.errors import ExportError
from learner.export.package import read_package
from tests.export.sample import NOW, lesson

ZSTANDARD = any(find_spec(name) for name in ("compression", "backports"))


def exported(learner, path, *, legacy):
    """The learner's deck as Anki itself exports it, with its schedule."""
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=legacy)
    deck = learner.collection.decks.id_for_name("German")
    learner.collection.export_anki_package(out_path=str(path), options=options, limit=DeckIdLimit(deck))
    return path


def studied(learner):
    """A collection with the sample deck in which one card was answered."""
    learner.export(now=NOW)
    learner.collection.decks.select(learner.collection.decks.id_for_name("German::B1::Ein Kraftwerk für Bergheim"))
    card = learner.collection.sched.getCard()
    card.start_timer()
    learner.collection.sched.answerCard(card, 4)
    return learner


@pytest.mark.parametrize(
    "legacy",
    [True, pytest.param(False, marks=pytest.mark.skipif(not ZSTANDARD, reason="no Zstandard for this Python"))],
)
def test_what_anki_exports_is_read(learner, tmp_path, legacy):
    path = exported(studied(learner), tmp_path / "out.apkg", legacy=legacy)
    layout = "collection.anki21" if legacy else "collection.anki21b"
    assert layout in zipfile.ZipFile(path).namelist()
    notes = {note.fields.get("Word"): note for note in read_package(path)}
    word = notes["Durchbruch"]
    assert word.note_type == "German Vocabulary (learner)"
    assert word.fields["Plural"] == "die Durchbrüche"
    assert (word.reviews, word.interval >= 1) == (1, True)
    assert notes["Kraftwerk"].reviews == 0
    assert "learner::kind::vocabulary" in word.tags


def test_our_own_package_is_read(tmp_path):
    from learner.export import anki

    anki.write([lesson()], tmp_path / "a.apkg", now=NOW)
    notes = read_package(tmp_path / "a.apkg")
    assert len(notes) == 9
    assert {note.interval for note in notes} == {0}


def zipped(**members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in members.items():
            package.writestr(name.replace("_", "."), data)
    return buffer.getvalue()


def empty_database():
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE x (y)")
        return connection.serialize()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip",
        zipped(other=b"x"),
        zipped(collection_anki2=b"not a database"),
        zipped(collection_anki2=b"SQLite format 3\0" + b"\xff" * 200),
        zipped(collection_anki2=empty_database()),
        zipped(collection_anki21b=b"not compressed"),
    ],
    ids=range(7),
)
def test_what_is_no_package_is_said(tmp_path, data):
    path = tmp_path / "x.apkg"
    path.write_bytes(data)
    with pytest.raises(ExportError, match="is not an Anki package"):
        read_package(path)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(ExportError):
        read_package(tmp_path / "none.apkg")


@pytest.mark.skipif(not ZSTANDARD, reason="no Zstandard for this Python")
def test_a_compressed_collection_that_is_cut_off_or_grows_without_end(tmp_path, monkeypatch):
    from learner.export import package

    packed = package._zstandard().compress(b"0" * 100_000)
    path = tmp_path / "x.apkg"
    path.write_bytes(zipped(collection_anki21b=packed[:-5]))
    with pytest.raises(ExportError):
        read_package(path)
    monkeypatch.setattr(package, "_LARGEST", 1000)
    path.write_bytes(zipped(collection_anki21b=packed))
    with pytest.raises(ExportError, match="too large"):
        read_package(path)


def test_a_large_plain_collection_is_refused(tmp_path, monkeypatch):
    from learner.export import package

    monkeypatch.setattr(package, "_LARGEST", 1000)
    path = tmp_path / "x.apkg"
    path.write_bytes(zipped(collection_anki2=b"0" * 1001))
    with pytest.raises(ExportError, match="too large"):
        read_package(path)
