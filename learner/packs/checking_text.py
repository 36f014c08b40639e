"""Measures of a lesson's text: reading time, spelling, words nobody explains; and what an author has silenced."""

import math
import re
from collections.abc import Iterator

from learner.language.analysis import Analysis
from learner.lexicon.lexeme import LEVELS
from learner.packs.checking_items import TRANSCRIBED
from learner.packs.findings import Finding
from learner.packs.layout import Silence

# Words a minute of learners who read to understand; about half of what native readers do at C1 (Brysbaert 2019: 240).
_PACE = {"A1": 50, "A2": 60, "B1": 80, "B2": 100, "C1": 120, "C2": 150}
_STRAIGHT = re.compile(r'(?<!\w)"(?=\w)')


def reading_minutes(words: int, level: str) -> int:
    """Whole minutes a learner of that level needs to read so many words."""
    return math.ceil(words / _PACE.get(level, _PACE["B1"]))


def transcribed_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with a word written without its umlaut, and the word."""
    for number, line in enumerate(text.splitlines(), start=1):
        if found := TRANSCRIBED.search(line):
            yield number, found[0]


def straight_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with a straight quotation mark before a word."""
    for number, line in enumerate(text.splitlines(), start=1):
        if _STRAIGHT.search(line):
            yield number, line.strip()[:40]


def unexplained(analysis: Analysis, level: str) -> list[str]:
    """Words more than one level above the lesson's that have neither meaning nor parts, in order."""
    if level not in LEVELS:
        return []
    most = LEVELS.index(level) + 1
    return [
        entry.lexeme.lemma
        for entry in analysis.entries
        if entry.lexeme.level is not None
        and LEVELS.index(entry.lexeme.level) > most
        and not (entry.lexeme.glosses or entry.lexeme.definitions)
        and not entry.compound
    ]


def silences(silence: Silence, finding: Finding) -> bool:
    """Whether the author has accepted this finding; faults cannot be silenced."""
    of_item = not silence.item or silence.item == finding.values.get("item")
    return finding.severity == "note" and silence.code == finding.code and of_item
