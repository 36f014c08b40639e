"""`learner open SOURCE`, and `learner` alone: the terminal interface."""

import sys
from pathlib import Path

import click

from learner.cli.arguments import LEVEL, standard_input
from learner.cli.speaking import sentence, settings
from learner.lexicon.lexeme import Level


def open_library() -> None:
    """Open the library. Raises UsageError where no terminal is there to show it."""
    from learner.ui.app import run

    _need_terminal()
    run(settings=settings())


@click.command("open")
@click.argument("source")
@click.option("--level", type=LEVEL, help="CEFR level of the exercises; the text's own where left out.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed, another choice of items.")
def command(source: str, level: Level | None, seed: int) -> None:
    """Open a lesson folder, or import an article (file, URL, - for stdin) and open it."""
    from learner.ui.app import run

    _need_terminal()
    run(settings=settings(), start=_lesson_folder(source) or _imported(source, level, seed))


def open_folder(folder: Path) -> None:
    """Open a lesson folder. Raises UsageError without a terminal, PackError where there is no lesson."""
    from learner.packs.reading import read_lesson_file
    from learner.ui.app import run

    _need_terminal()
    read_lesson_file(folder)
    run(settings=settings(), start=folder)


def _need_terminal() -> None:
    if not sys.stdout.isatty():
        raise click.UsageError(sentence("cli.no-terminal"))


def _lesson_folder(source: str) -> Path | None:
    folder = Path(source)
    return folder if (folder / "lesson.toml").exists() else None


def _imported(source: str, level: Level | None, seed: int) -> Path:
    """The folder in the person's library that now holds the lesson made from the source."""
    from learner.cli.progress_line import ProgressLine
    from learner.packs.library import add_own
    from learner.sources.importing import Request, make_lesson, read_article

    opened, article = read_article(source, standard_input(source))
    return add_own(make_lesson(opened, article, Request(level, seed), ProgressLine()))
