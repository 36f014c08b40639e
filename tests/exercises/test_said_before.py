"""What words of somebody take from words said before them."""

import pytest

from learner.exercises import extent
from learner.exercises.said_before import leans_on_words_before
from tests.exercises.test_leaning import place_of


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("Ich habe davon aus der Zeitung erfahren.", True),
        ("Die Leute reden gern, und ich habe davon erfahren.", False),
        ("Ich bin dafür, dass die Halle bleibt.", False),
        ("Von fünf sind am Ende nur zwei geblieben.", True),
        ("Die Schule hat fünf Lehrer verloren.", False),
        ("Ich hatte wirklich mit der Hälfte gerechnet.", True),
        ("Ich hatte mit der Hälfte der Gäste gerechnet.", False),
        ("Der Rest decke die Löhne und die Energie.", True),
        ("Einen Teil davon können wir im Mai übernehmen.", True),
        ("Das Geld fehlt, und einen Teil davon zahlen wir.", False),
        ("Da darf kein einziger Fehler passieren.", True),
        ("Dann zahlen wir am Ende mehr für die Halle.", True),
        ("Wir entscheiden zwischen einer guten und gar keiner.", True),
        ("Der Verein hat in diesem Jahr viel Geld verdient.", False),
    ],
)
def test_words_before(material_of, sentence, leans):
    material = material_of(sentence, "B1")
    bounds = material.analysis.article.sentences[place_of(material, sentence)]
    assert leans_on_words_before(material, extent.tokens(material.analysis, bounds.start, bounds.end)) is leans
