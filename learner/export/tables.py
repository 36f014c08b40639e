"""Words as plain tables (CSV for spreadsheets, tab-separated pairs for Quizlet) and all notes as JSON."""

import csv
import dataclasses
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from learner.exercises.lesson import Lesson
from learner.export.choice import DEFAULT, DeckChoice
from learner.export.collecting import Collected
from learner.export.escaping import clean
from learner.export.notes import Note, Passage, WordNote, note_kind, plain
from learner.export.writing import Written, collect_for, report, save

_COLUMNS = (
    *("headword", "plural", "forms", "part_of_speech", "level", "gloss", "definition", "ipa", "sentence", "source"),
)
_FORMULA = ("=", "+", "-", "@")
JSON_VERSION = 1


def write_csv(lessons: Sequence[Lesson], path: Path, *, choice: DeckChoice = DEFAULT) -> Written:
    """Write the words as a table with a head, UTF-8 with a mark that spreadsheets look for. Raises ExportError."""
    collected = collect_for(path, lessons, dataclasses.replace(choice, items=False))
    rows = [[_cell(getattr(note, column)) for column in _COLUMNS] for note in _words(collected)]
    save(path, _table([_COLUMNS, *rows], ",").encode("utf-8-sig"))
    return report(path, collected)


def write_pairs(lessons: Sequence[Lesson], path: Path, *, choice: DeckChoice = DEFAULT) -> Written:
    """Write headword and meaning, one pair a line with a tab between, as Quizlet imports it. Raises ExportError."""
    collected = collect_for(path, lessons, dataclasses.replace(choice, items=False))
    lines = [f"{_line(note.headword)}\t{_line(note.gloss or note.definition)}\n" for note in _words(collected)]
    save(path, "".join(lines).encode())
    return report(path, collected)


def write_json(lessons: Sequence[Lesson], path: Path, *, choice: DeckChoice = DEFAULT) -> Written:
    """Write all decks with their notes as plain text, for other programs. Raises ExportError."""
    collected = collect_for(path, lessons, choice)
    decks = [
        {"name": deck.name, "description": deck.description, "notes": [_note(note) for note in deck.notes]}
        for deck in collected.decks
    ]
    data = msgspec.json.encode({"version": JSON_VERSION, "decks": decks})
    save(path, msgspec.json.format(data, indent=1) + b"\n")
    return report(path, collected)


def _words(collected: Collected) -> list[WordNote]:
    return [note for note in collected.notes if isinstance(note, WordNote)]


def _cell(value: str | Passage) -> str:
    """A cell in one line that no spreadsheet takes for a formula."""
    text = _line(value if isinstance(value, str) else plain(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _table(rows: Sequence[Sequence[str]], separator: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _note(note: Note) -> dict[str, Any]:
    return {"kind": note_kind(note), "guid": note.guid} | {
        field.name: _cleaned(getattr(note, field.name)) for field in dataclasses.fields(note)
    }


def _cleaned(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value
