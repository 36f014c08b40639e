"""Sentences and tokens with offsets: the only door to SoMaJo."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from learner.text.article import Paragraph, Sentence, Span
from learner.text.markers import sentence_openers, whole_words

_SENTENCE = 5  # tokens behind a dateline
_FARTHEST = 2_000  # characters a changed token is looked for in; without an end it would take quadratic time
_PLACE = r"[A-ZÄÖÜ][\w.’-]*(?:[ /](?:[A-ZÄÖÜ][\w.’-]*|am|an|der|im|bei|ob)){0,3}"
_AGENCY = r"\((?:dpa|APA|AFP|Reuters|epd|KNA|SID)\)"
_DATELINE = re.compile(rf"{_PLACE} ?(?:\([\w/., -]{{2,25}}\) ?[–—-]|[–—]|-(?= )|{_AGENCY}) ?(?=[„»\"A-ZÄÖÜ])")
_DASH = re.compile(r" [–—-] ")
_REPORTED = re.compile(r"[“”«»\"‘’]\s*,?\s*[–-]?\s*$")


@dataclass(frozen=True, slots=True)
class Split:
    """Sentences with their token ranges, and tokens, in the order of the text."""

    sentences: tuple[Sentence, ...]
    tokens: tuple[Span, ...]


def split(text: str, paragraphs: tuple[Paragraph, ...]) -> Split:
    """Sentences and tokens of all paragraphs; offsets lie inside the paragraphs and in order."""
    sentences: list[Sentence] = []
    tokens: list[Span] = []
    for number, paragraph in enumerate(paragraphs):
        for group in _sentences(text, paragraph):
            first = len(tokens)
            tokens += group
            sentences.append(Sentence(group[0].start, group[-1].end, number, first, len(tokens)))
    return Split(tuple(sentences), tuple(tokens))


def _sentences(text: str, paragraph: Paragraph) -> list[list[Span]]:
    parted = _full_stop().sub(r"\g<0> ", text[paragraph.start : paragraph.end])
    parted = _number_at_end().sub(r"\g<0> ", parted)
    words = _tokenizer().tokenize_text([parted])
    groups: list[list[Span]] = []
    position = paragraph.start
    for sentence in words:
        group: list[Span] = []
        for token in sentence:
            span = _find(text, token.original_spelling or token.text, position, paragraph.end)
            if span is not None:
                group.append(span)
                position = span.end
        if group:
            groups.append(group)
    if paragraph.kind == "heading":
        return [[span for group in groups for span in group]] if groups else []
    return [part for group in _joined(text, groups) for part in _without_dateline(text, group)]


@cache
def _number_at_end() -> re.Pattern[str]:
    """`Sie siegten mit 6:3. „Toll“`, `Er wird 24. Die Feier`: no ordinal, since a sentence follows."""
    openers = "|".join(sorted(sentence_openers()))
    return re.compile(rf"(?:[a-zäöüß] |:)\d+(?=\.\s+(?:[„»\"“«](?=[A-ZÄÖÜ])|(?:{openers})\b))")


@cache
def _full_stop() -> re.Pattern[str]:
    """The place before a full stop behind a word that the tokenizer takes for an abbreviation: `Das sagte Berger.`."""
    words = "|".join(sorted(whole_words()))
    return re.compile(rf"(?:(?<=[\w,] )|(?<=[rf]\. ))(?:{words})(?=\.(?:\s+[A-ZÄÖÜ„»]|[“«\"’]|\s*$))")


def _without_dateline(text: str, group: list[Span]) -> list[list[Span]]:
    """`Wien –` and `Berlin (dpa) –` are no part of the sentence behind them; a dash that comes in a pair is."""
    start, end = group[0].start, group[-1].end
    found = _DATELINE.match(text, start, end)
    if found is None or _DASH.search(text, found.end(), end):
        return [group]
    before = [span for span in group if span.end <= found.end()]
    behind = group[len(before) :]
    return [before, behind] if before and len(behind) >= _SENTENCE else [group]


def _find(text: str, form: str, start: int, end: int) -> Span | None:
    """Where the token stands at or behind `start`; None if the tokenizer changed its spelling beyond finding."""
    while start < end and text[start].isspace():
        start += 1
    if text.startswith(form, start, end):
        return Span(start, start + len(form))
    pattern = r"\s*".join(re.escape(character) for character in form if not character.isspace())
    match = re.compile(pattern).search(text, start, min(end, start + len(form) + _FARTHEST)) if pattern else None
    if match is None or match.start() == match.end():
        return None
    return Span(match.start(), match.end())


def _joined(text: str, groups: list[list[Span]]) -> list[list[Span]]:
    """Sentences the tokenizer cut inside are one again: `„Kommt er?“, fragte sie.` and lone closing marks."""
    joined: list[list[Span]] = []
    for group in groups:
        if joined and _goes_on(text, joined[-1], group):
            joined[-1] += group
        else:
            joined.append(group)
    return joined


def _goes_on(text: str, before: list[Span], group: list[Span]) -> bool:
    head = text[group[0].start : group[0].end]
    if not any(character.isalnum() for span in group for character in text[span.start : span.end]):
        return head[0] not in "„»("
    if head == ",":
        return True
    return bool(_REPORTED.search(text[max(before[-1].end - 3, 0) : before[-1].end])) and head[0].islower()


@cache
def _tokenizer() -> Any:
    from somajo import SoMaJo

    return SoMaJo("de_CMC", split_camel_case=False, split_sentences=True)
