"""The lessons as a list, what waits today above them: one line each, drawn only where it is in sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from learner.ui.library.shelf import ShelfRow
from learner.ui.literal import plain

Say = Callable[..., str]
_COLUMNS = {"level": 5, "words": 7, "minutes": 5, "known": 10, "done": 7}
_NARROW = {"level": 5, "known": 10, "done": 7}
_NARROW_WIDTH = 66
_POINTER = 4
_NOTE = 10
_LEAST_TITLE = 8


@dataclass(frozen=True, slots=True)
class Lead:
    """A line above the lessons: what it says, how long it takes, and the lesson it opens (None: the reviews)."""

    text: str
    note: str
    row: ShelfRow | None = None

    def fitting(self, width: int) -> str:
        """The text in so many cells; the lesson's title is cut, so that what is said of it stays."""
        over = cell_len(self.text) - width
        if over <= 0 or self.row is None:
            return self.text
        title = self.row.title
        return self.text.replace(title, f"{title[: max(_LEAST_TITLE, len(title) - over - 1)].rstrip()}…", 1)


def columns(title: Content, cells: Sequence[str], sizes: Sequence[int], width: int, style: str = "") -> Content:
    """The title in what room the columns leave, then the columns, right-aligned."""
    room = max(8, width - _POINTER - sum(sizes))
    line = title.truncate(room, ellipsis=True, pad=True)
    for cell, size in zip(cells, sizes, strict=True):
        line += plain(cell.rjust(size), style)
    return line


def done(share: float) -> str:
    """A sign for a lesson not begun or finished, else how much of it is done."""
    if share >= 1:
        return "✓"
    return f"{floor(100 * share)} %" if share > 0 else "–"


def known(share: float | None) -> str:
    """How much of a lesson the learner knows; a dash where it was never opened."""
    return "–" if share is None else f"{floor(100 * share)} %"


class ShelfList(ScrollView, can_focus=True, inherit_bindings=False):
    """Keeps its head in sight; posts `Chosen` for the lesson to open, `ReviewWanted` for the reviews."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False, id="library.up"),
        Binding("down,j", "move(1)", show=False, id="library.down"),
        Binding("pageup,ctrl+b", "move(-10)", show=False, id="library.page-back"),
        Binding("pagedown,ctrl+f", "move(10)", show=False, id="library.page"),
        Binding("home,g", "move(-1000000)", show=False, id="library.first"),
        Binding("end,G", "move(1000000)", show=False, id="library.last"),
        Binding("enter", "choose", "ui.key.open", key_display="⏎", id="library.open"),
    ]

    class Chosen(Message):
        """A lesson is to be opened."""

        def __init__(self, row: ShelfRow) -> None:
            super().__init__()
            self.row = row

    class ReviewWanted(Message):
        """The day's reviews are to begin."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say
        self._leads: Sequence[Lead] = ()
        self._rows: Sequence[ShelfRow] = ()
        self._heading = ""
        self._at = 0

    @property
    def row(self) -> ShelfRow | None:
        """The lesson pointed at."""
        place = self._at - len(self._leads)
        return self._rows[place] if 0 <= place < len(self._rows) else None

    @property
    def _top(self) -> int:
        """How many lines stand still above the lessons."""
        return len(self._leads) + (2 if self._leads else 1)

    def show(self, leads: Sequence[Lead], rows: Sequence[ShelfRow], heading: str) -> None:
        """Show other lines; the pointer stays on its lesson if that is still there, or at its place at the top."""
        before, place = self.row, min(self._at, len(leads))
        self._leads, self._rows, self._heading = leads, rows, heading
        same = (number for number, row in enumerate(rows) if before and row.path == before.path)
        self._at = len(leads) + next(same, place - len(leads))
        self.virtual_size = Size(self.size.width, len(rows) + self._top)
        self._keep_in_sight()
        self.refresh()

    def action_move(self, step: int) -> None:
        """Point at the line so many lines on."""
        count = len(self._leads) + len(self._rows)
        if count:
            before = self._at
            self._at = max(0, min(self._at + step, count - 1))
            for place in (before, self._at):
                self.refresh(Region(0, self._line_of(place), self.size.width, 1))
            self._keep_in_sight()

    def action_choose(self) -> None:
        """Open what is pointed at."""
        if self._at < len(self._leads):
            self._post(self._leads[self._at].row)
        elif self.row is not None:
            self._post(self.row)

    def _post(self, row: ShelfRow | None) -> None:
        self.post_message(self.Chosen(row) if row is not None else self.ReviewWanted())

    def on_click(self, event: events.Click) -> None:
        """Open the line clicked."""
        for place in range(len(self._leads) + len(self._rows)):
            if self._line_of(place) == event.y:
                self.action_move(place - self._at)
                self.action_choose()
                return

    def _line_of(self, place: int) -> int:
        """Where in the widget a lead or lesson is drawn."""
        if place < len(self._leads):
            return place
        line = self._top + place - len(self._leads) - self.scroll_offset.y
        return line if line >= self._top else -1

    def _keep_in_sight(self) -> None:
        place, height = max(0, self._at - len(self._leads)), self.size.height - self._top
        if place < self.scroll_offset.y:
            self.scroll_to(y=place, animate=False)
        elif height > 0 and place >= self.scroll_offset.y + height:
            self.scroll_to(y=place + 1 - height, animate=False)

    def render_line(self, y: int) -> Strip:
        """What waits, the head of the columns, or the lesson at this height."""
        content = self._line(y)
        if content is None:
            return Strip.blank(self.size.width, self.rich_style)
        parts = content.render(self.visual_style, "", self.app.stylesheet.parse_style)
        segments = [Segment(text, style.rich_style) for text, style in parts]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _line(self, y: int) -> Content | None:
        place = y - self._top + self.scroll_offset.y
        if y < len(self._leads):
            return self._lead(y)
        if y == self._top - 1:
            return Content("  ") + self._head()
        if y == self._top + 1 and not self._rows:
            return plain(f"  {self._say('ui.library.none')}", "$quiet")
        return self._row(place) if y >= self._top and place < len(self._rows) else None

    def _sizes(self) -> dict[str, int]:
        return _COLUMNS if self.size.width >= _NARROW_WIDTH else _NARROW

    def _head(self) -> Content:
        sizes = self._sizes()
        heads = [self._say(f"ui.library.{name}") for name in sizes]
        return columns(plain(self._heading, "$quiet"), heads, list(sizes.values()), self.size.width, "$quiet")

    def _lead(self, number: int) -> Content:
        lead = self._leads[number]
        text = lead.fitting(self.size.width - _POINTER - _NOTE)
        title = plain(text, "bold" if number == self._at else "")
        return self._pointer(number) + columns(title, [lead.note], [_NOTE], self.size.width, "$quiet")

    def _row(self, place: int) -> Content:
        row, number = self._rows[place], place + len(self._leads)
        cells = {
            "level": row.level,
            "words": str(row.words),
            "minutes": str(row.minutes),
            "known": known(row.known),
            "done": done(row.done),
        }
        sizes = self._sizes()
        title = plain(row.title, "bold" if number == self._at else "")
        shown = columns(title, [cells[name] for name in sizes], list(sizes.values()), self.size.width)
        return self._pointer(number) + shown

    def _pointer(self, number: int) -> Content:
        return Content.styled("▸ ", "bold $accent") if number == self._at else Content("  ")
