"""What `--diff` says, held against what Anki then does."""

import pytest

from learner.errors import ExportError
from learner.export import anki
from learner.export.choice import DeckChoice
from learner.export.comparing import Change, diff
from tests.export.sample import ITEMS, LATER, NOW, TYPED, article, entries, lesson
from tests.export.test_anki import REGLOSSED


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "old.apkg"
    anki.write([lesson()], path, now=NOW, folders={lesson().uid: tmp_path})
    return path


def test_nothing_changed(old):
    found = diff(old, [lesson()])
    assert (found.added, found.changed, found.removed, found.unchanged) == ((), (), (), 9)


def test_added_changed_and_removed_are_told_apart(old, learner, tmp_path):
    words = tuple(e for e in entries(article()) if e.lexeme.lemma != "Kraftwerk")
    now = lesson(entries=words, items=(*ITEMS[:4], ITEMS[5], TYPED))
    assert diff(old, [now]).removed == ("Kraftwerk",)
    assert diff(old, [REGLOSSED]).changed == (Change("Durchbruch", ("Gloss",)),)
    learner.take(old)
    assert learner.export(REGLOSSED, now=LATER, folders={lesson().uid: tmp_path}) == {"updated": 1, "duplicate": 8}


def test_what_is_new_is_named_by_its_first_field(tmp_path):
    old = tmp_path / "old.apkg"
    anki.write([lesson(entries=entries(article())[2:3], items=())], old, now=NOW)
    found = diff(old, [lesson()])
    assert found.unchanged == 1
    assert "einhergehen" in found.added
    assert "Die Arbeiten gehen mit hohen Kosten einher." in found.added


def test_changed_tags_count_as_a_change(old):
    found = diff(old, [lesson()], choice=DeckChoice(tags=("Montag",)))
    assert len(found.changed) == 9
    assert found.changed[0].fields == ("Tags",)


def test_another_lesson_shares_nothing(old):
    found = diff(old, [lesson(uid="ffff")])
    assert len(found.added) == len(found.removed) == 9


@pytest.mark.parametrize("content", [b"", b"PK", b"no package"])
def test_a_file_that_is_no_package_is_said(tmp_path, content):
    path = tmp_path / "old.apkg"
    path.write_bytes(content)
    with pytest.raises(ExportError, match="not an Anki package") as failure:
        diff(path, [lesson()])
    assert failure.value.where == str(path)
