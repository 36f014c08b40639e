"""Packages as the official Anki program takes them: first import, repeats, updates, schedules."""

import re
import sqlite3
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from learner.errors import ExportError
from learner.export import anki, notetypes
from learner.export.choice import DeckChoice
from learner.export.notetypes import note_types
from tests.export.sample import DURCHBRUCH, EINHERGEHEN, ITEMS, LATER, NOW, TYPED, article, entries, lesson, with_gloss

EVERYTHING = DeckChoice(produce=True, typing=True)
WORDS = 5  # notes of the sample lesson
NOTES = 9
CARDS = {"Recognise": 5, "Produce": 5, "Type": 5, "Question": 2, "Cloze": 4}


def changed(*old_and_new, **more):
    """The sample lesson with lexemes exchanged."""
    exchanged = dict(old_and_new)
    found = entries(article())
    renewed = tuple(msgspec.structs.replace(e, lexeme=exchanged.get(e.lexeme.lemma, e.lexeme)) for e in found)
    return lesson(entries=renewed, **more)


def without(lemma):
    return tuple(entry for entry in entries(article()) if entry.lexeme.lemma != lemma)


REGLOSSED = changed(("Durchbruch", with_gloss(DURCHBRUCH, "decisive success")))


def test_a_fresh_import_and_the_same_again(learner):
    assert learner.export(choice=EVERYTHING) == {"new": NOTES}
    assert learner.export(choice=EVERYTHING) == {"duplicate": NOTES}
    assert learner.is_sound()


def test_written_counts_what_arrives(learner, tmp_path):
    written = anki.write([lesson()], tmp_path / "a.apkg", now=NOW, choice=EVERYTHING)
    learner.take(written.path)
    assert (written.words, written.gaps, written.questions) == (5, 2, 2)
    assert written.cards == learner.collection.card_count() == sum(CARDS.values())
    assert {one.what for one in written.left_out} == {
        "erneuern", "meaning/Durchbruch", "w-question/5e6f", "word-bank/9c", "c-test/0d", "match-meanings/1e",
    }  # fmt: skip


def test_cards_are_those_anki_would_make(learner):
    learner.export(choice=EVERYTHING)
    assert Counter(card.template()["name"] for card in learner.cards()) == CARDS
    before = learner.collection.card_count()
    learner.collection.update_notes(learner.notes())  # makes Anki generate what is missing
    assert learner.collection.card_count() == before


def test_further_directions_are_asked_for(learner):
    learner.export()
    assert {card.template()["name"] for card in learner.cards()} == {"Recognise", "Question", "Cloze"}
    assert learner.is_sound()


def test_asking_for_a_direction_later_adds_its_cards(learner):
    learner.export()
    learner.export(choice=EVERYTHING, now=LATER)
    assert len(learner.cards("card:Produce")) == WORDS
    assert learner.collection.note_count() == NOTES
    assert learner.is_sound()


def test_a_changed_meaning_updates_and_a_new_word_is_added(learner, tmp_path):
    folders = {lesson().uid: tmp_path}
    learner.export(lesson(entries=without("Kraftwerk")), folders=folders)
    result = learner.export(REGLOSSED, now=LATER, folders=folders)
    assert result == {"updated": 1, "new": 1, "duplicate": NOTES - 2}
    assert "decisive success" in learner.notes("Word:Durchbruch")[0]["Gloss"]
    assert learner.collection.note_count() == NOTES


def test_without_a_folder_everything_counts_as_new(learner):
    learner.export()
    assert learner.export(now=LATER) == {"updated": NOTES}


def test_going_back_to_an_older_text_updates_too(learner, tmp_path):
    folders = {lesson().uid: tmp_path}
    learner.export(folders=folders)
    learner.export(REGLOSSED, now=LATER, folders=folders)
    assert learner.export(now=LATER, folders=folders) == {"updated": 1, "duplicate": NOTES - 1}
    assert "breakthrough" in learner.notes("Word:Durchbruch")[0]["Gloss"]


