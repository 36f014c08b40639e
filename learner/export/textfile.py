"""Notes as Anki's text file: updates notes that Anki already has, by guid, whatever their dates.

Anki makes no note types from a text file, so a package has to be imported first.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from learner.exercises.lesson import Lesson
from learner.export.choice import DEFAULT, DeckChoice
from learner.export.filling import Filled, fill
from learner.export.notes import note_kind
from learner.export.notetypes import note_types
from learner.export.recordings import Recordings
from learner.export.writing import Written, collect_for, report, save

_HEAD = (
    ("separator", "tab"),
    ("html", "true"),
    ("guid column", "1"),
    ("notetype column", "2"),
    ("deck column", "3"),
    ("tags column", "4"),
)


def write(lessons: Sequence[Lesson], path: Path, *, choice: DeckChoice = DEFAULT) -> Written:
    """Write the lessons' notes. Raises ExportError where nothing fits the choice or the file cannot be written."""
    collected = collect_for(path, lessons, choice)
    decks = [deck.name for deck in collected.decks for _ in deck.notes]
    rows = [_row(deck, one) for deck, one in zip(decks, fill(collected.notes, Recordings({})), strict=True)]
    save(path, (_head() + _lines(rows)).encode())
    return report(path, collected)


def _head() -> str:
    return "".join(f"#{name}:{value}\n" for name, value in _HEAD)


def _row(deck: str, one: Filled) -> list[str]:
    note_type = note_types()[note_kind(one.note)]
    return [one.note.guid, note_type.name, deck, " ".join(one.note.tags), *one.values]


def _lines(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue()
