"""What answers, reviews and marks come to: days and minutes, streak, retention, words over time, level per skill."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from learner.exercises.item import Skill
from learner.lexicon.lexeme import LEVELS
from learner.progress.schedule import KNOWN_DAYS
from learner.progress.store import Reviewed, Status, Store

if TYPE_CHECKING:
    from learner.progress.session import Attempt

_PAUSE = timedelta(minutes=3)
_ONE_ANSWER = 20.0
_LEAST_ANSWERS = 10
_RECENT_ANSWERS = 60
_PASSED = 0.7


class SkillPoints(msgspec.Struct, frozen=True):
    """Points and points possible of one skill, and the level shown in it; empty while too little was answered."""

    points: float
    possible: float
    level: str = ""


class Day(msgspec.Struct, frozen=True):
    """One day of practice."""

    answers: int
    minutes: float


class Retention(msgspec.Struct, frozen=True):
    """Reviews of cards that were not new: the share remembered, and the share that FSRS had predicted."""

    reviews: int
    remembered: float
    predicted: float


class Leech(msgspec.Struct, frozen=True):
    """A word (or `uid/item`) that keeps failing."""

    subject: str
    failed: int


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
    reviews: int = 0
    minutes: float = 0.0
    retention: Retention | None = None
    calendar: dict[str, Day] = {}
    known_over_time: dict[str, int] = {}
    leeches: tuple[Leech, ...] = ()
    forecast: tuple[int, ...] = ()


def of_store(store: Store, now: datetime) -> Statistics:
    """Everything there is to say about a store's learner."""
    attempts, reviews, marks = store.attempts(), store.cards.reviews(), store.marks()
    calendar = by_day(sorted([attempt.at for attempt in attempts] + [review.at for review in reviews]), now)
    over_time = known_over_time(marks, reviews, now)
    return msgspec.structs.replace(
        statistics(attempts, {lemma: status for lemma, status, _ in marks}, now),
        days=len(calendar),
        streak=streak([date.fromisoformat(day) for day in calendar], now),
        known=next(reversed(over_time.values()), 0),
        reviews=len(reviews),
        minutes=round(sum(day.minutes for day in calendar.values()), 1),
        retention=retention(reviews),
        calendar=calendar,
        known_over_time=over_time,
        leeches=tuple(Leech(subject, failed) for subject, failed in store.cards.leeches()),
        forecast=tuple(store.cards.forecast(now)),
    )


def statistics(attempts: "Iterable[Attempt]", words: Mapping[str, Status], now: datetime) -> Statistics:
    """The totals of these attempts and words, seen from `now`."""
    done = list(attempts)
    days = {attempt.at.astimezone(now.tzinfo).date() for attempt in done}
    counts = Counter(words.values())
    skills: dict[Skill, list[Attempt]] = {}
    for attempt in done:
        skills.setdefault(attempt.skill, []).append(attempt)
    return Statistics(
        len(done),
        sum(attempt.points for attempt in done),
        sum(attempt.possible for attempt in done),
        len(days),
        streak(days, now),
        {str(skill): _skill(found) for skill, found in skills.items()},
        counts["known"],
        counts["learning"],
        counts["ignored"],
    )


def _skill(attempts: "Sequence[Attempt]") -> SkillPoints:
    points = sum(attempt.points for attempt in attempts)
    return SkillPoints(points, sum(attempt.possible for attempt in attempts), level_shown(attempts))


def level_shown(attempts: "Sequence[Attempt]") -> str:
    """The highest level at which the latest answers (ten at least) earned 70 % of the points; empty where none."""
    for level in reversed(LEVELS):
        latest = [attempt for attempt in attempts if attempt.level == level][-_RECENT_ANSWERS:]
        possible = sum(attempt.possible for attempt in latest)
        if len(latest) >= _LEAST_ANSWERS and sum(attempt.points for attempt in latest) >= _PASSED * possible:
            return level
    return ""


def by_day(moments: Sequence[datetime], now: datetime) -> dict[str, Day]:
    """Answers and minutes of each day; a pause of more than three minutes is not practice. `moments` are in order."""
    days: dict[str, list[datetime]] = {}
    for moment in moments:
        local = moment.astimezone(now.tzinfo)
        days.setdefault(local.date().isoformat(), []).append(local)
    return {day: Day(len(found), _minutes(found)) for day, found in days.items()}


def _minutes(moments: Sequence[datetime]) -> float:
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    seconds = [gap.total_seconds() if gap <= _PAUSE else _ONE_ANSWER for gap in gaps]
    return round((_ONE_ANSWER + sum(seconds)) / 60, 1)


def retention(reviews: Iterable[Reviewed]) -> Retention | None:
    """What was remembered beside what was predicted; None before the first second review."""
    found = [(review.rating > 1, review.predicted) for review in reviews if review.predicted is not None]
    if not found:
        return None
    remembered = sum(right for right, _ in found) / len(found)
    return Retention(len(found), round(remembered, 4), round(sum(share for _, share in found) / len(found), 4))


def known_over_time(
    marks: Iterable[tuple[str, Status, datetime]], reviews: Iterable[Reviewed], now: datetime
) -> dict[str, int]:
    """How many words were known at the end of each day on which that changed.

    Known is what the learner marked so, and what FSRS expects to be remembered for three weeks.
    """
    events = [(at, lemma, status == "known") for lemma, status, at in marks if status != "learning"]
    words = (review for review in reviews if "/" not in review.subject)
    events += [(review.at, review.subject, (review.stability or 0) >= KNOWN_DAYS) for review in words]
    known: set[str] = set()
    days: dict[str, int] = {}
    for at, lemma, is_known in sorted(events, key=lambda event: event[0]):
        before = len(known)
        (known.add if is_known else known.discard)(lemma)
        if len(known) != before:
            days[at.astimezone(now.tzinfo).date().isoformat()] = len(known)
    return days


def known_now(store: Store) -> frozenset[str]:
    """The words the learner marked as known or ignored, and those FSRS expects to last three weeks."""
    marked = store.words()
    latest = {review.subject: review.stability for review in store.cards.reviews()}
    lasting = {subject for subject, days in latest.items() if (days or 0) >= KNOWN_DAYS and "/" not in subject}
    own = {lemma for lemma, status in marked.items() if status != "learning"}
    return frozenset(own | {lemma for lemma in lasting if marked.get(lemma) != "learning"})


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
