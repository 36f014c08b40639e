"""Questions about what an article says: a sentence and the item it must make, or that none may be made."""

import pytest

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
