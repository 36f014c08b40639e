"""Simpler and harder versions of a lesson's text: text.a2.md and the like, each with an analysis of its own."""

import contextlib
import hashlib
from pathlib import Path

import msgspec

from learner.errors import LearnerError, PackError
from learner.language.analysis import VERSION, Analysis
from learner.lexicon.lexeme import Level
from learner.packs.layout import VERSIONS, AnalysisFile
from learner.packs.reading import consistent, contents
from learner.packs.writing import put


def available(folder: Path) -> tuple[Level, ...]:
    """The levels the text is also written for, in order."""
    return tuple(level for name, level in VERSIONS.items() if (folder / name).is_file())


def read_version(folder: Path, level: Level) -> Analysis:
    """The analysed text for a level, stored beside it after the first time. Raises PackError."""
    file = folder / f"text.{level.lower()}.md"
    markdown = contents(file)
    digest = hashlib.sha256(markdown).hexdigest()[:16]
    store = folder / f"analysis.{level.lower()}.json"
    return _stored(store, digest) or _analysed(file, markdown, digest, store)


def _stored(store: Path, digest: str) -> Analysis | None:
    try:
        found = msgspec.json.decode(contents(store), type=AnalysisFile)
    except (PackError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    current = found.sources == digest and found.analysis.version == VERSION
    return found.analysis if current and consistent(found.analysis) else None


def _analysed(file: Path, markdown: bytes, digest: str, store: Path) -> Analysis:
    from learner.packs.analysing import analyse_text

    try:
        analysis = analyse_text(markdown.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise PackError("the file is not UTF-8.", where=str(file), hint="Save it as UTF-8.") from error
    except LearnerError as error:
        raise PackError(error.what, where=str(file), hint=error.hint) from error
    with contextlib.suppress(OSError):  # a folder that cannot be written to is analysed again next time
        put(store, msgspec.json.encode(AnalysisFile(digest, analysis)))
    return analysis
