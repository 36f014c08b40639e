"""Mood and tense (`-` where nothing may be said): three hundred finite verbs in sentences of our own."""

import pytest

from tests.language.sample import analysis_of, marked


@pytest.mark.parametrize(("sentence", "verb", "mood", "tense", "note"), marked("konjunktiv.tsv"))
def test_mood_and_tense(sentence, verb, mood, tense, note, lexicon):
    analysis = analysis_of(sentence, lexicon)
    found = [word for token, word in enumerate(analysis.words) if analysis.form(token) == verb]
    assert any((word.features.get("Mood", "-"), word.features.get("Tense", "-")) == (mood, tense) for word in found), (
        note,
        [(word.tag, word.lemma, word.features) for word in found],
    )
