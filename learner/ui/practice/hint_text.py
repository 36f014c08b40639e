"""The hints taken so far, in words, and what the item is still worth."""

from collections.abc import Callable, Iterable

from textual.content import Content

from learner.exercises.lesson import Lesson
from learner.progress.hints import Hint
from learner.ui.literal import plain
from learner.ui.reading.entry_text import glosses


def hint_lines(hints: Iterable[Hint], say: Callable[..., str]) -> Content:
    """A line per hint."""
    rows = [plain("? ", "bold $accent") + plain(say(f"ui.hint.{hint.kind}", text=hint.text)) for hint in hints]
    return Content("\n").join(rows)


def gloss_of(lesson: Lesson, lemma: str) -> str:
    """The meaning of a word of the lesson; empty where none is known."""
    entry = next((entry for entry in lesson.analysis.entries if lemma and entry.lexeme.lemma == lemma), None)
    return glosses(entry, "en") if entry else ""
