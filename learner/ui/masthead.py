"""The line at the head of a screen: what it shows on the left, where one stands in it on the right."""

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from learner.ui.literal import plain


class Masthead(Widget):
    """A title, cut off before it meets the note on the right."""

    heading: reactive[str] = reactive("")
    note: reactive[str] = reactive("")

    def __init__(self, heading: str, note: str = "") -> None:
        super().__init__()
        self.set_reactive(Masthead.heading, heading)
        self.set_reactive(Masthead.note, note)

    def render(self) -> Content:
        """Title and note at the two ends of the line."""
        least = min(cell_len(self.heading), self.size.width // 3)
        note = plain(self.note, "$quiet").truncate(max(0, self.size.width - least - 2), ellipsis=True)
        room = max(0, self.size.width - note.cell_length - 2)
        return plain(self.heading, "bold").truncate(room, ellipsis=True, pad=True) + Content("  ") + note
