"""Words somebody already knows, from an Anki package or a text file, so that coverage starts true.

Which field of a deck holds the German word is found out, not asked: the one in which most values are German words.
"""

import csv
import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from learner.errors import ExportError
from learner.export.package import PackagedNote, read_package

Recognise = Callable[[str], str | None]
"""Takes a word as it stands in a deck; returns its lemma, or None if it is no German word."""

_SAMPLE = 200  # notes of a note type that decide which field holds the German words
_SHARE = 0.25  # of a column; a field of sentences or meanings has fewer German headwords
_MATURE = 21  # days; Anki's own word for a card with this interval or a longer one
_LARGEST = 1 << 26  # bytes of a text file
_BEFORE = re.compile(r"^\s*(?:(?:der|die|das|den|dem|des|ein|eine|einen|sich|etwas)\b[ /,(]+)+", re.IGNORECASE)
_MARKUP = re.compile(r"<[^>]*>|\[sound:[^\]]*\]|\[anki:[^\]]*\]|\{\{c\d+::|(?:::[^}]*)?\}\}")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_ENDS = re.compile(r"[\n,;/|=–(]|\s-\s")
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " ", "colon": ":"}


@dataclass(frozen=True, slots=True)
class KnownWords:
    """Lemmas by how well they are known, and the values that are no German words.

    In a deck with reviews `known` are those with an interval of three weeks or more, `learning` those reviewed at all;
    cards never seen count as neither. In a deck or list without reviews every word is `known`.
    """

    known: tuple[str, ...]
    learning: tuple[str, ...]
    unrecognised: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """One note of any source: the columns it has, how long its interval is and how often it was reviewed."""

    kind: str
    values: tuple[str, ...]
    interval: int = 0
    reviews: int = 0


def read_known(path: Path, recognise: Recognise) -> KnownWords:
    """The words of an .apkg, .colpkg or text file. Raises ExportError for a file that cannot be read."""
    packaged = path.suffix.lower() in (".apkg", ".colpkg")
    rows = [_row(note) for note in read_package(path)] if packaged else list(_text_rows(path))
    by_kind = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row)
    words = [word for kind in by_kind.values() for word in _words(kind, recognise)]
    return _sorted(words, scheduled=any(row.reviews for row in rows))


def _row(note: PackagedNote) -> _Row:
    return _Row(note.note_type, tuple(note.fields.values()), note.interval, note.reviews)


def _words(rows: Sequence[_Row], recognise: Recognise) -> Iterator[tuple[_Row, str, str | None]]:
    """Each row with the word in the column that holds German words, and its lemma; nothing where no column does."""
    column = _german_column(rows, recognise)
    if column is None:
        return
    for row in rows:
        if word := _word(row, column):
            yield row, word, recognise(word)


def _german_column(rows: Sequence[_Row], recognise: Recognise) -> int | None:
    """The column with the most German words in a sample, the first of equals; None where they are too few."""
    sample = rows[:: max(1, len(rows) // _SAMPLE)]
    width = max(len(row.values) for row in rows)
    hits = [sum(_is_german(row, column, recognise) for row in sample) for column in range(width)]
    most = max(hits, default=0)
    return hits.index(most) if most and most >= len(sample) * _SHARE else None


def _is_german(row: _Row, column: int, recognise: Recognise) -> bool:
    word = _word(row, column)
    return bool(word) and recognise(word) is not None


def _word(row: _Row, column: int) -> str:
    return bare_word(row.values[column]) if column < len(row.values) else ""


def bare_word(cell: str) -> str:
    """The word in a field: without markup, asides, article and all that follows a comma; empty where there is none."""
    lines = re.sub(r"<br ?/?>|</?div>|</?p>", "\n", cell)
    text = _ASIDE.sub("", html.unescape(_MARKUP.sub("", lines)))
    first = next((part for part in _ENDS.split(_BEFORE.sub("", text)) if part.strip()), "")
    return " ".join(unicodedata.normalize("NFC", first).split()).strip(" .!?:")


def _sorted(words: Iterable[tuple[_Row, str, str | None]], *, scheduled: bool) -> KnownWords:
    known: dict[str, None] = {}
    learning: dict[str, None] = {}
    unrecognised: dict[str, None] = {}
    for row, text, lemma in words:
        if lemma is None:
            unrecognised[text] = None
        elif not scheduled or row.interval >= _MATURE:
            known[lemma] = None
        elif row.reviews:
            learning[lemma] = None
    return KnownWords(tuple(known), tuple(lemma for lemma in learning if lemma not in known), tuple(unrecognised))


def _text_rows(path: Path) -> Iterator[_Row]:
    """Rows of Anki's text export, of a table, or of a list with a word a line."""
    lines = _text(path).splitlines(keepends=True)
    head = dict(line[1:].strip().split(":", 1) for line in lines if line.startswith("#") and ":" in line)
    separator = _separator(head.get("separator", ""), lines)
    skipped = {int(value) - 1 for name, value in head.items() if name.endswith(" column") and value.isdecimal()}
    body = (line for line in lines if not line.startswith("#"))
    try:
        for cells in csv.reader(body, delimiter=separator):
            yield _Row("", tuple("" if at in skipped else cell for at, cell in enumerate(cells)))
    except csv.Error as error:
        raise ExportError(f"is not a table that can be read ({error}).", where=str(path)) from error


def _separator(named: str, lines: Sequence[str]) -> str:
    if named:
        return _SEPARATORS.get(named.strip().lower(), named[:1])
    sample = "".join(lines[:50])
    return max("\t;,", key=sample.count)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
        if len(data) > _LARGEST or b"\0" in data:
            raise ExportError(
                "is no list of words.", where=str(path), hint="Give an .apkg, or text with a word a line."
            )
        return data.decode("utf-8-sig")
    except OSError as error:
        raise ExportError(f"cannot be read: {error.strerror}.", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise ExportError("is not UTF-8 text.", where=str(path), hint="Save it as UTF-8.") from error
