"""What runs in a thread: opening a lesson, making one from an article or with a block brought back, writing a deck."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from learner.exercises.lesson import Lesson
from learner.language.analysis import Entry
from learner.lexicon.lexeme import Level
from learner.ui.busy import Report

_LONGEST_NAME = 2000


@dataclass(frozen=True, slots=True)
class Opened:
    """A lesson and the folder it stands in, if it stands in one; `version` where its text is another level's."""

    lesson: Lesson
    folder: Path | None = None
    version: Level | None = None


def versions(opened: Opened) -> tuple[Level, ...]:
    """The levels for which the lesson's text is also written."""
    from learner.packs.versions import available

    return available(opened.folder) if opened.folder and not opened.version else ()


def open_version(opened: Opened, level: Level) -> Opened:
    """The same lesson with its text for that level. Raises PackError."""
    from learner.packs.versions import read_version

    assert opened.folder is not None
    analysis = read_version(opened.folder, level)
    return Opened(msgspec.structs.replace(opened.lesson, analysis=analysis, level=level), opened.folder, level)


def open_folder(folder: Path) -> Opened:
    """The lesson in a folder. Raises PackError."""
    from learner.packs.reading import read

    return Opened(read(folder), folder)


def import_article(given: str, level: Level, report: Report) -> Opened:
    """The lesson for a learner from a path, an address or the text, stored among one's own. Raises LearnerError."""
    from learner.packs.library import add_own
    from learner.sources.importing import lesson_for, read_article
    from learner.sources.reading import from_text
    from learner.text.reading import article

    if is_name(given):
        source, found = read_article(given.strip().strip("'\""))
    else:
        source = from_text(given)
        found = article(source.text, source.kind, title=source.title)
    report(0.0, "")
    lesson = lesson_for(source, found, level, 0, report)
    return Opened(lesson, add_own(lesson))


def bring_back(opened: Opened, index: int, report: Report) -> Opened:
    """The lesson made anew with the dropped block at `index` in its place; items an author touched stay."""
    from learner.exercises.making import make
    from learner.language.analyzing import analyze
    from learner.lexicon import wordtable
    from learner.lexicon.lexicon import Lexicon
    from learner.packs.library import add_own
    from learner.text.reading import restore

    before = opened.lesson
    article = restore(before.analysis.article, index)
    lexicon = Lexicon.shared(wordtable.ensure(report))
    analysis = analyze(article, lexicon)
    made = make(analysis, level=before.level, seed=before.seed, lexicon=lexicon, origin=before.origin)
    lesson = msgspec.structs.replace(made, uid=before.uid, title=before.title)
    return Opened(lesson, add_own(lesson))


def look_up(word: str) -> tuple[Entry, ...] | None:
    """The entries of a word in the word table; None where the table has not been built yet."""
    from learner.language.entry import lookup
    from learner.lexicon.lexicon import Lexicon
    from learner.lexicon.wordtable import table_path

    if not table_path().exists():
        return None
    with Lexicon.open(table_path()) as lexicon:
        return tuple(lookup(word, lexicon))


def text_of(folder: Path) -> str:
    """The text of a lesson as authors write it. Raises PackError."""
    from learner.packs.layout import TEXT
    from learner.packs.reading import contents

    return contents(folder / TEXT).decode("utf-8")


def correct(folder: Path, text: str, report: Report) -> Opened:
    """The lesson in a folder made anew from its corrected text; items an author touched stay."""
    from learner.exercises.making import make
    from learner.lexicon import wordtable
    from learner.lexicon.lexicon import Lexicon
    from learner.packs.analysing import analyse_text
    from learner.packs.reading import read
    from learner.packs.writing import write

    before = read(folder)
    table = wordtable.ensure(report)
    analysis = analyse_text(text)
    lexicon = Lexicon.shared(table)
    made = make(analysis, level=before.level, seed=before.seed, lexicon=lexicon, origin=before.origin)
    title = analysis.article.title or before.title
    write(msgspec.structs.replace(made, uid=before.uid, title=title), folder, force=True)
    return open_folder(folder)


def write_deck(opened: Opened, now: datetime, language: str) -> tuple[str, int]:
    """Write the lesson as an Anki deck into the folder the program was started in; its name and how many cards.

    Raises ExportError.
    """
    from learner.export import anki
    from learner.export.choice import DeckChoice
    from learner.packs.library import slug

    lesson = opened.lesson
    folders = {lesson.uid: opened.folder} if opened.folder else None
    path = Path.cwd() / f"{slug(lesson.title)}.apkg"
    written = anki.write([lesson], path, now=now, choice=DeckChoice(language=language), folders=folders)
    return path.name, written.cards


def is_name(given: str) -> bool:
    """Whether what was given is one line that can be a path or an address; anything else is an article."""
    line = given.strip()
    return 0 < len(line) < _LONGEST_NAME and "\n" not in line and len(line.split()) < 12
