"""From a source to a lesson: what is remembered of words serves the next article too."""

from pathlib import Path

import pytest

from learner.lexicon.lexicon import Lexicon
from learner.sources.importing import Request, analyse, make_lesson, read_article

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
