"""Who says what in articles of our own (tests/data/language/quotes): floors that only rise."""

import pytest

from tests.language import gold_quotes
from tests.language.sample import analysis_of

PRECISION, RECALL, FOUND = 99.0, 97.0, 98.0


@pytest.fixture(scope="module")
def result(lexicon):
    return gold_quotes.compared(lexicon)


def test_there_are_enough_passages(result):
    assert result.all >= 400


def test_speakers_are_right(result):
    assert result.precision >= PRECISION, result.wrong


def test_speakers_are_found(result):
    assert result.recall >= RECALL, (result.missed, result.unfound)


def test_what_is_certain_is_right(result):
    assert not result.wrong_though_certain


def test_speech_is_found_and_nothing_else(result):
    assert 100 * result.found / result.all >= FOUND, result.unfound
    assert len(result.extra) <= 2, result.extra


def test_offsets_leave_the_marks_out(lexicon):
    text = "„Das geht nicht“, sagte Anna Keller."
    (quote,) = analysis_of(text, lexicon).quotes
    assert text[quote.start : quote.end] == "Das geht nicht"
    assert quote.cue is not None
    assert text[quote.cue.start : quote.cue.end] == "sagte Anna Keller"


def test_a_pronoun_that_fits_two_men_is_not_certain(lexicon):
    text = "Peter Huber und Klaus Berger kamen zum Gespräch. „Das wird ein langer Abend“, sagte er."
    quotes = analysis_of(text, lexicon).quotes
    assert not any(quote.certain for quote in quotes)


def test_the_marks_of_the_gold_format_are_read():
    text, marked = gold_quotes.parsed("# note\nA sagt: „[[d|A|Ja.]]“ [[i|?|Er [[d|B|komme]].]]")
    assert text == "A sagt: „Ja.“ Er komme."
    assert [(text[one.start : one.end], one.kind, one.speaker) for one in marked] == [
        ("Ja.", "d", "A"),
        ("Er komme.", "i", None),
        ("komme", "d", "B"),
    ]