def test_a_removed_word_stays_with_the_learner(learner, tmp_path):
    folders = {lesson().uid: tmp_path}
    learner.export(folders=folders)
    learner.export(lesson(entries=without("Kraftwerk")), now=LATER, folders=folders)
    assert len(learner.notes("Word:Kraftwerk")) == 1
    assert learner.is_sound()


def test_a_card_moved_to_another_deck_stays_there(learner, tmp_path):
    folders = {lesson().uid: tmp_path}
    learner.export(folders=folders)
    elsewhere = learner.collection.decks.id("Mein Stapel")
    card = learner.cards("Word:Durchbruch")[0]
    learner.collection.set_deck([card.id], elsewhere)
    learner.export(REGLOSSED, now=LATER, folders=folders)
    assert learner.collection.get_card(card.id).did == elsewhere


def test_a_reviewed_card_keeps_its_schedule(learner, tmp_path):
    folders = {lesson().uid: tmp_path}
    learner.export(folders=folders)
    learner.collection.decks.select(learner.collection.decks.id_for_name("German::B1::Ein Kraftwerk für Bergheim"))
    card = learner.collection.sched.getCard()
    assert card.note()["Word"] == "Durchbruch"
    card.start_timer()
    learner.collection.sched.answerCard(card, 3)
    before = learner.collection.get_card(card.id)
    assert learner.export(REGLOSSED, now=LATER, folders=folders) == {"updated": 1, "duplicate": NOTES - 1}
    after = learner.collection.get_card(card.id)
    names = ("type", "queue", "due", "ivl", "reps", "lapses", "factor", "memory_state")
    assert [getattr(after, name) for name in names] == [getattr(before, name) for name in names]
    assert after.reps == 1
    assert learner.collection.db.scalar("SELECT count() FROM revlog") == 1


def test_an_updated_note_loses_tags_of_its_owner_and_others_keep_them(learner, tmp_path):
    folders = {lesson().uid: tmp_path}
    learner.export(folders=folders)
    learner.collection.tags.bulk_add([note.id for note in learner.notes("note:*Vocab*")], "meins")
    learner.export(REGLOSSED, now=LATER, folders=folders)
    tagged = {note["Word"] for note in learner.notes("tag:meins")}
    assert "Durchbruch" not in tagged
    assert len(tagged) == WORDS - 1


def test_a_newer_template_arrives_and_an_equal_one_does_not(learner, monkeypatch):
    learner.export()
    types = note_types()
    styled = {kind: replace(one, style=one.style + "/* new */") for kind, one in types.items()}
    monkeypatch.setattr(anki, "note_types", lambda: styled)
    learner.export()
    assert "/* new */" not in learner.cards()[0].render_output().css
    dated = {kind: replace(one, modified=LATER) for kind, one in styled.items()}
    monkeypatch.setattr(anki, "note_types", lambda: dated)
    learner.export()
    assert "/* new */" in learner.cards()[0].render_output().css
    assert len([name for name in learner.collection.models.all_names() if "(learner)" in name]) == 3


def test_note_types_keep_their_numbers(learner):
    learner.export()
    for note_type in note_types().values():
        there = learner.collection.models.get(note_type.id)
        assert [field["id"] for field in there["flds"]] == [field.id for field in note_type.fields]
        assert [template["id"] for template in there["tmpls"]] == [template.id for template in note_type.templates]


def test_order_decks_description_and_tags(learner):
    learner.export()
    cards = sorted(learner.cards(), key=lambda card: (card.due, card.ord))
    assert [card.note()["Word"] for card in cards[:3]] == ["Durchbruch", "einhergehen", "Kraftwerk"]
    deck = learner.collection.decks.by_name("German::B1::Ein Kraftwerk für Bergheim")
    assert "Bergheimer Bote" in deck["desc"]
    assert "CC BY 4.0" in deck["desc"]
    assert {card.did for card in cards} == {deck["id"]}
    tags = learner.collection.tags.all()
    assert all(tag.startswith("learner::") for tag in tags)
    assert "learner::exercise::true-false" in tags


