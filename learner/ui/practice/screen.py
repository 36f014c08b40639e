"""The practice screen: an item, the answer, the feedback, the next item."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from learner.errors import LearnerError
from learner.exercises.item import Choice, Gap, Item, Match
from learner.progress.practising import Round
from learner.text.article import Span
from learner.ui.desk import Desk
from learner.ui.jobs import Opened
from learner.ui.key_bar import KeyBar
from learner.ui.masthead import Masthead
from learner.ui.practice.answer import Answer
from learner.ui.practice.countdown import Countdown
from learner.ui.practice.feedback_text import evidence_spans, feedback
from learner.ui.practice.hint_text import gloss_of
from learner.ui.practice.item_pane import ItemPane
from learner.ui.styles import style_sheet


class PracticeScreen(Screen[None]):
    """Asks the round's items one by one; leaving keeps everything.

    `before` is the share of the article that the learner knew when this session began.
    """

    CSS_PATH = style_sheet("practice")
    HELP = "ui.help.practice"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "ui.key.next", key_display="⏎", id="practice.next"),
        Binding("e", "evidence", "ui.key.evidence", id="practice.evidence"),
        Binding("a", "article", "ui.key.article", id="practice.article"),
        Binding("f6", "article", "ui.key.article", key_display="F6", id="practice.article-function-key"),
        Binding("h", "hint", "ui.key.hint", id="practice.hint"),
        Binding("f2", "hint", "ui.key.hint", key_display="F2", id="practice.hint-function-key"),
        Binding("f4", "time", "ui.key.time", key_display="F4", id="practice.time"),
        Binding("s,ctrl+s", "skip", "ui.key.skip", id="practice.skip"),
        Binding("escape", "leave", "ui.key.leave", key_display="Esc", id="practice.leave"),
        Binding("u,ctrl+z", "undo", "ui.key.undo", id="practice.undo"),
    ]

    def __init__(self, desk: Desk, opened: Opened, round_: Round, before: float) -> None:
        super().__init__()
        self._desk = desk
        self._opened = opened
        self._round = round_
        self._before = before
        self._item: Item | None = self._round.session.current
        self._clock: Countdown | None = None

    def compose(self) -> ComposeResult:
        """The head, the item with its answer and feedback, the keys."""
        yield Masthead(self._opened.lesson.title)
        yield ItemPane(self._desk)
        yield KeyBar(self._desk.say)

    async def on_mount(self) -> None:
        """Ask the first open item."""
        self.set_interval(1, self._show_note)
        await self._ask(self._item)

    async def _ask(self, item: Item | None) -> None:
        """Show an item, passing over those nobody could answer; when none is left, the result."""
        self._item = item
        if item is None:
            self._show_result()
            return
        try:
            await self.query_one(ItemPane).ask(item, gloss_of(self._opened.lesson, item.lemma))
        except LearnerError as error:
            self.notify(str(error), severity="warning", markup=False)
            await self.action_skip()
            return
        timed = self._desk.settings.timer and self._can_be_timed
        self._clock = Countdown(self._desk.now()) if timed else None
        self._show_note()
        self.refresh_bindings()

    def _show_note(self) -> None:
        """Where one stands in the round, and the time left where it is counted."""
        if self._item is None:
            return
        session, say = self._round.session, self._desk.say
        note = say(
            "ui.practice.note",
            number=session.items.index(self._item) + 1,
            count=len(session.items),
            skill=say(f"skill.{self._item.skill}"),
            level=self._item.level,
        )
        left = self._clock.shown(self._desk.now()) if self._clock else ""
        self.query_one(Masthead).note = f"{left} · {note}" if left else note

    @property
    def _asks_about_the_text(self) -> bool:
        """Whether the article may be read again; it would give away gaps and orders."""
        item = self._item
        return isinstance(item, Choice | Match) and item.skill == "comprehension"

    @property
    def _can_be_timed(self) -> bool:
        return isinstance(self._item, Gap) and self._item.exercise == "c-test"

    def on_answer_given(self, event: Answer.Given) -> None:
        """Score the answer, store it, show the marks and the reason."""
        event.stop()
        if self._round.shown is not None or self._item is None:
            return
        pane = self.query_one(ItemPane)
        words = self._desk.words() if isinstance(self._item, Gap) else None
        try:
            answered = self._round.answer(event.response, self._desk.now(), words=words, costs=pane.ladder.costs)
        except LearnerError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        article, language = self._opened.lesson.analysis.article, self._desk.settings.language
        said = feedback(self._item, answered, article, language, self._desk.say)
        pane.reveal(event.response, answered.score, said)
        self._clock = None
        self._show_note()
        self.refresh_bindings()

    def action_hint(self) -> None:
        """One more hint for the part the learner is at."""
        self.query_one(ItemPane).hint()

    def action_time(self) -> None:
        """Count the time, or stop counting it."""
        self._clock = None if self._clock else Countdown(self._desk.now())
        self._show_note()

    async def action_next(self) -> None:
        """Go on to the next item."""
        await self._ask(self._round.go_to_next())

    async def action_skip(self) -> None:
        """Pass over the item; it is asked again next time."""
        self._round.session.skip()
        await self._ask(self._round.go_to_next())

    async def action_undo(self) -> None:
        """Take the last answer back and ask its item again."""
        item = self._round.undo()
        if item is not None:
            await self._ask(item)

    def action_evidence(self) -> None:
        """Show the evidence where it stands in the article."""
        if self._item is not None:
            self._look_at(evidence_spans(self._opened.lesson.analysis.article, self._item.evidence))

    def action_article(self) -> None:
        """Show the article, as in an exam, where that is what is asked about."""
        self._look_at(())

    def _look_at(self, spans: tuple[Span, ...]) -> None:
        from learner.ui.reading.screen import ReadingScreen

        self.app.push_screen(ReadingScreen(self._desk, self._opened, spans))

    def action_leave(self) -> None:
        """Back to where the learner came from; everything is kept."""
        self.dismiss()

    def _show_result(self) -> None:
        from learner.ui.result.screen import ResultScreen

        self.app.switch_screen(ResultScreen(self._desk, self._opened, self._round, self._before))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Going on and the evidence come after the answer, hints and skipping before it."""
        del parameters
        answered = self._round.shown is not None
        evidence = bool(self._item and self._item.evidence)
        allowed = {
            "next": answered,
            "evidence": answered and evidence,
            "article": not answered and self._asks_about_the_text,
            "hint": not answered,
            "skip": not answered,
            "time": not answered and self._can_be_timed,
            "undo": self._round.session.position > 0,
        }
        return allowed.get(action, True)
