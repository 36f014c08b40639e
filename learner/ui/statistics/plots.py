"""Plots of block characters: a heat map of days, columns over time; height and sign carry the value, not colour."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from textual.content import Content

from learner.ui.literal import plain

_SHADES = "·░▒▓█"
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_STEPS = (0.0, 5.0, 15.0, 30.0)
"""Minutes above which a day gets the next darker sign."""


def heat_map(minutes: Mapping[str, float], today: date, weeks: int, day_name: Callable[[int], str]) -> list[Content]:
    """A row per day of the week, a column per week, this week last; days to come are blank."""
    monday = today - timedelta(days=today.weekday(), weeks=weeks - 1)
    width = max(len(day_name(day)) for day in range(7))
    rows = []
    for weekday in range(7):
        name = day_name(weekday) if weekday % 2 == 0 else ""
        row = plain(name.ljust(width) + " ", "$quiet")
        for week in range(weeks):
            row += _day(minutes, monday + timedelta(days=weekday, weeks=week), today)
        rows.append(row)
    return rows


def _day(minutes: Mapping[str, float], day: date, today: date) -> Content:
    if day > today:
        return Content("  ")
    shade = sum(minutes.get(day.isoformat(), 0.0) > step for step in _STEPS)
    return Content.styled(f" {_SHADES[shade]}", "$accent" if shade else "$line")


def columns(values: Sequence[float], height: int = 4) -> list[Content]:
    """A column per value, from zero up to the largest."""
    most = max(values, default=0) or 1
    eighths = [round(8 * height * value / most) for value in values]
    return [
        Content.styled("".join(_EIGHTHS[max(0, min(8, eighth - 8 * row))] for eighth in eighths), "$accent")
        for row in reversed(range(height))
    ]


def spread(changes: Mapping[str, int], today: date, days: int) -> list[int]:
    """A value for each of the last days, from those on which it changed."""
    first = today - timedelta(days=days - 1)
    value = next((count for day, count in reversed(list(changes.items())) if day < first.isoformat()), 0)
    values = []
    for number in range(days):
        value = changes.get((first + timedelta(days=number)).isoformat(), value)
        values.append(value)
    return values
