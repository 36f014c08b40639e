"""Which items become notes, what stands in them, and what is left out."""

import msgspec
import pytest

from learner.exercises.item import Feedback, Option
from learner.export.choice import DeckChoice
from learner.export.notes import ClozeNote, QuestionNote, Run, plain
from learner.export.questions import feedback_text, item_notes, passage_of
from tests.export.sample import (
    BANK,
    C_TEST,
    CONNECTORS,
    FIVE,
    MATCH,
    MEANING,
    TRUE_FALSE,
    TYPED,
    WHO,
    article,
    lesson,
    options,
)


def made(*items, words=frozenset(), **choice):
    return item_notes(lesson(items=items), DeckChoice(**choice), words)


def the_note(item, **choice):
    notes, left_out = made(item, **choice)
    assert not left_out
    return notes[0]


@pytest.mark.parametrize(
    ("item", "why"),
    [
        (FIVE, "too-many-options"),
        (msgspec.structs.replace(FIVE, options=options("a")), "too-many-options"),
        (msgspec.structs.replace(WHO, options=(Option("a", correct=True), Option("b", correct=True))), "several-right"),
        (msgspec.structs.replace(WHO, options=options("a", "b", right=7)), "several-right"),
        (MEANING, "asked-by-word"),
        (BANK, "word-bank"),
        (C_TEST, "c-test"),
        (MATCH, "no-card"),
        (msgspec.structs.replace(WHO, exercise="topic"), "whole-article"),
        (msgspec.structs.replace(TYPED, passage="Ohne Lücke."), "no-gap"),
        (msgspec.structs.replace(TYPED, passage="Leere [[]] Lücke."), "no-gap"),
    ],
)
def test_what_fits_on_no_card_is_named(item, why):
    notes, left_out = made(item, words=frozenset({"Durchbruch"}))
    assert not notes
    assert [(one.what, one.why) for one in left_out] == [(item.id, f"anki.left-out.{why}")]


def test_a_question_about_a_word_stays_where_the_word_has_no_note():
    assert isinstance(the_note(MEANING), QuestionNote)


def test_a_question_keeps_options_order_and_key():
    note = the_note(TRUE_FALSE)
    assert (note.options, note.correct) == (("Richtig", "Falsch"), 1)
    assert note.key == TRUE_FALSE.id


def test_the_paragraph_of_the_evidence_is_the_passage():
    assert plain(the_note(TRUE_FALSE).passage).startswith(
        "Die Stadt Bergheim will ihr altes Kraftwerk erneuern. Der Durch"
    )
    assert the_note(WHO).passage == (Run("„Wir haben uns "), Run("geeinigt", marked=True), Run(".“"))
    assert the_note(msgspec.structs.replace(WHO, context="")).passage == ()


def test_of_a_long_paragraph_the_neighbours_of_the_evidence_are_the_passage():
    sentences = tuple(f"Satz Nummer {number} sagt etwas, das niemand lange behalten muss." for number in range(9))
    where = article((("Kurz.",), sentences))
    for evidence, passage in ((4, sentences[3:6]), (0, sentences[:2]), (8, sentences[7:])):
        item = msgspec.structs.replace(TRUE_FALSE, evidence=(sentences[evidence],))
        notes, _ = item_notes(lesson(article=where, entries=(), items=(item,)), DeckChoice(), frozenset())
        assert plain(notes[0].passage) == " ".join(passage)


def test_the_explanation_says_why_and_quotes():
    assert the_note(TRUE_FALSE, language="de").explanation == (
        "Es brauchte lange Verhandlungen.\n„Der Durchbruch kam nach langen Verhandlungen.“"
    )


def test_evidence_is_quoted_once():
    feedback = Feedback(text=f"So it stands: {TRUE_FALSE.evidence[0]}")
    note = the_note(msgspec.structs.replace(TRUE_FALSE, feedback=feedback))
    assert note.explanation == feedback.text


def test_a_meaning_stands_in_the_explanation_once():
    feedback = Feedback(key="type-word.right", values={"word": "einhergehen", "meaning": "to go along with"})
    assert the_note(msgspec.structs.replace(TYPED, feedback=feedback)).explanation.count("to go along with") == 1


