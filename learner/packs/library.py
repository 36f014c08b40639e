"""The shelf: lessons that come with the program and the person's own."""

import re
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from learner.errors import PackError
from learner.exercises.lesson import Lesson
from learner.lexicon.lexeme import Level
from learner.packs.layout import ITEMS, LESSON, TEXT, LessonFile
from learner.packs.reading import contents, read, read_lesson_file
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
    topic: str = ""
    pack: str = ""


def lessons() -> tuple[ShelfEntry, ...]:
    """Every readable lesson: the person's own, installed packs, bundled packs; damaged folders are passed over."""
    own = _shelf(own_folder(), own=True)
    return (*own, *_shelf(packs_folder(), own=False), *_shelf(bundled_path("lessons"), own=False))


def packs_folder() -> Path:
    """The folder of installed packs."""
    folder = data_folder() / "packs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


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


def describe(path: Path, *, title: str, topic: str) -> None:
    """Give one of the person's own lessons another title and topic. Raises PackError for any other folder."""
    import tomlkit

    if path.resolve().parent != own_folder().resolve():
        raise PackError("only your own lessons can be renamed.", where=str(path))
    file = path / LESSON
    document = tomlkit.parse(contents(file).decode("utf-8"))
    document["title"], document["topic"] = title, topic
    file.write_text(tomlkit.dumps(document), encoding="utf-8")


def find(uid: str) -> Lesson | None:
    """The lesson of that uid; None where it is gone or cannot be read."""
    path = next((entry.path for entry in lessons() if entry.uid == uid), None)
    try:
        return read(path) if path else None
    except PackError:
        return None


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
        if any(part.startswith(".") for part in lesson.relative_to(folder).parts):
            continue  # a pack that is being added
        try:
            shown = read_lesson_file(lesson)
        except PackError:
            continue
        pack = "" if own or lesson.parent == folder else lesson.parent.name
        entries.append(_entry(lesson, shown, own=own, pack=pack))
    return sorted(entries, key=lambda entry: entry.title.casefold())


def _entry(lesson: Path, shown: LessonFile, *, own: bool, pack: str) -> ShelfEntry:
    words = shown.words or _count(lesson / TEXT, r"\w+")
    items = shown.items or _count(lesson / ITEMS, r"(?m)^\s*\[\[\s*items\s*\]\]")
    minutes = shown.minutes or max(1, round(words / 100 + items * 25 / 60))
    return ShelfEntry(lesson, shown.uid, shown.title, shown.level, words, minutes, items, own, shown.topic, pack)


def _count(file: Path, pattern: str) -> int:
    """How often a pattern stands in one of the lesson's files; 0 where it cannot be read."""
    try:
        return len(re.findall(pattern, contents(file).decode("utf-8", errors="replace")))
    except PackError:
        return 0
