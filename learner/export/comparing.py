"""What an export would change for those who have an older package of it."""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from learner.exercises.lesson import Lesson
from learner.export.choice import DEFAULT, DeckChoice
from learner.export.collecting import collect
from learner.export.filling import Filled, fill
from learner.export.notes import note_kind
from learner.export.notetypes import note_types
from learner.export.package import PackagedNote, read_package
from learner.export.recordings import Recordings

_TAGS = "Tags"
_SHOWN = 60  # characters of a note's first field


@dataclass(frozen=True, slots=True)
class Change:
    """A note that would be updated: its first field as text, and the fields that differ."""

    what: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What importing the new package after the old one does. Removed notes stay in the collections that have them.

    A changed note loses the tags its owner gave it: Anki replaces them.
    """

    added: tuple[str, ...]
    changed: tuple[Change, ...]
    removed: tuple[str, ...]
    unchanged: int


def diff(
    old: Path, lessons: Sequence[Lesson], *, choice: DeckChoice = DEFAULT, folders: Mapping[str, Path] | None = None
) -> Difference:
    """Compare an old package with what the lessons (their folders by uid) would give now.

    Raises ExportError for a package that cannot be read.
    """
    before = {note.guid: note for note in read_package(old)}
    now = {one.note.guid: one for one in fill(collect(lessons, choice).notes, Recordings(folders or {}))}
    common = [(before[guid], one) for guid, one in now.items() if guid in before]
    changes = [Change(_label(one.values[0]), fields) for note, one in common if (fields := _differing(note, one))]
    return Difference(
        added=tuple(_label(one.values[0]) for guid, one in now.items() if guid not in before),
        changed=tuple(changes),
        removed=tuple(_first(note) for guid, note in before.items() if guid not in now),
        unchanged=len(common) - len(changes),
    )


def _differing(note: PackagedNote, one: Filled) -> tuple[str, ...]:
    names = [field.name for field in note_types()[note_kind(one.note)].fields]
    differing = [name for name, value in zip(names, one.values, strict=True) if note.fields.get(name) != value]
    tags = [_TAGS] if set(note.tags) != set(one.note.tags) else []
    return (*differing, *tags)


def _first(note: PackagedNote) -> str:
    return _label(next(iter(note.fields.values()), ""))


def _label(field: str) -> str:
    """The beginning of a field as a reader sees it, gaps of clozes filled."""
    text = re.sub(r"\{\{c\d+::(.*?)(::.*?)?\}\}", r"\1", field, flags=re.DOTALL)
    shown = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
