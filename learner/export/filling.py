"""Notes -> filled fields with the time of their last change: what a package, a comparison and a text file share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from learner.export import rendering
from learner.export.dates import content_hash, dated, read_dates, write_dates
from learner.export.notes import Note, note_kind
from learner.export.notetypes import note_types
from learner.export.recordings import Recordings


@dataclass(frozen=True, slots=True)
class Filled:
    """A note with its fields' values in the order of its type, and a hash of all that Anki would show of it."""

    note: Note
    values: list[str]
    content: str


def fill(notes: Sequence[Note], recordings: Recordings) -> list[Filled]:
    """Every note as fields of its note type."""
    return [_filled(note, recordings) for note in notes]


def _filled(note: Note, recordings: Recordings) -> Filled:
    values = note_types()[note_kind(note)].values(rendering.fields(note) | recordings.fields(note))
    return Filled(note, values, content_hash(note.tags, values))


class Calendar:
    """When each note last changed: the dates kept in the lessons' folders, brought up to date with the notes."""

    def __init__(self, filled: Sequence[Filled], folders: Mapping[str, Path], now: datetime) -> None:
        """`folders` by lesson uid. Raises ExportError for a damaged anki.toml."""
        contents: dict[str, dict[str, str]] = {}
        for one in filled:
            contents.setdefault(one.note.lesson, {})[one.note.key] = one.content
        self._folders = {uid: folder for uid, folder in folders.items() if uid in contents}
        self._known = {uid: read_dates(self._folders.get(uid)) for uid in contents}
        self._dates = {uid: dated(self._known[uid], contents[uid], now) for uid in contents}

    def changed(self, note: Note) -> datetime:
        """The moment since which the note has been as it is."""
        return self._dates[note.lesson][note.key].changed

    def latest(self) -> datetime:
        """The last change of all notes."""
        return max(date.changed for dates in self._dates.values() for date in dates.values())

    def keep(self) -> tuple[Path, ...]:
        """Keep the dates beside the lessons, with those of notes not exported now; returns the folders that refused."""
        return tuple(folder for uid, folder in self._folders.items() if not self._kept(uid, folder))

    def _kept(self, uid: str, folder: Path) -> bool:
        try:
            write_dates(folder, self._known[uid] | self._dates[uid])
        except OSError:
            return False
        return True
