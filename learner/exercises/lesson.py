"""A lesson: an analysed article with its items, ready to be practised, written or exported."""

import msgspec

from learner.exercises.item import Item
from learner.language.analysis import Analysis
from learner.lexicon.lexeme import Level


class Origin(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where the article came from and under which licence it may be passed on; empty when unknown."""

    source: str = ""
    author: str = ""
    licence: str = ""
    retrieved: str = ""


class ExamPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One part of an exam as far as the article carries it: its items' ids, minutes, points for each item."""

    name: str
    items: tuple[str, ...]
    wanted: int
    minutes: int = 0
    points: float = 1.0


class ExamSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An exam filled from one article; `missing` names in German what the article cannot carry.

    `pass_percent` is 0 where the exam has no pass mark of its own.
    """

    exam: str
    title: str
    minutes: int
    pass_percent: int
    parts: tuple[ExamPart, ...]
    missing: tuple[str, ...] = ()


class Lesson(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`uid` is the hash of the source text; `level` and `seed` made it; `exam` is there in exam sets alone."""

    uid: str
    title: str
    level: Level
    seed: int
    analysis: Analysis
    items: tuple[Item, ...]
    origin: Origin = Origin()
    exam: ExamSet | None = None
