"""Draw generated items at random for blind judging, and count what the judges found.

    python -m scripts.draw_items draw OUT --articles pasted-pages.jsonl:2-74/2 news.jsonl:2-20/2 article.txt
    python -m scripts.draw_items tally OUT

An article is a text file, or `FILE.jsonl:LINES`: line numbers from 1 (`4`, `2-10`, every second one of these `2-10/2`,
several with commas) of a file with a `text` per line. `draw` takes at least `--least` items of every exercise where the
articles carry so many, the rest at random out of whole lessons, and writes for each judge a file with articles, items
and keys in an order of its own (`judge-1.txt`, `judge-2.txt`), a table to fill beside it (`verdicts-1.tsv`: y or n for
each question) and `drawn.jsonl`. The questions: is the key right, is it the only right answer, is the German correct,
is it worth asking? An item is sound where every judge says yes to all four.
"""

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from learner.errors import LearnerError
from learner.exercises.asked import Asked
from learner.exercises.generators import GENERATORS
from learner.exercises.item import Choice, Gap, Item, Match, Order
from learner.exercises.lesson import Lesson
from learner.exercises.making import make
from learner.exercises.material import Material
from learner.exercises.passage import MEASURED, parse
from learner.exercises.plan import plan
from learner.language.analyzing import analyze
from learner.lexicon.lexeme import Level
from learner.lexicon.lexicon import Lexicon
from learner.text.reading import article

LEVELS: tuple[Level, ...] = ("B1", "B2", "C1", "A2")
JUDGES = 2
QUESTIONS = ("key", "only", "german", "worth")
Drawn = tuple[int, Item]  # number of the article, item


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
    draw.add_argument("--least", type=int, default=8)
    draw.add_argument("--seed", type=int, default=1)
    tally = commands.add_parser("tally")
    tally.add_argument("out", type=Path)
    return parser.parse_args()


def _draw(options: argparse.Namespace) -> int:
    rng = random.Random(options.seed)  # noqa: S311  (a draw, no secret)
    texts = [text for named in options.articles for text in texts_of(named)]
    articles: dict[int, str] = {}
    in_lessons: list[Drawn] = []
    pool: dict[str, list[Drawn]] = defaultdict(list)
    with Lexicon.open() as lexicon:
        for number, text in enumerate(texts, start=1):
            lesson = _lesson(text, number, options.seed, lexicon)
            if lesson is None:
                continue
            articles[number] = f"{lesson.analysis.article.title or ''}\n\n{lesson.analysis.article.text}"
            in_lessons += [(number, item) for item in lesson.items]
            material = Material(lesson.analysis, lexicon, lesson.level, options.seed)
            for exercise in plan().levels[lesson.level]:  # what a lesson of this level never holds is not judged
                pool[exercise] += [(number, item) for item in GENERATORS[exercise](material)]
            print(number, lesson.level, len(lesson.items), dict(Counter(item.exercise for item in lesson.items)))
    drawn = _chosen(in_lessons, pool, options, rng)
    if not drawn:
        return 1
    _write(options.out, articles, drawn, rng)
    print(len(drawn), "drawn:", dict(Counter(item.exercise for _, item in drawn)))
    return 0


def texts_of(named: str) -> Iterator[str]:
    """The texts that an argument names: of a file, or of lines of a file with a `text` per line."""
    file, _, lines = named.partition(".jsonl:")
    if not lines:
        yield Path(named).read_text(encoding="utf-8")
        return
    rows = Path(f"{file}.jsonl").read_text(encoding="utf-8").splitlines()
    for part in lines.split(","):
        span, _, step = part.partition("/")
        first, _, last = span.partition("-")
        for line in range(int(first), int(last or first) + 1, int(step or 1)):
            yield str(json.loads(rows[line - 1])["text"])


def _lesson(text: str, number: int, seed: int, lexicon: Lexicon) -> Lesson | None:
    try:
        analysis = analyze(article(text, "text"), lexicon)
        return make(analysis, level=LEVELS[number % len(LEVELS)], seed=seed, lexicon=lexicon)
    except LearnerError as error:
        print(f"article {number}: no lesson: {error}", file=sys.stderr)
        return None


def _chosen(
    in_lessons: Sequence[Drawn], pool: dict[str, list[Drawn]], options: argparse.Namespace, rng: random.Random
) -> list[Drawn]:
    """`least` of every exercise, those of the lessons first; then lessons' items until there are enough."""
    chosen: dict[str, Drawn] = {}
    asked: defaultdict[int, Asked] = defaultdict(Asked)
    for exercise, everything in pool.items():
        own = [drawn for drawn in in_lessons if drawn[1].exercise == exercise]
        rest = [drawn for drawn in everything if drawn[1].id not in {item.id for _, item in own}]
        able = (one for one in [*rng.sample(own, len(own)), *rng.sample(rest, len(rest))] if _admitted(asked, one))
        for drawn in islice(able, options.least):
            chosen[f"{drawn[0]} {drawn[1].id}"] = drawn
    for drawn in rng.sample(list(in_lessons), len(in_lessons)):
        if len(chosen) >= options.count:
            break
        if _admitted(asked, drawn):
            chosen[f"{drawn[0]} {drawn[1].id}"] = drawn
    return sorted(chosen.values(), key=lambda drawn: drawn[0])


