"""An item on the screen: what is asked, the way of answering it, hints, and what is said of the answer."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learner.exercises.item import Item
from learner.exercises.scoring import Response, Score
from learner.ui.desk import Desk
from learner.ui.practice.answer import Answer
from learner.ui.practice.answering import answering
from learner.ui.practice.prompt_text import prompt


class ItemPane(VerticalScroll, can_focus=True):
    """Shows one item after the other; its answer widget posts `Answer.Given`."""

    answer: Answer

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """Prompt, answer, hints, feedback."""
        with Vertical(id="item"):
            yield Static(id="prompt")
            yield Vertical(id="answer")
            yield Static(id="hints")
            yield Static(id="feedback")

    async def ask(self, item: Item) -> None:
        """Show an item. Raises LessonError for one that nobody could answer."""
        self.answer = answering(item, self._desk.say)
        self.query_one("#prompt", Static).update(prompt(item, self._desk.say))
        self.query_one("#feedback", Static).update("")
        self.show_hints(Content(""))
        holder = self.query_one("#answer", Vertical)
        await holder.remove_children()
        await holder.mount(self.answer)
        self.answer.focus()
        self.scroll_home(animate=False)

    def show_hints(self, hints: Content) -> None:
        """Show the hints taken so far."""
        shown = self.query_one("#hints", Static)
        shown.display = bool(hints)
        shown.update(hints)

    def reveal(self, response: Response, score: Score, said: Content) -> None:
        """Show the marks and what is said of the answer."""
        self.answer.reveal(response, score)
        self.query_one("#feedback", Static).update(said)
        self.show_hints(Content(""))
        self.focus()
        self.call_after_refresh(self._show_feedback)

    def _show_feedback(self) -> None:
        self.scroll_to_widget(self.query_one("#feedback"), animate=False)
