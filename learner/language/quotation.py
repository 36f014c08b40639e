"""Passages between quotation marks of every style: „ “, » «, « », " ", “ ”, ‚ ‘."""

import re
from collections.abc import Iterable, Iterator

from learner.text.article import Article, Paragraph, Span

_CLOSING = {"„": '“”"‟', "»": "«", "«": "»", "“": '”"“', "”": "”", '"': '"', "‟": "”", "‚": "‘’", "‹": "›", "›": "‹"}
_OPENING = frozenset(_CLOSING) - {"”"}


def passages(article: Article) -> list[Span]:
    """What stands between quotation marks, without the marks, in order; a mark that never closes counts for nothing.

    A quotation that goes on in the next paragraph opens there anew and has no closing mark at the end of this one.
    """
    found: list[Span] = []
    carried = False
    for number, paragraph in enumerate(article.paragraphs):
        following = article.paragraphs[number + 1 :][:1]
        goes_on = bool(following) and article.text[following[0].start : following[0].start + 1] in _OPENING
        over = bool(following) and _runs_over(article.text, paragraph, following[0])
        found += _of_paragraph(article.text, paragraph.start, paragraph.end, goes_on=goes_on or over, within=carried)
        carried = over
    return [_trimmed(article.text, span) for span in found]


def _runs_over(text: str, paragraph: Paragraph, following: Paragraph) -> bool:
    """`„Das` in one paragraph and `ist so.“` in the next, which has no opening mark before the closing one."""
    last = max(text.rfind(mark, paragraph.start, paragraph.end) for mark in '“”"»«')
    if text.rfind("„", paragraph.start, paragraph.end) <= last:
        return False
    first = next((place for place in range(following.start, following.end) if text[place] in '„“”"»«'), -1)
    return first > following.start and text[first] in "“”" and text[first - 1] in ".!?…"


_INNER = {"‚": "‘’'", "›": "‹", "‹": "›", "'": "'", "‘": "’"}


def nested(article: Article, outer: Iterable[Span]) -> Iterator[Span]:
    """What stands between single marks behind a colon inside other quotations."""
    for span in outer:
        place = span.start
        while place < span.end:
            closing = _INNER.get(article.text[place], "")
            led = closing and article.text[max(span.start, place - 2) : place] == ": "
            ends = [end for end in range(place + 2, span.end + 1) if led and _closes(article.text, end, closing)]
            if ends:
                yield _trimmed(article.text, Span(place + 1, ends[0]))
                place = ends[0]
            place += 1


def _closes(text: str, place: int, closing: str) -> bool:
    return text[place : place + 1] in closing and place < len(text) and not _is_apostrophe(text, place)


def _of_paragraph(text: str, start: int, end: int, *, goes_on: bool, within: bool) -> Iterator[Span]:
    opened, closing = (start, _CLOSING["„"]) if within else (-1, "")
    for place in range(start, end):
        character = text[place]
        if opened >= 0:
            if character in closing and not _is_apostrophe(text, place) and not _opens_anew(text, place):
                yield Span(opened, place)
                opened = -1
        elif character in _OPENING and _can_open(text, place, start):
            opened, closing = place + 1, _CLOSING[character]
    if opened >= 0 and (goes_on or _lost_its_end(text, start, opened, end)):
        yield Span(opened, end)


def _lost_its_end(text: str, start: int, opened: int, end: int) -> bool:
    """`Bäcker Thoms winkt ab: „Das lohnt nicht.` at the end of a paragraph with no other mark, one sentence long."""
    led = text[max(start, opened - 3) : opened - 1] == ": "
    said = text[opened:end].rstrip()
    others = any(mark in text[start : opened - 1] + said for mark in _OPENING | {"“", "«", "»"})
    return led and not others and said[-1:] in ".!?" and not re.search(r"[.!?] ", said)


def _can_open(text: str, place: int, start: int) -> bool:
    """A mark opens at the beginning of a word; `«` right behind one is a stray closing mark; `„` can only open."""
    before = text[place - 1] if place > start else " "
    after = text[place + 1 : place + 2]
    return not before.isalnum() and (text[place] == "„" or bool(after.strip()))


def _opens_anew(text: str, place: int) -> bool:
    """`“` that stands before a letter opens, whatever is open already."""
    return text[place] == "“" and text[place + 1 : place + 2].isalnum() and not text[place - 1].isalnum()


def _is_apostrophe(text: str, place: int) -> bool:
    return text[place] in "’'" and text[place + 1 : place + 2].isalpha()


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
