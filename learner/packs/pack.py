"""A pack: a folder of lessons with pack.toml, and the same folder as one file to share."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from learner.errors import PackError
from learner.packs.layout import FORMAT, LESSON
from learner.packs.reading import typed

PACK = "pack.toml"
SUFFIX = ".learnerpack"
Named = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Uid = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]


class PackFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """pack.toml: what the pack is, whose, and how it may be passed on. `uid` names the pack for ever."""

    uid: Uid
    title: Named
    authors: tuple[Named, ...]
    licence: str = ""
    language: str = "de"
    version: str = "1.0.0"
    description: str = ""
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack on disk: its folder, its description, and the folders of its lessons in order."""

    folder: Path
    file: PackFile
    lessons: tuple[Path, ...]


def is_pack(folder: Path) -> bool:
    """Whether a folder is a pack."""
    return (folder / PACK).is_file()


def read_pack(folder: Path) -> Pack:
    """The pack in a folder. Raises PackError: no pack, a later format, a fault in pack.toml."""
    if not is_pack(folder):
        hint = "`learner pack new` writes one."
        raise PackError("there is no pack.toml.", where=str(folder), hint=hint)
    file = typed(folder / PACK, PackFile)
    lessons = tuple(sorted(found.parent for found in folder.glob(f"*/{LESSON}")))
    return Pack(folder, file, lessons)
