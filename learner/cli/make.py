"""`learner make SOURCE -o DIR`: an article becomes a lesson folder."""

from collections import Counter
from pathlib import Path

import click

from learner.cli.arguments import LEVEL, standard_input
from learner.cli.progress_line import ProgressLine
from learner.cli.speaking import tell
from learner.exercises.lesson import Lesson
from learner.lexicon.lexeme import Level

_FEW = 6  # items on understanding the text; an article that carries fewer says so


@click.command("make")
@click.argument("source")
@click.option("-o", "--output", "folder", required=True, type=click.Path(path_type=Path), help="The lesson folder.")
@click.option("--level", type=LEVEL, help="CEFR level of the exercises; the text's own where left out.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed, another choice of items.")
@click.option("--minutes", type=click.Choice(["10", "20", "45"]), help="Minutes of practice; else all there is.")
@click.option("--exam", help="An exam set: c-test, dsh, goethe-b1, goethe-b2, goethe-c1, telc-b2, testdaf.")
@click.option("--force", is_flag=True, help="Make the lesson anew; edited and deleted items stay as they are.")
def command(
    source: str, folder: Path, level: Level | None, seed: int, minutes: str | None, exam: str | None, force: bool
) -> None:
    """Turn the article behind SOURCE (file, URL, - for stdin) into a lesson folder."""
    from learner.packs.own_words import applied
    from learner.packs.reading import read_words
    from learner.packs.writing import write
    from learner.sources.importing import Request, make_lesson, read_article

    opened, article = read_article(source, standard_input(source))
    words = read_words(folder)
    limit = int(minutes) if minutes else None
    request = Request(level, seed, limit, exam or "", adjust=lambda analysis: applied(analysis, words))
    lesson = make_lesson(opened, article, request, ProgressLine())
    write(lesson, folder, force=force)
    click.echo(str(folder))
    _tell_summary(lesson)


def _tell_summary(lesson: Lesson) -> None:
    counts = Counter(item.exercise for item in lesson.items)
    listed = ", ".join(f"{number} {exercise}" for exercise, number in counts.items())
    tell("cli.make.summary", title=lesson.title, level=lesson.level, count=len(lesson.items), listed=listed)
    understood = sum(item.skill == "comprehension" for item in lesson.items)
    if not lesson.exam and understood < _FEW:
        tell("cli.make.scarce", count=understood)
    if lesson.exam and lesson.exam.missing:
        tell("cli.make.missing", title=lesson.exam.title, parts="; ".join(lesson.exam.missing))
    if dropped := len(lesson.analysis.article.dropped):
        tell("cli.make.dropped", count=dropped)
