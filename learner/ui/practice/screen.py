"""The practice screen: an item, the answer, the feedback, the next item."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from learner.errors import LearnerError
from learner.exercises.item import Item
from learner.progress.session import Answered
from learner.ui.desk import Desk
from learner.ui.jobs import Opened
from learner.ui.key_bar import KeyBar
from learner.ui.masthead import Masthead
from learner.ui.practice.answer import Answer
from learner.ui.practice.answering import answering
from learner.ui.practice.feedback_text import evidence_spans, feedback
from learner.ui.practice.prompt_text import prompt
from learner.ui.practice.round import Round
from learner.ui.styles import style_sheet


class PracticeScreen(Screen[None]):
    """Asks the round's items one by one; leaving keeps everything."""

    CSS_PATH = style_sheet("practice")
    HELP = "ui.help.practice"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "ui.key.next", key_display="⏎", id="practice.next"),
        Binding("e", "evidence", "ui.key.evidence", id="practice.evidence"),
        Binding("u,ctrl+z", "undo", "ui.key.undo", id="practice.undo"),
        Binding("s,ctrl+s", "skip", "ui.key.skip", id="practice.skip"),
        Binding("escape", "leave", "ui.key.leave", key_display="Esc", id="practice.leave"),
    ]

    def __init__(self, desk: Desk, opened: Opened, round_: Round | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._opened = opened
        self._round = round_ or Round.go_on(desk, opened.lesson)
        self._item: Item | None = self._round.session.current
        self._answer: Answer

    def compose(self) -> ComposeResult:
        """The head, the item with its answer and feedback, the keys."""
        yield Masthead(self._opened.lesson.title)
        with VerticalScroll(can_focus=True), Vertical(id="item"):
            yield Static(id="prompt")
            yield Vertical(id="answer")
            yield Static(id="feedback")
        yield KeyBar(self._desk.say)

    async def on_mount(self) -> None:
        """Ask the first open item."""
        await self._ask(self._item)

    async def _ask(self, item: Item | None) -> None:
        """Show an item, passing over those nobody could answer; when none is left, the result."""
        self._item = item
        if item is None:
            self._show_result()
            return
        try:
            self._answer = answering(item, self._desk.say)
        except LearnerError as error:
            self.notify(str(error), severity="warning", markup=False)
            await self.action_skip()
        else:
            await self._show(item)

    async def _show(self, item: Item) -> None:
        self.query_one(Masthead).note = self._note(item)
        self.query_one("#prompt", Static).update(prompt(item, self._desk.say))
        self.query_one("#feedback", Static).update("")
        holder = self.query_one("#answer", Vertical)
        await holder.remove_children()
        await holder.mount(self._answer)
        self._answer.focus()
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.refresh_bindings()

    def _note(self, item: Item) -> str:
        session, say = self._round.session, self._desk.say
        number = session.items.index(item) + 1
        return say(
            "ui.practice.note",
            number=number,
            count=len(session.items),
            skill=say(f"skill.{item.skill}"),
            level=item.level,
        )

    def on_answer_given(self, event: Answer.Given) -> None:
        """Score the answer, store it, show the marks and the reason."""
        event.stop()
        if self._round.shown is not None or self._item is None:
            return
        try:
            answered = self._round.answer(event.response)
        except LearnerError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._answer.reveal(event.response, answered.score)
        self.query_one("#feedback", Static).update(self._feedback(self._item, answered))
        self.query_one(VerticalScroll).focus()
        self.call_after_refresh(self._show_feedback)
        self.refresh_bindings()

    def _show_feedback(self) -> None:
        self.query_one(VerticalScroll).scroll_to_widget(self.query_one("#feedback"), animate=False)

    def _feedback(self, item: Item, answered: Answered) -> Content:
        article, language = self._opened.lesson.analysis.article, self._desk.settings.language
        return feedback(item, answered.score, article, language, self._desk.say)

    async def action_next(self) -> None:
        """Go on to the next item."""
        if self._item is not None:
            self._round.settle(self._item)
        await self._ask(self._round.session.current)

    async def action_skip(self) -> None:
        """Pass over the item; it is asked again next time."""
        self._round.session.skip()
        await self._ask(self._round.session.current)

    async def action_undo(self) -> None:
        """Take the last answer back and ask its item again."""
        item = self._round.undo()
        if item is not None:
            await self._ask(item)

    def action_evidence(self) -> None:
        """Show the evidence where it stands in the article."""
        from learner.ui.reading.screen import ReadingScreen

        if self._item is not None:
            spans = evidence_spans(self._opened.lesson.analysis.article, self._item.evidence)
            self.app.push_screen(ReadingScreen(self._desk, self._opened, spans))

    def action_leave(self) -> None:
        """Back to where the learner came from; everything is kept."""
        self.dismiss()

    def _show_result(self) -> None:
        from learner.ui.result.screen import ResultScreen

        self.app.switch_screen(ResultScreen(self._desk, self._opened, self._round))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Going on and the evidence come after the answer, skipping before it."""
        del parameters
        answered = self._round.shown is not None
        evidence = bool(self._item and self._item.evidence)
        allowed = {
            "next": answered,
            "evidence": answered and evidence,
            "skip": not answered,
            "undo": self._round.session.position > 0,
        }
        return allowed.get(action, True)
