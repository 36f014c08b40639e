"""Reading a lesson folder; a finished lesson loads no language tool, a stale analysis is made anew."""

import contextlib
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from learner.errors import LearnerError, PackError
from learner.exercises.item import Item
from learner.exercises.lesson import Lesson
from learner.language.analysis import VERSION, Analysis, Quote
from learner.packs.layout import (
    ANALYSIS,
    FORMAT,
    ITEMS,
    LESSON,
    MOST_BYTES,
    TEXT,
    WORDS,
    AnalysisFile,
    ItemsFile,
    LessonFile,
    WordsFile,
    sources_hash,
)  # fmt: skip
from learner.packs.own_words import applied
from learner.text.article import Paragraph, Sentence, Span

_T = TypeVar("_T")
_CHECK = "`learner check` lists every fault."


def read(folder: Path) -> Lesson:
    """The lesson in a folder. Raises PackError with file and what to do."""
    shown = read_lesson_file(folder)
    analysis = applied(_stored_analysis(folder) or _analysed_anew(folder), read_words(folder))
    items = read_items(folder).items if (folder / ITEMS).exists() else _generated(folder, shown, analysis)
    return Lesson(shown.uid, shown.title, shown.level, shown.seed, analysis, items, shown.origin, shown.exam)


def _generated(folder: Path, shown: LessonFile, analysis: Analysis) -> tuple[Item, ...]:
    """The items of a lesson whose author wrote none; they are stored beside its text where that can be done."""
    from learner.exercises.making import make
    from learner.lexicon.lexicon import Lexicon
    from learner.packs.writing import write

    lexicon = Lexicon.shared()
    made = make(analysis, level=shown.level, seed=shown.seed, lexicon=lexicon, origin=shown.origin)
    lesson = msgspec.structs.replace(made, uid=shown.uid, title=shown.title)
    with contextlib.suppress(PackError):
        write(lesson, folder, force=True)
    return lesson.items


def read_lesson_file(folder: Path) -> LessonFile:
    """lesson.toml alone, enough for the library."""
    return typed(folder / LESSON, LessonFile)


def read_items(folder: Path) -> ItemsFile:
    """items.toml."""
    return typed(folder / ITEMS, ItemsFile)


def read_words(folder: Path) -> WordsFile:
    """words.toml; an empty one where the folder has none."""
    return typed(folder / WORDS, WordsFile) if (folder / WORDS).exists() else WordsFile()


def contents(path: Path) -> bytes:
    """The bytes of one of the folder's files. Raises PackError: missing, a link, too large, unreadable."""
    where = str(path)
    if path.is_symlink() or path.parent.is_symlink():
        raise PackError("links are not followed in a lesson.", where=where, hint="Put the file itself there.")
    most = MOST_BYTES.get(path.name, MOST_BYTES[TEXT])
    try:
        if path.stat().st_size > most:
            raise PackError(f"the file is larger than {most:,} bytes.", where=where)
        return path.read_bytes()
    except FileNotFoundError as error:
        hint = "A lesson folder has lesson.toml, text.md and items.toml."
        raise PackError("the file is missing.", where=where, hint=hint) from error
    except OSError as error:
        raise PackError(f"the file cannot be read ({error.strerror}).", where=where) from error


def toml(path: Path) -> dict[str, Any]:
    """One of the folder's TOML files as plain values. Raises PackError with the line where it breaks."""
    try:
        return tomllib.loads(contents(path).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise PackError("the file is not UTF-8.", where=str(path), hint="Save it as UTF-8.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PackError(f"this is not valid TOML ({error}).", where=str(path), hint=_CHECK) from error


def typed(path: Path, kind: type[_T]) -> _T:
    """One of the folder's TOML files as a Struct. Raises PackError at the first value that does not fit."""
    values = toml(path)
    later = values.get("format", FORMAT)
    if isinstance(later, int) and later > FORMAT:
        hint = "Install a newer version of the program."
        raise PackError(f"the lesson has format {later}.", where=str(path), hint=hint)
    try:
        return msgspec.convert(values, kind, strict=True)
    except msgspec.ValidationError as error:
        raise PackError(f"{error}.", where=str(path), hint=_CHECK) from error


def _stored_analysis(folder: Path) -> Analysis | None:
    """The analysis on disk, if it belongs to the texts beside it; None where it is missing, stale or damaged."""
    path = folder / ANALYSIS
    if not path.exists():
        return None
    try:
        stored = msgspec.json.decode(contents(path), type=AnalysisFile)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError, RecursionError):
        return None
    current = stored.sources == sources_hash(folder) and stored.analysis.version == VERSION
    return stored.analysis if current and consistent(stored.analysis) else None


def consistent(analysis: Analysis) -> bool:
    """Whether every offset and index of a stored analysis lies inside its text."""
    article, length = analysis.article, len(analysis.article.text)
    spans: list[Span | Sentence | Paragraph | Quote] = [
        *article.tokens,
        *article.sentences,
        *article.paragraphs,
        *analysis.quotes,
    ]
    ranges = all(0 <= sentence.first <= sentence.last <= len(article.tokens) for sentence in article.sentences)
    places = all(
        0 <= place.sentence < len(article.sentences) and all(0 <= token < len(article.tokens) for token in place.tokens)
        for entry in analysis.entries
        for place in entry.occurrences
    )
    inside = all(0 <= span.start <= span.end <= length for span in spans)
    return inside and ranges and places and len(analysis.words) == len(article.tokens)


def _analysed_anew(folder: Path) -> Analysis:
    """The analysis of text.md as it stands now, stored beside it where the folder can be written to."""
    from learner.packs.analysing import analyse_text

    markdown = contents(folder / TEXT)
    try:
        analysis = analyse_text(markdown.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise PackError("the file is not UTF-8.", where=str(folder / TEXT), hint="Save it as UTF-8.") from error
    except LearnerError as error:
        raise PackError(error.what, where=str(folder / TEXT), hint=error.hint) from error
    try:
        stored = AnalysisFile(sources_hash(folder), analysis)
        (folder / ANALYSIS).write_bytes(msgspec.json.encode(stored))
    except OSError:
        pass  # a folder that cannot be written to is analysed again next time
    return analysis
