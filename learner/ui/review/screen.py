"""The review screen: the day's queue, one card after the other."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Static

from learner.errors import LearnerError
from learner.exercises.item import Gap
from learner.packs.library import find
from learner.progress.recall import ItemRecall, WordRecall
from learner.progress.reviewing import Reviewing
from learner.progress.session import Answered, one_answer, rating_of
from learner.ui.desk import Desk
from learner.ui.key_bar import KeyBar
from learner.ui.masthead import Masthead
from learner.ui.practice.answer import Answer
from learner.ui.practice.feedback_text import feedback
from learner.ui.practice.item_pane import ItemPane
from learner.ui.review.review_text import finished
from learner.ui.review.word_pane import WordPane
from learner.ui.styles import style_sheet


class ReviewScreen(Screen[None]):
    """Words are recalled and graded by the learner; missed items are answered again."""

    CSS_PATH: ClassVar = [style_sheet("practice"), style_sheet("review")]
    HELP = "ui.help.review"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "ui.key.next", key_display="⏎", id="review.next"),
        Binding("h", "hint", "ui.key.hint", id="review.hint"),
        Binding("f2", "hint", "ui.key.hint", key_display="F2", id="review.hint-function-key"),
        Binding("u,ctrl+z", "undo", "ui.key.undo", id="review.undo"),
        Binding("b,ctrl+b", "bury", "ui.key.bury", id="review.bury"),
        Binding("minus,ctrl+d", "suspend", "ui.key.suspend", key_display="-", id="review.suspend"),
        Binding("escape", "leave", "ui.key.leave", key_display="Esc", id="review.leave"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._queue = Reviewing(desk.store, desk.now(), find)
        self._answered: Answered | None = None

    def compose(self) -> ComposeResult:
        """The head, the card, the keys."""
        yield Masthead(self._desk.say("ui.review.heading"))
        with ContentSwitcher(initial="end"):
            with WordPane(self._desk) as words:
                words.id = "words"
            with ItemPane(self._desk) as items:
                items.id = "items"
            with VerticalScroll(id="end"):
                yield Static(id="finished")
        yield KeyBar(self._desk.say)

    async def on_mount(self) -> None:
        """Ask the first card."""
        await self._ask()

    async def _ask(self) -> None:
        asked, self._answered = self._queue.current, None
        self.query_one(Masthead).note = self._note()
        if asked is None:
            self._end()
        elif isinstance(asked.content, WordRecall):
            self.query_one(ContentSwitcher).current = "words"
            self.query_one(WordPane).ask(asked.content, self._queue.intervals(self._desk.now()))
        else:
            await self._ask_item(asked.content)
        self.refresh_bindings()

    async def _ask_item(self, recall: ItemRecall) -> None:
        self.query_one(ContentSwitcher).current = "items"
        try:
            await self.query_one(ItemPane).ask(recall.item)
        except LearnerError as error:
            self.notify(str(error), severity="warning", markup=False)
            await self.action_suspend()

    def _note(self) -> str:
        if self._queue.current is None:
            return ""
        key = "ui.review.again" if self._queue.current.again else "ui.review.left"
        return f"{self._desk.say(key, count=self._queue.left)} · {self._queue.current.content.title}"

    def _end(self) -> None:
        self.query_one(ContentSwitcher).current = "end"
        forecast = self._desk.store.cards.forecast(self._desk.now())
        said = finished(self._queue.reviewed, self._queue.failed, forecast, self._desk.say)
        self.query_one("#finished", Static).update(said)
        self.query_one("#end").focus()

    async def on_word_pane_graded(self, event: WordPane.Graded) -> None:
        """Store the grade and go on."""
        event.stop()
        self._queue.grade(event.rating, self._desk.now())
        await self._ask()

    def on_answer_given(self, event: Answer.Given) -> None:
        """Score and store the answer to an item, and show what is said of it."""
        event.stop()
        asked = self._queue.current
        if self._answered is not None or asked is None or not isinstance(asked.content, ItemRecall):
            return
        item, desk, pane = asked.content.item, self._desk, self.query_one(ItemPane)
        words = desk.words() if isinstance(item, Gap) else None
        self._answered = one_answer(
            item,
            event.response,
            desk.now(),
            words=words,
            costs=pane.ladder.costs,
            almost_counts=desk.settings.almost_counts,
        )
        said = feedback(item, self._answered, None, desk.settings.language, desk.say)
        pane.reveal(event.response, self._answered.score, said)
        self._queue.grade(rating_of(self._answered.attempt), desk.now())
        self.refresh_bindings()

    async def action_next(self) -> None:
        """Go on behind an item's feedback; at the end back to the library."""
        if self._answered is None and self._queue.current is None:
            self.dismiss()
        else:
            await self._ask()

    def action_hint(self) -> None:
        """One more hint for the part the learner is at."""
        self.query_one(ItemPane).hint()

    async def action_undo(self) -> None:
        """Take the last step back and ask its card again."""
        if self._queue.undo():
            await self._ask()

    async def action_bury(self) -> None:
        """Ask this card tomorrow."""
        self._queue.bury(self._desk.now())
        await self._ask()

    async def action_suspend(self) -> None:
        """Never ask this card again."""
        self._queue.suspend()
        await self._ask()

    def action_leave(self) -> None:
        """Back to the library; everything is kept."""
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Putting a card aside needs an open card; going on comes behind an answer or at the end."""
        del parameters
        is_open = self._queue.current is not None and self._answered is None
        is_item = self._queue.current is not None and isinstance(self._queue.current.content, ItemRecall)
        allowed = {
            "next": self._answered is not None or self._queue.current is None,
            "hint": is_open and is_item,
            "bury": is_open,
            "suspend": is_open,
            "undo": self._queue.can_undo,
        }
        return allowed.get(action, True)
