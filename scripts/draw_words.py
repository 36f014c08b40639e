"""Draw running words at random with what a learner is shown for each, for blind judging, and count what judges found.

    python -m scripts.draw_words draw OUT --articles news.jsonl:2-58/2 --count 200 --seed 1
    python -m scripts.draw_words tally OUT

`draw` writes `words.txt`: word, sentence and entry as it reads at that place. A judge fills `judge-1.tsv`, another one
`judge-2.tsv`: number, then y or n for lemma, forms and first meaning, and a remark. `tally` counts what is right.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from learner.errors import LearnerError
from learner.language.analysis import Analysis, Entry, Occurrence
from learner.language.analyzing import analyze
from learner.lexicon.lexeme import Lexeme
from learner.lexicon.lexicon import Lexicon
from learner.text.reading import article
from scripts.draw_items import texts_of

QUESTIONS = ("lemma", "forms", "first meaning")
Drawn = tuple[Analysis, Entry, Occurrence]


def main() -> int:
    """Draw or tally; returns 1 where there is nothing to draw or no verdict."""
    options = _options()
    return _draw(options) if options.command == "draw" else _tally(options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("draw")
    draw.add_argument("out", type=Path)
    draw.add_argument("--articles", nargs="+", required=True, metavar="FILE[:LINES]")
    draw.add_argument("--count", type=int, default=200)
    draw.add_argument("--seed", type=int, default=1)
    tally = commands.add_parser("tally")
    tally.add_argument("out", type=Path)
    return parser.parse_args()


def _draw(options: argparse.Namespace) -> int:
    with Lexicon.open() as lexicon:
        places = [place for named in options.articles for text in texts_of(named) for place in _places(text, lexicon)]
    random.Random(options.seed).shuffle(places)  # noqa: S311  (a draw, no secret)
    if not places:
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    cards = [_card(number, *place) for number, place in enumerate(places[: options.count], start=1)]
    (options.out / "words.txt").write_text("".join(cards), encoding="utf-8")
    print(len(cards), "words of", len(places), "drawn")
    return 0


def _places(text: str, lexicon: Lexicon) -> list[Drawn]:
    """Every place of every entry of an article."""
    try:
        analysis = analyze(article(text, "text"), lexicon)
    except LearnerError as error:
        print(f"left out: {error}", file=sys.stderr)
        return []
    return [(analysis, entry, place) for entry in analysis.entries for place in entry.occurrences]


def _card(number: int, analysis: Analysis, entry: Entry, place: Occurrence) -> str:
    """What a judge sees of one place."""
    lexeme = entry.at(place).lexeme
    word = " … ".join(analysis.form(token) for token in place.tokens)
    meanings = " | ".join(f"({gloss.hint}) {gloss.text}" if gloss.hint else gloss.text for gloss in lexeme.glosses)
    lines = [
        f"{number}. WORD: {word}",
        f"   SENTENCE: {analysis.sentence_text(place.sentence)}",
        f"   ENTRY: {lexeme.lemma} [{lexeme.pos}] {' '.join(_forms(lexeme))}",
        f"   MEANING: {meanings or '-'}{' (through its parts)' if entry.parts_gloss else ''}",
    ]
    if entry.compound:
        lines.append(f"   PARTS: {'+'.join(entry.compound)}")
    if lexeme.definitions and not meanings:
        lines.append(f"   DEFINITION: {lexeme.definitions[0].text}")
    return "\n".join(lines) + "\n"


def _forms(lexeme: Lexeme) -> Iterator[str]:
    if lexeme.noun:
        genitive = f"gen {lexeme.noun.genitive}" if lexeme.noun.genitive else ""
        yield from ("/".join(lexeme.noun.genders), genitive, f"pl {', '.join(lexeme.noun.plurals) or '-'}")
    if lexeme.verb:
        yield f"{lexeme.verb.third}, {lexeme.verb.preterite},"
        yield f"{'/'.join(lexeme.verb.auxiliaries)} {lexeme.verb.participle}"
    yield from lexeme.comparison


def _tally(out: Path) -> int:
    """Print for every judge how many of the words were right."""
    files = sorted(out.glob("judge-*.tsv"))
    for file in files:
        answers = list(_answers(file.read_text(encoding="utf-8").splitlines()))
        right = [sum(one[place] == "y" for one in answers) for place in range(len(QUESTIONS))]
        shares = (f"{name} {count} of {len(answers)}" for name, count in zip(QUESTIONS, right, strict=True))
        print(f"{file.stem}: {', '.join(shares)}")
    return 0 if files else 1


def _answers(lines: Sequence[str]) -> Iterator[list[str]]:
    for line in lines:
        number, *cells = line.split("\t")
        if number.strip().isdigit() and len(cells) >= len(QUESTIONS):
            yield [cell.strip().lower() for cell in cells[: len(QUESTIONS)]]


if __name__ == "__main__":
    raise SystemExit(main())
