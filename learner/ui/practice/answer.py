"""What every way of answering has in common."""

from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from learner.exercises.answers import Outcome
from learner.exercises.scoring import Response, Score

Say = Callable[..., str]
SIGNS: dict[Outcome, str] = {"equal": "✓", "almost": "≈", "wrong": "✗"}
STYLES: dict[Outcome, str] = {"equal": "bold $success", "almost": "bold $warning", "wrong": "bold $error"}


class Answer(Widget, can_focus=True):
    """Draws its rows itself; posts `Given` once, and shows the marks when the score is known.

    `PART` is the meta key under which the pieces of each part are drawn; the learner is at the part `_at`.
    """

    PART: ClassVar[str]
    _at: int

    class Given(Message):
        """The learner has answered."""

        def __init__(self, response: Response) -> None:
            super().__init__()
            self.response = response

    class Moved(Message):
        """The learner has gone to another part (a gap, a pair, an option), or works on it."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.say = say
        self.score: Score | None = None

    @property
    def part(self) -> int:
        """The part the learner is at; hints are given for it."""
        return 0

    def lines_of_part(self) -> tuple[int, int]:
        """The first line of the part the learner is at, and how many lines it has."""
        rows = self.rows(self.size.width)
        lines = [y for y, row in enumerate(rows) if any(self._is_here(span.style) for span in row.spans)]
        return (lines[0], lines[-1] - lines[0] + 1) if lines else (0, 1)

    def _is_here(self, style: Style | str) -> bool:
        return isinstance(style, Style) and style.meta.get(self.PART) == self._at

    @abstractmethod
    def rows(self, width: int) -> list[Content]:
        """The lines to show in this width."""

    @abstractmethod
    def take(self, response: Response) -> None:
        """Make the response the one that is shown."""

    def reveal(self, response: Response, score: Score) -> None:
        """Show what was right and what was not; nothing can be answered any more."""
        self.take(response)
        self.score = score
        self.can_focus = False
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        """The rows, one below the other."""
        return Content("\n").join(self.rows(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are rows."""
        del container, viewport
        return len(self.rows(width))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done here once the answer is given."""
        del action, parameters
        return self.score is None


def mark(outcome: Outcome) -> Content:
    """The sign of an outcome in its colour."""
    return Content.styled(SIGNS[outcome], STYLES[outcome])


def hanging(lead: Content, text: Content, width: int) -> list[Content]:
    """The text in lines of the width, the first behind `lead`, the others indented as far."""
    indent = lead.cell_length
    lines = text.wrap(max(1, width - indent)) or [Content("")]
    return [lead + lines[0], *(Content(" " * indent) + line for line in lines[1:])]
