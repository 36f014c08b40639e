"""Text as lines of a given width, each piece knowing its token (or gap)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len, chop_cells

from learner.text.article import Article, Paragraph
from learner.ui.literal import literal

MEASURE = 72
"""The widest line that is comfortable to read, in cells."""

LineKind = Literal["kicker", "title", "heading", "lead", "body", "blank"]
_RUN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one style: a token or part of it (its index), or what stands between tokens (None)."""

    text: str
    token: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the article as it is shown."""

    kind: LineKind
    pieces: tuple[Piece, ...] = ()
    paragraph: int | None = None
    """Index of the paragraph that begins here."""


Run = tuple[Piece, ...]
"""Pieces without white space between them: what a line break may not part."""


def typeset(article: Article, width: int, *, headline: bool = True) -> tuple[Line, ...]:
    """The article's lines, at most `width` cells wide: kicker, title, paragraphs with blank lines between."""
    lines = _headline(article, width) if headline else []
    first = 0
    for number, paragraph in enumerate(article.paragraphs):
        if lines:
            lines.append(Line("blank"))
        first, runs = _runs(article, paragraph, first)
        for index, pieces in enumerate(wrapped(runs, width)):
            lines.append(Line(paragraph.kind, pieces, number if index == 0 else None))
    return tuple(lines)


def _headline(article: Article, width: int) -> list[Line]:
    parts: tuple[tuple[LineKind, str | None], ...] = (("kicker", article.kicker), ("title", article.title))
    return [
        Line(kind, pieces)
        for kind, text in parts
        for pieces in wrapped([(Piece(run),) for run in literal(text or "").split()], width)
    ]


def _runs(article: Article, paragraph: Paragraph, first: int) -> tuple[int, list[Run]]:
    """The paragraph's runs and the index of the first token behind it; `first` is the first not before it."""
    text = literal(article.text)
    token, runs = first, []
    for match in _RUN.finditer(text, paragraph.start, paragraph.end):
        position, pieces = match.start(), []
        while token < len(article.tokens) and article.tokens[token].start < match.end():
            span = article.tokens[token]
            if span.start > position:
                pieces.append(Piece(text[position : span.start]))
            pieces.append(Piece(text[span.start : span.end], token))
            position, token = span.end, token + 1
        if position < match.end():
            pieces.append(Piece(text[position : match.end()]))
        runs.append(tuple(pieces))
    return token, runs


def wrapped(runs: list[Run], width: int) -> Iterator[tuple[Piece, ...]]:
    """The runs in lines, a space between two runs of a line."""
    line: list[Piece] = []
    used = 0
    for run in _chopped(runs, width):
        size = sum(cell_len(piece.text) for piece in run)
        if line and used + 1 + size > width:
            yield tuple(line)
            line, used = [], 0
        elif line:
            line.append(Piece(" "))
            used += 1
        line.extend(run)
        used += size
    if line:
        yield tuple(line)


def _chopped(runs: list[Run], width: int) -> Iterator[Run]:
    """The runs; one that is wider than a line (an address, say) in parts of a line's width."""
    for run in runs:
        if sum(cell_len(piece.text) for piece in run) <= width:
            yield run
            continue
        for piece in run:
            for part in chop_cells(piece.text, width):
                yield (Piece(part, piece.token),)
