"""Lines that say who has written an article."""

import pytest

from learner.language.bylines import is_author

LINES = [
    ("Ina Moll", True, "alone on its line"),
    ("Von Ina Moll", True, "behind Von"),
    ("Von Ina Moll, Bern", True, "with a place behind it"),
    ("Jan Kraus und Ina Moll", True, "the second of two"),
    ("Text: Ina Moll", True, "behind Text"),
    ("Interview: Ina Moll", True, "behind Interview"),
    ("Autorin: Ina Moll", True, "behind Autorin"),
    ("Fotos: Jan Kraus, Ina Moll", True, "who has taken the pictures"),
    ("Ina Moll sagt, es reiche.", False, "a sentence"),
    ("Das sagte Ina Moll", False, "a headline that ends in the name"),
    ("Von Ina Moll weiß man wenig.", False, "a sentence that begins like a byline"),
    ("Ina Mollig", False, "another name"),
]


@pytest.mark.parametrize(("line", "wrote", "_note"), LINES, ids=[note for _, _, note in LINES])
def test_who_has_written(line, wrote, _note):
    text = f"Der Deich reicht nicht\n\n{line}\n\nDas Land baut neu."
    assert is_author(text, "Ina Moll") is wrote
