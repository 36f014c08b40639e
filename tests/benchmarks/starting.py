"""Start, opening and making a lesson, against the budgets of the design."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from learner.places import bundled_path
from tests.benchmarks._compiled import compiled

ROOT = Path(__file__).resolve().parents[2]
LESSON = bundled_path("lessons", "genf", "gespraeche-in-genf-b2")
ARTICLE = ROOT / "tests" / "data" / "pasted-article.txt"
WARM = f"""
import time
from learner.sources.importing import Request, make_lesson, read_article
for number in range(4):
    started = time.perf_counter()
    source, article = read_article({str(ARTICLE)!r})
    make_lesson(source, article, Request(seed=number))
    print(time.perf_counter() - started)
"""


def seconds(*words: str, runs: int = 7) -> float:
    """The median wall-clock time of a Python process run with these words, after one that compiles the modules."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs + 1):
            started = time.perf_counter()
            subprocess.run([sys.executable, *words], cwd=ROOT, check=True, capture_output=True, env=compiled(folder))
            times.append(time.perf_counter() - started)
    return statistics.median(times[1:])


def reading() -> float:
    """The median time of reading the bundled lesson in a process that has already imported what it needs."""
    from learner.packs.reading import read

    times = []
    for _ in range(9):
        started = time.perf_counter()
        read(LESSON)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def show(what: str, measured: float, budget: float) -> None:
    """One line: what, milliseconds, budget in milliseconds."""
    print(
        f"{what:55} {measured * 1000:8.0f} ms   at most {budget * 1000:6.0f} ms"
        f"   {'ok' if measured <= budget else 'OVER'}"
    )


def main() -> None:
    show("an empty Python process (for comparison)", seconds("-c", "pass"), 1.0)
    show("learner --help", seconds("-m", "learner", "--help"), 0.08)
    show("reading a bundled lesson, process running", reading(), 0.15)
    show("article (420 words) -> lesson folder, new process", _make(), 2.5)
    warm = subprocess.run([sys.executable, "-c", WARM], cwd=ROOT, check=True, capture_output=True, text=True)
    show("article (420 words) -> lesson, warm", statistics.median(map(float, warm.stdout.split()[1:])), 0.5)


def _make() -> float:
    with tempfile.TemporaryDirectory() as folder:
        return seconds("-m", "learner", "make", str(ARTICLE), "-o", f"{folder}/lesson", "--force", runs=3)


if __name__ == "__main__":
    main()
