"""Sentences that somebody says although no mark shows it, and those that only look so."""

import pytest

from learner.exercises.lost_quotes import is_unmarked, speaks_unmarked
from learner.exercises.material import Material
from learner.language.analyzing import analyze
from learner.text.reading import article

_BEFORE = "Der Rat hat am Montag lange über das neue Bad beraten. Viele Leute saßen im Saal und hörten zu."
_BEHIND = "Die Halle bleibt bis zum Herbst geschlossen. Danach wird sie umgebaut und neu gestrichen."


def material_with(lexicon, sentence: str, *, flat: bool) -> Material:
    text = f" {sentence} ".join((_BEFORE, _BEHIND)) if flat else f"{_BEFORE}\n\n{sentence}\n\n{_BEHIND}"
    return Material(analyze(article(text * 3 if flat else text, "text"), lexicon), lexicon, "B1", 0)


def number_of(material: Material, sentence: str) -> int:
    count = len(material.analysis.article.sentences)
    return next(number for number in range(count) if material.analysis.sentence_text(number) == sentence)


@pytest.mark.parametrize(
    ("sentence", "unmarked"),
    [
        ("Das stimmt nicht, sagt Daniel Imfeld.", True),
        ("Keller meinte in der Halle: Es ist noch nichts entschieden.", True),
        ("Wie das im Winter gelingt, erklärt unser Ratgeber zur Heizung.", False),
        ("Der Forscher lobt zwar die Messungen, warnt jedoch vor voreiligen Schlüssen.", False),
        ("Wenn alte Sorten wiederkehren, so gehören sie in jeden Garten.", False),
        ("Hält sie sich nicht daran, droht ihr eine hohe Strafe.", False),
        ("Eltern wissen: Gerade der erste Winter ist für Kinder hart.", False),
        ("Ich fragte mich: War das wirklich alles?", False),
        ("Fachleute sprechen vom Schwärmen: Die Tiere fliegen in Gruppen weiter.", False),
    ],
)
def test_words_without_marks_in_paragraphs(lexicon, sentence, unmarked):
    material = material_with(lexicon, sentence, flat=False)
    assert is_unmarked(material, number_of(material, sentence)) is unmarked


def test_a_text_without_paragraphs_is_read_more_strictly(lexicon):
    sentence = "Keiner will Ärger im Dorf haben, vermutet die Sprecherin der Gemeinde."
    flat, parted = (material_with(lexicon, sentence, flat=flat) for flat in (True, False))
    assert (flat.is_flat, parted.is_flat) == (True, False)
    assert is_unmarked(flat, number_of(flat, sentence))
    assert not is_unmarked(parted, number_of(parted, sentence))


def test_ihr_of_a_woman_is_no_address(lexicon):
    sentence = "Viele Eltern bleiben zu Hause, wenn ihr Kind krank ist."
    material = material_with(lexicon, sentence + " Das stimmt nicht, sagt Daniel Imfeld.", flat=False)
    assert not speaks_unmarked(material, number_of(material, sentence))
