"""Sentences that take something as told, and those that tell it themselves."""

import pytest

from learner.exercises.taken_as_told import takes_as_told, takes_kind_as_told
from tests.exercises.test_leaning import place_of


@pytest.mark.parametrize(
    ("sentence", "taken"),
    [
        ("Tausende verließen damals die Region am Fluss.", True),
        ("Im Jahr 1990 verließen damals Tausende die Region.", False),
        ("Dann kam der Winter, und die Halle musste schließen.", True),
        ("Fünf Minuten später kommt der Bus an die Halle.", True),
        ("Noch deutlicher fiel am Montag der zweite Test aus.", True),
        ("Der Verein wird nämlich im Herbst die Halle kaufen.", True),
        ("Ehrenreich widerspricht nicht, zieht aber den Hut.", True),
        ("Ehrenreich widerspricht dem Vorwurf der Stadt.", False),
        ("Dem Trainer Dreyer geht es ähnlich.", True),
        ("Ab Januar sollen es 4,70 Euro sein.", True),
        ("Zum Bahnhof sind es drei Kilometer.", False),
        ("Inzwischen ist es halb neun am Abend.", False),
        ("Von da an lebte die Fähre von den Radfahrern.", True),
        ("Lanwer schlug vor, stattdessen die Brücke zu sanieren.", True),
        ("Er geht nicht, sondern bleibt stattdessen zu Hause.", False),
        ("So war es auch bei Torsten Pagel aus Weiden.", True),
        ("So viel verlangt der Verein für die alte Halle.", True),
        ("Mehr ist von dem neuen Anbau nicht zu sehen.", True),
        ("»Danach kam drei Jahre lang nichts mehr.«", True),
        ("Man wolle reden, hieß es danach aus dem Amt.", False),
        ("Er fragte danach, ob die Halle offen sei.", False),
        ("In den übrigen 27 Hallen fehlte das Wasser.", True),
        ("Das Ergebnis: Nach 18 Uhr fährt der Bus nicht.", True),
        ("Eine Garantie des Herstellers ist etwas anderes.", True),
        ("Der Rat berät am Montag über die neue Halle.", False),
    ],
)
def test_what_another_sentence_must_have_told(material_of, sentence, taken):
    material = material_of(sentence, "B1")
    assert takes_as_told(material, place_of(material, sentence)) is taken


@pytest.mark.parametrize(
    ("sentence", "taken"),
    [
        ("Petra Wollschläger kennt solche Fälle.", True),
        ("Solche Erlebnisse sind in Weiden keine Ausnahme.", False),
        ("Petra Wollschläger kennt solche Fälle, die niemand melden will.", False),
        ("Er hat in jenem Haus gearbeitet, in dem die Kisten standen.", False),
    ],
)
def test_a_kind_that_no_sentence_tells(material_of, sentence, taken):
    material = material_of(sentence, "B1")
    assert takes_kind_as_told(material, place_of(material, sentence)) is taken
