"""What a review shows: the word in its sentence, its meaning when asked for, the grades with their dates, the end."""

from collections.abc import Callable, Mapping, Sequence

from textual.content import Content

from learner.progress.recall import WordRecall
from learner.progress.schedule import Rating
from learner.ui.literal import plain
from learner.ui.practice.prompt_text import marked_context
from learner.ui.reading import entry_text

Say = Callable[..., str]
_BAR = 24


def question(recall: WordRecall, say: Say) -> Content:
    """The sentence with the word marked, and what to recall."""
    rows = [plain(say("ui.review.recall"), "$quiet"), marked_context(recall.sentence)]
    return Content("\n\n").join([*rows, plain(recall.lexeme.lemma, "bold")])


def solution(recall: WordRecall, say: Say) -> Content:
    """Forms, meaning, definition, sound."""
    lexeme = recall.lexeme
    meaning = entry_text.lexeme_glosses(lexeme, "en")
    rows = [
        plain(entry_text.forms(lexeme, say), "bold"),
        plain(say("ui.entry.parts", glosses=meaning) if recall.parts_gloss else meaning),
        plain(entry_text.lexeme_definition(lexeme), "italic"),
        plain(f"[{lexeme.ipa}]" if lexeme.ipa else "", "$quiet"),
    ]
    return Content("\n").join(row for row in rows if row) or plain(say("ui.entry.none"), "$quiet")


def grades(intervals: Mapping[Rating, int], say: Say) -> Content:
    """The four grades with their keys and when the word comes back."""
    cells = [
        Content.styled(f"{rating} ", "bold $accent")
        + plain(say(f"ui.review.grade-{rating}"))
        + plain(f" {interval(days, say)}", "$quiet")
        for rating, days in intervals.items()
    ]
    return Content("   ").join(cells)


def interval(days: int, say: Say) -> str:
    """`3 d`, `2 mo`."""
    if days < 60:
        return say("ui.review.days", count=days)
    return say("ui.review.months", count=round(days / 30))


def finished(reviewed: int, failed: int, forecast: Sequence[int], say: Say) -> Content:
    """How many were reviewed and how many of them had failed, and what the next days bring."""
    told = say("ui.review.done", count=reviewed, failed=failed) if reviewed else say("ui.review.nothing")
    rows = [plain(told, "bold"), Content(""), plain(say("ui.review.forecast"), "$quiet")]
    return Content("\n").join([*rows, *forecast_bars(forecast, say)])


def forecast_bars(forecast: Sequence[int], say: Say) -> list[Content]:
    """A bar and a number for each of the next days."""
    most = max(forecast, default=0) or 1
    names = [say("ui.review.today"), say("ui.review.tomorrow"), *(f"+{day}" for day in range(2, len(forecast)))]
    width = max(len(name) for name in names) + 2
    return [
        plain(name.rjust(width) + "  ", "$quiet")
        + Content.styled("█" * round(_BAR * count / most), "$accent")
        + plain(f" {count}" if count else "·", "" if count else "$quiet")
        for name, count in zip(names, forecast, strict=False)
    ]
