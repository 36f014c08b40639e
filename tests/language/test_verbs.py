"""Verb phrases: which tokens belong together, tense, mood, voice; and the fields of a clause."""

import pytest

from learner.language.clauses import clauses
from learner.language.verbs import fields, verb_phrases
from tests.language.sample import analysis_of, marked, rows


@pytest.mark.parametrize(
    ("sentence", "tokens", "lemma", "tense", "mood", "voice", "modal", "certain", "note"), marked("verbs.tsv")
)
def test_verb_phrases(sentence, tokens, lemma, tense, mood, voice, modal, certain, note, lexicon):
    analysis = analysis_of(sentence, lexicon)
    found = verb_phrases(analysis, 0, lexicon)
    by_tokens = {" ".join(analysis.form(token) for token in phrase.tokens): phrase for phrase in found}
    assert tokens in by_tokens, (note, list(by_tokens))
    phrase = by_tokens[tokens]
    said = (phrase.lemma, phrase.tense, phrase.mood, phrase.voice, phrase.modal or "-")
    assert said == (lemma, tense, mood, voice, modal), note
    if certain != "any":
        assert phrase.certain == (certain == "yes"), note


@pytest.mark.parametrize(("sentence", "vorfeld", "left", "mittelfeld", "right", "nachfeld"), rows("fields.tsv"))
def test_fields(sentence, vorfeld, left, mittelfeld, right, nachfeld, lexicon):
    analysis = analysis_of(sentence, lexicon)
    found = [
        fields(analysis, clauses(analysis, 0)[phrase.clause], phrase) for phrase in verb_phrases(analysis, 0, lexicon)
    ]
    said = [
        tuple(
            " ".join(analysis.form(token) for token in part) or "-"
            for part in (one.vorfeld, one.left, one.mittelfeld, one.right, one.nachfeld)
        )
        for one in found
    ]
    assert (vorfeld, left, mittelfeld, right, nachfeld) in said, said


@pytest.mark.parametrize(("sentence", "clause", "note"), rows("infinitives.tsv"))
def test_infinitive_clauses_begin_at_their_list(sentence, clause, note, lexicon):
    analysis = analysis_of(sentence, lexicon)
    found = [
        " ".join(analysis.form(token) for token in range(one.start_token, one.end_token)).rstrip(" ,.")
        for one in clauses(analysis, 0)
        if one.kind == "infinitive"
    ]
    assert clause in found, (note, found)


def test_a_coordinated_bracket_is_not_certain(lexicon):
    analysis = analysis_of("Er hat gegessen und danach lange geschlafen.", lexicon)
    (phrase,) = verb_phrases(analysis, 0, lexicon)
    assert not phrase.certain


def test_a_sentence_without_verbs_has_no_phrase(lexicon):
    analysis = analysis_of("Ein langer Tag in Berlin.", lexicon)
    assert verb_phrases(analysis, 0, lexicon) == []
