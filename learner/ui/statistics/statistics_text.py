"""The statistics in words and plots, from top to bottom."""

from collections.abc import Callable, Iterator
from datetime import datetime

from textual.content import Content

from learner.progress.statistics import Statistics
from learner.ui.literal import plain
from learner.ui.result.result_text import bar
from learner.ui.review.review_text import forecast_bars
from learner.ui.statistics import plots

Say = Callable[..., str]
_DAYS = 60
_WEEKS = 26
_MOST_LEECHES = 8


def statistics_text(found: Statistics, now: datetime, width: int, say: Say) -> Content:
    """All sections, a blank line between them."""
    if not found.calendar and not found.known_over_time:
        return plain(say("ui.statistics.nothing"))
    sections = [
        _totals(found, say),
        _days(found, now, width, say),
        _words(found, now, width, say),
        _retention(found, say),
        _skills(found, say),
        _leeches(found, say),
        _section(say("ui.review.forecast"), forecast_bars(found.forecast, say)),
    ]
    return Content("\n\n").join(section for section in sections if section)


def _section(heading: str, rows: list[Content]) -> Content:
    return Content("\n").join([plain(heading, "bold"), *rows])


def _totals(found: Statistics, say: Say) -> Content:
    hours, minutes = divmod(round(found.minutes), 60)
    return plain(
        say(
            "ui.statistics.totals",
            streak=found.streak,
            days=found.days,
            time=f"{hours}:{minutes:02}",
            answers=found.attempts,
            reviews=found.reviews,
        )
    )


def _days(found: Statistics, now: datetime, width: int, say: Say) -> Content:
    names = say("ui.statistics.weekdays").split()
    minutes = {day: practised.minutes for day, practised in found.calendar.items()}
    weeks = max(4, min(_WEEKS, (width - 6) // 2))
    rows = plots.heat_map(minutes, now.date(), weeks, lambda day: names[day])
    return _section(say("ui.statistics.days"), [*rows, plain(say("ui.statistics.shades"), "$quiet")])


def _words(found: Statistics, now: datetime, width: int, say: Say) -> Content:
    values = plots.spread(found.known_over_time, now.date(), min(_DAYS, width - 8))
    rows = plots.columns(values)
    rows[0] += plain(f" {max(values)}", "$quiet")
    told = plain(say("ui.statistics.words", known=found.known, learning=found.learning), "$quiet")
    return _section(say("ui.statistics.known", days=len(values)), [*rows, told])


def _retention(found: Statistics, say: Say) -> Content:
    heading = say("ui.statistics.retention")
    if found.retention is None:
        return _section(heading, [plain(say("ui.statistics.no-retention"), "$quiet")])
    shares = (("remembered", found.retention.remembered), ("predicted", found.retention.predicted))
    names = [say(f"ui.statistics.{name}") for name, _ in shares]
    wide = max(map(len, names)) + 2
    rows = [
        plain(name.ljust(wide)) + Content.styled("█" * round(30 * share), "$accent") + plain(f" {share:.0%}", "$quiet")
        for name, (_, share) in zip(names, shares, strict=True)
    ]
    return _section(heading, [*rows, plain(say("ui.statistics.of-reviews", count=found.retention.reviews), "$quiet")])


def _skills(found: Statistics, say: Say) -> Content:
    wide = max((len(say(f"skill.{skill}")) for skill in found.skills), default=0) + 2
    rows = [
        plain(say(f"skill.{skill}").ljust(wide))
        + plain((points.level or "–").ljust(4), "bold")
        + bar(round(points.points, 1), points.possible)
        for skill, points in found.skills.items()
    ]
    told = plain(say("ui.statistics.level"), "$quiet")
    return _section(say("ui.statistics.skills"), [*rows, told]) if rows else Content("")


def _leeches(found: Statistics, say: Say) -> Content:
    rows = list(_failing(found, say))
    return _section(say("ui.statistics.leeches"), rows) if rows else Content("")


def _failing(found: Statistics, say: Say) -> Iterator[Content]:
    for leech in found.leeches[:_MOST_LEECHES]:
        name = leech.subject if "/" not in leech.subject else say("ui.statistics.item", item=leech.subject)
        yield plain(f"· {name}") + plain(f"  {say('ui.statistics.failed', count=leech.failed)}", "$quiet")
