"""Markdown and wiki signs reduced to the text they stand for."""

import re

_HEADING = re.compile(r"^\s*#{1,6}\s+(?=\S)")
_RULE = re.compile(r"^\s*(?:[-*_=]\s?){3,}$|^\s*(?:```|~~~).*$")
_QUOTED = re.compile(r"^\s*(?:>\s?)+")
_REPLACED = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),  # pictures
    (re.compile(r"\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),  # links
    (re.compile(r"<(?:https?://|mailto:)[^>\s]+>"), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=[^\s_])([^_]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"\[(?:\d{1,3}|Anm\. \d{1,3})\]"), ""),  # footnote signs of an encyclopedia
    (re.compile(r"\s*\[\s*Bearbeiten(?:\s*\|\s*Quelltext bearbeiten)?\s*\]"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!-])"), r"\1"),
)


def is_heading(line: str) -> bool:
    """Whether the line is a Markdown heading."""
    return bool(_HEADING.match(line))


def without_markup(line: str) -> str:
    """One line as its text: heading and quotation signs, emphasis, links, pictures, footnote signs taken off."""
    if _RULE.match(line):
        return ""
    line = _QUOTED.sub("", _HEADING.sub("", line))
    for pattern, text in _REPLACED:
        line = pattern.sub(text, line)
    return line
