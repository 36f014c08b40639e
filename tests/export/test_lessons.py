"""Decks of whole lessons: those shipped, and one made from a page."""

import json
import re
from pathlib import Path

import pytest

from learner.exercises.lesson import Origin
from learner.packs import reading
from learner.places import bundled_path
from tests.export.sample import LATER
from tests.export.test_anki import EVERYTHING

ROOT = Path(__file__).parents[2]
BUNDLED = sorted(path for path in bundled_path("lessons").iterdir() if (path / "lesson.toml").is_file())
NEWS = ROOT.parent / "shared" / "data" / "news.jsonl"
PAGE = ROOT / "tests" / "data" / "pasted-article.txt"


def check(learner, lesson):
    """Import a lesson's deck twice; look at every face of every card."""
    first = learner.export(lesson, choice=EVERYTHING)
    assert first.keys() == {"new"}
    assert learner.export(lesson, choice=EVERYTHING) == {"duplicate": first["new"]}
    assert learner.is_sound()
    for card in learner.cards():
        face = card.render_output()
        assert not re.search(r"\{\{|\}\}|\[\[(?!type:)", face.question_text + face.answer_text)
        assert face.question_text != face.answer_text
    return first["new"]


@pytest.mark.parametrize("folder", BUNDLED, ids=lambda folder: folder.name)
def test_every_bundled_lesson_is_a_sound_deck(learner, folder):
    lesson = reading.read(folder)
    assert check(learner, lesson) >= 20
    assert all(card.note()["Source"].find(lesson.origin.licence) > 0 for card in learner.cards())


@pytest.fixture(scope="module")
def make():
    """Makes lessons from texts; the word table is opened once."""
    from learner.exercises import making
    from learner.language.analyzing import analyze
    from learner.lexicon.lexicon import Lexicon
    from learner.text.reading import article

    with Lexicon.open() as lexicon:

        def made(text):
            analysis = analyze(article(text, "text"), lexicon)
            return making.make(analysis, level="B1", seed=0, lexicon=lexicon, origin=Origin("test"))

        yield made


def test_a_pasted_page_is_a_sound_deck(learner, make):
    assert check(learner, make(PAGE.read_text(encoding="utf-8"))) >= 20


@pytest.mark.skipif(not NEWS.exists(), reason="the news articles for measuring are not here")
def test_ten_articles_are_sound_decks(learner, make):
    texts = [json.loads(line)["text"] for line in NEWS.read_text(encoding="utf-8").splitlines()[:10]]
    lessons = [make(text) for text in texts]
    assert len({lesson.uid for lesson in lessons}) == 10
    assert sum(check(learner, lesson) for lesson in lessons) > 200
    assert learner.export(*lessons, now=LATER, choice=EVERYTHING).keys() <= {"updated", "new"}
