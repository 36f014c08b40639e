"""Pieces of information in the order of the article: what is understood by itself and told once, and what is shown."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from learner.exercises.asked import Asked
from learner.exercises.item import Choice, Gap, Option, Order
from learner.exercises.making import make
from learner.exercises.material import Material
from learner.exercises.points import Point, points
from learner.exercises.text_order import generate, is_sound
from learner.language.analyzing import analyze
from learner.text.reading import article
from learner.wording import LANGUAGES, sentences
from tests.exercises.test_completing import rows

_DATA = Path(__file__).resolve().parents[1] / "data" / "exercises"
_PLAIN = "Das Kino am Markt zeigt wieder französische Filme."


@pytest.fixture(scope="module")
def told(lexicon):
    """Material of the article about a swimming pool with a sentence in its middle."""
    text = (_DATA / "told.txt").read_text(encoding="utf-8")

    def made(sentence: str = _PLAIN, level: str = "B1"):
        return Material(analyze(article(text.replace("{tested}", sentence), "text"), lexicon), lexicon, level, 0)

    return made


@pytest.mark.parametrize(("sentence", "expected"), list(rows("points.tsv")))
def test_what_may_be_put_in_order(told, sentence, expected):
    material = told(sentence)
    found = [one for one in points(material) if material.analysis.sentence_text(one.sentence) == sentence]
    assert ("once" if found[0].once else "given") == expected if found else expected == "-"


def test_an_item_keeps_the_order_of_the_article_and_takes_a_paragraph_once(told):
    material = told()
    items = generate(material)
    assert items
    sentences_ = [material.analysis.sentence_text(number) for number in range(len(material.analysis.article.sentences))]
    for item in items:
        assert isinstance(item, Order)
        places = [sentences_.index(sentence) for sentence in item.evidence]
        paragraphs = [material.analysis.article.sentences[place].paragraph for place in places]
        assert len(item.chunks) in {4, 5}
        assert all(before < after for before, after in pairwise(paragraphs))


def test_all_but_the_first_are_told_once(told):
    material = told()
    once = {one.text for one in points(material) if one.once}
    for item in generate(material):
        assert isinstance(item, Order)
        assert set(item.chunks[1:]) <= once


def test_at_most_one_has_a_date(told):
    material = told("Im Jahr 1987 malte eine Schulklasse aus Bergstedt die Wand am Kiosk an.")
    dated = {one.text for one in points(material) if one.dated}
    assert dated
    assert all(len(dated & set(item.chunks)) <= 1 for item in generate(material) if isinstance(item, Order))


def test_a_lesson_asks_no_fact_of_a_sentence_it_shows(told):
    material = told()
    lesson = make(material.analysis, level="B1", seed=0, lexicon=material.lexicon)
    shown = {sentence for item in lesson.items if item.exercise == "text-order" for sentence in item.evidence}
    facts = [item for item in lesson.items if item.exercise in {"w-question", "true-false", "who-said-it"}]
    assert shown
    assert not [item.id for item in facts if shown & set(item.evidence)]


def test_beside_it_stand_neither_questions_nor_gaps_of_what_it_shows(told):
    item = next(one for one in generate(told()) if isinstance(one, Order))
    sentence = item.evidence[1]
    word = max(item.chunks[1].split(), key=len)
    question = Choice(
        id="q",
        exercise="w-question",
        skill="comprehension",
        level="B1",
        stem="Wer?",
        evidence=(sentence,),
        options=(Option("Frau Lindner", correct=True), Option("Frau Vogt")),
    )
    gap = Gap(
        id="g",
        exercise="type-word",
        skill="vocabulary",
        level="B1",
        stem="Wort?",
        evidence=(sentence,),
        passage=sentence.replace(word, f"[[{word}]]"),
    )
    asked = Asked()
    asked.add(item)
    assert not asked.admits(question)
    assert not asked.admits(gap)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_feedback_is_a_sentence_in_every_language(told, language):
    item = generate(told())[0]
    assert sentences(language)[item.feedback.key].endswith(".")


def test_no_adverb_stands_for_an_adjective(told):
    """`zum Teil` for `teilweise` before a noun would be no German."""
    sentence = "Als mildernd wertete das Kino am Markt die teilweise Sanierung des Daches."
    assert sentence in {one.text for one in points(told(sentence))}


def test_nothing_is_made_of_a_text_of_one_paragraph(lexicon):
    text = " ".join((_DATA / "told.txt").read_text(encoding="utf-8").split("\n")[2:]).replace("{tested}", _PLAIN)
    assert generate(Material(analyze(article(text, "text"), lexicon), lexicon, "B1", 0)) == ()


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Vor der nächsten Bundestagswahl muss der Bundestag das Gesetz ändern.", False),
        ("Nach der Bundestagswahl ändert der nächste Rat das Gesetz.", True),
    ],
)
def test_two_that_say_something_in_the_same_words_do_not_stand_together(text, together):
    first = Point(0, 0, "Bis zur nächsten Bundestagswahl gilt das alte Recht.", 0, True, False, True, frozenset())
    other = replace(first, sentence=1, paragraph=1, text=text)
    assert is_sound((first, other)) == together
