"""What a round came to, in words and bars."""

from collections.abc import Callable
from math import floor

from textual.content import Content

from learner.exercises.item import Item
from learner.exercises.lesson import Lesson
from learner.language.analysis import Entry
from learner.lexicon.lexeme import ARTICLES
from learner.progress.session import Summary
from learner.ui.literal import plain

Say = Callable[..., str]
_BAR = 20
_MOST_MISSED = 8
_LONGEST_MISSED = 60


def result(summary: Summary, lesson: Lesson, shares: tuple[float, float], say: Say) -> Content:
    """Points, a bar per skill, the share of the text known before and now, the missed items, the words that return."""
    rows = [plain(_points(summary, say), "bold"), Content("")]
    width = max((len(say(f"skill.{skill}")) for skill in summary.skills), default=0)
    for skill, (points, possible) in summary.skills.items():
        rows.append(plain(say(f"skill.{skill}").ljust(width + 2)) + bar(points, possible))
    rows += [Content(""), plain(coverage(*shares, say))]
    rows += _missed(summary.missed, say)
    rows += _words(summary.lemmas, lesson, say)
    return Content("\n").join(rows)


def _points(summary: Summary, say: Say) -> str:
    if not summary.possible:
        return say("ui.result.nothing")
    return say("ui.result.points", points=number(summary.points), possible=number(summary.possible))


def coverage(before: float, now: float, say: Say) -> str:
    """How much of the text is known now, and before where that was another whole number."""
    shown, earlier = floor(100 * now), floor(100 * before)
    if shown == earlier:
        return say("ui.result.coverage", known=shown)
    return say("ui.result.coverage-changed", known=shown, before=earlier)


def number(points: float) -> str:
    """Points without a decimal that says nothing: `17`, `16.5`."""
    return f"{points:g}"


def bar(points: float, possible: float) -> Content:
    """A bar of the points got, and the numbers behind it."""
    full = round(_BAR * points / possible) if possible else 0
    shown = Content.styled("█" * full, "$accent") + Content.styled("░" * (_BAR - full), "$line")
    return shown + plain(f"  {number(points)}/{number(possible)}", "$quiet")


def _missed(missed: tuple[Item, ...], say: Say) -> list[Content]:
    if not missed:
        return []
    rows = [Content(""), plain(say("ui.result.missed"), "bold")]
    shown = (plain(asked(item)).truncate(_LONGEST_MISSED, ellipsis=True) for item in missed[:_MOST_MISSED])
    rows += [plain("· ") + row for row in shown]
    if len(missed) > _MOST_MISSED:
        rows.append(plain(say("ui.result.more", count=len(missed) - _MOST_MISSED), "$quiet"))
    return rows


def asked(item: Item) -> str:
    """The item in one line: its word and exercise, or what was asked."""
    return f"{item.lemma} – {item.stem}" if item.lemma else item.stem


def _words(lemmas: tuple[str, ...], lesson: Lesson, say: Say) -> list[Content]:
    if not lemmas:
        return []
    entries = {entry.lexeme.lemma: entry for entry in lesson.analysis.entries}
    words = ", ".join(with_article(lemma, entries.get(lemma)) for lemma in lemmas)
    return [Content(""), plain(say("ui.result.tomorrow"), "bold"), plain(words)]


def with_article(lemma: str, entry: Entry | None) -> str:
    """`die Sorge` for a noun whose gender is known; other words as they are."""
    if entry is None or entry.lexeme.noun is None:
        return lemma
    return f"{ARTICLES[entry.lexeme.noun.genders[0]]} {lemma}"
