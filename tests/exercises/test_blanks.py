"""Gaps in sentences of the article."""

import pytest

from learner.exercises.blanks import with_gaps
from learner.exercises.material import Material
from learner.exercises.passage import Cut
from learner.language.analyzing import analyze
from learner.text.reading import article

_TEXT = "Der neue Weg an der {street} ist lang. Am Montag {verb} die Leute das alte Haus am See ab."


@pytest.mark.parametrize(
    ("street", "verb", "given", "gap"),
    [
        ("Strasse", "reissen", "", "[[reissen|reißen]]"),
        ("Strasse", "reissen", "reis", "reis[[sen]]"),  # the letters given already say which spelling it is
        ("Strasse", "lassen", "", "[[lassen]]"),
        ("Straße", "reißen", "", "[[reißen]]"),
    ],
)
def test_on_a_swiss_page_the_spelling_of_germany_is_right_too(lexicon, street, verb, given, gap):
    read = article(_TEXT.format(street=street, verb=verb), "text")
    material = Material(analyze(read, lexicon), lexicon, "B1", 0)
    start = read.text.index(f" {verb} ") + 1
    passage = with_gaps(material, 1, [Cut(start + len(given), start + len(verb))])
    assert gap in passage
