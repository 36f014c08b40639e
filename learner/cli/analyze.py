"""`learner analyze SOURCE`: what the program sees in an article."""

from pathlib import Path

import click
import msgspec

from learner.cli.arguments import standard_input
from learner.cli.progress_line import ProgressLine
from learner.cli.speaking import sentence
from learner.language.analysis import Analysis, Entry, Quote

_SHOWN_WORDS = 24


@click.command("analyze")
@click.argument("source")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (documented in docs/analyze-json.md).")
def command(source: str, as_json: bool) -> None:
    """Level with reasons, vocabulary, quotes and what was dropped, for a file, URL or - (stdin).

    Of a folder every file is analysed, one line each.
    """
    if Path(source).is_dir():
        _folder(Path(source), as_json=as_json)
        return
    from learner.language.report import report
    from learner.sources.importing import analyse, read_article

    _, article = read_article(source, standard_input(source))
    analysis = analyse(article, ProgressLine())
    if as_json:
        click.echo(msgspec.json.encode(report(analysis)).decode())
    else:
        click.echo("\n".join(_summary(analysis)))


def _folder(source: Path, *, as_json: bool) -> None:
    """Print a line per file as it is done; files with faults are told on stderr and make the exit code 1."""
    from learner.cli import folder
    from learner.lexicon import wordtable

    paths = folder.files(source)
    wordtable.ensure(ProgressLine())
    work = folder.as_json if as_json else folder.as_row
    faults = 0
    for line in folder.analysed(paths, work, folder.processes()):
        if line.fault:
            faults += 1
            click.echo(line.fault, err=True)
        else:
            click.echo(line.text)
    if faults:
        raise click.exceptions.Exit(1)


def _summary(analysis: Analysis) -> list[str]:
    article = analysis.article
    words = sum(word.pos != "PUNCT" for word in analysis.words)
    size = sentence("cli.analyze.size", words=words, sentences=len(article.sentences), entries=len(analysis.entries))
    lines = [article.title or sentence("cli.analyze.untitled"), size, ""]
    sure = round(100 * analysis.level.confidence)
    lines += [sentence("cli.analyze.level", level=analysis.level.cefr, confidence=sure)]
    lines += [f"  - {reason}" for reason in analysis.level.reasons]
    lines += _section("vocabulary", [_word(entry) for entry in _rarest(analysis.entries)])
    lines += _section("quotes", [_quote(analysis, quote) for quote in analysis.quotes])
    lines += _section("dropped", [f"{sentence(drop.reason)}: {_short(drop.text)}" for drop in article.dropped])
    return lines


def _section(name: str, rows: list[str]) -> list[str]:
    return ["", sentence(f"cli.analyze.{name}"), *(f"  {row}" for row in rows)] if rows else []


def _rarest(entries: tuple[Entry, ...]) -> list[Entry]:
    known = [entry for entry in entries if entry.lexeme.zipf is not None]
    return sorted(known, key=lambda entry: entry.lexeme.zipf or 0.0)[:_SHOWN_WORDS]


def _word(entry: Entry) -> str:
    lexeme = entry.lexeme
    meanings = lexeme.glosses or lexeme.definitions
    meaning = f" – {meanings[0].text}" if meanings else ""
    return f"{lexeme.level or '?':2} {lexeme.lemma}{meaning}"


def _quote(analysis: Analysis, quote: Quote) -> str:
    return f"{quote.speaker or '?'} ({quote.kind}): {_short(analysis.article.text[quote.start : quote.end])}"


def _short(text: str, width: int = 70) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"
