"""Opening somebody's archive: every name is looked at before a byte is written, and nothing is trusted."""

import io
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from learner.errors import PackError
from learner.packs.building import AUDIO
from learner.packs.layout import ITEMS, LESSON, MOST_BYTES, TEXT, VERSIONS, WORDS
from learner.packs.pack import PACK

MOST_ARCHIVE = 60_000_000
_MOST_FILES = 2_000
_MOST_UNPACKED = 120_000_000
_MOST_AUDIO = 20_000_000
_ENCRYPTED = 0x1
_TEXTS = frozenset({LESSON, TEXT, WORDS, ITEMS, *VERSIONS})
_HINT = "Ask its author for a pack made by `learner pack build`."


def unpack(data: bytes, folder: Path, where: str) -> None:
    """Write the archive's files into the empty folder. Raises PackError; the folder may then hold a part of them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _must_be_modest(entries, where)
            for entry in entries:
                if not entry.is_dir():
                    _write(archive, entry, folder, where)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, UnicodeDecodeError) as error:
        raise PackError(f"this is no pack, or a damaged one ({error}).", where=where, hint=_HINT) from error
    if not (folder / PACK).is_file():
        raise PackError("there is no pack.toml in it.", where=where, hint=_HINT)


def _must_be_modest(entries: list[zipfile.ZipInfo], where: str) -> None:
    """Neither too many files nor too large ones; sizes are checked again while reading, since headers can lie."""
    if len(entries) > _MOST_FILES:
        raise PackError(f"the pack holds more than {_MOST_FILES:,} files.", where=where, hint=_HINT)
    if sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        raise PackError(f"the pack unpacks to more than {_MOST_UNPACKED // 1_000_000} MB.", where=where, hint=_HINT)
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) < len(names):
        raise PackError("two files of the pack have the same name.", where=where, hint=_HINT)


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path, where: str) -> None:
    path = _place(entry, where)
    most = MOST_BYTES.get(path.name, MOST_BYTES[TEXT] if path.suffix == ".md" else _MOST_AUDIO)
    with archive.open(entry) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise PackError(f"{path} is larger than {most:,} bytes.", where=where, hint=_HINT)
    target = folder.joinpath(*path.parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def _place(entry: zipfile.ZipInfo, where: str) -> PurePosixPath:
    """Where the file may stand: pack.toml, LESSON/file or LESSON/audio/recording, and nowhere else."""
    shown = ascii(entry.filename)[:80]
    mode = entry.external_attr >> 16
    if entry.flag_bits & _ENCRYPTED:
        raise PackError("the pack is encrypted.", where=where, hint=_HINT)
    if mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        raise PackError(f"{shown} is a link or a device, not a file.", where=where, hint=_HINT)
    path = PurePosixPath(entry.filename)
    if "\\" in entry.filename or ":" in entry.filename or not _is_known(path) or not _is_plain(entry.filename):
        raise PackError(f"{shown} has no place in a pack.", where=where, hint=_HINT)
    return path


def _is_known(path: PurePosixPath) -> bool:
    if path.is_absolute() or any(part in {"", ".", ".."} or part.startswith(".") for part in path.parts):
        return False
    if len(path.parts) == 1:
        return path.name == PACK
    if len(path.parts) == 2:
        return path.name in _TEXTS
    return len(path.parts) == 3 and path.parts[1] == "audio" and bool(AUDIO.match(path.name))


def _is_plain(name: str) -> bool:
    """Whether a name can be written and shown anywhere: printable, of a modest length."""
    return name.isprintable() and all(0 < len(part.encode()) <= 120 for part in name.split("/"))
