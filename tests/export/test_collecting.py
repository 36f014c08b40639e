"""Decks: names, order, descriptions, one note per word and meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learner.export.choice import DeckChoice
from learner.export.collecting import collect
from learner.export.notes import note_kind
from learner.export.tags import deck_name, deck_word, tag_word
from tests.export.sample import DURCHBRUCH, article, entry, lesson, with_gloss


def other(lexeme=DURCHBRUCH):
    where = article((("Ein Durchbruch blieb aus.",),), "Anderes")
    return lesson(
        uid="ffff0000", title="Anderes", article=where, entries=(entry(where, 0, lexeme, "Durchbruch"),), items=()
    )


def test_words_come_before_gaps_and_questions_of_the_lesson():
    deck = collect([lesson()], DeckChoice()).decks[0]
    assert [note_kind(note) for note in deck.notes] == ["vocabulary"] * 5 + ["comprehension"] * 2 + ["cloze"] * 2


@pytest.mark.parametrize(
    ("choice", "kinds"),
    [
        (DeckChoice(items=False), {"vocabulary"}),
        (DeckChoice(words=False), {"cloze", "comprehension"}),
        (DeckChoice(words=False, items=False), set()),
    ],
)
def test_words_or_items_alone(choice, kinds):
    assert {note_kind(note) for note in collect([lesson()], choice).notes} == kinds


def test_a_word_with_the_same_meaning_has_one_note():
    collected = collect([lesson(), other()], DeckChoice())
    assert sum(getattr(note, "word", "") == "Durchbruch" for note in collected.notes) == 1
    assert [(one.what, one.why) for one in collected.left_out[-2:]] == [
        ("Durchbruch", "anki.left-out.already"),
        ("Anderes", "anki.left-out.empty"),
    ]


def test_another_meaning_has_a_note_of_its_own():
    collected = collect([lesson(), other(with_gloss(DURCHBRUCH, "opening in a wall"))], DeckChoice())
    found = [note for note in collected.notes if getattr(note, "word", "") == "Durchbruch"]
    assert len({note.guid for note in found}) == 2


def test_guids_depend_on_lesson_and_key_alone():
    first = {note.key: note.guid for note in collect([lesson()], DeckChoice()).notes}
    second = {
        note.key: note.guid
        for note in collect([lesson(title="Neu", level="C1")], DeckChoice(language="de", deck="X", typing=True)).notes
    }
    shared = first.keys() & second.keys()
    assert len(shared) >= 6
    assert all(first[key] == second[key] for key in shared)
    assert len(set(first.values())) == len(first)


def test_a_lesson_given_twice_is_exported_once():
    copy = lesson(title="Kopie", items=())
    collected = collect([lesson(), copy, lesson()], DeckChoice())
    assert collected.notes == collect([lesson()], DeckChoice()).notes
    assert [(one.what, one.why) for one in collected.left_out[:2]] == [
        ("Kopie", "anki.left-out.twice"),
        ("Ein Kraftwerk für Bergheim", "anki.left-out.twice"),
    ]


def test_named_words_bring_the_items_about_them():
    notes = collect([lesson()], DeckChoice(lemmas=frozenset({"einhergehen"}))).notes
    assert [note.key for note in notes] == ["word/VERB/einhergehen", "type-word/einhergehen"]


def test_every_reason_is_a_sentence():
    from learner.wording import sentences

    reasons = {one.why for one in collect([lesson(), lesson(), other()], DeckChoice()).left_out}
    assert len(reasons) >= 7
    assert reasons <= sentences("en").keys() & sentences("de").keys()


def test_one_deck_or_subdecks():
    lessons = [lesson(), other(with_gloss(DURCHBRUCH, "opening"))]
    assert [deck.name for deck in collect(lessons, DeckChoice()).decks] == [
        "German::B1::Ein Kraftwerk für Bergheim",
        "German::B1::Anderes",
    ]
    single = collect(lessons, DeckChoice(deck="Kurs::Montag", subdecks=False)).decks
    assert [deck.name for deck in single] == ["Kurs::Montag"]
    assert len(single[0].notes) == 10


def test_the_description_names_source_and_licence():
    description = "\n".join(collect([lesson()], DeckChoice()).decks[0].description)
    for part in (
        "Ein Kraftwerk für Bergheim (B1)",
        "5 words, 2 cloze notes, 2 questions",
        "Bergheimer Bote",
        "CC BY 4.0",
    ):
        assert part in description


def test_a_missing_licence_is_said():
    from learner.exercises.lesson import Origin

    assert "licence unknown" in collect([lesson(origin=Origin())], DeckChoice()).decks[0].description[-1]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Genf", "German::B1::Genf"),
        ("A::B", "German::B1::A:B"),
        ("  zwei\n Zeilen ", "German::B1::zwei Zeilen"),
        ('„Ja" <b>', "German::B1::„Ja b"),
        (":::", "German::B1::0123abcd"),
    ],
)
def test_deck_names(title, name):
    assert deck_name(lesson(title=title), DeckChoice()) == name


@given(st.text())
def test_tags_hold_no_space_and_no_levels(text):
    word = tag_word(text)
    assert len(word.split()) <= 1
    assert "::" not in word
    assert "::" not in deck_word(text)


def test_own_tags_keep_their_levels():
    notes = collect([lesson()], DeckChoice(tags=("Kurs B2::Montag", "  ", "::x"))).notes
    assert all(note.tags[-2:] == ("Kurs_B2::Montag", "x") for note in notes)
    assert "learner::lesson::Ein_Kraftwerk_für_Bergheim" in notes[0].tags