def _admitted(asked: defaultdict[int, Asked], drawn: Drawn) -> bool:
    """Take the item if it can stand in a lesson beside those drawn of its article; returns whether it was taken."""
    where, item = drawn
    new = asked[where].admits(item)
    if new:
        asked[where].add(item)
    return new


def _write(out: Path, articles: dict[int, str], drawn: Sequence[Drawn], rng: random.Random) -> None:
    out.mkdir(parents=True, exist_ok=True)
    numbered = list(enumerate(drawn, start=1))
    rows = [
        json.dumps({"number": number, "article": where, "item": msgspec.to_builtins(item)}, ensure_ascii=False)
        for number, (where, item) in numbered
    ]
    (out / "drawn.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    for judge in range(1, JUDGES + 1):
        order = list(articles)
        rng.shuffle(order)
        parts = [_sheet(where, articles[where], numbered) for where in order]
        (out / f"judge-{judge}.txt").write_text("\n\n".join(filter(None, parts)) + "\n", encoding="utf-8")
        verdicts = out / f"verdicts-{judge}.tsv"
        if not verdicts.exists():
            empty = "\t" * len(QUESTIONS)
            lines = ["number\t" + "\t".join(QUESTIONS) + "\tremark", *(f"{number}{empty}\t" for number, _ in numbered)]
            verdicts.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _sheet(where: int, text: str, numbered: Sequence[tuple[int, Drawn]]) -> str:
    """An article with its items and their keys."""
    items = [f"[{number}] ({item.level}) {_shown(item)}" for number, (article_, item) in numbered if article_ == where]
    return f"=== ARTICLE {where} ===\n\n{text}\n\n--- ITEMS ---\n\n" + "\n\n".join(items) if items else ""


def _shown(item: Item) -> str:
    lines = [item.stem, item.context]
    if isinstance(item, Choice):
        lines += [f"  ( ) {option.text}" for option in item.options]
        lines.append("KEY: " + next(option.text for option in item.options if option.correct))
    elif isinstance(item, Gap):
        passage = parse(item.passage)
        gapped = passage.measured() if item.exercise in MEASURED else passage.shown()
        lines += [gapped, "BANK: " + " · ".join(item.bank) if item.bank else ""]
        lines.append("HINTS: " + ", ".join(filter(None, item.hints)) if any(item.hints) else "")
        lines.append("KEY: " + " | ".join(" or ".join(slot.words) for slot in passage.slots))
    elif isinstance(item, Match):
        rights = sorted([right for _, right in item.pairs] + list(item.spare))
        lines += [f"  {left}" for left, _ in item.pairs] + ["TO CHOOSE FROM: " + " · ".join(rights)]
        lines.append("KEY: " + "; ".join(f"{left} = {right}" for left, right in item.pairs))
    elif isinstance(item, Order):
        lines.append("PARTS: " + " / ".join(sorted(item.chunks)) + f" (first: {item.chunks[0]})")
        orders = [range(len(item.chunks)), *item.accepted]
        lines += ["KEY: " + " ".join(item.chunks[place] for place in order) for order in orders]
    return "\n".join(line for line in lines if line)


def _tally(out: Path) -> int:
    """Print a table of sound items by exercise in Markdown, and the items some judge refused."""
    drawn = [json.loads(row) for row in (out / "drawn.jsonl").read_text(encoding="utf-8").splitlines()]
    verdicts = [_verdicts(out / f"verdicts-{judge}.tsv") for judge in range(1, JUDGES + 1)]
    judged = [row for row in drawn if all(str(row["number"]) in one for one in verdicts)]
    if not judged:
        print("no item has been judged by every judge", file=sys.stderr)
        return 1
    counts: dict[str, list[bool]] = defaultdict(list)
    for row in judged:
        sound = all(all(one[str(row["number"])][: len(QUESTIONS)]) for one in verdicts)
        counts[row["item"]["exercise"]].append(sound)
        if not sound:
            print(f"not sound: {row['number']} {row['item']['id']}: {row['item']['stem']}", file=sys.stderr)
    print("| exercise | judged | sound | share |\n|---|---|---|---|")
    for exercise, marks in [*sorted(counts.items()), ("all", [one for every in counts.values() for one in every])]:
        print(f"| {exercise} | {len(marks)} | {sum(marks)} | {100 * sum(marks) / len(marks):.0f} % |")
    return 0


def _verdicts(file: Path) -> dict[str, list[Any]]:
    """Number -> yes or no to each question; items not judged are left out."""
    found: dict[str, list[Any]] = {}
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        number, *answers = line.split("\t")
        given = [answer.strip().lower() for answer in answers[: len(QUESTIONS)]]
        if len(given) == len(QUESTIONS) and all(given):
            found[number] = [answer == "y" for answer in given]
    return found


if __name__ == "__main__":
    sys.exit(main())
