"""What the library says: reviews and the lesson to go on with, how the list is ordered, the line at the head."""

from collections.abc import Callable

from learner.ui.library.shelf import View, Waiting
from learner.ui.library.shelf_list import Lead

Say = Callable[..., str]


def leads(wait: Waiting, say: Say) -> tuple[Lead, ...]:
    """The reviews that are due, and the lesson one is in the middle of."""
    found = []
    if wait.words or wait.items:
        found.append(Lead(_due(wait, say), say("ui.library.about", minutes=wait.minutes)))
    if (row := wait.unfinished) is not None:
        text = say("ui.library.go-on", title=row.title, number=round(row.done * row.items) + 1, count=row.items)
        left = max(1, round(row.minutes * (1 - row.done)))
        found.append(Lead(text, say("ui.library.about", minutes=left), row))
    return tuple(found)


def _due(wait: Waiting, say: Say) -> str:
    """`Review: 12 words and 3 missed items`."""
    words = say("ui.library.word" if wait.words == 1 else "ui.library.some-words", count=wait.words)
    items = say("ui.library.item" if wait.items == 1 else "ui.library.some-items", count=wait.items)
    if wait.words and wait.items:
        return say("ui.library.review-both", words=words, items=items)
    return say("ui.library.review", what=words if wait.words else items)


def heading(view: View, say: Say) -> str:
    """`Lessons · B2 · by title`."""
    parts = [say("ui.library.archived" if view.archived else "ui.library.lessons"), view.level or ""]
    if view.order != "recent":
        parts.append(say(f"ui.library.by-{view.order}"))
    return " · ".join(part for part in parts if part)


def masthead_note(wait: Waiting, say: Say) -> str:
    """How much is due, and days of practice in a row."""
    due = wait.words + wait.items
    parts = [
        say("ui.library.due", count=due) if due else "",
        say("ui.library.streak", count=wait.streak) if wait.streak else "",
    ]
    return " · ".join(part for part in parts if part)
