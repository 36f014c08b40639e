"""What reaches the other floors is normalised and cannot drive a terminal."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from learner.text.characters import normalised, squeezed


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    once = normalised(text)
    assert normalised(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text())
def test_no_control_character_is_left(text):
    assert all(character in "\n\t" or unicodedata.category(character) != "Cc" for character in normalised(text))


def test_escape_sequences_and_invisible_characters_go():
    assert (
        normalised("Ge\u00adspräche \x1b[31min\x1b[0m Ge\u200bnf\x07\r\n\x1b]0;title\x07Ende")
        == "Gespräche in Genf\nEnde"
    )


def test_letters_with_loose_dots_become_umlauts():
    assert normalised("Gespra\u0308che") == "Gespräche"


def test_squeezing_leaves_single_spaces():
    assert squeezed("  zwei \n\t Wörter ") == "zwei Wörter"
