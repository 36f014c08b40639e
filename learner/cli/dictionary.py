"""`learner dictionary add|list|lookup|remove|install`: meanings from dictionaries the person has."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from learner.cli.progress_line import ProgressLine
from learner.cli.speaking import sentence, tell
from learner.errors import LexiconError

if TYPE_CHECKING:
    from learner.language.analysis import Entry
    from learner.lexicon.lexeme import Lexeme
    from learner.lexicon.store import Dictionaries, Dictionary

_MOST_MEANINGS = 8


@click.group("dictionary")
def command() -> None:
    """Look words up; add dictionaries in Ding, dictd, StarDict or tab-separated form."""


@command.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", default="", help="The name it gets; made from the file's where left out.")
def add(file: Path, name: str) -> None:
    """Read a dictionary FILE into an index; one of the same name is replaced."""
    from learner.lexicon.store import Dictionaries

    _told(Dictionaries().add(file, name, ProgressLine()))


@command.command("list")
def list_() -> None:
    """The dictionaries that were added, and those found on this machine."""
    from learner.lexicon.dictionaries.finding import found
    from learner.lexicon.store import Dictionaries

    added = Dictionaries().all()
    for one in added:
        click.echo(sentence("cli.dictionary.added", name=one.name, format=one.format, entries=one.entries))
    waiting = [other for other in found() if other.name not in {one.name for one in added}]
    for other in waiting:
        click.echo(sentence("cli.dictionary.found", name=other.name, path=other.path))
    if not added and not waiting:
        tell("cli.dictionary.none")


@command.command("lookup")
@click.argument("words", nargs=-1, required=True, metavar="WORD")
def lookup(words: tuple[str, ...]) -> None:
    """Everything known of a WORD or expression: forms, level, meanings of every dictionary."""
    from learner.language.entry import lookup as entries_of
    from learner.lexicon.lexicon import Lexicon
    from learner.lexicon.store import Dictionaries
    from learner.lexicon.wordtable import ensure

    word = " ".join(words)
    dictionaries = Dictionaries()
    _add_found(dictionaries)
    with Lexicon.open(ensure(ProgressLine())) as lexicon:
        entries = entries_of(word, lexicon)
    lines = [line for entry in entries for line in _shown(entry, dictionaries)] or list(_only_added(word, dictionaries))
    if not lines:
        raise LexiconError(sentence("cli.dictionary.unknown"), where=word, hint=sentence("cli.dictionary.unknown-hint"))
    click.echo("\n".join(lines))


@command.command("remove")
@click.argument("name")
def remove(name: str) -> None:
    """Forget the dictionary NAME."""
    from learner.lexicon.store import Dictionaries

    Dictionaries().remove(name)
    tell("cli.dictionary.removed", name=name)


@command.command("install")
@click.argument("name")
@click.option("--from", "address", default="", metavar="URL", help="Another address to fetch it from.")
def install(name: str, address: str) -> None:
    """Fetch a public dictionary (`ding`) and add it; an interrupted download goes on where it stopped."""
    from learner.lexicon.dictionaries.installing import downloads, fetch
    from learner.lexicon.store import Dictionaries
    from learner.places import cache_folder

    known = downloads()
    if name not in known:
        raise LexiconError(sentence("cli.dictionary.not-known"), where=name, hint=", ".join(known))
    download = replace(known[name], address=address or known[name].address)
    tell("cli.dictionary.licence", name=name, licence=download.licence)
    file = fetch(download, cache_folder() / "downloads", ProgressLine())
    _told(Dictionaries().add(file, name, ProgressLine()))
    file.unlink()


def _told(added: "Dictionary") -> None:
    tell("cli.dictionary.added", name=added.name, format=added.format, entries=added.entries)


def _add_found(dictionaries: "Dictionaries") -> None:
    """Where nothing was added yet, the best dictionary on the machine is."""
    from learner.lexicon.dictionaries.finding import found

    if not dictionaries.names():
        for one in found()[:1]:
            tell("cli.dictionary.using", path=one.path)
            dictionaries.add(one.path, one.name, ProgressLine())


def _shown(entry: "Entry", dictionaries: "Dictionaries") -> Iterator[str]:
    lexeme = entry.lexeme
    yield " · ".join(filter(None, (lexeme.lemma, sentence(f"ui.pos.{lexeme.pos}"), lexeme.level or "")))
    if forms := _forms(lexeme):
        yield f"  {forms}"
    if entry.compound:
        yield f"  {' + '.join(entry.compound)}"
    pos = "" if lexeme.pos == "PHRASE" else lexeme.pos
    glosses = [*lexeme.glosses, *lexeme.definitions[:3]]
    glosses += [one.gloss() for one in dictionaries.meanings(lexeme.lemma, pos, _MOST_MEANINGS)]
    shown = dict.fromkeys((gloss.hint, gloss.text, gloss.source) for gloss in glosses)
    for hint, text, source in shown:
        yield f"  - {f'({hint}) ' if hint else ''}{text}  [{source}]"
    if not shown:
        yield f"  {sentence('cli.dictionary.no-meaning')}"


def _forms(lexeme: "Lexeme") -> str:
    from learner.lexicon.lexeme import ARTICLES

    if noun := lexeme.noun:
        article = "/".join(dict.fromkeys(ARTICLES[gender] for gender in noun.genders))
        return " · ".join([f"{article} {lexeme.lemma}", noun.genitive or "", *noun.plurals]).strip(" ·")
    if verb := lexeme.verb:
        perfect = f"{'/'.join(verb.auxiliaries)} {verb.participle}"
        return " · ".join([verb.third, verb.preterite, perfect, *verb.government])
    return " · ".join(lexeme.comparison)


def _only_added(word: str, dictionaries: "Dictionaries") -> Iterator[str]:
    for one in dictionaries.meanings(word, "", _MOST_MEANINGS):
        yield f"{one.word} – {one.text}  [{one.dictionary}]"
