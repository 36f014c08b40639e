"""Draw generated items at random for blind judging: articles, items and keys, nothing else.

    python -m scripts.draw_items OUT --ranges news.jsonl:40-44 pasted-pages.jsonl:60-64

Each `FILE:FIRST-LAST` names a range of lines of a JSONL file with a `text` per line. OUT receives one text file per
article (`article-01.txt`) and `items.jsonl`, one item a line with its article's number, ready to be judged: is the key
right, is it the only right answer, is the German correct, is it worth asking?
"""

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

import msgspec

from learner.errors import LearnerError
from learner.exercises.lesson import Lesson
from learner.sources.importing import Request, make_lesson
from learner.sources.reading import Source
from learner.text.reading import article

LEVELS = ("B1", "B2", "C1")


def main() -> int:
    """Write articles and a random draw of items below OUT; returns 1 where no item was drawn."""
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    items: list[dict[str, object]] = []
    for number, text in enumerate(_texts(options.ranges), start=1):
        lesson = _lesson(text, LEVELS[number % len(LEVELS)], options.seed)
        if lesson is not None:
            _write_article(options.out / f"article-{number:02}.txt", lesson)
            items += [{"article": number, "item": msgspec.to_builtins(item)} for item in lesson.items]
    drawn = random.Random(options.seed).sample(items, min(options.count, len(items)))  # noqa: S311  (a draw, no secret)
    rows = [json.dumps({"number": n, **row}, ensure_ascii=False) for n, row in enumerate(drawn, start=1)]
    (options.out / "items.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(Counter(str(row["item"]["exercise"]) for row in items), len(items), "made,", len(drawn), "drawn")  # type: ignore[index]
    return 0 if drawn else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--ranges", nargs="+", required=True, metavar="FILE:FIRST-LAST")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _texts(ranges: list[str]) -> list[str]:
    texts = []
    for named in ranges:
        file, _, lines = named.rpartition(":")
        first, last = (int(number) for number in lines.split("-"))
        rows = Path(file).read_text(encoding="utf-8").splitlines()[first : last + 1]
        texts += [str(json.loads(row)["text"]) for row in rows]
    return texts


def _lesson(text: str, level: str, seed: int) -> Lesson | None:
    try:
        request = Request(level=level, seed=seed)  # type: ignore[arg-type]
        return make_lesson(Source(text=text, kind="text", title=None, origin="draw"), article(text, "text"), request)
    except LearnerError as error:
        print(f"no lesson: {error}", file=sys.stderr)
        return None


def _write_article(path: Path, lesson: Lesson) -> None:
    title = lesson.analysis.article.title or ""
    path.write_text(f"{title}\n\n{lesson.analysis.article.text}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
