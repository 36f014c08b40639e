"""The article: one widget that draws the lines in sight, with a cursor that moves over words."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from learner.ui.literal import literal
from learner.ui.reading.words import Words
from learner.ui.typesetting import MEASURE, Line, Piece, typeset

_MARGIN = 2
_BESIDE_TITLE = 32
_GUTTER = "▌ "
_EVERY = 5
"""Every fifth line is numbered where the reader wants numbers, as in exams."""


@lru_cache(maxsize=65536)
def _with_token(style: Style, token: int) -> Style:
    return style + Style(meta={"token": token})


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows how well each word is known, lights all parts of the word under the cursor, marks evidence."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article--{kind}" for kind in ("kicker", "title", "heading", "lead", "body")),
        *(f"article--{standing}" for standing in ("new", "learning", "known", "assumed", "ignored")),
        *("article--cursor", "article--evidence", "article--gutter"),
    }

    class Moved(Message):
        """The cursor stands on another word."""

        def __init__(self, token: int) -> None:
            super().__init__()
            self.token = token

    def __init__(self, words: Words, standings: Mapping[int, str], evidence: frozenset[int] = frozenset()) -> None:
        super().__init__()
        self.words = words
        self.token = min(evidence) if evidence else next(iter(words.order), 0)
        self._standings = standings
        self._evidence = evidence
        self._lines: tuple[Line, ...] = ()
        self._line_of: dict[int, int] = {}
        self._measure = 0
        self._numbers: dict[int, int] | None = None

    def on_resize(self) -> None:
        """Set the type anew where the width has changed."""
        self._set_type()
        if self._evidence:
            self._scroll(self._line_of.get(self.token, 0) - self.size.height // 3)
        else:
            self._keep_in_sight()

    def _set_type(self) -> None:
        measure = max(10, min(MEASURE, self.size.width - 2 * _MARGIN - self._room))
        if measure != self._measure:
            self._measure = measure
            article = self.words.analysis.article
            self._set_lines(typeset(article, measure, headline=not self._in_masthead(article.title)))
            self._number()

    def _number(self) -> None:
        if self._numbers is not None:
            texts = [y for y, line in enumerate(self._lines) if line.kind != "blank"]
            self._numbers = {y: number for number, y in enumerate(texts, start=1)}

    def _in_masthead(self, title: str | None) -> bool:
        """Whether the screen's head has room for the whole title, so that it need not stand here too."""
        return title is None or cell_len(title) < self.size.width - _BESIDE_TITLE

    def _set_lines(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self._line_of = {}
        for y, line in enumerate(lines):
            for piece in line.pieces:
                if piece.token is not None:
                    self._line_of.setdefault(piece.token, y)
        self.virtual_size = Size(self.size.width, len(lines))
        self.refresh()

    def toggle_numbers(self) -> None:
        """Number the lines of the text, or stop numbering them."""
        self._numbers = {} if self._numbers is None else None
        self._set_type()
        self._number()
        self._keep_in_sight()
        self.refresh()

    def show_standings(self, standings: Mapping[int, str]) -> None:
        """Show other standings of the words."""
        self._standings = standings
        self.refresh()

    def move_to(self, token: int) -> None:
        """Put the cursor on a word."""
        if token == self.token:
            return
        before = self.token
        self.token = token
        for part in {*self.words.unit(before), *self.words.unit(token)}:
            self._refresh_line(self._line_of.get(part, 0))
        self._keep_in_sight()
        self.post_message(self.Moved(token))

    def move_page(self, step: int) -> None:
        """Turn a page, and put the cursor on the first word of the line as far down in it."""
        page = step * max(1, self.size.height - 2)
        self._scroll(self.scroll_offset.y + page)
        y = self._line_of.get(self.token, 0) + page
        self.move_to(
            next((token for token in self.words.order if self._line_of[token] >= y), self.words.move(0, 10**9))
        )

    def _refresh_line(self, y: int) -> None:
        self.refresh(Region(0, y - self.scroll_offset.y, self.size.width, 1))

    def _keep_in_sight(self) -> None:
        """Scroll so that the cursor's line has a line of context above and below."""
        y, top, height = self._line_of.get(self.token, 0), self.scroll_offset.y, self.size.height
        if y - 1 < top:
            self._scroll(0 if y <= 2 else y - 1)
        elif y + 1 >= top + height:
            self._scroll(y + 2 - height)

    def _scroll(self, y: int) -> None:
        """Forced, because on a screen that is new the scrollbar is not there yet."""
        self.scroll_to(y=y, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the word that was clicked."""
        token = event.style.meta.get("token")
        if token is not None and token in self.words.order:
            self.move_to(token)

    def render_line(self, y: int) -> Strip:
        """The line of the article at this height of the widget."""
        number = y + self.scroll_offset.y
        width = self.size.width
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[number]
        marked = any(piece.token in self._evidence for piece in line.pieces)
        left = max(self._room, (width - self._measure) // 2 - len(_GUTTER))
        segments = [
            *self._before(line, self._line_number(number), left, marked=marked),
            *(self._segment(line, piece) for piece in line.pieces),
        ]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    @property
    def _room(self) -> int:
        """Cells that line numbers need at least."""
        return 0 if self._numbers is None else 4

    def _before(self, line: Line, number: str, width: int, *, marked: bool) -> Iterator[Segment]:
        """What stands left of a line: the paragraph's label or else the line's number; the mark of evidence."""
        gutter = self.get_component_rich_style("article--gutter")
        if label := self._label(line):
            shown = label + (_GUTTER[0] if marked else " ")
            yield Segment(shown.rjust(width + len(_GUTTER))[-width - len(_GUTTER) :], gutter + Style(bold=True))
        else:
            shown = number.rjust(max(0, width - 1)).ljust(width)
            yield Segment(shown, self.get_component_rich_style("article--kicker"))
            yield Segment(_GUTTER if marked else "  ", gutter)

    def _label(self, line: Line) -> str:
        """The author's letter or number of the paragraph that begins with this line."""
        paragraphs = self.words.analysis.article.paragraphs
        return literal(paragraphs[line.paragraph].label) if line.paragraph is not None else ""

    def _line_number(self, y: int) -> str:
        number = (self._numbers or {}).get(y, 0)
        return str(number) if number and number % _EVERY == 0 else ""

    def _segment(self, line: Line, piece: Piece) -> Segment:
        style = self.rich_style if line.kind == "blank" else self.get_component_rich_style(f"article--{line.kind}")
        if piece.token is None:
            return Segment(piece.text, style)
        for name in self._names(piece.token):
            style += self.get_component_rich_style(f"article--{name}", partial=True)
        return Segment(piece.text, _with_token(style, piece.token))

    def _names(self, token: int) -> list[str]:
        """The component styles that lie over the line's, the strongest last."""
        names = [self._standings[token]] if token in self._standings else []
        if token in self._evidence:
            names.append("evidence")
        if token in self.words.unit(self.token):
            names.append("cursor")
        return names
