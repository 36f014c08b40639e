"""`learner pack …`: packs of lessons, for authors and for those who install them."""

import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from learner.cli.arguments import LEVEL
from learner.cli.speaking import sentence, tell
from learner.lexicon.lexeme import Level

if TYPE_CHECKING:
    from learner.packs.pack import Pack

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group("pack")
def command() -> None:
    """Write, build, install and remove packs of lessons."""


@command.command("new")
@click.argument("folder", type=_FOLDER)
@click.option("--title", help="Title of the pack.")
@click.option("--author", help="Your name, as others shall read it.")
@click.option("--level", type=LEVEL, help="CEFR level of the first lesson.")
def new(folder: Path, title: str | None, author: str | None, level: Level | None) -> None:
    """Start a pack in a new FOLDER, with one lesson as an example."""
    from learner.packs.starting import start

    title = title or _asked("cli.pack.title", folder.name.replace("-", " ").capitalize())
    author = author or _asked("cli.pack.author", "Your name")
    uids = (secrets.token_hex(8), secrets.token_hex(8))
    lesson = start(folder, title=title, author=author, level=level or "A2", uids=uids)
    click.echo(str(folder))
    tell("cli.pack.started", lesson=lesson, folder=folder)


def _asked(key: str, default: str) -> str:
    """The person's answer; the default where nobody is there to ask."""
    return str(click.prompt(sentence(key), default=default, err=True)) if sys.stdin.isatty() else default


@command.command("build")
@click.argument("folder", type=_FOLDER)
@click.option(
    "-o", "--output", "file", type=click.Path(path_type=Path), help="The file; beside the folder if left out."
)
def build(folder: Path, file: Path | None) -> None:
    """Make one file of a pack, to be shared; the same texts give the same bytes."""
    from learner.packs.building import build as built
    from learner.packs.pack import read_pack

    target = built(folder, file)
    click.echo(str(target))
    tell("cli.pack.built", file=target, count=len(read_pack(folder).lessons), size=f"{target.stat().st_size:,}")


@command.command("add")
@click.argument("source")
def add(source: str) -> None:
    """Install the pack behind SOURCE (a file or an address) into your library."""
    click.echo(str(install(source).folder))


def install(source: str) -> "Pack":
    """The pack behind a path or address, now in the person's library. Raises PackError or SourceError."""
    from learner.cli.progress_line import ProgressLine
    from learner.lexicon import wordtable
    from learner.packs.adding import add as added
    from learner.packs.adding import add_data

    wordtable.ensure(ProgressLine())
    if urlsplit(source).scheme.lower() in {"http", "https"}:
        from learner.packs.unpacking import MOST_ARCHIVE
        from learner.sources.fetching import download

        pack = add_data(download(source, most=MOST_ARCHIVE), source, ProgressLine())
    else:
        pack = added(Path(source), ProgressLine())
    tell("cli.pack.added", title=pack.file.title, count=len(pack.lessons), authors=", ".join(pack.file.authors))
    return pack


@command.command("list")
def list_() -> None:
    """The packs you have installed."""
    from learner.packs.adding import installed

    packs = installed()
    for pack in packs:
        click.echo(f"{pack.folder.name}\t{pack.file.version}\t{len(pack.lessons)}\t{pack.file.title}")
    if not packs:
        tell("cli.pack.none")


@command.command("remove")
@click.argument("name")
def remove(name: str) -> None:
    """Remove an installed pack; what you learnt with it stays."""
    from learner.packs.adding import remove as removed

    tell("cli.pack.removed", title=removed(name).file.title)


@command.command("schema")
@click.argument("name", type=click.Choice(("pack", "lesson", "words", "items")), required=False)
@click.option("-o", "--output", "folder", type=_FOLDER, help="Write all schemas into this folder.")
def schema(name: str | None, folder: Path | None) -> None:
    """JSON Schema of the files, so that editors complete and check them."""
    from learner.packs.schemas import FILES, written

    if folder is None:
        click.echo(written(name or "items"), nl=False)
        return
    folder.mkdir(parents=True, exist_ok=True)
    for one in [name] if name else FILES:
        (folder / f"{one}.json").write_text(written(one), encoding="utf-8")
    click.echo(str(folder))


@command.command("upgrade")
@click.argument("folder", type=_FOLDER)
def upgrade(folder: Path) -> None:
    """Bring lessons of an older format up to date; comments stay."""
    from learner.packs.upgrading import upgrade as upgraded

    files = upgraded(folder)
    for file in files:
        click.echo(str(file))
    tell("cli.pack.upgraded", count=len(files))


@command.command("preview")
@click.argument("folder", type=_FOLDER)
def preview(folder: Path) -> None:
    """Open a lesson as learners see it; it is read again whenever you save a file."""
    from learner.cli.open import need_terminal
    from learner.cli.speaking import settings
    from learner.packs.reading import read_lesson_file
    from learner.ui.preview import run

    read_lesson_file(folder)
    need_terminal()
    run(folder, settings=settings())
