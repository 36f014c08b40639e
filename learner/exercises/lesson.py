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


class Lesson(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`uid` is the hash of the source text; `level` and `seed` are those it was made with."""

    uid: str
    title: str
    level: Level
    seed: int
    analysis: Analysis
    items: tuple[Item, ...]
    origin: Origin = Origin()
