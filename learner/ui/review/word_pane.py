"""A word in its sentence: recalled first, then shown and graded."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from learner.progress.recall import WordRecall
from learner.progress.schedule import Rating
from learner.ui.desk import Desk
from learner.ui.review import review_text


class WordPane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Posts `Graded` with the learner's own verdict."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "turn", "ui.key.show", key_display="⏎", id="review.show"),
        Binding("enter,space", "grade(3)", show=False, id="review.grade"),
        Binding("1", "grade(1)", "ui.review.grade-1", id="review.again"),
        Binding("2", "grade(2)", "ui.review.grade-2", id="review.hard"),
        Binding("3", "grade(3)", "ui.review.grade-3", id="review.good"),
        Binding("4", "grade(4)", "ui.review.grade-4", id="review.easy"),
    ]

    class Graded(Message):
        """The learner has said how well the word was recalled."""

        def __init__(self, rating: Rating) -> None:
            super().__init__()
            self.rating = rating

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown = False
        self._recall: WordRecall | None = None
        self._intervals: Mapping[Rating, int] = {}

    def compose(self) -> ComposeResult:
        """The question, the solution, the grades."""
        with Vertical(id="word"):
            yield Static(id="question")
            yield Static(id="solution")
            yield Static(id="grades")

    def ask(self, recall: WordRecall, intervals: Mapping[Rating, int]) -> None:
        """Show a word without its meaning; without intervals the grade does not count any more."""
        self._recall, self._intervals, self._shown = recall, intervals, False
        self.query_one("#question", Static).update(review_text.question(recall, self._desk.say))
        self.query_one("#solution", Static).update(Content(""))
        self.query_one("#grades", Static).update(Content(""))
        self.scroll_home(animate=False)
        self.focus()
        self.screen.refresh_bindings()

    def action_turn(self) -> None:
        """Show the meaning."""
        if self._recall is not None:
            self._shown = True
            self.query_one("#solution", Static).update(review_text.solution(self._recall, self._desk.say))
            self.query_one("#grades", Static).update(review_text.grades(self._intervals, self._desk.say))
            self.screen.refresh_bindings()

    def action_grade(self, rating: Rating) -> None:
        """Say how well the word was recalled."""
        if self._shown:
            self.post_message(self.Graded(rating))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The meaning comes first, then the grade."""
        del parameters
        return {"grade": self._shown, "turn": not self._shown}.get(action, True)
