"""`learner words …`: the words you know, so that coverage starts true."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from learner.cli.speaking import tell

if TYPE_CHECKING:
    from learner.lexicon.lexicon import Lexicon

_SHOWN = 8


@click.group("words")
def command() -> None:
    """Tell the program which words you know already."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would be taken over.")
def import_(file: Path, dry_run: bool) -> None:
    """Take over known words from an Anki package (.apkg, .colpkg) or a text file with a word a line.

    In a deck with reviews, words with an interval of three weeks or more count as known, others that were reviewed as
    learning. Words you have marked yourself stay as they are.
    """
    from learner.cli.progress_line import ProgressLine
    from learner.export.known import read_known
    from learner.lexicon import wordtable
    from learner.lexicon.lexicon import Lexicon
    from learner.progress.store import Store

    with Lexicon.open(wordtable.ensure(ProgressLine())) as lexicon:
        found = read_known(file, lambda word: _lemma(lexicon, word))
    with Store.open() as store:
        marked = store.words()
        known = [lemma for lemma in found.known if lemma not in marked]
        learning = [lemma for lemma in found.learning if lemma not in marked]
        if not dry_run:
            now = datetime.now().astimezone()
            store.mark_words(known, "known", now)
            store.mark_words(learning, "learning", now)
    kept = len(found.known) + len(found.learning) - len(known) - len(learning)
    tell("cli.words.imported", known=len(known), learning=len(learning), kept=kept)
    if found.unrecognised:
        some = ", ".join(found.unrecognised[:_SHOWN])
        tell("cli.words.unrecognised", count=len(found.unrecognised), some=some)


def _lemma(lexicon: "Lexicon", word: str) -> str | None:
    """The word itself where it is a lemma (decks hold headwords), else the most frequent it is a form of, or None."""
    lemmas = [lemma for lemma, _, _ in lexicon.analyses(word)]
    return word if word in lemmas else next(iter(lemmas), None)
