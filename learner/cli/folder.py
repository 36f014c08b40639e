"""Many articles at once: a folder's files analysed by several processes, one line each as soon as it is its turn.

The work goes through `concurrent.futures`, so any executor can do it. Only a few files are handed out ahead, which
keeps the memory flat however many there are.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from learner.cli import collecting
from learner.errors import LearnerError, SourceError
from learner.lexicon.lexicon import Lexicon

_AHEAD = 4  # files handed out for each worker
_DAMAGED = "the file could not be analysed"


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one file: the line for stdout, or what went wrong."""

    path: Path
    text: str = ""
    fault: str = ""


def files(folder: Path) -> list[Path]:
    """Every visible file under a folder in the order of names. Raises SourceError where there is none."""
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    if not found:
        raise SourceError("the folder holds no files.", where=str(folder), hint="Put articles as text or HTML there.")
    return found


def processes(workers: int | None = None) -> Callable[[], Executor]:
    """Makes executors with one process per core; one that is no copy of ours has to be told about garbage."""
    return lambda: ProcessPoolExecutor(workers or os.cpu_count() or 1, initializer=collecting.seldom)


def analysed(paths: Iterable[Path], work: Callable[[Path], Line], make: Callable[[], Executor]) -> Iterator[Line]:
    """The lines of the files in their order; a file that takes its process down with it is only a fault of its own."""
    waiting = iter(paths)
    ahead = _AHEAD * (os.cpu_count() or 1)
    executor = make()
    running: deque[tuple[Path, Future[Line]]] = deque()
    try:
        while True:
            while len(running) < ahead and (path := next(waiting, None)):
                running.append((path, executor.submit(work, path)))
            if not running:
                return
            path, future = running.popleft()
            try:
                yield future.result()
            except BrokenExecutor:
                executor.shutdown(wait=False, cancel_futures=True)
                yield _alone(path, work, make)
                executor = make()
                running = deque((other, executor.submit(work, other)) for other, _ in running)
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _alone(path: Path, work: Callable[[Path], Line], make: Callable[[], Executor]) -> Line:
    """A file once more by itself, since another one may have broken the executor."""
    with make() as executor:
        try:
            return executor.submit(work, path).result()
        except BrokenExecutor:
            return Line(path, fault=f"{path}: {_DAMAGED}.")


def as_json(path: Path) -> Line:
    """The object of `analyze --json` for one file, with its name under `file`."""
    return _guarded(path, _json)


def as_row(path: Path) -> Line:
    """Level, number of words, title and file, tab-separated."""
    return _guarded(path, _row)


def _guarded(path: Path, make: Callable[[Path], str]) -> Line:
    """Whatever is wrong with one file stays with it."""
    try:
        return Line(path, make(path))
    except LearnerError as error:
        return Line(path, fault=str(error) if error.where else f"{path}: {error}")
    except Exception as error:  # noqa: BLE001 - one bad file of thousands must not end the run
        return Line(path, fault=f"{path}: {_DAMAGED} ({type(error).__name__}).")


def _json(path: Path) -> str:
    import msgspec

    from learner.language.analyzing import analyze
    from learner.language.report import report
    from learner.sources.importing import read_article

    _, article = read_article(str(path))
    return msgspec.json.encode({"file": str(path), **report(analyze(article, _lexicon()))}).decode()


def _row(path: Path) -> str:
    from learner.language.analyzing import analyze
    from learner.sources.importing import read_article

    _, article = read_article(str(path))
    analysis = analyze(article, _lexicon())
    words = sum(word.pos != "PUNCT" for word in analysis.words)
    return f"{analysis.level.cefr}\t{words}\t{article.title or ''}\t{path}"


@cache
def _lexicon() -> Lexicon:
    """The word table of this process, opened once."""
    return Lexicon.open()
