"""From a source's text to an Article."""

import re
from collections.abc import Iterable
from typing import Literal

from learner.errors import TextError
from learner.text.article import Article, Dropped, Paragraph, ParagraphKind
from learner.text.boilerplate import Cleaned, clean
from learner.text.characters import normalised
from learner.text.extraction import extract
from learner.text.markers import also_elsewhere, stop_words
from learner.text.splitting import split

_LONGEST = 1_000_000
_FEWEST_WORDS = 5
_LEAST_STOP_SHARE = 0.18
_WORD = re.compile(r"[^\W\d_]+")


def article(text: str, kind: Literal["html", "text"], *, title: str | None = None) -> Article:
    """The cleaned article, split into sentences and tokens. Raises TextError: empty, not German, too long."""
    if len(text) > _LONGEST:
        raise TextError(f"the text is too long ({len(text):,} characters).", hint="Paste one article, not a book.")
    if not text.strip():
        raise TextError("the text is empty.", hint="Paste the article's text.")
    if kind == "html":
        extracted = extract(text)
        text, title = extracted.text, title or extracted.title
    cleaned = clean(normalised(text), title)
    if not cleaned.kept:
        cleaned = _whole(text, title)
    _must_be_german(cleaned)
    return _assembled(cleaned)


def restore(found: Article, index: int) -> Article:
    """The article with the dropped block at `index` brought back where it stood."""
    block = found.dropped[index]
    kept = [(found.slice(paragraph), paragraph.kind) for paragraph in found.paragraphs]
    place = sum(paragraph.end <= block.after for paragraph in found.paragraphs)
    kept.insert(place, (block.text, "body"))
    counts = [sum(paragraph.end <= drop.after for paragraph in found.paragraphs) for drop in found.dropped]
    left = [
        (drop, count + (count > place or (count == place and number > index)))
        for number, (drop, count) in enumerate(zip(found.dropped, counts, strict=True))
        if number != index
    ]
    return _article(found.title, found.kicker, kept, [(drop.text, drop.reason, count) for drop, count in left])


def _whole(text: str, title: str | None) -> Cleaned:
    """Short or unusual text in which no article was told from page furniture: every line is kept."""
    from learner.text.blocks import blocks
    from learner.text.headline import Headline

    return Cleaned(Headline(title, None), [(block.text, "body") for block in blocks(normalised(text))])


def _must_be_german(cleaned: Cleaned) -> None:
    words = [word.lower() for text, _ in cleaned.kept for word in _WORD.findall(text)]
    if len(words) < _FEWEST_WORDS:
        raise TextError("there is too little text for an article.", hint="Paste whole sentences.")
    telling = stop_words() - also_elsewhere()
    if sum(word in telling for word in words) < _LEAST_STOP_SHARE * len(words):
        raise TextError("the text does not look German.", hint="Only German articles can become lessons.")


def assembled(title: str | None, kicker: str | None, paragraphs: Iterable[tuple[str, ParagraphKind]]) -> Article:
    """The article of paragraphs that need no cleaning, such as an author's own. Raises TextError where none is left."""
    kept = [(normalised(text), kind) for text, kind in paragraphs if text.strip()]
    if not kept:
        raise TextError("the text is empty.", hint="Write the article below its title.")
    return _article(title, kicker, kept, [])


def _assembled(cleaned: Cleaned) -> Article:
    left = [(entry.text, entry.reason, entry.after) for entry in cleaned.left]
    return _article(cleaned.headline.title, cleaned.headline.kicker, cleaned.kept, left)


def _article(
    title: str | None, kicker: str | None, kept: list[tuple[str, ParagraphKind]], left: list[tuple[str, str, int]]
) -> Article:
    paragraphs: list[Paragraph] = []
    position = 0
    for block, kind in kept:
        paragraphs.append(Paragraph(position, position + len(block), kind))
        position += len(block) + 2
    text = "\n\n".join(block for block, _ in kept)
    ends = [0, *(paragraph.end for paragraph in paragraphs)]
    parts = split(text, tuple(paragraphs))
    dropped = tuple(Dropped(block, reason, ends[after]) for block, reason, after in left)
    return Article(title, kicker, text, tuple(paragraphs), parts.sentences, parts.tokens, dropped)
