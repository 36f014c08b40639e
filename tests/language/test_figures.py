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


def test_separable_verbs(gold, analysis):
    strict, lenient = (figures.separable(gold, analysis, lenient=lenient) for lenient in (False, True))
    assert strict.precision >= 89, strict.extra
    assert strict.recall >= 90, strict.missed
    assert lenient.precision >= 97, lenient.extra
    assert lenient.recall >= 98, lenient.missed


def test_present_subjunctives(gold, tokens, analysis):
    found = figures.subjunctive(tokens, analysis, "Pres")
    assert found.precision >= 97, found.extra
    wanted = found.right + len(found.missed) - figures.first_persons(gold)
    assert 100 * found.right / wanted >= 97, found.missed


@pytest.mark.parametrize(
    ("feature", "right", "answered"), [("Case", 98.0, 40.0), ("Gender", 96.0, 93.0), ("Number", 98.0, 89.0)]
)
def test_agreement(tokens, analysis, feature, right, answered):
    found = figures.agreement(tokens, analysis, feature)
    assert 100 * found.right / found.unique >= right
    assert 100 * found.unique / found.all >= answered
