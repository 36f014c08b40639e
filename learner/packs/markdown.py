"""text.md: an article as plain Markdown, written and read without loss.

`# ` before the title, `> ` before the kicker, `## ` before a subheading, `*…*` around the lead, `[A] ` before a
labelled paragraph; paragraphs are parted by blank lines. A paragraph that itself begins with one of these signs or a
backslash gets a backslash before it.
"""

import re
from dataclasses import dataclass

from learner.text.article import Article, ParagraphKind

_SIGNS = ("#", ">", "*", "[", "\\")
_LABEL = re.compile(r"\[([A-Z0-9]{1,3})\] (?=\S)")


@dataclass(frozen=True, slots=True)
class Text:
    """Title, kicker and paragraphs with their kinds; `labels` runs parallel to the paragraphs, or is empty."""

    title: str | None
    kicker: str | None
    paragraphs: tuple[tuple[str, ParagraphKind], ...]
    labels: tuple[str, ...] = ()

    def label(self, number: int) -> str:
        """The label of a paragraph; empty where it has none."""
        return self.labels[number] if self.labels else ""


def text_of(article: Article) -> Text:
    """What of an article stands in text.md."""
    paragraphs = tuple((article.slice(paragraph), paragraph.kind) for paragraph in article.paragraphs)
    labels = tuple(paragraph.label for paragraph in article.paragraphs)
    return Text(article.title, article.kicker, paragraphs, labels if any(labels) else ())


def write(text: Text) -> str:
    """The text as Markdown."""
    blocks = [f"# {_one_line(text.title)}"] if text.title else []
    blocks += [f"> {_one_line(text.kicker)}"] if text.kicker else []
    blocks += [_block(part, kind, text.label(number)) for number, (part, kind) in enumerate(text.paragraphs)]
    return "\n\n".join(blocks) + "\n"


def _block(paragraph: str, kind: ParagraphKind, label: str) -> str:
    line = _one_line(paragraph)
    if kind == "heading":
        return f"## {line}"
    if kind == "lead":
        return f"*{line}*"
    line = f"\\{line}" if line.startswith(_SIGNS) else line
    return f"[{label}] {line}" if label else line


def _one_line(text: str) -> str:
    return " ".join(text.split())


def read(markdown: str) -> Text:
    """The text behind Markdown; lines of one paragraph are joined."""
    title: str | None = None
    kicker: str | None = None
    paragraphs: list[tuple[str, ParagraphKind]] = []
    labels: list[str] = []
    for block in _blocks(markdown):
        if block.startswith("# ") and title is None:
            title = block[2:].strip()
        elif block.startswith("> ") and kicker is None and not paragraphs:
            kicker = block[2:].strip()
        else:
            found = _LABEL.match(block)
            labels.append(found[1] if found else "")
            paragraphs.append(_paragraph(block[found.end() :] if found else block))
    return Text(title, kicker, tuple(paragraphs), tuple(labels) if any(labels) else ())


def _blocks(markdown: str) -> list[str]:
    parts = markdown.replace("\r\n", "\n").split("\n\n")
    return [line for line in (_one_line(part) for part in parts) if line]


def _paragraph(block: str) -> tuple[str, ParagraphKind]:
    if block.startswith("#"):
        return block.lstrip("#").strip(), "heading"
    if block.startswith("*") and block.endswith("*") and len(block) > 2 and not block.startswith("**"):
        return block[1:-1], "lead"
    return block.removeprefix("\\"), "body"
