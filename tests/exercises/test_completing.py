"""Gaps of C-tests: which other words are accepted, and which passages are none."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from learner.exercises import c_test
from learner.exercises.completing import rivals
from learner.exercises.damaging import is_damageable, kept
from learner.exercises.lost_quotes import lost_quotation
from learner.exercises.passage import parse

_DATA = Path(__file__).resolve().parents[1] / "data" / "exercises"


def rows(name):
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            *cells, note = line.split("\t")
            yield pytest.param(*cells, id=note)


@pytest.mark.parametrize(("sentence", "word", "others"), list(rows("completions.tsv")))
def test_other_words_that_fit(material_of, sentence, word, others):
    material = material_of(sentence)
    article = material.analysis.article
    start = article.text.index(sentence) + sentence.index(word)
    token = next(number for number, span in enumerate(article.tokens) if span.start == start)
    found = rivals(material, token, kept(word))
    if others == "?":
        assert found is None
        return
    assert found is not None
    expected = set() if others == "-" else set(others.split())
    assert expected <= set(found)
    assert bool(expected) == bool(found)
    assert all(len(one) == len(word) for one in found)


@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        ("Sie habe Er war es nicht! gerufen.", True),
        ("Und sie fragt etwa Wie kam das Geld hierher.", True),
        ("Das Bad war schon lange in keinem guten Zustand, sagt Keller.", True),
        ("Das Bad sei schon lange in keinem guten Zustand, sagt Keller.", False),
        ("Am Montag hat der Gemeinderat die neue Satzung beschlossen.", False),
    ],
)
def test_lost_quotation_marks(material_of, sentence, lost):
    material = material_of(sentence)
    article = material.analysis.article
    number = next(n for n, one in enumerate(article.sentences) if article.slice(one).startswith(sentence[:12]))
    assert lost_quotation(material, number) is lost


def test_passages_have_few_open_gaps_of_equal_length(material_of, analysis):
    material = material_of("Am Montag hat der Gemeinderat die neue Satzung beschlossen.")
    whole = type(material)(analysis, material.lexicon, "B2", 0)
    items = c_test.generate(whole)
    assert items
    for item in items:
        slots = parse(item.passage).slots
        assert len(slots) == c_test.MOST_GAPS
        assert sum(len(slot.answers) > 1 for slot in slots) <= c_test.MOST_OPEN
        assert all(len({len(answer) for answer in slot.answers}) == 1 for slot in slots)


@pytest.mark.parametrize(
    ("sentence", "form", "damaged"),
    [
        ("Am Morgen kamen viele Leute in der Stadt Korba nahe der Grenze an.", "Korba", False),
        ("Am Morgen kamen viele Leute in der Stadt Korba nahe der Grenze an.", "Grenze", True),
        ("Am Morgen kamen viele Leute in der Stadt Korba nahe der Grenze an.", "Morgen", True),
        ("Am Ende Oktober kamen im Jahr 2014 viele Leute nach Weiden.", "2014", False),
        ("Der Verein kaufte am Montag zwei Flaschen Apfelsaft für die Kinder.", "Apfelsaft", True),
    ],
)
def test_names_no_list_has_stay_whole(material_of, sentence, form, damaged):
    material = material_of(sentence)
    token = next(n for n in range(len(material.analysis.words)) if material.analysis.form(n) == form)
    assert is_damageable(material, token) is damaged


def test_every_second_word_is_damaged_but_for_a_few_passed_over(material_of, analysis):
    given = material_of("Am Montag hat der Gemeinderat die neue Satzung beschlossen.")
    material = type(given)(analysis, given.lexicon, "B2", 0)
    named = [mention for name in analysis.names for mention in name.mentions]
    countable = [
        span
        for token, span in enumerate(analysis.article.tokens)
        if is_damageable(material, token) and not any(one.start <= span.start < one.end for one in named)
    ]
    for item in c_test.generate(material):
        start = analysis.article.text.index(item.evidence[0])
        words = [span.end - start for span in countable if start <= span.start < start + len(item.evidence[0])]
        places = [words.index(end) for end in _ends_of_gaps(item.passage)]
        steps = [later - earlier for earlier, later in pairwise(places)]
        assert len(places) == c_test.MOST_GAPS
        assert min(steps) == 2
        assert sum(step - 2 for step in steps) <= c_test.MOST_PASSED


def _ends_of_gaps(passage: str) -> list[int]:
    """Where each damaged word ends in the text without brackets and without other answers."""
    ends, text = [], ""
    for piece in re.split(r"(\[\[.*?\]\])", passage):
        text += piece.strip("[]").split("|")[0] if piece.startswith("[[") else piece
        ends += [len(text)] if piece.startswith("[[") else []
    return ends
