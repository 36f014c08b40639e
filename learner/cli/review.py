"""`learner review`: the words and missed items that are due today, in the interface or line by line with --plain."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from learner.cli.speaking import sentence, settings, tell

if TYPE_CHECKING:
    from learner.lexicon.lexicon import Lexicon
    from learner.progress.recall import ItemRecall, WordRecall
    from learner.progress.reviewing import Reviewing
    from learner.progress.schedule import Rating
    from learner.progress.store import Store

_GRADES: dict[str, "Rating"] = {"1": 1, "2": 2, "3": 3, "4": 4, "": 3}
BURY = "b!"
SUSPEND = "s!"


@click.command("review")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
def command(plain: bool) -> None:
    """Review what is due today."""
    if not plain:
        from learner.cli.open import show
        from learner.ui.start import Start

        show(Start(then="review"))
        return
    from learner.progress.store import Store

    with Store.open() as store:
        _review(store)


def _review(store: "Store") -> None:
    from learner.cli.asking import HINT, QUIT, UNDO, Leave
    from learner.cli.practice import known_words
    from learner.packs.library import find
    from learner.progress.reviewing import Reviewing

    queue = Reviewing(store, _now(), find)
    if queue.current is None:
        click.echo(sentence("ui.review.nothing"))
    else:
        wishes = {"hint": HINT, "undo": UNDO, "bury": BURY, "suspend": SUSPEND, "quit": QUIT}
        click.echo(sentence("cli.review.opening", count=queue.left, **wishes))
    try:
        with known_words() as words:
            while queue.current is not None:
                _ask(queue, words)
    except Leave:
        click.echo()
        tell("cli.review.left", count=queue.left)
    if queue.reviewed:
        click.echo(sentence("ui.review.done", count=queue.reviewed, failed=queue.failed))
    counts = ", ".join(str(count) for count in store.cards.forecast(_now()))
    click.echo(f"{sentence('ui.review.forecast')}: {counts}")


class _Aside(Exception):  # noqa: N818  (a wish, not an error)
    """The learner wants a card put aside; the wish is the message."""


def _ask(queue: "Reviewing", words: "Lexicon | None") -> None:
    """Ask the current card, or do with it what the learner wishes."""
    from learner.cli.asking import Skip, Undo
    from learner.progress.recall import WordRecall

    asked = queue.current
    assert asked is not None
    key = "ui.review.again" if asked.again else "ui.review.left"
    click.echo(f"\n{asked.content.title} · {sentence(key, count=queue.left)}")
    try:
        if isinstance(asked.content, WordRecall):
            _ask_word(queue, asked.content)
        else:
            _ask_item(queue, asked.content, words)
    except Undo:
        queue.undo()
    except _Aside as wish:
        queue.suspend() if str(wish) == SUSPEND else queue.bury(_now())
    except Skip:
        queue.bury(_now())


def _ask_word(queue: "Reviewing", recall: "WordRecall") -> None:
    click.echo(recall.sentence.replace("[[", "*").replace("]]", "*"))
    _answer(sentence("cli.review.recall", lemma=recall.lexeme.lemma))
    glosses = [gloss.text for gloss in recall.lexeme.glosses if gloss.language == "en"]
    definitions = [f"„{gloss.text}“" for gloss in recall.lexeme.definitions[:1]]
    click.echo("; ".join(glosses[:4]) or sentence("ui.entry.none"))
    for definition in definitions:
        click.echo(definition)
    days = queue.intervals(_now())
    offered = ", ".join(f"{rating} {sentence(f'ui.review.grade-{rating}')} ({days[rating]})" for rating in days)
    while (grade := _answer(sentence("cli.review.grade", grades=offered))) not in _GRADES:
        click.echo(sentence("cli.practice.not-a-choice", count=4))
    queue.grade(_GRADES[grade], _now())


def _answer(prompt: str) -> str:
    from learner.cli.asking import read_line

    line = read_line(prompt, skippable=False)
    if line in (BURY, SUSPEND):
        raise _Aside(line)
    return line


def _ask_item(queue: "Reviewing", recall: "ItemRecall", words: "Lexicon | None") -> None:
    from learner.cli.asking import ask
    from learner.cli.explaining import told
    from learner.progress.hints import Ladder
    from learner.progress.session import one_answer, rating_of

    ladder = Ladder(recall.item)
    response = ask(recall.item, ladder)
    almost = settings().almost_counts
    answered = one_answer(recall.item, response, _now(), words=words, costs=ladder.costs, almost_counts=almost)
    queue.grade(rating_of(answered.attempt), _now())
    click.echo(told(recall.item, answered))


def _now() -> datetime:
    return datetime.now().astimezone()
