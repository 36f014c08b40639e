"""Instructions say what to do and how many are left over; exercises of an author's own get their kind's."""

from functools import partial

import pytest

from learner.exercises.instructions import instruction, left_over
from learner.exercises.item import Choice, Gap, Item, Match, Option, Order
from learner.wording import say

COMMON = {"id": "x", "skill": "vocabulary", "level": "B1", "stem": "?"}


def bank(*words: str) -> Gap:
    return Gap(exercise="word-bank", passage="Er [[kam]] und [[sah]].", bank=words, **COMMON)


ITEMS: list[tuple[Item, int]] = [
    (bank("kam", "sah"), 0),
    (bank("kam", "sah", "ging"), 1),
    (bank("kam", "sah", "ging", "blieb", "lief"), 3),
    (Match(exercise="headings", pairs=(("a", "b"), ("c", "d")), spare=("e", "f"), **COMMON), 2),
    (Choice(exercise="meaning", options=(Option("a", correct=True), Option("b")), **COMMON), 0),
]


@pytest.mark.parametrize(("item", "count"), ITEMS)
def test_what_is_left_over_is_counted_and_said(item, count):
    assert left_over(item) == count
    said = instruction(item, partial(say_in, "en"))
    assert ("left over" in said) is (count > 0)
    assert count < 2 or f"{count} are left over" in said


def say_in(language, key, **values):
    return say(key, language, **values)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    "item",
    [
        Order(exercise="eigene-übung", chunks=("a", "b", "c"), **COMMON),
        Choice(exercise="eigene-übung", options=(Option("a", correct=True),), **COMMON),
        Gap(exercise="eigene-übung", passage="[[a]]", **COMMON),
        Gap(exercise="eigene-übung", passage="[[a]]", bank=("a", "b"), **COMMON),
        Match(exercise="eigene-übung", pairs=(("a", "b"),), **COMMON),
    ],
)
def test_an_exercise_of_ones_own_shows_no_raw_key(item, language):
    said = instruction(item, partial(say_in, language))
    assert said
    assert "exercise." not in said


def test_a_broken_passage_leaves_nothing_over():
    assert left_over(Gap(exercise="word-bank", passage="[[a", bank=("a", "b"), **COMMON)) == 0
