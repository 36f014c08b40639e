"""What stands above the answer: the instruction, the context with its marked words, the question."""

from collections.abc import Callable

from textual.content import Content

from learner.errors import LessonError
from learner.exercises.instructions import instruction
from learner.exercises.item import Item
from learner.exercises.passage import parse
from learner.ui.literal import plain

PROGRAMS_OWN = "welcome"
"""The exercise of the program's own questions, which explain themselves."""


def prompt(item: Item, say: Callable[..., str]) -> Content:
    """Instruction in the interface language, context and stem in German, a blank line between them."""
    parts = [
        plain("" if item.exercise == PROGRAMS_OWN else instruction(item, say), "$quiet"),
        marked_context(item.context),
        plain(item.stem, "bold"),
    ]
    return Content("\n\n").join(part for part in parts if part)


def marked_context(context: str) -> Content:
    """The context with the marked words underlined."""
    try:
        passage = parse(context)
    except LessonError:
        return plain(context)
    shown = [plain(passage.pieces[0])]
    for slot, after in zip(passage.slots, passage.pieces[1:], strict=True):
        shown += [plain(slot.given), plain(slot.answers[0], "bold underline $accent"), plain(after)]
    return Content("").join(shown)