def test_two_lessons_share_their_note_types(learner):
    other = lesson(uid="ffff0000", title="Zweite", items=ITEMS[:2], entries=without("Durchbruch"))
    learner.export(lesson(), other)
    names = [deck.name for deck in learner.collection.decks.all_names_and_ids()]
    assert {"German::B1::Zweite", "German::B1::Ein Kraftwerk für Bergheim"} <= set(names)
    assert learner.is_sound()


def test_faces_hold_no_remnants_of_templates(learner):
    learner.export(choice=EVERYTHING)
    for card in learner.cards():
        face = card.render_output()
        for text in (face.question_text, face.answer_text):
            assert "{{" not in text
            assert "}}" not in text
            assert "unknown field" not in text.lower()
            assert 'lang="de"' in text


def test_faces_show_what_they_should(learner):
    learner.export(choice=EVERYTHING)
    question, answer = faces(learner, "Word:Durchbruch card:Recognise")
    assert 'class="headword m">der Durchbruch<' in question
    assert "Der <b>Durchbruch</b> kam" in question
    assert "breakthrough" not in question
    for part in (
        "breakthrough",
        "die Durchbrüche",
        "des Durchbruchs",
        "ˈdʊʁçbʁʊx",
        "CC BY-SA 4.0",
        "entscheidender Erfolg",
    ):
        assert part in answer
    question, answer = faces(learner, "Word:einhergehen card:Produce")
    assert "Die Arbeiten _____ mit hohen Kosten _____." in question
    assert "einher" not in question
    assert ">einhergehen<" in answer


def faces(learner, query):
    (card,) = learner.cards(query)
    output = card.render_output()
    return output.question_text, output.answer_text


def test_the_right_option_is_marked_by_class(learner):
    learner.export()
    question, answer = faces(learner, "Question:*schnell*")
    assert "answer-" not in question
    assert "answer-B" in answer
    assert question.count("<li>") == 2


def test_german_is_spoken(learner):
    learner.export(choice=EVERYTHING)
    (card,) = learner.cards("Word:Durchbruch card:Recognise")
    (tag,) = card.render_output().question_av_tags
    assert (tag.field_text, tag.lang) == ("der Durchbruch", "de_DE")
    (card,) = learner.cards("Text:*Kosten*")
    (tag,) = card.render_output().answer_av_tags
    assert tag.field_text == "Die Arbeiten gehen mit hohen Kosten einher."


def test_typed_answers_are_compared_with_the_headword_or_all_parts(learner):
    learner.export(choice=EVERYTHING)
    (note,) = learner.notes("Text:*Kosten*")
    assert learner.collection.extract_cloze_for_typing(note["Text"], 1) == "gehen, einher"
    assert "[[type:Headword]]" in faces(learner, "Word:Durchbruch card:Type")[0]
    assert "[[type:" not in faces(learner, "Word:Durchbruch card:Produce")[0]


def test_the_same_content_gives_the_same_bytes(tmp_path):
    first, second = tmp_path / "a.apkg", tmp_path / "b.apkg"
    anki.write([lesson()], first, now=NOW, choice=EVERYTHING, folders={lesson().uid: tmp_path})
    anki.write([lesson()], second, now=LATER, choice=EVERYTHING, folders={lesson().uid: tmp_path})
    assert first.read_bytes() == second.read_bytes()


