"""What can be wrong with a pack beside its lessons: its description, and lessons that share a name for ever."""

from collections.abc import Iterator
from pathlib import Path

from learner.errors import PackError
from learner.packs.checking_items import CONTROL, strings
from learner.packs.findings import Finding
from learner.packs.layout import LESSON
from learner.packs.lines import line_of
from learner.packs.pack import PACK, PackFile
from learner.packs.reading import contents, read_lesson_file, toml
from learner.packs.validating import faults_of

_WANTED = ("licence", "description")


def check_pack(folder: Path) -> Iterator[Finding]:
    """The findings of pack.toml, and of its lessons beside each other."""
    file = folder / PACK
    try:
        data = toml(file)
    except PackError as error:
        yield Finding(str(file), 0, "unreadable", "fault", {"error": error.what})
        return
    text = contents(file).decode("utf-8", errors="replace")
    yield from faults_of(data, PackFile, str(file), text, 0)
    for key in _WANTED:
        if not data.get(key):
            yield Finding(str(file), line_of(text, key), f"no-{key}" if key == "licence" else "no-description", "note")
    for key in ("title", "description", "version", "licence", "authors"):
        if any(CONTROL.search(text) for text in strings(data.get(key))):
            yield Finding(str(file), line_of(text, key), "control-characters", "fault", {"item": key})
    if not data.get("authors"):
        yield Finding(str(file), line_of(text, "authors"), "no-authors", "fault")
    yield from _lessons(folder)


def _lessons(folder: Path) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    lessons = sorted(file.parent for file in folder.glob(f"*/{LESSON}"))
    if not lessons:
        yield Finding(str(folder), 0, "no-lesson", "fault")
    for lesson in lessons:
        try:
            uid = read_lesson_file(lesson).uid
        except PackError:
            continue  # the lesson's own findings say why
        if uid in seen:
            yield Finding(str(lesson / LESSON), 0, "duplicate-uid", "fault", {"other": seen[uid]})
        seen.setdefault(uid, lesson.name)
