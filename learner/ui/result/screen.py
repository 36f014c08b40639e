"""The result screen: points, a bar per skill, what was missed, what to look at tomorrow."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from learner.progress.practising import Round
from learner.ui.busy import BusyScreen
from learner.ui.desk import Desk
from learner.ui.jobs import Opened, write_deck
from learner.ui.key_bar import KeyBar
from learner.ui.literal import plain
from learner.ui.masthead import Masthead
from learner.ui.reading.standings import Standings
from learner.ui.result.result_text import result
from learner.ui.styles import style_sheet


class ResultScreen(Screen[None]):
    """What a round came to; `before` is the share of the article that was known when the session began."""

    CSS_PATH = style_sheet("result")
    HELP = "ui.help.result"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "leave", "ui.key.library", key_display="⏎", id="result.leave"),
        Binding("r", "again", "ui.key.again", id="result.again"),
        Binding("d", "deck", "ui.key.deck", id="result.deck"),
    ]

    def __init__(self, desk: Desk, opened: Opened, round_: Round, before: float) -> None:
        super().__init__()
        self._desk = desk
        self._opened = opened
        self._round = round_
        self._before = before
        self._summary = round_.session.summary()

    def compose(self) -> ComposeResult:
        """The head, the result, the keys."""
        yield Masthead(self._opened.lesson.title, self._desk.say("ui.result.note"))
        with VerticalScroll(), Vertical(id="result"):
            yield Static(result(self._summary, self._opened.lesson, (self._before, self._now()), self._desk.say))
            yield Static(id="said")
        yield KeyBar(self._desk.say)

    def _now(self) -> float:
        """The share of the article that is known now."""
        desk, analysis = self._desk, self._opened.lesson.analysis
        return Standings(analysis, desk.store.words(), desk.settings.level).coverage

    def action_leave(self) -> None:
        """Back to the library."""
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def action_again(self) -> None:
        """Ask the missed items once more."""
        from learner.ui.practice.screen import PracticeScreen

        again = self._round.again(self._summary.missed, almost_counts=self._desk.settings.almost_counts)
        self.app.switch_screen(PracticeScreen(self._desk, self._opened, again, self._before))

    def action_deck(self) -> None:
        """Write a deck for Anki into the folder the program was started in."""
        desk, opened = self._desk, self._opened
        job = partial(write_deck, opened, desk.now(), desk.settings.language)
        self.app.push_screen(BusyScreen(desk, lambda _report: job(), desk.say("ui.result.writing")), self._tell_deck)

    def _tell_deck(self, written: tuple[str, int] | None) -> None:
        if written is not None:
            said = self._desk.say("ui.result.written", file=written[0], cards=written[1])
            self.query_one("#said", Static).update(plain(said, "$accent"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only missed items can be tried again."""
        del parameters
        return bool(self._summary.missed) if action == "again" else True
