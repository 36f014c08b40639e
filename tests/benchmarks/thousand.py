"""A thousand articles analysed by two processes: seconds, and the memory of the processes along the way.

The articles are those of news.jsonl beside the checkout, again and again with their sentences in another order; words
seen before are remembered, so the first ones are the slow ones. Without that file, our own texts serve.
"""

import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from learner.cli.folder import Line, analysed, as_json, processes
from learner.lexicon import wordtable
from tests.language.sample import DATA
from tests.language.treebank import FILE

ARTICLES, WORKERS = 1000, 2
SECONDS, MEBIBYTES = 100, 400
STEPS = (100, 250, 500, 1000)


def texts() -> list[str]:
    """The articles to repeat."""
    news = FILE.with_name("news.jsonl")
    if news.exists():
        return [json.loads(line)["text"] for line in news.read_text(encoding="utf-8").splitlines()]
    return [path.read_text(encoding="utf-8") for path in sorted((DATA / "levels").glob("*.txt"))]


def measured(path: Path) -> Line:
    """The size of the line for a file, and the most memory its process ever had."""
    line = as_json(path)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    return Line(path, json.dumps([len(line.text), memory]), line.fault)


def main() -> None:
    wordtable.ensure(None)
    chance, found = random.Random(1), texts()
    with tempfile.TemporaryDirectory() as home:
        paths = []
        for number in range(ARTICLES):
            sentences = found[number % len(found)].split(". ")
            if number >= len(found):
                chance.shuffle(sentences)
            paths.append(Path(home) / f"{number:04}.txt")
            paths[-1].write_text(". ".join(sentences), encoding="utf-8")
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
        start, memory = time.perf_counter(), 0.0
        for number, line in enumerate(analysed(paths, measured, processes(WORKERS)), 1):
            assert not line.fault, line.fault
            memory = max(memory, json.loads(line.text)[1])
            if number in STEPS:
                print(f"{number:5} articles  {time.perf_counter() - start:6.1f} s  {memory:5.0f} MiB a process at most")
        seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{ARTICLES} articles, {words:,} words, {words / seconds:,.0f} words a second")
    print(f"processor {used.ru_utime + used.ru_stime:6.1f} s, which {WORKERS} free cores do in half the time")
    print(f"seconds  {seconds:6.1f}  at most {SECONDS}   {'ok' if seconds <= SECONDS else 'OVER'}")
    print(f"memory   {memory:6.0f}  at most {MEBIBYTES} MiB a process   {'ok' if memory <= MEBIBYTES else 'OVER'}")


if __name__ == "__main__":
    main()
