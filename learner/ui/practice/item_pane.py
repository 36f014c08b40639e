"""An item on the screen: what is asked, the way of answering it, hints, and what is said of the answer."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region, Spacing
from textual.widgets import Static

from learner.exercises.item import Item
from learner.exercises.scoring import Response, Score
from learner.progress.hints import Ladder
from learner.ui.desk import Desk
from learner.ui.practice.answer import Answer
from learner.ui.practice.answering import answering
from learner.ui.practice.hint_text import hint_lines
from learner.ui.practice.prompt_text import prompt

_CONTEXT = Spacing(1, 0, 2, 0)
"""Lines that stay in sight above and below the part one is at."""


class ItemPane(VerticalScroll, can_focus=True):
    """Shows one item after the other; its answer widget posts `Answer.Given`."""

    answer: Answer
    ladder: Ladder
    """The hints taken for the item shown."""

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

    async def ask(self, item: Item, gloss: str = "") -> None:
        """Show an item; `gloss` is what its word means. Raises LessonError for one that nobody could answer."""
        self.answer = answering(item, self._desk.say)
        self.ladder = Ladder(item, gloss)
        self.query_one("#prompt", Static).update(prompt(item, self._desk.say))
        self.query_one("#feedback", Static).update("")
        self.show_hints(Content(""))
        holder = self.query_one("#answer", Vertical)
        await holder.remove_children()
        await holder.mount(self.answer)
        self.answer.focus()
        self.scroll_home(animate=False)

    def hint(self) -> None:
        """One more hint for the part the learner is at; it costs points."""
        self.ladder.climb(self.answer.part)
        self._show_taken()
        self.call_after_refresh(self._bring, "#hints")

    def on_answer_moved(self, event: Answer.Moved) -> None:
        """Keep the part the learner has gone to in sight, and show the hints taken for it."""
        event.stop()
        self._show_taken()
        self.call_after_refresh(self._show_part)

    def _show_part(self) -> None:
        line, height = self.answer.lines_of_part()
        top = self.answer.region.y - self.content_region.y + self.scroll_offset.y
        self.scroll_to_region(Region(0, top + line, 1, height), spacing=_CONTEXT, animate=False)

    def _show_taken(self) -> None:
        if self.answer.score is None:
            self.show_hints(hint_lines(self.ladder.shown(self.answer.part), self._desk.say))

    def show_hints(self, hints: Content) -> None:
        """Show lines between answer and feedback."""
        shown = self.query_one("#hints", Static)
        shown.display = bool(hints)
        shown.update(hints)

    def reveal(self, response: Response, score: Score, said: Content) -> None:
        """Show the marks and what is said of the answer."""
        self.answer.reveal(response, score)
        self.query_one("#feedback", Static).update(said)
        self.show_hints(Content(""))
        self.focus()
        self.call_after_refresh(self._bring, "#feedback")

    def _bring(self, part: str) -> None:
        self.scroll_to_widget(self.query_one(part), animate=False)
