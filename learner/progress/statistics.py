"""What the attempts come to: days, streak, points per skill, words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

import msgspec

from learner.exercises.item import Skill
from learner.progress.session import Attempt
from learner.progress.store import Status


class SkillPoints(msgspec.Struct, frozen=True):
    """Points and points possible of one skill."""

    points: float
    possible: float


class Statistics(msgspec.Struct, frozen=True):
    """Totals of all practice; days are the learner's local days."""

    attempts: int
    points: float
    possible: float
    days: int
    streak: int
    skills: dict[str, SkillPoints]
    known: int
    learning: int
    ignored: int


def statistics(attempts: Iterable[Attempt], words: Mapping[str, Status], now: datetime) -> Statistics:
    """The totals of these attempts and words, seen from `now`."""
    done = list(attempts)
    days = {attempt.at.astimezone(now.tzinfo).date() for attempt in done}
    counts = Counter(words.values())
    skills: dict[Skill, SkillPoints] = {}
    for attempt in done:
        before = skills.get(attempt.skill, SkillPoints(0, 0))
        skills[attempt.skill] = SkillPoints(before.points + attempt.points, before.possible + attempt.possible)
    return Statistics(
        len(done),
        sum(attempt.points for attempt in done),
        sum(attempt.possible for attempt in done),
        len(days),
        streak(days, now),
        {str(skill): total for skill, total in skills.items()},
        counts["known"],
        counts["learning"],
        counts["ignored"],
    )


def streak(days: Iterable[object], now: datetime) -> int:
    """Days of practice in a row up to today, or up to yesterday where today has none yet."""
    practised = set(days)
    day = now.date()
    if day not in practised:
        day -= timedelta(days=1)
    count = 0
    while day in practised:
        count += 1
        day -= timedelta(days=1)
    return count
