"""A pasted page as blocks: one per paragraph, heading, list entry or line of page furniture."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from learner.text.characters import trimmed
from learner.text.markers import stop_words
from learner.text.markup import is_heading, without_markup

_BULLET = re.compile(r"^\s*(?:[•·*+–▪►‣○●-]|\d{1,2}[.)]|[a-h]\))\s+")
_FINAL = re.compile(r"[.!?…:;][\"“”»«’‘')\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_WRAPPED = range(45, 101)
_FEWEST_DEPTHS = 4
_NEARLY = 0.5


@dataclass(frozen=True, slots=True)
class Block:
    """One block with what can be measured of it without knowing German grammar."""

    text: str
    bullet: bool
    heading: bool
    words: int
    stop_share: float
    final: bool
    depth: int

    @property
    def running(self) -> bool:
        """Whether this is running text: sentences rather than a title, a name or a link."""
        if self.words >= 25:
            return self.stop_share >= 0.12
        return self.stop_share >= 0.15 and (self.final or self.words >= 14) and self.words >= 6


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of normalised text, in order; empty ones are left out."""
    found: list[Block] = []
    for group in _groups(text.split("\n")):
        lines = [_joined(group)] if _hard_wrapped(group) else group
        found += (block(line) for line in lines)
    return tuple(entry for entry in found if entry.text)


def block(line: str) -> Block:
    """One line measured; list signs and the signs of Markdown and wikis are taken off."""
    bullet = bool(_BULLET.match(line))
    bare = trimmed(without_markup(_BULLET.sub("", line) if bullet and not line.lstrip()[0].isalnum() else line))
    words = _WORD.findall(bare)
    depth = len(line) - len(line.lstrip())
    stops = sum(word.lower() in stop_words() for word in words)
    return Block(
        text=bare,
        bullet=bullet,
        heading=is_heading(line),
        words=len(words),
        stop_share=stops / len(words) if words else 0.0,
        final=bool(_FINAL.search(bare)),
        depth=depth,
    )


def main_depth(page: Sequence[Block]) -> int | None:
    """The indentation of the article: the first depth that carries nearly as much running text as any other.

    Comments and teasers often hold more text, but stand later. None on a page whose lines all stand at few depths.
    """
    words: Counter[int] = Counter()
    for entry in page:
        words[entry.depth] += entry.words if entry.running else 0
    if len({entry.depth for entry in page}) < _FEWEST_DEPTHS:
        return None
    enough = max(words.values()) * _NEARLY
    return next(entry.depth for entry in page if entry.running and words[entry.depth] >= enough) if enough else None


def _joined(group: list[str]) -> str:
    """Hard-wrapped lines as one, at the depth of the first."""
    indent = group[0][: len(group[0]) - len(group[0].lstrip())]
    return indent + " ".join(trimmed(line) for line in group)


def _groups(lines: Iterable[str]) -> Iterable[list[str]]:
    """Runs of lines between blank lines."""
    group: list[str] = []
    for line in lines:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _hard_wrapped(group: list[str]) -> bool:
    """Whether the lines of a group were broken at a column, as in e-mails, and belong together."""
    body = [trimmed(line) for line in group[:-1]]
    if len(body) < 2 or any(_BULLET.match(line) for line in group):
        return False
    full = sum(len(line) in _WRAPPED for line in body)
    open_ends = sum(not _FINAL.search(line) for line in body)
    return full >= 0.8 * len(body) and open_ends >= 0.6 * len(body)
