"""The files of a lesson folder (format 2) and what they hold, as Structs.

Format 1 is format 2 without topic, silenced findings, included words, paragraph labels and versions of the text: it is
read as it is, and `learner pack upgrade` writes the new number.
"""

import hashlib
from pathlib import Path
from typing import Annotated, Any

import msgspec

from learner.exercises.item import Choice, Gap, Item, Match, Order
from learner.exercises.lesson import ExamSet, Origin
from learner.language.analysis import Analysis
from learner.lexicon.lexeme import LEVELS, Level

FORMAT = 2
OLDEST = 1
LESSON, TEXT, WORDS, ITEMS, ANALYSIS = "lesson.toml", "text.md", "words.toml", "items.toml", "analysis.json"
MOST_BYTES = {
    "pack.toml": 100_000,
    LESSON: 100_000,
    TEXT: 2_000_000,
    WORDS: 2_000_000,
    ITEMS: 5_000_000,
    ANALYSIS: 60_000_000,
}
MOST_BYTES |= {f"analysis.{level.lower()}.json": MOST_BYTES[ANALYSIS] for level in LEVELS}
VERSIONS: dict[str, Level] = {f"text.{level.lower()}.md": level for level in LEVELS}
KINDS: dict[str, Any] = {"choice": Choice, "gap": Gap, "match": Match, "order": Order}


class Silence(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A finding the author has looked at and accepts, with the reason; of one item, or of the whole lesson."""

    code: str
    reason: Annotated[str, msgspec.Meta(min_length=3)]
    item: str = ""


class LessonFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """lesson.toml: what the library shows, and how the lesson was made."""

    uid: str
    title: str
    level: Level
    format: int = FORMAT
    seed: int = 0
    words: int = 0
    minutes: int = 0
    items: int = 0
    topic: str = ""
    origin: Origin = Origin()
    exam: ExamSet | None = None
    silence: tuple[Silence, ...] = ()


class OwnWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One word of words.toml: the author's own gloss and note."""

    lemma: str
    gloss: str = ""
    note: str = ""


class WordsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """words.toml: words with glosses of the author's, words asked before others, and words to leave out."""

    format: int = FORMAT
    words: tuple[OwnWord, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class ItemsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """items.toml: the items, the ids that were generated, and those the author deleted."""

    format: int = FORMAT
    made: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()


class AnalysisFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """analysis.json: generated; `sources` names the texts it was made from."""

    sources: str
    analysis: Analysis
    format: int = FORMAT


def sources_hash(folder: Path) -> str:
    """The hash of the files an analysis depends on."""
    digest = hashlib.sha256()
    for name in (TEXT, WORDS):
        file = folder / name
        digest.update(file.read_bytes() if file.exists() else b"")
        digest.update(b"\x00")
    return digest.hexdigest()[:16]
