"""Checking a lesson folder: format first, then teaching; every finding at once, each with its line."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from learner.errors import PackError
from learner.exercises.item import Item
from learner.language.analysis import Analysis
from learner.lexicon.lexeme import LEVELS
from learner.packs import markdown
from learner.packs.checking_items import CONTROL, check_item, check_together
from learner.packs.checking_pack import check_pack
from learner.packs.checking_text import reading_minutes, silences, straight_lines, transcribed_lines, unexplained
from learner.packs.findings import Finding
from learner.packs.layout import (
    ANALYSIS,
    FORMAT,
    ITEMS,
    KINDS,
    LESSON,
    TEXT,
    VERSIONS,
    WORDS,
    AnalysisFile,
    ItemsFile,
    LessonFile,
    Silence,
    WordsFile,
    sources_hash,
)
from learner.packs.lines import item_lines, line_of, nth_line_of
from learner.packs.own_words import places
from learner.packs.pack import PACK
from learner.packs.reading import contents, toml
from learner.packs.validating import faults_of

_LONGEST_READING = 9
_HARD_WORDS = 3
_LONGEST_TEXT = {"A1": 300, "A2": 450, "B1": 700, "B2": 1100, "C1": 1600, "C2": 2500}


def check(path: Path) -> tuple[Finding, ...]:
    """Every finding of a lesson folder, or of all lessons below a folder of lessons."""
    if not path.is_dir():
        return (Finding(str(path), 0, "no-lesson", "fault"),)
    folders = [path] if (path / LESSON).exists() else sorted(file.parent for file in path.glob(f"**/{LESSON}"))
    packs = sorted(file.parent for file in path.glob(f"**/{PACK}"))
    if not folders and not packs:
        return (Finding(str(path), 0, "no-lesson", "fault"),)
    found = [finding for folder in packs for finding in check_pack(folder)]
    return (*found, *(finding for folder in folders for finding in _check_lesson(folder)))


def _check_lesson(folder: Path) -> Iterator[Finding]:
    """The findings of one lesson that its author has not silenced, and silences that silence nothing."""
    lesson = _Checked(folder)
    findings = list(lesson.findings())
    yield from (finding for finding in findings if not any(silences(one, finding) for one in lesson.silenced))
    for number, one in enumerate(lesson.silenced):
        if not any(silences(one, finding) for finding in findings):
            line = nth_line_of(contents(folder / LESSON).decode("utf-8", errors="replace"), "[[silence]]", number)
            yield Finding(str(folder / LESSON), line, "idle-silence", "note", {"found": one.code})


class _Checked:
    """One lesson folder while it is being checked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._text: markdown.Text | None = None
        self._level = "C2"
        self._own: set[str] = set()
        self.silenced: tuple[Silence, ...] = ()

    def findings(self) -> Iterator[Finding]:
        """Findings of every file, in the order an author reads them."""
        yield from self._lesson_file()
        yield from self._text_file()
        yield from self._words_file()
        yield from self._items_file()
        yield from self._versions()
        yield from self._analysis_file()

    def _lesson_file(self) -> Iterator[Finding]:
        data = yield from self._toml(LESSON)
        if data is None:
            return
        faults = list(self._typed(data, LessonFile, LESSON))
        yield from faults
        if not faults:
            self.silenced = msgspec.convert(data, LessonFile).silence
        self._level = str(data.get("level", "C2"))
        if isinstance(data.get("format"), int) and data["format"] > FORMAT:
            yield self._finding(LESSON, "format", "fault", "format", found=str(data["format"]))
        for key in ("title", "topic"):
            if CONTROL.search(str(data.get(key, ""))):
                yield self._finding(LESSON, "control-characters", "fault", key, item=key)
        origin = data.get("origin", {})
        for key in ("licence", "source"):
            if not (isinstance(origin, dict) and origin.get(key)):
                yield self._finding(LESSON, f"no-{key}", "note", key)

    def _text_file(self) -> Iterator[Finding]:
        try:
            self._text = markdown.read(contents(self._folder / TEXT).decode("utf-8"))
        except UnicodeDecodeError:
            yield self._finding(TEXT, "not-utf-8", "fault")
            return
        except PackError as error:
            yield self._finding(TEXT, "unreadable", "fault", error=error.what)
            return
        words = sum(len(paragraph.split()) for paragraph, _ in self._text.paragraphs)
        if not words:
            yield self._finding(TEXT, "empty-text", "fault")
        elif words > _LONGEST_TEXT.get(self._level, 2500):
            yield self._finding(TEXT, "long-text", "note", words=str(words), level=self._level)
        elif (minutes := reading_minutes(words, self._level)) > _LONGEST_READING:
            yield self._finding(TEXT, "reading-time", "note", minutes=str(minutes), level=self._level)
        for number, line in transcribed_lines(self._raw(TEXT)):
            yield self._finding_at(TEXT, number, "text-umlaut-as-ae", word=line)
        for number, line in straight_lines(self._raw(TEXT)):
            yield self._finding_at(TEXT, number, "text-straight-quotes", word=line)

    def _words_file(self) -> Iterator[Finding]:
        if not (self._folder / WORDS).exists():
            return
        data = yield from self._toml(WORDS)
        if data is None:
            return
        faults = list(self._typed(data, WordsFile, WORDS))
        yield from faults
        if not faults:
            words = msgspec.convert(data, WordsFile)
            self._own = {word.lemma for word in words.words} | set(words.include)

    def _items_file(self) -> Iterator[Finding]:
        if not (self._folder / ITEMS).exists():
            yield self._finding(ITEMS, "generated-items", "note")
            return
        data = yield from self._toml(ITEMS)
        if data is None:
            return
        rows = data.pop("items", [])
        yield from self._typed(data, ItemsFile, ITEMS)
        if not isinstance(rows, list) or not rows:
            yield self._finding(ITEMS, "no-items", "fault")
            return
        lines = item_lines(self._raw(ITEMS))
        read: list[tuple[Item, int]] = []
        for number, row in enumerate(rows):
            line = lines[number] if number < len(lines) else 0
            item = yield from self._item(row, line)
            if item is not None:
                read.append((item, line))
        yield from (self._located(finding, line) for finding, line in check_together(read))

    def _item(self, row: Any, line: int) -> Iterator[Finding] | Any:
        """The findings of one item; returns it where its format is right."""
        kind = KINDS.get(row.get("kind", "")) if isinstance(row, dict) else None
        if kind is None:
            found = str(row.get("kind", "")) if isinstance(row, dict) else ""
            yield self._located(Finding(ITEMS, line, "kind", "fault", {"found": found}), line)
            return None
        faults = list(faults_of(row, kind, ITEMS, self._raw(ITEMS), line))
        yield from (self._located(fault, fault.line) for fault in faults)
        if faults:
            return None
        item = msgspec.convert(row, kind)
        paragraphs = [paragraph for paragraph, _ in self._text.paragraphs] if self._text else []
        yield from (self._located(finding, line) for finding in check_item(item, paragraphs, self._level))
        return item

    def _analysis_file(self) -> Iterator[Finding]:
        path = self._folder / ANALYSIS
        if not path.exists():
            yield self._finding(ANALYSIS, "no-analysis", "note")
            return
        try:
            stored = msgspec.json.decode(contents(path), type=AnalysisFile)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, PackError):
            yield self._finding(ANALYSIS, "damaged-analysis", "note")
            return
        if stored.sources != sources_hash(self._folder):
            yield self._finding(ANALYSIS, "stale-analysis", "note")
            return
        yield from self._language(stored.analysis)

    def _language(self, analysis: Analysis) -> Iterator[Finding]:
        """What only the analysed text shows: its level, hard words without a meaning, own words it lacks."""
        estimate = analysis.level.cefr
        if self._level in LEVELS and abs(LEVELS.index(estimate) - LEVELS.index(self._level)) > 1:
            yield self._finding(LESSON, "text-level", "note", "level", found=estimate, level=self._level)
        hard = unexplained(analysis, self._level)
        if len(hard) >= _HARD_WORDS:
            yield self._finding(TEXT, "hard-words", "note", words=", ".join(hard[:8]))
        lemmas = {entry.lexeme.lemma for entry in analysis.entries}
        for word in sorted(self._own - lemmas):
            if places(analysis, word):
                continue
            nearest = next(iter(difflib.get_close_matches(word, sorted(lemmas), n=1)), "")
            yield self._finding(WORDS, "word-not-in-text", "note", word=word, nearest=nearest)

    def _versions(self) -> Iterator[Finding]:
        """Other versions of the text: written at another level, and no copy of it."""
        for name, level in VERSIONS.items():
            if not (self._folder / name).exists():
                continue
            if level == self._level:
                yield self._finding(name, "version-same-level", "fault", level=level)
            try:
                text = markdown.read(contents(self._folder / name).decode("utf-8"))
            except (UnicodeDecodeError, PackError):
                yield self._finding(name, "unreadable", "fault", error="UTF-8")
                continue
            if not text.paragraphs:
                yield self._finding(name, "empty-text", "fault")
            elif self._text is not None and text.paragraphs == self._text.paragraphs:
                yield self._finding(name, "version-same-text", "fault")

    def _toml(self, name: str) -> Iterator[Finding] | Any:
        """One file's values; None, and a finding, where it cannot be read."""
        try:
            return toml(self._folder / name)
        except PackError as error:
            yield self._finding(name, "unreadable", "fault", error=error.what)
            return None

    def _typed(self, data: dict[str, Any], kind: type, name: str) -> Iterator[Finding]:
        for fault in faults_of(data, kind, name, self._raw(name), 0):
            yield self._located(fault, fault.line)

    def _raw(self, name: str) -> str:
        return contents(self._folder / name).decode("utf-8", errors="replace")

    def _finding_at(self, name: str, line: int, code: str, **values: str) -> Finding:
        return Finding(str(self._folder / name), line, code, "note", values)

    def _finding(self, name: str, code: str, severity: str, key: str = "", **values: str) -> Finding:
        line = line_of(self._raw(name), key) if key else 0
        return Finding(str(self._folder / name), line, code, severity, values)  # type: ignore[arg-type]

    def _located(self, finding: Finding, line: int) -> Finding:
        return msgspec.structs.replace(finding, file=str(self._folder / finding.file), line=line)
