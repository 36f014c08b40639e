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
    from learner.progress.practising import Round
    from learner.progress.session import Summary
    from learner.progress.store import Store


@click.command("practice")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
@click.option("--again", is_flag=True, help="Begin the lesson anew.")
@click.option("--minutes", type=click.Choice(["10", "20", "45"]), help="Only as many items as fit this time.")
@click.option("--exam", help="An exam set of the lesson's article, as for `make`.")
def command(path: Path, plain: bool, again: bool, minutes: str | None, exam: str | None) -> None:
    """Practise the lesson in a folder; it goes on where it was."""
    if not plain:
        from learner.cli.open import show
        from learner.packs.reading import read_lesson_file
        from learner.ui.start import Start

        read_lesson_file(path)
        show(Start(_wanted(path, minutes, exam) if minutes or exam else path, "practise", anew=again))
        return
    from learner.progress.store import Store

    with Store.open() as store:
        _practise(_wanted(path, minutes, exam), path, store, again=again)


def _wanted(path: Path, minutes: str | None, exam: str | None) -> "Lesson":
    """The lesson in the folder, or an exam set of its article, cut to the minutes."""
    import msgspec

    from learner.exercises.composing import within
    from learner.packs.reading import read

    lesson = read(path)
    if exam and not (lesson.exam and lesson.exam.exam == exam):
        lesson = _examined(lesson, exam)
    if minutes:
        lesson = msgspec.structs.replace(lesson, items=within(lesson.items, int(minutes)))
    return lesson


def _examined(lesson: "Lesson", exam: str) -> "Lesson":
    """The exam set of a lesson's article, a lesson of its own to the learner's progress."""
    import msgspec

    from learner.exercises.making import make
    from learner.lexicon import wordtable
    from learner.lexicon.lexicon import Lexicon

    with Lexicon.open(wordtable.ensure()) as lexicon:
        made = make(
            lesson.analysis, level=lesson.level, seed=lesson.seed, lexicon=lexicon, origin=lesson.origin, exam=exam
        )
    if made.exam and made.exam.missing:
        tell("cli.make.missing", title=made.exam.title, parts="; ".join(made.exam.missing))
    return msgspec.structs.replace(made, uid=f"{lesson.uid}-{exam}", title=lesson.title)


def _practise(lesson: "Lesson", path: Path, store: "Store", *, again: bool) -> None:
    from learner.cli.asking import QUIT, Leave
    from learner.progress.practising import Round

    store.opened(lesson, datetime.now().astimezone())
    round_ = Round.go_on(store, lesson, almost_counts=settings().almost_counts, anew=again)
    count = len(round_.session.items)
    click.echo(sentence("cli.practice.opening", title=lesson.title, level=lesson.level, count=count, quit=QUIT))
    try:
        with known_words() as words:
            _ask_all(round_, words)
    except Leave:
        click.echo()
        tell("cli.practice.again", path=path)
    _show_summary(round_.session.summary())


@contextmanager
def known_words() -> "Iterator[Lexicon | None]":
    """The word table where it has been built; practising never waits for it."""
    from learner.lexicon.lexicon import Lexicon
    from learner.lexicon.wordtable import table_path

    if not table_path().exists():
        yield None
        return
    with Lexicon.open() as lexicon:
        yield lexicon


def _ask_all(round_: "Round", words: "Lexicon | None") -> None:
    from learner.cli.asking import Skip, Undo, ask
    from learner.cli.explaining import told
    from learner.progress.hints import Ladder

    session = round_.session
    while (item := session.current) is not None:
        counter = sentence("cli.practice.counter", number=session.position + 1, count=len(session.items))
        click.echo(f"\n{counter} · {sentence(f'skill.{item.skill}')} · {item.level}")
        ladder = Ladder(item, gloss_of(session.lesson, item.lemma))
        try:
            response = ask(item, ladder)
        except Skip:
            session.skip()
            continue
        except Undo:
            round_.undo()
            continue
        answered = round_.answer(response, datetime.now().astimezone(), words=words, costs=ladder.costs)
        click.echo(told(item, answered))


def gloss_of(lesson: "Lesson", lemma: str) -> str:
    """The first English meaning of a word of the lesson; empty where none is known."""
    entry = next((entry for entry in lesson.analysis.entries if lemma and entry.lexeme.lemma == lemma), None)
    return next((gloss.text for gloss in entry.lexeme.glosses if gloss.language == "en"), "") if entry else ""


def _show_summary(summary: "Summary") -> None:
    if not summary.possible:
        return
    click.echo(sentence("cli.practice.result", points=f"{summary.points:g}", possible=f"{summary.possible:g}"))
    for skill, (points, possible) in summary.skills.items():
        name = sentence(f"skill.{skill}")
        click.echo("  " + sentence("cli.practice.skill", skill=name, points=f"{points:g}", possible=f"{possible:g}"))
