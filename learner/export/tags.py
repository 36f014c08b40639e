"""Tags under `learner::`, and names that Anki takes as they are."""

import re
import unicodedata

from learner.exercises.lesson import Lesson
from learner.export.choice import DeckChoice

ROOT = "learner"
_NOT_IN_TAGS = re.compile(r"[^\w-]+")
_NOT_IN_DECKS = re.compile(r'[<>"]')


def tags_of(lesson: Lesson, choice: DeckChoice, **named: str | None) -> tuple[str, ...]:
    """The note's tags: lesson and `named` values under `learner::`, then those the person asked for."""
    ours = {"lesson": lesson.title, **named}
    tags = [f"{ROOT}::{name}::{word}" for name, value in ours.items() if (word := tag_word(value or ""))]
    asked = ["::".join(filter(None, map(tag_word, tag.split("::")))) for tag in choice.tags]
    return tuple(dict.fromkeys([*tags, *filter(None, asked)]))


def tag_word(text: str) -> str:
    """One level of a tag: letters, digits, `-` and `_`; Anki parts tags at every space."""
    return _NOT_IN_TAGS.sub("_", unicodedata.normalize("NFC", text)).strip("_")


def deck_name(lesson: Lesson, choice: DeckChoice) -> str:
    """`German::B2::Title`, or the one deck's name."""
    root = "::".join(filter(None, map(deck_word, choice.deck.split("::")))) or ROOT
    if not choice.subdecks:
        return root
    return "::".join([root, choice.level or lesson.level, deck_word(lesson.title) or lesson.uid])


def deck_word(text: str) -> str:
    """One level of a deck's name: no `::`, no quotation marks of programs, no control characters, one line."""
    visible = "".join(char if unicodedata.category(char)[0] != "C" else " " for char in text)
    single = re.sub(":{2,}", ":", _NOT_IN_DECKS.sub("", visible))
    return unicodedata.normalize("NFC", " ".join(single.split())).strip(": ")
