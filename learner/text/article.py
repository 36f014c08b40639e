"""The article as every other floor sees it: one unchanging string with offsets into it."""

from typing import Literal

import msgspec

ParagraphKind = Literal["lead", "heading", "body"]


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """A half-open range of code points in `Article.text`."""

    start: int
    end: int


class Paragraph(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """One paragraph or subheading of the article; `label` is an author's letter or number for it."""

    start: int
    end: int
    kind: ParagraphKind
    label: str = ""


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """One sentence: offsets, its paragraph's index, and its tokens as a half-open index range."""

    start: int
    end: int
    paragraph: int
    first: int
    last: int


class Dropped(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """A block the clean-up left out: its text, the reason (a wording key), the offset behind which it stood."""

    text: str
    reason: str
    after: int


class Article(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cleaned article. `text` holds the paragraphs joined by blank lines; title and kicker stand outside it."""

    title: str | None
    kicker: str | None
    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Span, ...]
    dropped: tuple[Dropped, ...] = ()

    def slice(self, span: Span | Paragraph | Sentence) -> str:
        """The text of a span, paragraph or sentence."""
        return self.text[span.start : span.end]

    def tokens_of(self, sentence: Sentence) -> range:
        """Indexes of the sentence's tokens in `tokens`."""
        return range(sentence.first, sentence.last)