def test_wrong_options_say_why():
    wrong = Option("b", feedback=Feedback(text="nobody"))
    right = Option("a", correct=True, feedback=Feedback(text="she did"))
    note = the_note(msgspec.structs.replace(WHO, options=(right, wrong)))
    assert note.explanation == "she did\nB: nobody"


def test_a_reason_that_says_nothing_of_its_option_is_left_out():
    same = Feedback(text="It was Ute Lang.")
    quoting = Feedback(text=f"No: {TRUE_FALSE.evidence[0]}")
    options = (
        Option("a", correct=True),
        Option("b", feedback=same),
        Option("c", feedback=same),
        Option("d", feedback=quoting),
    )
    note = the_note(msgspec.structs.replace(TRUE_FALSE, options=options, feedback=Feedback()))
    assert note.explanation == f"„{TRUE_FALSE.evidence[0]}“"


def test_gaps_of_one_word_are_asked_together():
    note = the_note(TYPED)
    assert isinstance(note, ClozeNote)
    assert note.together
    assert [(run.text, run.hint) for run in note.passage if run.marked] == [("gehen", "einhergehen"), ("einher", "")]
    assert (
        note.explanation == "einhergehen: geht einher, ging einher, ist einhergegangen; mit + Dativ\nto go along with"
    )
    assert "learner glossary" in note.source


def test_gaps_of_several_words_are_asked_one_by_one():
    note = the_note(CONNECTORS)
    assert not note.together
    assert [(run.text, run.hint) for run in note.passage if run.marked] == [
        ("aber", ""),
        ("weil", ""),
        ("militärische", "milit…"),
    ]
    assert note.explanation == "Also right: aber / doch"


def test_given_letters_and_meaning_stand_in_the_hint():
    passage = passage_of("Der Dur[[chbruch]] kam.", ("breakthrough", "spare"))
    assert passage == (Run("Der "), Run("Durchbruch", marked=True, hint="Dur… breakthrough"), Run(" kam."))


def test_broken_notation_is_shown_as_it_is():
    assert passage_of("Es [[kam.") == (Run("Es [[kam."),)


def test_a_passage_without_marks_is_one_run():
    assert passage_of("Es kam.") == (Run("Es kam."),)
    assert passage_of("") == ()


@pytest.mark.parametrize(
    ("feedback", "language", "text"),
    [
        (Feedback(), "en", ""),
        (Feedback(text="so"), "de", "so"),
        (Feedback(text={"en": "so", "de": "eben"}), "de", "eben"),
        (Feedback(text={"de": "eben"}), "en", "eben"),
        (Feedback(key="anki.explanation.also", values={"answers": "{x}"}), "en", "Also right: {x}"),
        (Feedback(key="no.such-key"), "en", ""),
    ],
)
def test_feedback_as_a_sentence(feedback, language, text):
    assert feedback_text(feedback, language) == text


def test_a_card_about_a_pronoun_shows_who_was_named():
    item = msgspec.structs.replace(
        WHO,
        exercise="w-question",
        stem="Wer ist hier mit „Sie“ gemeint?",
        context="[[Sie]] blieb bis zum Abend.",
        evidence=("Sie blieb bis zum Abend.", "Ada Hartwig kam am Morgen."),
    )
    note = the_note(item)
    assert plain(note.passage) == "Ada Hartwig kam am Morgen. … Sie blieb bis zum Abend."
    assert [run.text for run in note.passage if run.marked] == ["Sie"]


def test_a_card_shows_no_sentence_twice():
    item = msgspec.structs.replace(
        WHO,
        exercise="w-question",
        stem="Worauf bezieht sich „Sie“ hier?",
        context="Die Pumpe ist neu. [[Sie]] läuft seit Mai.",
        evidence=("Sie läuft seit Mai.", "Die Pumpe ist neu."),
    )
    assert plain(the_note(item).passage) == "Die Pumpe ist neu. Sie läuft seit Mai."
