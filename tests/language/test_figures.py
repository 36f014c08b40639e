"""Floors of the analysis on the treebank beside the checkout (skipped where it is missing); they only rise."""

from itertools import chain

import pytest

from learner.language.analyzing import analyze
from tests.language import figures, treebank

pytestmark = pytest.mark.skipif(not treebank.FILE.exists(), reason="the treebank is not beside the checkout")


@pytest.fixture(scope="module")
def gold():
    return treebank.sentences()


@pytest.fixture(scope="module")
def tokens(gold):
    return list(chain.from_iterable(gold))


@pytest.fixture(scope="module")
def analysis(gold, lexicon):
    return analyze(treebank.article(gold), lexicon)


def test_parts_of_speech(tokens, analysis):
    assert figures.tags(tokens, analysis).share >= 95.8


@pytest.mark.parametrize(("pos", "floor"), [("", 98.1), ("NOUN", 96.7), ("VERB", 98.3), ("ADJ", 95.7)])
def test_lemmas(tokens, analysis, pos, floor):
    score = figures.lemmas(tokens, analysis, pos)
    assert score.share >= floor, score.wrong


def test_noun_lemmas_without_the_faults_of_the_gold(tokens, analysis):
    score = figures.lemmas(tokens, analysis, "NOUN")
    assert 100 * score.right / (score.all - figures.left_inflected(tokens, analysis)) >= 98.0, score.wrong


def test_verb_lemmas_without_the_faults_of_the_gold(tokens, analysis):
    score = figures.lemmas(tokens, analysis, "VERB", treebank.faults("lemma VERB"))
    assert score.share >= 99.5, score.wrong


def test_separable_verbs(gold, analysis):
    found = figures.separable(gold, analysis)
    assert found.precision >= 89, found.extra
    assert found.recall >= 91, found.missed


def test_separable_verbs_without_the_faults_of_the_gold(gold, analysis):
    found = figures.separable(gold, analysis, treebank.faults("separable"))
    assert found.precision >= 98, found.extra
    assert found.recall >= 97, found.missed


@pytest.mark.parametrize(("tense", "precision", "recall"), [("Pres", 97, 83), ("Past", 93, 72)])
def test_subjunctives(tokens, analysis, tense, precision, recall):
    found = figures.subjunctive(tokens, analysis, tense)
    assert found.precision >= precision, found.extra
    assert found.recall >= recall, found.missed


@pytest.mark.parametrize(("tense", "what", "recall"), [("Pres", "Konjunktiv I", 99), ("Past", "Konjunktiv II", 92)])
def test_subjunctives_without_the_faults_of_the_gold(tokens, analysis, tense, what, recall):
    found = figures.subjunctive(tokens, analysis, tense, treebank.faults(what))
    assert found.precision >= 99, found.extra
    assert found.recall >= recall, found.missed


@pytest.mark.parametrize(
    ("feature", "right", "alone", "answered"),
    [("Case", 98.5, 99.2, 40.0), ("Gender", 97.0, 99.6, 93.0), ("Number", 98.9, 99.6, 87.0)],
)
def test_agreement(tokens, analysis, feature, right, alone, answered):
    """`alone`: without the faults of the gold."""
    found = figures.agreement(tokens, analysis, feature)
    assert 100 * found.right / found.unique >= right
    assert 100 * found.unique / found.all >= answered
    found = figures.agreement(tokens, analysis, feature, treebank.faults(feature))
    assert 100 * found.right / found.unique >= alone


def test_every_fault_of_the_gold_is_a_word_of_it(tokens):
    places = {token.place for token in tokens}
    whats = ("Case", "Gender", "Number", "lemma VERB", "separable", "Konjunktiv I", "Konjunktiv II")
    found = [treebank.faults(what) for what in whats]
    assert all(found)
    assert all(places.issuperset(one) for one in found)
