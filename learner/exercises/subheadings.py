"""The author's own headings inside an article, each with its section, where it is certain which is whose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from learner.exercises.material import Material, is_furniture
from learner.exercises.paragraphs import prose
from learner.exercises.passage import safe

_WORDS = range(2, 11)
_SIGNS = re.compile(r"[|/…©@#*<>=]|\.\.\.|https?|www\.|^\W*\d|:$|\bvon \d")
_NUMBER = re.compile(r"^\d{1,2}\. ")  # of a list: `1. Das Problem`
SHOWN = 8  # words of a section's beginning
_STEM = 5
_WORD = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the paragraph that begins its section, and all paragraphs of running text under it."""

    heading: str
    first: int
    paragraphs: tuple[int, ...]


def sections(material: Material) -> list[Section]:
    """The sections whose heading takes up words that no other section has, and that their beginning does not show."""
    found = _all(material)
    return [one for one in found if _is_apart(material, one, [other for other in found if other != one])]


def _all(material: Material) -> list[Section]:
    paragraphs, running = material.analysis.article.paragraphs, set(prose(material))
    headings = [number for number, one in enumerate(paragraphs) if one.kind == "heading" and number]
    made = []
    for place, number in enumerate(headings):
        end = headings[place + 1] if place + 1 < len(headings) else len(paragraphs)
        under = tuple(one for one in range(number + 1, end) if one in running)
        text = _NUMBER.sub("", " ".join(material.analysis.article.slice(paragraphs[number]).split()))
        if under and under[0] == number + 1 and is_heading(text):
            made.append(Section(text, under[0], under))
    return made


def is_heading(text: str) -> bool:
    """Whether a line reads like an author's heading and not like a caption, a date or a part of the page."""
    plain = not _SIGNS.search(text) and not is_furniture(text) and safe(text)
    return plain and len(text.split()) in _WORDS and not text.isupper() and text[0].isupper() and text[-1] not in ".,"


def beginning(material: Material, paragraph: int, most: int) -> str:
    """The first words of a paragraph."""
    article = material.analysis.article
    return " ".join(article.slice(article.paragraphs[paragraph]).split()[:most])


def _is_apart(material: Material, one: Section, others: Sequence[Section]) -> bool:
    """Whether a word of the heading stands in its section and in no other one, and not in what is shown of it."""
    elsewhere = {stem for other in others for stem in _stems(_text(material, other))}
    ties = _stems(one.heading) & _stems(_text(material, one)) - elsewhere
    return bool(ties) and not ties & _stems(beginning(material, one.first, SHOWN))


def _text(material: Material, one: Section) -> str:
    article = material.analysis.article
    return " ".join(article.slice(article.paragraphs[number]) for number in one.paragraphs)


def _stems(text: str) -> set[str]:
    """The beginnings of its longer words."""
    return {word.lower()[:_STEM] for word in _WORD.findall(text)}
