"""The vocabulary of page furniture: assets/text/markers.tsv as compiled patterns."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from learner.places import bundled_path

Reach = Literal["block", "teaser", "end"]


@dataclass(frozen=True, slots=True)
class Marker:
    """A pattern, the reason it stands for, and how far it reaches."""

    reason: str
    reach: Reach
    pattern: re.Pattern[str]


_TOOL_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TOOLBAR = Marker("share", "block", _TOOL_WORD)


@cache
def markers() -> tuple[Marker, ...]:
    """All markers in the order of their file."""
    rows = bundled_path("assets", "text", "markers.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return tuple(Marker(reason, cast(Reach, reach), re.compile(rule, re.IGNORECASE)) for reason, reach, rule in cells)


def marker_of(line: str) -> Marker | None:
    """The first marker that fits a line, or None."""
    found = next((marker for marker in markers() if marker.pattern.search(line)), None)
    return _TOOLBAR if found is None and _is_toolbar(line) else found


def _is_toolbar(line: str) -> bool:
    """`8 Kommentare Merken Teilen`: only words of the tools of a page and what stands beside them, in any order."""
    words = {word.strip("-") for word in _TOOL_WORD.findall(line.lower())}
    tools, beside = _tool_words()
    return bool(words & tools) and words <= tools | beside


@cache
def _tool_words() -> tuple[frozenset[str], frozenset[str]]:
    rows = bundled_path("assets", "text", "tool_words.txt").read_text(encoding="utf-8")
    _, tools, beside = re.split(r"^\[\w+\]$", rows, flags=re.MULTILINE)
    return frozenset(tools.split()), frozenset(beside.split())


@cache
def stop_words() -> frozenset[str]:
    """German function words, by which running text is told from lists and from other languages."""
    return _words("stop_words.txt")


@cache
def whole_words() -> frozenset[str]:
    """Words that stand before a full stop like an abbreviation and are none."""
    return _words("whole_words.txt")


@cache
def also_elsewhere() -> frozenset[str]:
    """Stop words that other languages have too."""
    return _words("also_elsewhere.txt")


@cache
def sentence_openers() -> frozenset[str]:
    """Words that in capitals begin a sentence behind a number and a full stop."""
    return _words("sentence_openers.txt")


@cache
def menu_words() -> frozenset[str]:
    """Words of the menus of news sites."""
    return _words("menu_words.txt")


def _words(name: str) -> frozenset[str]:
    rows = bundled_path("assets", "text", name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for row in rows if not row.startswith("#") for word in row.split())
