"""Compounds taken apart with linking element, and words that only look like compounds and are never cut."""

import pytest

from learner.language.compounds import LINKS, split
from learner.language.entry import word_entry
from learner.language.wordbook import wordbook
from tests.lexicon.tables import rows

WORDS = rows("compounds.tsv", 3)


def test_the_table_is_long_enough():
    assert sum(bool(parts) for _, parts, _ in WORDS) >= 150
    assert sum(not parts for _, parts, _ in WORDS) >= 150


@pytest.mark.parametrize(("word", "parts", "note"), WORDS)
def test_word(lexicon, word, parts, note):
    found = split(word, wordbook(lexicon))
    assert "+".join(found) in parts.split(" or "), note


def test_the_parts_give_the_meaning_where_there_is_no_entry(lexicon):
    entry = word_entry("Krisenversicherung", "NOUN", wordbook(lexicon))
    assert entry.compound == ("Krise", "n", "Versicherung")
    assert entry.lexeme.noun.genders == ("f",)
    assert entry.lexeme.noun.plurals == ("Krisenversicherungen",)
    assert entry.parts_gloss == bool(entry.lexeme.glosses)
    assert [gloss.hint for gloss in entry.lexeme.glosses] in ([], ["Krise", "Versicherung"])


def test_linking_elements_are_no_words():
    assert {"s", "n", "es", "er"} <= set(LINKS)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Kulturstandort", ("Kultur", "Standort")),
        ("Fußballspieler", ("Fußball", "Spieler")),
        ("Sicherheitsgarantie", ("Sicherheit", "s", "Garantie")),
        ("Energieversorgungskrise", ("Energieversorgung", "s", "Krise")),
    ],
)
def test_parts_that_are_one_word_stay_together(lexicon, word, parts):
    assert word_entry(word, "NOUN", wordbook(lexicon)).compound == parts


def test_a_participle_without_a_meaning_has_its_verbs(lexicon):
    found = word_entry("erhalten", "ADJ", wordbook(lexicon))
    assert found is not None
    assert found.lexeme.glosses[0].text == "to receive"
    assert found.lexeme.glosses[0].hint == "participle of erhalten"
    own = word_entry("schön", "ADJ", wordbook(lexicon))
    assert own is not None
    assert not own.lexeme.glosses[0].hint
