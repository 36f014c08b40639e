"""The lessons as a list: one line each, drawn only where it is in sight."""

from collections.abc import Callable, Sequence
from math import floor
from typing import ClassVar

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
_COLUMNS = (("level", 5), ("words", 7), ("minutes", 5), ("done", 7))
_POINTER = 4


def columns(title: Content, cells: Sequence[str], width: int, style: str = "") -> Content:
    """The title in what room the columns leave, then the columns, right-aligned."""
    room = max(8, width - _POINTER - sum(size for _, size in _COLUMNS))
    line = title.truncate(room, ellipsis=True, pad=True)
    for cell, (_, size) in zip(cells, _COLUMNS, strict=True):
        line += plain(cell.rjust(size), style)
    return line


def done(share: float) -> str:
    """A sign for a lesson not begun or finished, else how much of it is done."""
    if share >= 1:
        return "✓"
    return f"{floor(100 * share)} %" if share > 0 else "–"


class ShelfList(ScrollView, can_focus=True, inherit_bindings=False):
    """Keeps its head line in sight; posts `Chosen` for the lesson to open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
        Binding("enter", "choose", "ui.key.open", key_display="⏎", id="library.open"),
    ]

    class Chosen(Message):
        """A lesson is to be opened."""

        def __init__(self, row: ShelfRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say
        self._rows: Sequence[ShelfRow] = ()
        self._at = 0

    def show(self, rows: Sequence[ShelfRow]) -> None:
        """Show other rows; the pointer stays on its lesson if that is still there."""
        before = self._rows[self._at].path if self._rows else None
        self._rows = rows
        self._at = next((place for place, row in enumerate(rows) if row.path == before), 0)
        self.virtual_size = Size(self.size.width, len(rows) + 1)
        self._keep_in_sight()
        self.refresh()

    def action_move(self, step: int) -> None:
        """Point at the lesson so many lines on."""
        if self._rows:
            before = self._at
            self._at = max(0, min(self._at + step, len(self._rows) - 1))
            for place in (before, self._at):
                self.refresh(Region(0, place + 1 - self.scroll_offset.y, self.size.width, 1))
            self._keep_in_sight()

    def action_choose(self) -> None:
        """Open the lesson pointed at."""
        if self._rows:
            self.post_message(self.Chosen(self._rows[self._at]))

    def on_click(self, event: events.Click) -> None:
        """Open the lesson clicked."""
        place = event.y - 1 + self.scroll_offset.y
        if event.y > 0 and place < len(self._rows):
            self.action_move(place - self._at)
            self.action_choose()

    def _keep_in_sight(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if self._at < top:
            self.scroll_to(y=self._at, animate=False)
        elif self._at + 1 >= top + height:
            self.scroll_to(y=self._at + 2 - height, animate=False)

    def render_line(self, y: int) -> Strip:
        """The head line, or the lesson at this height."""
        width = self.size.width
        place = y - 1 + self.scroll_offset.y
        if y == 0:
            content = Content("  ") + self._head(width)
        elif y == 2 and not self._rows:
            content = plain(f"  {self._say('ui.library.none')}", "$quiet")
        elif place < len(self._rows):
            content = self._row(place, width)
        else:
            return Strip.blank(width, self.rich_style)
        parts = content.render(self.visual_style, "", self.app.stylesheet.parse_style)
        segments = [Segment(text, style.rich_style) for text, style in parts]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _head(self, width: int) -> Content:
        heads = [self._say(f"ui.library.{name}") for name, _ in _COLUMNS]
        return columns(plain(self._say("ui.library.lessons"), "$quiet"), heads, width, "$quiet")

    def _row(self, place: int, width: int) -> Content:
        row = self._rows[place]
        here = place == self._at
        cells = (row.level, str(row.words), str(row.minutes), done(row.done))
        pointer = Content.styled("▸ ", "bold $accent") if here else Content("  ")
        return pointer + columns(plain(row.title, "bold" if here else ""), cells, width)
