"""Whose words a note quotes: the line that names article, dictionaries and their licences."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache

from learner.exercises.lesson import Lesson, Origin
from learner.places import bundled_path
from learner.wording import say

NOUN_TABLE = "noun-table"
PRONUNCIATION = "pronunciation"


def source_line(lesson: Lesson, sources: Sequence[str], language: str) -> str:
    """`From: Title, source, licence. Data: dictionary, licence; …`, each source once."""
    article = say("anki.source.article", language, article=", ".join(_article(lesson)))
    data = "; ".join(dict.fromkeys(_attribution(source) for source in sources if source))
    return f"{article} {say('anki.source.data', language, sources=data)}" if data else article


def licence_line(origin: Origin, language: str) -> str:
    """The licence of the article, or that it is unknown."""
    return origin.licence or say("anki.source.no-licence", language)


def _article(lesson: Lesson) -> Iterator[str]:
    yield lesson.title
    yield from dict.fromkeys(filter(None, (lesson.origin.author, lesson.origin.source, lesson.origin.licence)))


def _attribution(source: str) -> str:
    return _attributions().get(source, source)


@cache
def _attributions() -> dict[str, str]:
    text = bundled_path("assets", "anki", "sources.toml").read_text(encoding="utf-8")
    attributions: dict[str, str] = tomllib.loads(text)["attribution"]
    return attributions
