"""The word table, opened once, and analyses of articles of our own."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from learner.exercises.material import Material
from learner.language.analyzing import analyze
from learner.lexicon.lexicon import Lexicon
from learner.text.reading import article

_DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture(scope="session")
def lexicon() -> Iterator[Lexicon]:
    """The word table."""
    with Lexicon.open() as table:
        yield table


@pytest.fixture(scope="session")
def material_of(lexicon) -> Callable[..., Material]:
    """Material of an article about a swimming pool in which one sentence is the one tested."""
    around = (_DATA / "exercises" / "around.txt").read_text(encoding="utf-8")

    @cache
    def made(sentence: str, level: str = "B2") -> Material:
        analysis = analyze(article(around.replace("{tested}", sentence), "text"), lexicon)
        return Material(analysis, lexicon, level, 0)

    return made


@pytest.fixture(scope="session")
def analysis(lexicon):
    """The analysis of a whole article, pasted from a page of our own."""
    return analyze(article((_DATA / "pasted-article.txt").read_text(encoding="utf-8"), "text"), lexicon)


@pytest.fixture(scope="session")
def debate(lexicon):
    """The analysis of a page of our own with long sentences, much speech and 700 words."""
    return analyze(article((_DATA / "debate.txt").read_text(encoding="utf-8"), "text"), lexicon)
