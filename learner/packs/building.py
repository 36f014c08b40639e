"""A pack as one file: a zip archive that is the same, byte for byte, for the same texts.

Only what an author writes goes in. Analyses are made anew where the pack is installed: they quote dictionaries whose
licence the pack need not carry, and an archive cannot smuggle in one that does not belong to its text.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from learner.errors import PackError
from learner.packs.checking import check
from learner.packs.findings import Finding
from learner.packs.layout import ITEMS, LESSON, TEXT, VERSIONS, WORDS
from learner.packs.pack import PACK, SUFFIX, Pack, read_pack
from learner.packs.writing import put

NEEDED = frozenset({"no-licence", "no-source"})
AUDIO = re.compile(r"^[\w .-]{1,100}\.(?:mp3|ogg|opus|m4a|wav)$")
_TEXTS = frozenset({LESSON, TEXT, WORDS, ITEMS, *VERSIONS})
_MOST_AUDIO = 20_000_000
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def build(folder: Path, target: Path | None = None) -> Path:
    """Write the pack in `folder` as one file; returns its path. Raises PackError where it may not be shared yet."""
    pack = read_pack(folder)
    file = target or folder.parent / f"{folder.name}-{pack.file.version}{SUFFIX}"
    hindrances = hindering(pack)
    if hindrances:
        codes = ", ".join(sorted({finding.code for finding in hindrances}))
        hint = f"`learner check {folder}` shows file and line of each."
        raise PackError(f"the pack cannot be shared yet ({len(hindrances)}: {codes}).", where=str(folder), hint=hint)
    put(file, archived(pack))
    return file


def hindering(pack: Pack) -> list[Finding]:
    """What has to be mended before the pack is shared: every fault, and a missing licence or source."""
    return [finding for finding in check(pack.folder) if finding.severity == "fault" or finding.code in NEEDED]


def archived(pack: Pack) -> bytes:
    """The archive: files in order, one date, no trace of the machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members(pack):
            entry = zipfile.ZipInfo(str(name), _EARLIEST)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def members(pack: Pack) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every file that belongs to the pack, under its name in the archive."""
    yield PurePosixPath(PACK), (pack.folder / PACK).read_bytes()
    for lesson in pack.lessons:
        for file in sorted(lesson.iterdir()):
            if file.name in _TEXTS:
                yield PurePosixPath(lesson.name, file.name), _read(file)
        for file in sorted((lesson / "audio").glob("*")):
            if AUDIO.match(file.name):
                yield PurePosixPath(lesson.name, "audio", file.name), _read(file)


def _read(file: Path) -> bytes:
    if file.is_symlink():
        raise PackError("links are not followed in a lesson.", where=str(file), hint="Put the file itself there.")
    if file.stat().st_size > _MOST_AUDIO:
        raise PackError(f"the file is larger than {_MOST_AUDIO // 1_000_000} MB.", where=str(file))
    return file.read_bytes()
