"""Bringing lessons of an older format up to date; comments and layout of the author's files stay."""

from pathlib import Path

import tomlkit

from learner.errors import PackError
from learner.packs.layout import FORMAT, ITEMS, LESSON, WORDS
from learner.packs.pack import PACK
from learner.packs.reading import toml
from learner.packs.writing import put


def upgrade(folder: Path) -> tuple[Path, ...]:
    """The files rewritten in a lesson folder or a folder of lessons. Raises PackError where one is damaged."""
    names = (PACK, LESSON, WORDS, ITEMS)
    files = sorted(file for name in names for file in folder.glob(f"**/{name}"))
    if not files:
        raise PackError("there is no lesson here.", where=str(folder), hint="Name a lesson folder or a pack.")
    older = [file for file in files if toml(file).get("format", FORMAT) < FORMAT]
    for file in older:
        document = tomlkit.parse(file.read_text(encoding="utf-8"))
        document["format"] = FORMAT
        put(file, tomlkit.dumps(document))
    return tuple(older)
