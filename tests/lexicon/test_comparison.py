"""Comparison of adjectives and of the few adverbs that have one."""

import pytest

from tests.lexicon.tables import rows

ADJECTIVES = rows("comparison.tsv", 3)


def test_the_table_is_long_enough():
    assert len(ADJECTIVES) >= 60


@pytest.mark.parametrize(("positive", "comparatives", "superlatives"), ADJECTIVES)
def test_comparison(lexicon, positive, comparatives, superlatives):
    lexeme = lexicon.lookup(positive, "ADJ")
    assert lexeme is not None
    if not comparatives:
        assert lexeme.comparison == ()
        return
    comparative, superlative = lexeme.comparison
    assert comparative in comparatives.split(",")
    assert superlative.removeprefix("am ") in superlatives.split(",")


def test_inflected_degrees_lead_to_the_adjective(lexicon):
    for form, lemma in (("höheren", "hoch"), ("stärkste", "stark"), ("teures", "teuer"), ("besseren", "gut")):
        assert lemma in lexicon.lemmas(form, "ADJ")
