"""The three note types: fields, templates and style, read from assets/anki. They are frozen: see docs/anki.md."""

import hashlib
import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from learner.places import bundled_path


@dataclass(frozen=True, slots=True)
class Numbered:
    """A field with its name and the number by which Anki knows it again."""

    name: str
    id: int


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of card of a note type: name, number, front and back as HTML."""

    name: str
    id: int
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type as Anki has it; `modified` is the time of the last change of a template or the style."""

    kind: str
    name: str
    id: int
    cloze: bool
    fields: tuple[Numbered, ...]
    templates: tuple[Template, ...]
    style: str
    modified: datetime
    digest: str

    def values(self, filled: dict[str, str]) -> list[str]:
        """Every field's value in the order of the fields."""
        return [filled.get(field.name, "") for field in self.fields]


@cache
def note_types() -> dict[str, NoteType]:
    """The note types by kind: vocabulary, cloze, comprehension."""
    return {kind: _note_type(kind, table) for kind, table in tomllib.loads(_text("notetypes.toml")).items()}


def appearance(note_type: NoteType) -> str:
    """A digest of all that a card looks like; where it changes, `modified` has to change with it."""
    sides = [side for template in note_type.templates for side in (template.front, template.back)]
    return hashlib.sha256("\0".join([note_type.style, *sides]).encode()).hexdigest()[:16]


def _note_type(kind: str, table: dict[str, Any]) -> NoteType:
    return NoteType(
        kind=kind,
        name=table["name"],
        id=table["id"],
        cloze=table.get("cloze", False),
        fields=tuple(Numbered(name, number) for name, number in table["fields"].items()),
        templates=tuple(_template(kind, name, number) for name, number in table["templates"].items()),
        style=_text("cards.css"),
        modified=table["modified"],
        digest=table["digest"],
    )


def _template(kind: str, name: str, number: int) -> Template:
    front, back = (_text(kind, f"{name.lower()}.{side}.html") for side in ("front", "back"))
    return Template(name, number, front, back)


def _text(*parts: str) -> str:
    return bundled_path("assets", "anki", *parts).read_text(encoding="utf-8")
