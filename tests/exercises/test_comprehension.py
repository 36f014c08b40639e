"""Questions about what an article says: a sentence and the item it must make, or that none may be made."""

import pytest

from learner.exercises.generators import GENERATORS
from learner.exercises.material import Material
from tests.exercises.test_completing import rows
from tests.exercises.test_items import made, shown


@pytest.mark.parametrize(("exercise", "sentence", "expected"), list(rows("comprehension.tsv")))
def test_item(material_of, exercise, sentence, expected):
    exercise, _, level = exercise.partition("@")
    texts = [shown(item) for item in made(material_of(sentence, level or "B2"), exercise, sentence)]
    if expected == "-":
        assert texts == []
    else:
        assert any(expected in text for text in texts), texts


def test_a_day_is_asked_for_up_to_b1_only(material_of):
    sentence = "Der Gemeinderat hat im Herbst das Bad verkauft. Im Sommer zog der Sportverein um."
    stems = {
        level: [item.stem for item in GENERATORS["w-question"](material_of(sentence, level))] for level in ("B1", "B2")
    }
    assert any(stem.startswith("Wann") for stem in stems["B1"])
    assert not any(stem.startswith("Wann") for stem in stems["B2"])


@pytest.mark.parametrize(("level", "some"), [("A2", True), ("B1", False), ("B2", False)])
def test_figures_and_days_are_exchanged_for_beginners_only(analysis, lexicon, level, some):
    items = GENERATORS["true-false"](Material(analysis, lexicon, level, 0))
    kinds = {item.options[0].feedback.key for item in items}
    assert bool(kinds & {"true-false.number", "true-false.time"}) == some, kinds
