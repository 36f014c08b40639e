"""`learner open SOURCE`, and `learner` alone: the terminal interface."""

import gc
import os
import sys
from pathlib import Path

import click

from learner.cli.arguments import LEVEL, standard_input
from learner.cli.speaking import sentence, settings
from learner.lexicon.lexeme import Level
from learner.ui.start import Start


def open_library() -> None:
    """Open the library. Raises UsageError where no terminal is there to show it."""
    show(Start())


def show(start: Start) -> None:
    """Show the interface from `start` on; a new learner is first asked for language and level.

    Raises UsageError where no terminal is there to show it.
    """
    need_terminal()
    gc.disable()  # nothing of what a start imports is garbage; the interface collects again behind its first paint
    try:
        _show(start)
    finally:
        gc.enable()


def _show(start: Start) -> None:
    from learner.progress.store import Store
    from learner.settings import settings_path
    from learner.ui.app import run

    with Store.open() as store:
        first = start == Start() and store.untouched and not settings_path().exists()
        run(settings=settings(), start=Start(first=True) if first else start, store=store)


@click.command("open")
@click.argument("source")
@click.option("--level", type=LEVEL, help="CEFR level of the exercises; near yours where left out.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed, another choice of items.")
def command(source: str, level: Level | None, seed: int) -> None:
    """Open a lesson folder or pack, or import an article (file, URL, - for stdin) and open it."""
    show(Start(_lesson_folder(source) or _lesson_of_pack(source) or _imported(source, level, seed)))


def need_terminal() -> None:
    """Raises UsageError where neither a terminal nor a browser is there to show the interface."""
    if not sys.stdout.isatty() and "TEXTUAL_DRIVER" not in os.environ:
        raise click.UsageError(sentence("cli.no-terminal"))


def _lesson_folder(source: str) -> Path | None:
    folder = Path(source)
    return folder if (folder / "lesson.toml").exists() else None


def _lesson_of_pack(source: str) -> Path | None:
    """The first lesson of a pack given as a file, installed now; None for anything else."""
    from learner.packs.pack import SUFFIX

    if not source.endswith(SUFFIX):
        return None
    from learner.cli.pack import install

    return install(source).lessons[0]


def _imported(source: str, level: Level | None, seed: int) -> Path:
    """The folder in the person's library that now holds the lesson made from the source."""
    from learner.cli.progress_line import ProgressLine
    from learner.packs.library import add_own
    from learner.sources.importing import Request, lesson_for, make_lesson, read_article

    opened, article = read_article(source, standard_input(source))
    if level is not None:
        return add_own(make_lesson(opened, article, Request(level, seed), ProgressLine()))
    return add_own(lesson_for(opened, article, settings().level, seed, ProgressLine()))
