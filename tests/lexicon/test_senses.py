"""The sense that fits the sentence comes first."""

import pytest

from tests.language.sample import analysis_of
from tests.lexicon.tables import rows

SENTENCES = rows("senses.tsv", 4)


def first_sense(lexicon, sentence: str, lemma: str) -> str:
    """Hint and text of the first gloss of a word in a sentence."""
    entry = next((one for one in analysis_of(sentence, lexicon).entries if one.lexeme.lemma == lemma), None)
    assert entry is not None, f"{lemma} has no entry"
    assert entry.lexeme.glosses, f"{lemma} has no gloss"
    return f"{entry.lexeme.glosses[0].hint} {entry.lexeme.glosses[0].text}"


def test_the_table_is_long_enough():
    assert len(SENTENCES) >= 60


@pytest.mark.parametrize(("sentence", "lemma", "expected", "note"), SENTENCES)
def test_sentence(lexicon, sentence, lemma, expected, note):
    assert expected in first_sense(lexicon, sentence, lemma), note


def test_without_context_the_order_stays(lexicon):
    entries = analysis_of("Wir sprachen über das Gericht.", lexicon).entries
    entry = next(one for one in entries if one.lexeme.lemma == "Gericht")
    assert entry.lexeme.glosses == lexicon.lookup("Gericht", "NOUN").glosses
