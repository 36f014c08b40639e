"""Lines broken at a column, as in e-mails and plain text files, joined into paragraphs."""

import re
from collections.abc import Iterator

from learner.text.characters import trimmed

_WIDTHS = range(45, 101)
_SPREAD = 18
_LIST_SIGN = re.compile(r"\s*(?:[•·*+–▪►‣○●#-]|\d{1,2}[.)])\s+")
_FINAL = re.compile(r"[.!?…:][\"“”»«’‘')\]]*$")
_HYPHENATED = re.compile(r"(?<=[a-zäöüß])-$")
_KEEPS_HYPHEN = re.compile(r"(?:und|oder|bzw\.|sowie|als|bis)\b|[A-ZÄÖÜ]")


def unwrapped(text: str) -> Iterator[str]:
    """The lines of the text; where it is hard-wrapped, the lines of a paragraph come as one."""
    groups = list(_groups(text.split("\n")))
    wrapped = _is_wrapped(groups)
    for group in groups:
        if wrapped and not any(_LIST_SIGN.match(line) for line in group):
            yield from _paragraphs(group, max(len(trimmed(line)) for line in group))
        else:
            yield from group


def _groups(lines: list[str]) -> Iterator[list[str]]:
    """Runs of lines between blank lines."""
    group: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []


def _is_wrapped(groups: list[list[str]]) -> bool:
    """Whether lines were broken at a column: those with a next line are nearly equally long and end in mid-sentence."""
    inner = [trimmed(line) for group in groups for line in group[:-1] if not _LIST_SIGN.match(line)]
    if len(inner) < 2:
        return False
    widest = max(map(len, inner))
    full = sum(len(line) >= widest - _SPREAD for line in inner)
    open_ends = sum(not _FINAL.search(line) for line in inner)
    return widest in _WIDTHS and full >= 0.6 * len(inner) and open_ends >= 0.6 * len(inner)


def _paragraphs(group: list[str], width: int) -> Iterator[str]:
    """The paragraphs of a group: a short line that ends a sentence ends one too."""
    indent = group[0][: len(group[0]) - len(group[0].lstrip())]
    paragraph = ""
    for line in map(trimmed, group):
        paragraph = _joined(paragraph, line)
        if len(line) < width - _SPREAD and _FINAL.search(line):
            yield indent + paragraph
            paragraph = ""
    if paragraph:
        yield indent + paragraph


def _joined(paragraph: str, line: str) -> str:
    """The paragraph with one more line; a word divided at the line's end is whole again."""
    if not paragraph:
        return line
    if _HYPHENATED.search(paragraph):
        return (
            paragraph + (" " if re.match(r"(?:und|oder|bzw\.|sowie|bis)\b", line) else "") + line
            if _KEEPS_HYPHEN.match(line)
            else paragraph[:-1] + line
        )
    return f"{paragraph} {line}"
