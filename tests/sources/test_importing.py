"""From a source to a lesson: what is remembered of words serves the next article too."""

from pathlib import Path

import pytest

from learner.errors import LessonError
from learner.exercises.making import make
from learner.lexicon.lexeme import LEVELS
from learner.lexicon.lexicon import Lexicon
from learner.sources.importing import Request, analyse, lesson_for, make_lesson, read_article

ARTICLE = Path(__file__).parents[1] / "data" / "pasted-article.txt"


def test_the_word_table_is_opened_once_for_all_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Lexicon.shared()

    def refuse(_path: Path | None = None) -> Lexicon:
        raise AssertionError("opened again")

    monkeypatch.setattr(Lexicon, "open", refuse)
    source, article = read_article(str(ARTICLE))
    lessons = [make_lesson(source, article, Request(level="B1")) for _ in range(2)]
    assert lessons[0] == lessons[1]
    assert analyse(article) == lessons[0].analysis
    assert Lexicon.shared() is first


def test_closing_a_table_of_ones_own_leaves_the_shared_one_open() -> None:
    shared = Lexicon.shared()
    with Lexicon.open() as own:
        assert own is not shared
    assert shared.is_word("Haus")


@pytest.mark.parametrize("learner", LEVELS)
def test_a_learner_gets_the_nearest_level_that_has_enough_items(learner):
    source, article = read_article(str(ARTICLE))
    lesson = lesson_for(source, article, learner, seed=0)
    own, text, chosen = map(LEVELS.index, (learner, lesson.analysis.level.cefr, lesson.level))
    assert min(own, text) <= chosen <= max(own, text)
    nearer = range(own, chosen, 1 if own < chosen else -1)
    assert all(_items_at(lesson.analysis, LEVELS[number]) < 10 for number in nearer)
    assert len(lesson.items) >= 10 or chosen == text


def test_an_article_that_carries_no_lesson_says_so_at_every_level(tmp_path):
    file = tmp_path / "kurz.txt"
    file.write_text("Der Rat der Stadt hat am Montag getagt. Danach gingen alle nach Hause.", encoding="utf-8")
    source, article = read_article(str(file))
    with pytest.raises(LessonError):
        lesson_for(source, article, "A2", seed=0)


def _items_at(analysis, level):
    try:
        return len(make(analysis, level=level, seed=0, lexicon=Lexicon.shared()).items)
    except LessonError:
        return 0
