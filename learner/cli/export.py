"""`learner export FORMAT PATH... -o FILE`: lessons for others."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learner.cli.arguments import LEVEL
from learner.cli.speaking import sentence, settings, tell

if TYPE_CHECKING:
    from learner.exercises.lesson import Lesson
    from learner.export.choice import DeckChoice
    from learner.export.comparing import Difference
    from learner.export.writing import Written

_DIRECTIONS = ("recognise", "produce", "type")


def _selection(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options every format takes."""
    for option in reversed(
        (
            click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path)),
            click.option("--words/--no-words", default=True, help="Word notes."),
            click.option("--items/--no-items", default=True, help="Notes made of items."),
            click.option(
                "--level", type=LEVEL, help="Words of this level and one above; the lesson's own where left out."
            ),
            click.option("--new-only", is_flag=True, help="Only the words you marked as learning."),
            click.option("--tags", multiple=True, help="A tag for every note; may be given several times."),
        )
    ):
        function = option(function)
    return function


_output = click.option("-o", "--output", "file", required=True, type=click.Path(path_type=Path), help="The file.")


@click.group("export")
def command() -> None:
    """Turn lessons into decks and tables for others."""


@command.command("anki")
@_selection
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), help="The file.")
@click.option("--direction", multiple=True, type=click.Choice(_DIRECTIONS), help="Further cards per word.")
@click.option("--deck", default="German", show_default=True, help="The deck; lessons become subdecks of it.")
@click.option("--one-deck", is_flag=True, help="All notes in one deck, no subdecks.")
@click.option("--diff", "old", type=click.Path(path_type=Path), help="Say what would change against an older deck.")
@click.option("--push", is_flag=True, help="Have a running Anki (AnkiConnect) import it.")
def anki(paths: tuple[Path, ...], file: Path | None, old: Path | None, push: bool, **selection: Any) -> None:
    """Write an Anki package (.apkg); with --diff alone, only say what would change."""
    lessons, folders = _lessons(paths)
    choice = _deck_choice(**selection)
    if old is not None:
        from learner.export.comparing import diff

        _show(diff(old, lessons, choice=choice, folders=folders))
    if file is not None:
        from learner.export.anki import write

        _tell_written(write(lessons, file, now=datetime.now(UTC), choice=choice, folders=folders))
        if push:
            _push(file)
    elif old is None:
        raise click.UsageError(sentence("cli.export.no-file"))


def _deck_choice(*, new_only: bool, direction: tuple[str, ...], one_deck: bool, **wishes: Any) -> "DeckChoice":
    further = {"produce": "produce" in direction, "typing": "type" in direction, "subdecks": not one_deck}
    return _choice(lemmas=_learning(new_only), **further, **wishes)


@command.command("text")
@_selection
@_output
def text(paths: tuple[Path, ...], file: Path, **selection: Any) -> None:
    """Write Anki's text format."""
    from learner.export.textfile import write

    _tell_written(write(_lessons(paths)[0], file, choice=_selected(**selection)))


@command.command("csv")
@_selection
@_output
def csv(paths: tuple[Path, ...], file: Path, **selection: Any) -> None:
    """Write the words as a table for spreadsheets."""
    from learner.export.tables import write_csv

    _tell_written(write_csv(_lessons(paths)[0], file, choice=_selected(**selection)))


@command.command("pairs")
@_selection
@_output
def pairs(paths: tuple[Path, ...], file: Path, **selection: Any) -> None:
    """Write word and meaning, tab between, for Quizlet."""
    from learner.export.tables import write_pairs

    _tell_written(write_pairs(_lessons(paths)[0], file, choice=_selected(**selection)))


@command.command("json")
@_selection
@_output
def json(paths: tuple[Path, ...], file: Path, **selection: Any) -> None:
    """Write every note as JSON."""
    from learner.export.tables import write_json

    _tell_written(write_json(_lessons(paths)[0], file, choice=_selected(**selection)))


def _selected(*, new_only: bool, **selection: Any) -> "DeckChoice":
    return _choice(lemmas=_learning(new_only), **selection)


def _choice(**wishes: Any) -> "DeckChoice":
    from learner.export.choice import DeckChoice

    return DeckChoice(language=settings().language, **wishes)


def _learning(wanted: bool) -> frozenset[str] | None:
    """The lemmas marked as learning; None where all words are wanted."""
    if not wanted:
        return None
    from learner.progress.store import Store

    with Store.open() as store:
        return frozenset(lemma for lemma, status in store.words().items() if status == "learning")


def _lessons(paths: tuple[Path, ...]) -> "tuple[list[Lesson], dict[str, Path]]":
    """The lessons in these folders, and their folders by uid."""
    from learner.packs.reading import read

    read_lessons = [(read(path), path) for path in paths]
    return [lesson for lesson, _ in read_lessons], {lesson.uid: path for lesson, path in read_lessons}


def _tell_written(written: "Written") -> None:
    click.echo(str(written.path))
    tell("cli.export.written", file=written.path, words=written.words, gaps=written.gaps, questions=written.questions)
    for why, count in Counter(left.why for left in written.left_out).items():
        tell("cli.export.left-out", count=count, why=sentence(why))
    for folder in written.undated:
        tell("cli.export.undated", folder=folder)


def _show(difference: "Difference") -> None:
    for name in ("added", "removed"):
        for what in getattr(difference, name):
            click.echo(sentence(f"cli.export.{name}", what=what))
    for change in difference.changed:
        click.echo(sentence("cli.export.changed", what=change.what, fields=", ".join(change.fields)))
    click.echo(sentence("cli.export.unchanged", count=difference.unchanged))
    if difference.changed:
        tell("cli.export.tags-lost")


def _push(file: Path) -> None:
    import os

    from learner.export.pushing import ADDRESS, push

    address, key = os.environ.get("ANKICONNECT_URL", ADDRESS), os.environ.get("ANKICONNECT_KEY", "")
    push(file, address=address, key=key)
    tell("cli.export.pushed")
