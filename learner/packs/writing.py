"""Writing a lesson folder: nothing an author edited is lost, nothing that is no lesson is overwritten."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import tomlkit
from tomlkit.items import Table

from learner.errors import PackError
from learner.exercises.content import content_hash
from learner.exercises.item import Item
from learner.exercises.lesson import ExamSet, Lesson
from learner.packs import markdown
from learner.packs.layout import (
    ANALYSIS,
    FORMAT,
    ITEMS,
    LESSON,
    TEXT,
    WORDS,
    AnalysisFile,
    ItemsFile,
    sources_hash,
)

_HEADS = {
    LESSON: "A lesson of the learner program, format 2. docs/lesson-packs.md explains every file of this folder.",
    WORDS: "Your own glosses and notes ([[words]] with lemma, gloss, note), and `exclude`, words to leave out.",
    ITEMS: "The items. Change or delete them, add your own; items you touched stay when the lesson is made anew.",
}
_KEYS = (
    "id", "kind", "exercise", "skill", "level", "lemma", "stem", "context", "passage", "bank", "hints", "options",
    "pairs", "spare", "chunks", "accepted", "evidence", "feedback", "generated",
)  # fmt: skip
_WORDS_PER_MINUTE = 100
_SECONDS = {"c-test": 300, "word-bank": 120, "type-word": 40}


def write(lesson: Lesson, folder: Path, *, force: bool = False) -> None:
    """Write the lesson; with `force` a lesson that stands there is made anew, edited and deleted items kept.

    Raises PackError where the folder holds something else, or a lesson and `force` is not given.
    """
    before = _before(folder, force=force)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _put_text(folder / TEXT, markdown.text_of(lesson.analysis.article))
        if not (folder / WORDS).exists():
            put(folder / WORDS, f"# {_HEADS[WORDS]}\nformat = {FORMAT}\n")
        items = _put_items(folder, lesson.items, before)
        put(folder / LESSON, _lesson_toml(lesson, items, folder / LESSON))
        stored = AnalysisFile(sources_hash(folder), lesson.analysis)
        put(folder / ANALYSIS, msgspec.json.encode(stored))
    except OSError as error:
        raise PackError(f"the lesson cannot be written ({error.strerror}).", where=str(folder)) from error


def _put_text(file: Path, text: markdown.Text) -> None:
    """Write text.md, unless the same text stands there in an author's own line breaks."""
    if not file.exists() or markdown.read(file.read_text(encoding="utf-8")) != text:
        put(file, markdown.write(text))


def minutes(lesson: Lesson) -> int:
    """How long reading and practising take, in minutes."""
    words = sum(word.pos != "PUNCT" for word in lesson.analysis.words)
    practice = sum(_SECONDS.get(item.exercise, 25) for item in lesson.items) / 60
    return max(1, round(words / _WORDS_PER_MINUTE + practice))


def _before(folder: Path, *, force: bool) -> ItemsFile:
    """The items that stand in the folder now. Raises PackError where it must not be written to."""
    if folder.is_file() or folder.is_symlink():
        raise PackError("this is not a folder.", where=str(folder), hint="Name a new folder.")
    if not folder.exists() or not any(folder.iterdir()):
        return ItemsFile()
    if not (folder / LESSON).exists():
        raise PackError("the folder holds other files.", where=str(folder), hint="Name a new folder.")
    if not force:
        raise PackError("a lesson stands there already.", where=str(folder), hint="Use --force to make it anew.")
    from learner.packs.reading import read_items

    return read_items(folder) if (folder / ITEMS).exists() else ItemsFile()


def _put_items(folder: Path, items: tuple[Item, ...], before: ItemsFile) -> int:
    """Write items.toml: what the author edited or added, then what was generated and not deleted."""
    present = {item.id for item in before.items}
    deleted = tuple(sorted((set(before.deleted) | set(before.made)) - present)) if before.made else before.deleted
    kept = {item.id for item in before.items if item.generated != content_hash(item)}
    fresh = [item for item in items if item.id not in kept and item.id not in deleted]
    made = tuple(dict.fromkeys([item.id for item in items] + [id_ for id_ in before.made if id_ in kept]))
    document = tomlkit.document()
    document.add(tomlkit.comment(_HEADS[ITEMS]))
    document["format"] = FORMAT
    document["made"] = list(made)
    document["deleted"] = list(deleted)
    tables = [*_kept_tables(folder, kept), *(_table(item) for item in fresh)]
    document["items"] = _array(tables)
    put(folder / ITEMS, tomlkit.dumps(document))
    return len(tables)


def _kept_tables(folder: Path, kept: set[str]) -> list[Table]:
    """The author's items as they stand in the file, comments and all."""
    if not kept:
        return []
    document = tomlkit.parse((folder / ITEMS).read_text(encoding="utf-8"))
    tables: Any = document.get("items", [])
    return [table for table in tables if table.get("id") in kept]


def _array(tables: Iterable[Table]) -> Any:
    array = tomlkit.aot()
    for table in tables:
        array.append(table)
    return array


def _table(item: Item) -> Table:
    built = msgspec.to_builtins(item)
    table = tomlkit.table()
    for key in _KEYS:
        if key in built:
            table[key] = _value(built[key])
    return table


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        table = tomlkit.inline_table()
        for key, inner in value.items():
            table[key] = _value(inner)
        return table
    if isinstance(value, list | tuple):
        array = tomlkit.array()
        for inner in value:
            array.append(_value(inner))
        return array.multiline(bool(value) and isinstance(value[0], dict))
    return value


def _lesson_toml(lesson: Lesson, items: int, file: Path) -> str:
    """lesson.toml; what an author wrote in the one that stands there (title, topic, origin, comments) stays."""
    words = sum(word.pos != "PUNCT" for word in lesson.analysis.words)
    measured = {"seed": lesson.seed, "words": words, "minutes": minutes(lesson), "items": items}
    if file.exists():
        document = tomlkit.parse(file.read_text(encoding="utf-8"))
        document.update({"format": FORMAT, "level": lesson.level, **measured})
        document.pop("exam", None)
        if lesson.exam:
            document["exam"] = _exam(lesson.exam)
        return tomlkit.dumps(document)
    document = tomlkit.document()
    document.add(tomlkit.comment(_HEADS[LESSON]))
    fixed = {"format": FORMAT, "uid": lesson.uid, "title": lesson.title, "level": lesson.level}
    for key, value in (fixed | measured).items():
        document[key] = value
    document["origin"] = _origin(lesson)
    if lesson.exam:
        document["exam"] = _exam(lesson.exam)
    return tomlkit.dumps(document)


def _exam(exam: ExamSet) -> Table:
    """The exam set with a table for every part, and what the article cannot carry."""
    built = msgspec.to_builtins(exam)
    table = tomlkit.table()
    for key, value in built.items():
        if key != "parts":
            table[key] = _value(value)
    table["parts"] = _array([_part(part) for part in built["parts"]])
    return table


def _part(part: dict[str, Any]) -> Table:
    table = tomlkit.table()
    for key, value in part.items():
        table[key] = _value(value)
    return table


def _origin(lesson: Lesson) -> Table:
    table = tomlkit.table()
    table.comment("where the text comes from; licence and author are needed before a lesson is shared")
    for key in ("source", "author", "licence", "retrieved"):
        table[key] = getattr(lesson.origin, key)
    return table


def put(path: Path, text: str | bytes) -> None:
    """Write a file in one step, so that a reader or a crash never meets half of it."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
