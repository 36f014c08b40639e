"""What must hold of every exercise about words, whatever the article."""

from pathlib import Path

import pytest

from learner.exercises.generators import GENERATORS
from learner.exercises.kinds import kind_of
from learner.exercises.material import Material
from learner.exercises.slots import Slot
from learner.exercises.usage import is_sensitive
from learner.language.analyzing import analyze
from learner.text.reading import article

NOUNS = frozenset({"m"}), frozenset({"f"}), frozenset({"n"}), frozenset({"pl"})
MALE, FEMALE, NEUTER, PLURAL = NOUNS


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        pytest.param(
            Slot("NOUN", NEUTER, NEUTER), Slot("NOUN", NEUTER, MALE | NEUTER), True, id="das Label, das Problem"
        ),
        pytest.param(Slot("NOUN", MALE, MALE | NEUTER), Slot("NOUN", FEMALE, FEMALE), False, id="dem Rat, der Stadt"),
        pytest.param(
            Slot("NOUN", FEMALE, FEMALE | PLURAL), Slot("NOUN", PLURAL, PLURAL), True, id="die Stadt, die Räte"
        ),
        pytest.param(
            Slot("VERB", frozenset({"Part"}), frozenset({"Part"})),
            Slot("ADJ", frozenset({""}), frozenset({""})),
            True,
            id="ist gebaut, ist neu",
        ),
        pytest.param(
            Slot("VERB", frozenset({"Inf"}), frozenset({"Inf"})), Slot("NOUN", MALE, MALE), False, id="noun, verb"
        ),
    ],
)
def test_a_word_that_fits_two_gaps_is_told(one, other, meets):
    assert one.meets(other) is meets
    assert other.meets(one) is meets


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [
        pytest.param("Händler", "person", id="person in -er"),
        pytest.param("Hersteller", "person", id="ends like Teller by chance"),
        pytest.param("Computer", "thing", id="thing listed"),
        pytest.param("Pfeiler", "thing", id="thing in -er"),
        pytest.param("Bürgermeisterin", "person", id="office"),
        pytest.param("Entscheidung", "abstract", id="ending -ung"),
        pytest.param("Woche", "time", id="time"),
        pytest.param("Hafen", "thing", id="no ending that tells"),
    ],
)
def test_kinds_of_nouns(lexicon, lemma, kind):
    assert kind_of(lexicon.lookup(lemma, "NOUN")) == kind


@pytest.mark.parametrize(
    ("lemma", "sensitive"),
    [("Muslim", True), ("Mord", True), ("Selbstmord", True), ("Kirche", False), ("Methode", False), ("Rathaus", False)],
)
def test_sensitive_words(lemma, sensitive):
    assert is_sensitive(lemma) is sensitive


@pytest.mark.parametrize(
    ("text", "level"), [("analysis", "B1"), ("analysis", "B2"), ("debate", "B1"), ("debate", "B2"), ("debate", "C1")]
)
def test_words_below_the_level_are_not_asked(request, lexicon, text, level):
    material = Material(request.getfixturevalue(text), lexicon, level, 0)
    below = {"A1"} if level == "B1" else {"A1", "A2"}
    asked = [item for name in ("meaning", "type-word", "article-plural") for item in GENERATORS[name](material)]
    assert asked
    assert not [item.lemma for item in asked if item.level in below]


def test_of_two_nouns_with_one_end_the_shorter_is_asked(material_of):
    text = "Die Polizei hat am Montag einen Anschlag verhindert. Der Verein spricht von einem Terroranschlag."
    asked = [item.lemma for item in GENERATORS["article-plural"](material_of(text, "B1"))]
    assert "Anschlag" in asked
    assert "Terroranschlag" not in asked


@pytest.fixture(scope="module")
def headed(lexicon):
    """An article of our own with five headings inside."""
    text = (Path(__file__).resolve().parents[1] / "data" / "exercises" / "headed.txt").read_text(encoding="utf-8")
    return analyze(article(text, "text"), lexicon)


def test_headings_of_the_author_are_matched_to_their_sections(headed, lexicon):
    (item,) = GENERATORS["headings"](Material(headed, lexicon, "B2", 0))
    assert len(item.pairs) == 3
    assert len(item.spare) == 2
    for shown, heading in item.pairs:
        text = headed.article.text
        assert text.index(heading) + len(heading) < text.index(shown.removesuffix(" …")) < text.index(heading) + 80


def test_no_headings_where_nothing_tells_the_paragraphs_apart(analysis, lexicon):
    assert GENERATORS["headings"](Material(analysis, lexicon, "B2", 0)) == ()


def test_bank_words_stand_once_in_their_paragraph(analysis, lexicon):
    items = GENERATORS["word-bank"](Material(analysis, lexicon, "B2", 0))
    assert items
    for item in items:
        for word in item.bank:
            assert item.evidence[0].count(word) <= 1
