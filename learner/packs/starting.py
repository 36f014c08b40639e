"""A new author's first files: a commented pack with one lesson that works."""

from collections.abc import Mapping
from pathlib import Path

import tomlkit

from learner.errors import PackError
from learner.lexicon.lexeme import Level
from learner.packs.layout import ITEMS, LESSON, TEXT, WORDS
from learner.packs.pack import PACK
from learner.packs.writing import put
from learner.places import bundled_path

_EXAMPLE = "erste-lektion"


def start(folder: Path, *, title: str, author: str, level: Level, uids: tuple[str, str]) -> Path:
    """Write the example into a new folder; returns the lesson's folder. `uids` name pack and lesson for ever.

    Raises PackError where something stands there already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PackError("something stands there already.", where=str(folder), hint="Name a new folder.")
    template, lesson = bundled_path("assets", "templates", "pack"), folder / _EXAMPLE
    try:
        lesson.mkdir(parents=True, exist_ok=True)
        put(folder / PACK, _filled(template / PACK, {"uid": uids[0], "title": title, "authors": [author]}))
        own: Mapping[str, object] = {"uid": uids[1], "level": level, "origin": {"author": author}}
        put(lesson / LESSON, _filled(template / _EXAMPLE / LESSON, own))
        for name in (TEXT, WORDS, ITEMS):
            put(lesson / name, (template / _EXAMPLE / name).read_text(encoding="utf-8"))
    except OSError as error:
        raise PackError(f"the pack cannot be written ({error.strerror}).", where=str(folder)) from error
    return lesson


def _filled(template: Path, values: Mapping[str, object]) -> str:
    """The template with these values in place of its own; its comments stay."""
    document = tomlkit.parse(template.read_text(encoding="utf-8"))
    for key, value in values.items():
        table = document.get(key)
        if isinstance(table, dict) and isinstance(value, dict):
            table.update(value)
        else:
            document[key] = value
    return tomlkit.dumps(document)
