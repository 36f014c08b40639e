"""Anki's text file, tables and JSON."""

import csv
import io
import json

import msgspec
import pytest
from anki.collection import ImportCsvRequest

from learner.errors import ExportError
from learner.export import tables, textfile
from learner.export.choice import DeckChoice
from tests.export.sample import DURCHBRUCH, LATER, article, entry, lesson
from tests.export.test_anki import EVERYTHING, REGLOSSED
from tests.export.test_hostile import ATTACKS, hostile


def take_text(learner, path):
    """Import a text file with the settings it names itself."""
    metadata = learner.collection.get_csv_metadata(str(path), None)
    log = learner.collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log
    return {kind: len(getattr(log, kind)) for kind in ("new", "updated", "duplicate") if getattr(log, kind)}


def test_a_text_file_updates_what_a_package_brought(learner, tmp_path):
    learner.export(choice=EVERYTHING)
    cards = learner.collection.card_count()
    textfile.write([REGLOSSED], tmp_path / "a.txt", choice=EVERYTHING)
    take_text(learner, tmp_path / "a.txt")
    assert learner.collection.note_count() == 9
    assert learner.collection.card_count() == cards
    assert "decisive success" in learner.notes("Word:Durchbruch")[0]["Gloss"]
    assert learner.is_sound()


def test_text_file_and_package_hold_the_same_fields(learner, tmp_path):
    attack = lesson(items=hostile('\t"x"\n#').items)
    learner.export(attack)
    before = {note.guid: (note.fields, sorted(note.tags)) for note in learner.notes()}
    textfile.write([attack], tmp_path / "a.txt")
    take_text(learner, tmp_path / "a.txt")
    assert {note.guid: (note.fields, sorted(note.tags)) for note in learner.notes()} == before


def test_a_text_file_adds_new_notes_to_their_deck(learner, tmp_path):
    learner.export(lesson(items=()))
    textfile.write([lesson(uid="ffff", title="Zweite")], tmp_path / "a.txt", choice=DeckChoice(items=False))
    assert take_text(learner, tmp_path / "a.txt") == {"new": 5}
    assert "German::B1::Zweite" in [deck.name for deck in learner.collection.decks.all_names_and_ids()]


def test_no_row_of_a_text_file_begins_like_a_comment(tmp_path):
    textfile.write([lesson()], tmp_path / "a.txt")
    lines = (tmp_path / "a.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("#")] == lines[:6]
    assert len(lines) == 6 + 9


def test_csv_has_a_head_and_opens_in_spreadsheets(tmp_path):
    written = tables.write_csv([lesson()], tmp_path / "a.csv")
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert (len(rows), written.words, written.gaps) == (5, 5, 0)
    assert rows[0]["headword"] == "der Durchbruch"
    assert rows[0]["sentence"] == "Der Durchbruch kam nach langen Verhandlungen."
    assert "CC BY-SA 4.0" in rows[0]["source"]


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])
def test_no_cell_is_a_formula(tmp_path, sign):
    word = msgspec.structs.replace(DURCHBRUCH, noun=None, lemma=f"{sign}|cmd", level="B1")
    where = article(((f"{sign} Durchbruch",),))
    tables.write_csv(
        [lesson(article=where, entries=(entry(where, 0, word, "Durchbruch"),), items=())], tmp_path / "a.csv"
    )
    for row in csv.reader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8-sig"))):
        assert not [cell for cell in row if cell[:1] in ("=", "+", "-", "@", "\t")]


def test_pairs_have_one_tab_a_line(tmp_path):
    tables.write_pairs([lesson()], tmp_path / "a.tsv")
    lines = (tmp_path / "a.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "der Durchbruch\tbreakthrough"
    assert all(line.count("\t") == 1 for line in lines)
    for attack in ATTACKS:
        tables.write_pairs([hostile(attack)], tmp_path / "a.tsv")
        assert (tmp_path / "a.tsv").read_text(encoding="utf-8").count("\t") == 1


def test_json_holds_every_note_as_plain_text(tmp_path):
    tables.write_json([lesson()], tmp_path / "a.json")
    found = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert found["version"] == 1
    (deck,) = found["decks"]
    assert deck["name"] == "German::B1::Ein Kraftwerk für Bergheim"
    notes = {note["key"]: note for note in deck["notes"]}
    assert len(notes) == 9
    assert notes["word/NOUN/Durchbruch"]["plural"] == "die Durchbrüche"
    assert notes["true-false/1a2b"]["correct"] == 1
    marked = [run["text"] for run in notes["type-word/einhergehen"]["passage"] if run["marked"]]
    assert marked == ["gehen", "einher"]


@pytest.mark.parametrize("write", [tables.write_csv, tables.write_pairs, tables.write_json, textfile.write])
def test_every_format_refuses_to_write_nothing_and_repeats_itself(tmp_path, write):
    with pytest.raises(ExportError, match="nothing to export"):
        write([], tmp_path / "a")
    assert not list(tmp_path.iterdir())
    write([lesson()], tmp_path / "a")
    write([lesson()], tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_dates_are_of_no_account_to_text_files(learner, tmp_path):
    learner.export(now=LATER)
    textfile.write([REGLOSSED], tmp_path / "a.txt")
    take_text(learner, tmp_path / "a.txt")
    assert "decisive success" in learner.notes("Word:Durchbruch")[0]["Gloss"]
