"""The shelf: lessons that come with the program and the person's own."""

import re
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from learner.errors import PackError
from learner.exercises.lesson import Lesson
from learner.lexicon.lexeme import Level
from learner.packs.layout import LESSON
from learner.packs.reading import read_lesson_file
from learner.places import bundled_path, data_folder

_TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """What the library shows of a lesson, read from lesson.toml alone."""

    path: Path
    uid: str
    title: str
    level: Level
    words: int
    minutes: int
    items: int
    own: bool


def lessons() -> tuple[ShelfEntry, ...]:
    """Every readable lesson, the person's own first, each by title; damaged folders are passed over."""
    found = [*_shelf(own_folder(), own=True), *_shelf(bundled_path("lessons"), own=False)]
    return tuple(found)


def own_folder() -> Path:
    """The folder of the person's own lessons."""
    folder = data_folder() / "lessons"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def add_own(lesson: Lesson) -> Path:
    """Store a lesson among the person's own; the folder it stands in. The same article again replaces its lesson."""
    from learner.packs.writing import write  # with all generators behind it; listing lessons needs none

    base = slug(lesson.title)
    for number in range(1, 1000):
        folder = own_folder() / (base if number == 1 else f"{base}-{number}")
        if not folder.exists():
            write(lesson, folder)
            return folder
        if _uid(folder) == lesson.uid:
            write(lesson, folder, force=True)
            return folder
    raise PackError("there are too many lessons of this title.", where=base, hint="Delete some of them.")


def remove(path: Path) -> None:
    """Delete one of the person's own lessons. Raises PackError for any other folder."""
    if path.resolve().parent != own_folder().resolve() or not (path / LESSON).exists():
        raise PackError("only your own lessons can be deleted.", where=str(path))
    shutil.rmtree(path)


def slug(title: str) -> str:
    """A title as a folder's name: small letters, digits and hyphens, at most 50."""
    plain = unicodedata.normalize("NFKD", title.lower().translate(_TRANSCRIBED)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-") or "lesson"


def _uid(folder: Path) -> str | None:
    try:
        return read_lesson_file(folder).uid
    except PackError:
        return None


def _shelf(folder: Path, *, own: bool) -> list[ShelfEntry]:
    entries: list[ShelfEntry] = []
    for lesson in sorted(file.parent for file in folder.glob(f"**/{LESSON}")):
        try:
            shown = read_lesson_file(lesson)
        except PackError:
            continue
        entry = ShelfEntry(lesson, shown.uid, shown.title, shown.level, shown.words, shown.minutes, shown.items, own)
        entries.append(entry)
    return sorted(entries, key=lambda entry: entry.title.casefold())
