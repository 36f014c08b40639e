"""Separable verbs: three hundred sentences of our own."""

import pytest

from tests.language.sample import analysis_of, rows

TABLE = rows("separable.tsv")


@pytest.mark.parametrize(("sentence", "particle", "verb", "infinitive", "note"), TABLE)
def test_particles_find_their_verbs(sentence, particle, verb, infinitive, note, lexicon):
    analysis = analysis_of(sentence, lexicon)
    pairs = {
        (analysis.form(token), analysis.form(word.head), word.lemma, analysis.words[word.head].lemma)
        for token, word in enumerate(analysis.words)
        if word.head is not None
    }
    if particle == "-":
        assert not pairs, note
    else:
        assert (particle, verb, infinitive, infinitive) in pairs, (note, pairs)
        wanted = {row[1] for row in TABLE if row[0] == sentence}
        assert {pair[0] for pair in pairs} <= wanted, (note, pairs)


def test_an_occurrence_lists_every_part(lexicon):
    analysis = analysis_of("Das Treffen ging mit Mutmaßungen einher, die niemand bestätigte.", lexicon)
    entry = next(entry for entry in analysis.entries if entry.lexeme.lemma == "einhergehen")
    (place,) = entry.occurrences
    assert [analysis.form(token) for token in place.tokens] == ["ging", "einher"]
    assert entry.forms == ("ging einher",)
