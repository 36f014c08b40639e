"""Notes -> filled fields with the time of their last change: what a package, a comparison and a text file share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from learner.export import rendering
from learner.export.dates import Dated, content_hash, dated, read_dates
from learner.export.notes import Note, note_kind
from learner.export.notetypes import note_types


@dataclass(frozen=True, slots=True)
class Filled:
    """A note with its fields' values in the order of its type, and a hash of all that Anki would show of it."""

    note: Note
    values: list[str]
    content: str


def fill(notes: Sequence[Note]) -> list[Filled]:
    """Every note as fields of its note type."""
    return [_filled(note) for note in notes]


def _filled(note: Note) -> Filled:
    values = note_types()[note_kind(note)].values(rendering.fields(note))
    return Filled(note, values, content_hash(note.tags, values))


class Calendar:
    """When each note last changed: the dates kept in the lessons' folders, brought up to date with the notes."""

    def __init__(self, filled: Sequence[Filled], folders: Mapping[str, Path], now: datetime) -> None:
        """`folders` by lesson uid. Raises ExportError for a damaged anki.toml."""
        self._folders = folders
        self._dates = {uid: _of_lesson(uid, filled, folders.get(uid), now) for uid in {f.note.lesson for f in filled}}

    def changed(self, note: Note) -> datetime:
        """The moment since which the note has been as it is."""
        return self._dates[note.lesson][note.key].changed

    def latest(self) -> datetime:
        """The last change of all notes."""
        return max(date.changed for dates in self._dates.values() for date in dates.values())

    def by_folder(self) -> dict[Path, dict[str, Dated]]:
        """What is to be kept in each lesson's folder."""
        return {folder: self._dates[uid] for uid, folder in self._folders.items() if uid in self._dates}


def _of_lesson(uid: str, filled: Sequence[Filled], folder: Path | None, now: datetime) -> dict[str, Dated]:
    """The dates of one lesson's notes; those of notes that are not in this export stay."""
    contents = {one.note.key: one.content for one in filled if one.note.lesson == uid}
    known = read_dates(folder)
    return known | dated(known, contents, now)
