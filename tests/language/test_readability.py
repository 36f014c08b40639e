"""Readability formulas against figures computed by hand, syllables, and coverage."""

import pytest

from learner.language.coverage import coverage
from learner.language.readability import letters, readability, syllables, wiener
from tests.language.sample import analysis_of


def test_wiener_sachtextformeln_by_hand():
    """MS 20, SL 15, IW 30, ES 50."""
    assert wiener(20, 15, 30, 50) == pytest.approx((7.759, 7.877, 7.6691, 7.779))


def test_a_text_by_hand():
    """Ten words in two sentences: 17 syllables, one word of three or more, five of one, one of over six letters."""
    words = ["Der", "Hund", "lief", "über", "die", "Straße", "Danach", "kam", "eine", "Lehrerinnen"]
    found = readability(words, 2)
    assert found.syllables == 17
    assert found.amstad == pytest.approx(180 - 5 - 58.5 * 1.7)
    assert found.lix == pytest.approx(5 + 10)
    assert found.wiener[0] == pytest.approx(0.1935 * 10 + 0.1672 * 5 + 0.1297 * 10 - 0.0327 * 50 - 0.875)
    assert found.wiener[3] == pytest.approx(0.2744 * 10 + 0.2656 * 5 - 1.693)


def test_words_of_exactly_six_letters_are_not_long():
    assert readability(["Straße"], 1).lix == 1
    assert readability(["Straßen"], 1).lix == 101


def test_nothing_gives_zeros():
    assert readability([], 0).wiener == (0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Haus", 1),
        ("Straße", 2),
        ("Museum", 3),
        ("Familie", 4),
        ("Nation", 2),
        ("Europäische", 5),
        ("Quelle", 2),
        ("Bäuerin", 3),
        ("US-Soldaten", 4),
        ("Theater", 3),
        ("Bayern", 2),
        ("Linie", 3),
        ("z", 1),
    ],
)
def test_syllables(word, count):
    assert syllables(word) == count


def test_letters_leave_hyphens_and_digits_out():
    assert letters("Rhein-Ruhr-2") == 9


def test_coverage_names_the_words_that_help_most(lexicon):
    text = "Der Hund bellt. Der Hund schläft. Die Katze sieht den Hund. Die Katze schläft."
    analysis = analysis_of(text, lexicon)
    lemmas = {entry.lexeme.lemma for entry in analysis.entries}
    nothing = coverage(analysis, set())
    assert nothing.helpful[0] == "Hund"
    assert nothing.share < nothing.then == pytest.approx(100)
    everything = coverage(analysis, lemmas)
    assert (everything.share, everything.helpful) == (100.0, ())
    assert coverage(analysis, {"Hund"}).share > nothing.share


def test_coverage_names_twelve_words_at_most(lexicon):
    nouns = "Hund Katze Maus Vogel Pferd Kuh Schwein Schaf Ziege Huhn Ente Gans Fisch Bär Wolf Fuchs".split()
    analysis = analysis_of(" ".join(f"Das ist der Name {noun}." for noun in nouns), lexicon)
    assert len(coverage(analysis, set()).helpful) <= 12
