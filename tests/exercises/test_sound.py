"""What judges refused and must not come back: one row per cause."""

import pytest

from learner.exercises.edits.numbers import alternatives
from tests.exercises.test_completing import rows
from tests.exercises.test_items import made, shown


@pytest.mark.parametrize(("exercise", "sentence", "expected"), list(rows("sound.tsv")))
def test_item(material_of, exercise, sentence, expected):
    texts = [shown(item) for item in made(material_of(sentence), exercise, sentence.removeprefix("Weiden – "))]
    assert not any("Weiden ist" in text or "Weiden hat" in text for text in texts)
    if expected == "-":
        assert texts == []
    else:
        assert any(expected in text for text in texts), texts


@pytest.mark.parametrize(
    ("written", "round_ones"),
    [("70", True), ("300", True), ("63.000", True), ("57", False), ("8.347", False), ("8", None)],
)
def test_other_numbers_are_as_round_and_as_long(material_of, written, round_ones):
    material = material_of(f"In der Halle sitzen {written} Gäste.")
    forms = [material.analysis.form(token) for token in range(len(material.analysis.words))]
    found = alternatives(material, forms.index(written))
    assert len(found) >= 3
    assert all(len(other) == len(written) for other in found)
    if round_ones is not None:
        assert all(other.endswith("0") is round_ones for other in found)
