"""Lemmas of words in their sentences."""

import pytest

from tests.language.sample import analysis_of, rows


@pytest.mark.parametrize(("sentence", "form", "lemma", "note"), rows("lemmas.tsv"))
def test_lemmas(sentence, form, lemma, note, lexicon):
    analysis = analysis_of(sentence, lexicon)
    found = [word.lemma for token, word in enumerate(analysis.words) if analysis.form(token) == form]
    assert found == [lemma], note
