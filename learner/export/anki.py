"""Lessons -> an Anki package: genanki's one door.

genanki guesses cards, gives every note one time and stores random zip times; here every note carries its own time and
its cards, and the same content gives the same bytes.
"""

import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

import genanki

from learner.exercises.lesson import Lesson
from learner.export import escaping, rendering
from learner.export.choice import DEFAULT, DeckChoice
from learner.export.collecting import Deck
from learner.export.filling import Calendar, Filled, fill
from learner.export.notes import note_kind
from learner.export.notetypes import NoteType, note_types
from learner.export.recordings import Recordings
from learner.export.writing import Written, collect_for, report, save

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_DEFAULT_DECK = 1


class _Note(genanki.Note):  # type: ignore[misc]
    """A note with a time of its own."""

    def __init__(self, filled: Filled, model: genanki.Model, due: int, changed: datetime) -> None:
        tags = list(filled.note.tags)
        super().__init__(model=model, fields=filled.values, tags=tags, guid=filled.note.guid, due=due)
        self.cards = [genanki.Card(number) for number in rendering.cards(filled.note)]
        self._changed = changed.timestamp()

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, deck_id: int, id_gen: Iterator[int]) -> None:
        del timestamp
        super().write_to_db(cursor, self._changed, deck_id, id_gen)


class _Model(genanki.Model):  # type: ignore[misc]
    """A note type with a time of its own, the same whatever deck uses it."""

    def __init__(self, note_type: NoteType) -> None:
        super().__init__(
            note_type.id,
            note_type.name,
            fields=[{"name": field.name, "id": field.id} for field in note_type.fields],
            templates=[
                {"name": template.name, "id": template.id, "qfmt": template.front, "afmt": template.back}
                for template in note_type.templates
            ],
            css=note_type.style,
            model_type=genanki.Model.CLOZE if note_type.cloze else genanki.Model.FRONT_BACK,
        )
        self._changed = note_type.modified.timestamp()

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        del timestamp, deck_id
        model: dict[str, Any] = super().to_json(self._changed, _DEFAULT_DECK)
        return model


def write(
    lessons: Sequence[Lesson],
    path: Path,
    *,
    now: datetime,
    choice: DeckChoice = DEFAULT,
    folders: Mapping[str, Path] | None = None,
) -> Written:
    """Write the lessons as one .apkg, replacing the file in one step.

    `folders` are the lessons' own, by uid: there `anki.toml` keeps when each note last changed. Without a folder every
    note counts as changed `now`. Raises ExportError where nothing fits the choice or the file cannot be written.
    """
    collected = collect_for(path, lessons, choice)
    recordings = Recordings(folders or {})
    filled = fill(collected.notes, recordings)
    calendar = Calendar(filled, folders or {}, now)
    save(path, _zipped(_collection(_decks(collected.decks, filled, calendar), calendar.latest()), recordings.media))
    return report(path, collected, undated=calendar.keep())


def _decks(decks: Sequence[Deck], filled: Sequence[Filled], calendar: Calendar) -> list[genanki.Deck]:
    models = {kind: _Model(note_type) for kind, note_type in note_types().items()}
    notes = iter(filled)
    made = []
    for deck in decks:
        made.append(genanki.Deck(_deck_id(deck.name), deck.name, _html(deck.description)))
        for due, one in enumerate(itertools.islice(notes, len(deck.notes))):
            made[-1].add_note(_Note(one, models[note_kind(one.note)], due, calendar.changed(one.note)))
    return made


def _deck_id(name: str) -> int:
    """A number for the package only: Anki knows decks by name and numbers them itself."""
    return int.from_bytes(blake2b(name.encode(), digest_size=6).digest())


def _html(lines: Sequence[str]) -> str:
    return "".join(f"<p>{escaping.field(line)}</p>" for line in lines)


def _collection(decks: Sequence[genanki.Deck], changed: datetime) -> bytes:
    """The collection database of a package; note and card numbers count up from the last change in milliseconds."""
    with closing(sqlite3.connect(":memory:")) as connection:
        numbers = itertools.count(int(changed.timestamp()) * 1000)
        genanki.Package(decks).write_to_db(connection.cursor(), changed.timestamp(), numbers)
        _merge_note_types(connection)
        connection.commit()
        return connection.serialize()


def _merge_note_types(connection: sqlite3.Connection) -> None:
    """Write the note types anew: genanki repeats them in the same JSON object for each deck that uses them."""
    (models,) = connection.execute("SELECT models FROM col").fetchone()
    connection.execute("UPDATE col SET models = ?", (json.dumps(json.loads(models), sort_keys=True),))


def _zipped(collection: bytes, media: Mapping[str, Path]) -> bytes:
    buffer = io.BytesIO()
    names = {str(number): name for number, name in enumerate(sorted(media))}
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(_entry("collection.anki2"), collection)
        for number, name in names.items():
            package.writestr(_entry(number), media[name].read_bytes())
        package.writestr(_entry("media"), json.dumps(names))
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _ZIP_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # the same bytes on every system
    return entry
