"""`learner practice PATH`: a lesson in the interface, or line by line with --plain."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from learner.cli.speaking import sentence, settings, tell

if TYPE_CHECKING:
    from learner.exercises.lesson import Lesson
    from learner.lexicon.lexicon import Lexicon
    from learner.progress.session import Answered, Session, Summary
    from learner.progress.store import Store


@click.command("practice")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
@click.option("--again", is_flag=True, help="Begin the lesson anew.")
def command(path: Path, plain: bool, again: bool) -> None:
    """Practise the lesson in a folder; it goes on where it was."""
    if not plain:
        from learner.cli.open import open_folder

        open_folder(path)
        return
    from learner.packs.reading import read
    from learner.progress.store import Store

    with Store.open() as store:
        _practise(read(path), path, store, again=again)


def _practise(lesson: "Lesson", path: Path, store: "Store", *, again: bool) -> None:
    from learner.cli.asking import QUIT, Leave
    from learner.progress.session import Session

    number, earlier = store.round_of(lesson.uid)
    if again and earlier:
        number, earlier = number + 1, []
    session = Session(lesson, earlier, round_number=number, almost_counts=settings().almost_counts)
    store.opened(lesson, datetime.now().astimezone())
    if session.finished:
        tell("cli.practice.done")
        return
    count = len(session.items)
    click.echo(sentence("cli.practice.opening", title=lesson.title, level=lesson.level, count=count, quit=QUIT))
    try:
        with _words() as words:
            _rounds(session, store, words)
    except Leave:
        click.echo()
        tell("cli.practice.again", path=path)
    _show_summary(session.summary())


@contextmanager
def _words() -> "Iterator[Lexicon | None]":
    """The word table where it has been built; practising never waits for it."""
    from learner.lexicon.lexicon import Lexicon
    from learner.lexicon.wordtable import table_path

    if not table_path().exists():
        yield None
        return
    with Lexicon.open() as lexicon:
        yield lexicon


def _rounds(session: "Session", store: "Store", words: "Lexicon | None") -> None:
    from learner.cli.asking import Skip, ask

    while (item := session.current) is not None:
        counter = sentence("cli.practice.counter", number=session.position + 1, count=len(session.items))
        click.echo(f"\n{counter} · {sentence(f'skill.{item.skill}')} · {item.level}")
        try:
            answered = session.answer(ask(item), datetime.now().astimezone(), words=words)
        except Skip:
            session.skip()
            continue
        store.record(answered.attempt)
        click.echo(_told(answered))


def _told(answered: "Answered") -> str:
    """What the learner is told of an answer: outcome, the gaps that were not right, the reason."""
    from learner.cli.explaining import explained

    lines = [sentence(f"cli.practice.{answered.score.outcome}")]
    if len(answered.score.marks) > 1:
        solutions = [mark.values["key"] for mark in answered.score.marks if mark.outcome != "equal"]
        lines += [sentence("cli.practice.solution", solution=", ".join(solutions))] if solutions else []
    lines.append(explained(answered.score.feedback))
    return "\n".join(line for line in lines if line)


def _show_summary(summary: "Summary") -> None:
    if not summary.possible:
        return
    click.echo(sentence("cli.practice.result", points=f"{summary.points:g}", possible=f"{summary.possible:g}"))
    for skill, (points, possible) in summary.skills.items():
        name = sentence(f"skill.{skill}")
        click.echo("  " + sentence("cli.practice.skill", skill=name, points=f"{points:g}", possible=f"{possible:g}"))
