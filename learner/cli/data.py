"""`learner data`: back up, restore and export what belongs to the learner."""

from datetime import datetime
from pathlib import Path

import click

from learner.cli.speaking import tell

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group("data")
def command() -> None:
    """Your progress: back it up, restore it, export it."""


@command.command("backup")
@click.argument("file", type=_FILE, required=False)
def backup(file: Path | None) -> None:
    """Copy your progress into FILE, or into a dated file beside it; other windows may stay open."""
    from learner.errors import ProgressError
    from learner.progress.store import Store, own_file

    now = datetime.now().astimezone()
    target = file or own_file().with_name(f"progress-backup-{now:%Y-%m-%d-%H%M%S}.db")
    if target.exists():
        raise ProgressError("there is such a file already.", where=str(target), hint="Choose another name.")
    with Store.open() as store:
        store.copy(target)
    click.echo(str(target))


@command.command("restore")
@click.argument("file", type=_FILE)
def restore(file: Path) -> None:
    """Put a backup in the place of your progress; what stands there now is kept beside it."""
    from learner.progress.store import own_file
    from learner.progress.store.database import restore as put_back

    kept = put_back(file, own_file())
    tell("cli.data.restored", file=file)
    if kept is not None:
        tell("cli.data.kept", file=kept)


@command.command("export")
@click.option("-o", "--output", type=_FILE, help="A file; standard output where left out.")
def export(output: Path | None) -> None:
    """Write everything known about you as one JSON object: answers, words, reviews, lessons opened."""
    from learner.progress.store import Store
    from learner.progress.store.everything import as_json

    with Store.open() as store:
        written = as_json(store)
    if output is None:
        click.echo(written)
    else:
        output.write_text(f"{written}\n", encoding="utf-8")
        tell("cli.data.exported", file=output)


@command.command("where")
def where() -> None:
    """Print the file your progress stands in."""
    from learner.progress.store import own_file

    click.echo(str(own_file()))
