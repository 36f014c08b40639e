"""The statistics screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from learner.progress.statistics import of_store
from learner.ui.desk import Desk
from learner.ui.key_bar import KeyBar
from learner.ui.masthead import Masthead
from learner.ui.statistics.statistics_text import statistics_text
from learner.ui.styles import style_sheet


class StatisticsScreen(Screen[None]):
    """Days, words, retention, levels, leeches, and what the next days bring."""

    CSS_PATH = style_sheet("statistics")
    HELP = "ui.help.statistics"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_by(3)", "ui.key.scroll", key_display="↑↓", id="statistics.down"),
        Binding("up,k", "scroll_by(-3)", show=False, id="statistics.up"),
        Binding("pagedown,space", "scroll_by(15)", show=False, id="statistics.page"),
        Binding("pageup", "scroll_by(-15)", show=False, id="statistics.page-back"),
        Binding("escape,enter,q", "leave", "ui.key.back", key_display="Esc", id="statistics.leave"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """The head, the figures, the keys."""
        yield Masthead(self._desk.say("ui.statistics.heading"))
        with VerticalScroll(can_focus=False):
            yield Static(id="figures")
        yield KeyBar(self._desk.say)

    def on_resize(self) -> None:
        """Draw the figures for this width."""
        now = self._desk.now()
        width = min(72, self.size.width - 4)
        shown = statistics_text(of_store(self._desk.store, now), now, width, self._desk.say)
        self.query_one("#figures", Static).update(shown)

    def action_scroll_by(self, lines: int) -> None:
        """Move over the figures."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        """Back to where the learner came from."""
        self.dismiss()
