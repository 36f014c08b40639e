"""Coverage of real news; skipped where the articles are not beside the checkout."""

import pytest

from tests.lexicon import figures

TYPES_FLOOR = 96.0
TOKENS_FLOOR = 98.0


@pytest.mark.skipif(not figures.NEWS.exists(), reason="the news articles are not here")
def test_words_of_news_have_a_meaning(lexicon):
    types, tokens = figures.coverage(lexicon)
    assert types.words > 4_000
    assert 100 * types.either / types.words >= TYPES_FLOOR, types.missing
    assert 100 * tokens.either / tokens.words >= TOKENS_FLOOR


def test_every_figure_is_printed(lexicon):
    lines = figures.tables(lexicon)
    assert any("gender" in line for line in lines)
    assert any("levels" in line for line in lines)
