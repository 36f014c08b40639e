"""Installing packs: checked in a folder of their own, then moved to their place in one step."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from learner.errors import PackError
from learner.packs.checking import check
from learner.packs.library import lessons, packs_folder, slug
from learner.packs.pack import Pack, is_pack, read_pack
from learner.packs.reading import read, read_lesson_file
from learner.packs.unpacking import MOST_ARCHIVE, unpack

Progress = Callable[[float, str], None]


def add(file: Path, progress: Progress | None = None) -> Pack:
    """Install the pack in a file; a newer version of an installed pack takes its place. Raises PackError."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MOST_ARCHIVE + 1)
    except OSError as error:
        raise PackError(f"the file cannot be read ({error.strerror}).", where=str(file)) from error
    return add_data(data, str(file), progress)


def add_data(data: bytes, where: str, progress: Progress | None = None) -> Pack:
    """The same for an archive that is already here; `where` names it in errors."""
    if len(data) > MOST_ARCHIVE:
        raise PackError(f"the file is larger than {MOST_ARCHIVE // 1_000_000} MB.", where=where)
    with tempfile.TemporaryDirectory(prefix=".adding-", dir=packs_folder()) as name:
        folder = Path(name) / "pack"
        folder.mkdir()
        unpack(data, folder, where)
        pack = read_pack(folder)
        _must_be_sound(pack, where)
        place = _place(pack, where)
        _analyse(pack, progress or (lambda _share, _doing: None))
        _move(folder, place)
    return read_pack(place)


def installed() -> tuple[Pack, ...]:
    """Every readable pack in the person's folder, by title."""
    found = (read_pack(folder) for folder in sorted(packs_folder().iterdir()) if is_pack(folder))
    return tuple(sorted(found, key=lambda pack: pack.file.title.casefold()))


def remove(name: str) -> Pack:
    """Delete the installed pack of that folder name or title; returns what it was. Raises PackError."""
    found = [pack for pack in installed() if name.casefold() in {pack.folder.name, pack.file.title.casefold()}]
    if len(found) != 1:
        hint = "`learner pack list` shows the names."
        what = "there is no such pack." if not found else "several packs have this title; use the name."
        raise PackError(what, where=name, hint=hint)
    shutil.rmtree(found[0].folder)
    return found[0]


def _must_be_sound(pack: Pack, where: str) -> None:
    if not pack.lessons:
        raise PackError("there is no lesson in it.", where=where)
    faults = [finding for finding in check(pack.folder) if finding.severity == "fault"]
    if faults:
        first = faults[0]
        place = Path(first.file).relative_to(pack.folder)
        more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
        hint = "Ask its author to mend it; `learner check` shows every fault."
        raise PackError(f"the pack has faults ({place}: {first.code}{more}).", where=where, hint=hint)


def _place(pack: Pack, where: str) -> Path:
    """Where the pack goes: its earlier version's folder, or a new one. Raises PackError where it imitates another."""
    earlier = next((other for other in installed() if other.file.uid == pack.file.uid), None)
    if earlier is not None and earlier.file.authors != pack.file.authors:
        theirs = ", ".join(earlier.file.authors)
        hint = f"`learner pack remove {earlier.folder.name}` first, if you trust it."
        raise PackError(f"it says it is “{earlier.file.title}” by {theirs}, but is not theirs.", where=where, hint=hint)
    taken = {entry.uid: entry for entry in lessons() if earlier is None or earlier.folder not in entry.path.parents}
    for lesson in pack.lessons:
        uid = read_lesson_file(lesson).uid
        if uid in taken:
            hint = f"You have it already: {taken[uid].title}."
            raise PackError(f"the lesson {lesson.name} has another lesson's id.", where=where, hint=hint)
    return earlier.folder if earlier else _free(packs_folder() / slug(pack.file.title))


def _free(folder: Path) -> Path:
    numbered = (folder.with_name(f"{folder.name}-{number}") for number in range(2, 1000))
    return folder if not folder.exists() else next(place for place in numbered if not place.exists())


def _analyse(pack: Pack, progress: Progress) -> None:
    """Read every lesson once, which stores its analysis."""
    for number, lesson in enumerate(pack.lessons):
        progress(number / len(pack.lessons), read_lesson_file(lesson).title)
        read(lesson)
    progress(1.0, pack.file.title)


def _move(folder: Path, place: Path) -> None:
    """Put the new folder in place of an earlier one; that one comes back where the move fails."""
    if not place.exists():
        folder.replace(place)
        return
    aside = folder.with_name("earlier")
    place.replace(aside)
    try:
        folder.replace(place)
    except OSError:
        aside.replace(place)
        raise