def test_bytes_do_not_depend_on_the_hash_seed(tmp_path):
    script = (
        "import sys; from pathlib import Path; from learner.export import anki; from tests.export.sample import *;"
        "anki.write([lesson(), lesson(uid='f', title='Z')], Path(sys.argv[1]), now=NOW)"
    )
    root = Path(__file__).parents[2]
    for seed in ("1", "2"):
        arguments = [sys.executable, "-c", script, str(tmp_path / seed)]
        subprocess.run(arguments, cwd=root, env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}, check=True)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def dump(path):
    """The package's database as statements, the same on every machine."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(zipfile.ZipFile(path).read("collection.anki2"))
    return "\n".join(connection.iterdump())


def test_the_dump_has_no_trace_of_the_clock(tmp_path):
    path = tmp_path / "a.apkg"
    anki.write([lesson()], path, now=NOW, choice=EVERYTHING)
    text = dump(path)
    assert text.count('INSERT INTO "notes"') == NOTES
    assert re.findall(r'INSERT INTO "notes" VALUES\((\d+),', text)[0] == str(int(NOW.timestamp()) * 1000)
    assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in zipfile.ZipFile(path).infolist())


def test_a_note_type_stands_in_the_package_once(tmp_path):
    other = lesson(uid="ffff0000", title="Zweite", entries=(), items=(TYPED,))
    anki.write([lesson(), other], tmp_path / "a.apkg", now=NOW)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(zipfile.ZipFile(tmp_path / "a.apkg").read("collection.anki2"))
    (models,) = connection.execute("SELECT models FROM col").fetchone()
    assert models.count('"name": "German Cloze (learner)"') == 1


def test_nothing_to_export_is_said_and_no_file_is_left(tmp_path):
    with pytest.raises(ExportError, match="nothing to export"):
        anki.write([lesson()], tmp_path / "a.apkg", now=NOW, choice=DeckChoice(words=False, items=False))
    assert not list(tmp_path.iterdir())


def test_a_folder_that_does_not_exist_is_said(tmp_path):
    with pytest.raises(ExportError, match="cannot be written") as failure:
        anki.write([lesson()], tmp_path / "no" / "a.apkg", now=NOW)
    assert "a.apkg" in failure.value.where


def test_two_homographs_have_a_note_each(learner):
    verb = msgspec.structs.replace(EINHERGEHEN, lemma="Durchbruch")
    learner.export(changed(("einhergehen", verb)))
    assert len(learner.notes("Word:Durchbruch")) == 2


def test_the_module_does_not_load_the_official_package():
    script = "import sys, learner.export.anki; print('anki' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
    assert notetypes.__name__ in sys.modules


def recorded(folder, **files):
    """A lesson folder with sound files; their bytes are of no account to Anki's importer."""
    (folder / "audio").mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / "audio" / name.replace("_", "-").replace("--", ".")).write_bytes(content)
    return {lesson().uid: folder}


def test_recordings_take_the_place_of_the_spoken_text(learner, tmp_path):
    sounds = {"Durchbruch--mp3": b"one", "Durchbruch_satz--OGG": b"two", "Kraftwerk--txt": b"three"}
    learner.export(folders=recorded(tmp_path, **sounds))
    (card,) = learner.cards("Word:Durchbruch")
    output = card.render_output()
    (word,) = output.question_av_tags
    (sentence,) = output.answer_av_tags
    media = Path(learner.collection.media.dir())
    assert (media / word.filename).read_bytes() == b"one"
    assert (media / sentence.filename).read_bytes() == b"two"
    assert len(list(media.iterdir())) == 2
    assert learner.is_sound()


def test_links_in_the_audio_folder_are_passed_over(learner, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("private", encoding="utf-8")
    folders = recorded(tmp_path)
    (tmp_path / "audio" / "Durchbruch.mp3").symlink_to(secret)
    learner.export(folders=folders)
    assert not list(Path(learner.collection.media.dir()).iterdir())
    assert "[sound" not in learner.notes("Word:Durchbruch")[0]["WordAudio"]


def test_a_recording_made_anew_updates_its_note_alone(learner, tmp_path):
    learner.export(folders=recorded(tmp_path, **{"Durchbruch--mp3": b"one", "einhergehen--mp3": b"two"}))
    result = learner.export(now=LATER, folders=recorded(tmp_path, **{"Durchbruch--mp3": b"better"}))
    assert result == {"updated": 1, "duplicate": NOTES - 1}
    assert learner.is_sound()


def test_dates_that_cannot_be_kept_are_reported(tmp_path):
    folder = tmp_path / "not" / "there"
    written = anki.write([lesson()], tmp_path / "a.apkg", now=NOW, folders={lesson().uid: folder})
    assert written.undated == (folder,)
    assert written.path.exists()


def test_dates_of_notes_not_exported_now_are_kept(learner, tmp_path):
    folders = {lesson().uid: tmp_path}
    learner.export(folders=folders)
    learner.export(now=LATER, folders=folders, choice=DeckChoice(items=False), name="words.apkg")
    assert learner.export(now=LATER, folders=folders) == {"duplicate": NOTES}
