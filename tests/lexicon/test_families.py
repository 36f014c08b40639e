"""Word families: a hundred pairs that belong together, fifty that only look like it."""

import pytest

from tests.lexicon.tables import rows

PAIRS = rows("families.tsv", 6)


def test_the_table_is_long_enough():
    assert sum(row[4] != "none" for row in PAIRS) >= 100
    assert sum(row[4] == "none" for row in PAIRS) >= 50


@pytest.mark.parametrize(("base", "pos", "derived", "other", "kind", "note"), PAIRS)
def test_pair(lexicon, base, pos, derived, other, kind, note):
    downward = [one for one in lexicon.family(base, pos) if (one.lexeme.lemma, one.lexeme.pos) == (derived, other)]
    upward = [one for one in lexicon.family(derived, other) if (one.lexeme.lemma, one.lexeme.pos) == (base, pos)]
    expected = [] if kind == "none" else [kind]
    assert [one.kind for one in downward if one.derived] == expected
    assert [one.kind for one in upward if not one.derived] == expected


def test_every_member_is_attested(lexicon):
    for relative in lexicon.family("sicher", "ADJ"):
        assert lexicon.lookup(relative.lexeme.lemma, relative.lexeme.pos) == relative.lexeme


def test_a_word_without_family(lexicon):
    assert lexicon.family("quaxelbrumpf", "NOUN") == ()
