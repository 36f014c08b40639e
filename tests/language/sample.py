"""Articles and sentences for tests, split as the program splits them."""

import tomllib
from pathlib import Path

import pytest

from learner.language.analyzing import analyze, drafted
from learner.language.wordbook import wordbook
from learner.places import bundled_path
from learner.text.article import Article, Paragraph
from learner.text.splitting import split

DATA = Path(__file__).resolve().parents[1] / "data" / "language"


def article_of(text: str) -> Article:
    """The text as an article; blank lines part paragraphs."""
    pieces = [piece.strip() for piece in text.split("\n\n") if piece.strip()]
    joined, paragraphs = "\n\n".join(pieces), []
    start = 0
    for piece in pieces:
        paragraphs.append(Paragraph(start, start + len(piece), "body"))
        start += len(piece) + 2
    found = split(joined, tuple(paragraphs))
    return Article(None, None, joined, tuple(paragraphs), found.sentences, found.tokens)


def analysis_of(text: str, lexicon):
    """The analysis of a text."""
    return analyze(article_of(text), lexicon)


def rows(name: str) -> list[list[str]]:
    """The rows of a table under tests/data/language; the first names the columns, `#` opens a comment."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines if line and not line.startswith("#")]
    width = len(table[0])
    assert all(len(row) == width for row in table), [row for row in table if len(row) != width]
    return table[1:]


def draft_of(analysis, lexicon):
    """The draft under an analysis, for what is measured on drafts."""
    return drafted(analysis.article, wordbook(lexicon))


def marked(name: str):
    """The rows of a table as parameters; one whose note begins with `unmended` must fail, or be noted otherwise."""
    unmended = pytest.mark.xfail(strict=True, reason="a known fault")
    return [
        pytest.param(*row, marks=unmended) if row[-1].startswith("unmended") else pytest.param(*row)
        for row in rows(name)
    ]


def lesson_texts():
    """Every text of the lessons and their other versions, with the level its author gave it."""
    for path in sorted(bundled_path("lessons").rglob("text*.md")):
        written = tomllib.loads(path.with_name("lesson.toml").read_text(encoding="utf-8"))["level"]
        yield path, written if path.name == "text.md" else path.name.split(".")[1].upper()
