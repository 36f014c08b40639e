"""Opening, look-ups and memory of the lexicon, against the budgets of issue and design."""

import resource
import subprocess
import sys
import time
from statistics import median

OPENING = """
import time
started = time.perf_counter()
from learner.lexicon.lexicon import Lexicon
imported = time.perf_counter()
lexicon = Lexicon.open()
lexicon.lookup("Regierung", "NOUN")
print(imported - started, time.perf_counter() - imported)
"""
WORDS = (
    "Regierung Haus Durchbruch Sicherheitsgarantie einmarschieren drohen geltend schnell Amtskollege Bedenken".split()
)


def opening() -> tuple[float, float]:
    """Seconds to import and to open in a fresh process, medians of seven."""
    lines = [
        subprocess.run([sys.executable, "-c", OPENING], check=True, capture_output=True, text=True).stdout.split()
        for _ in range(7)
    ]
    return median(float(line[0]) for line in lines), median(float(line[1]) for line in lines)


def main() -> None:
    from learner.language.entry import lookup
    from learner.lexicon import wordtable
    from learner.lexicon.lexicon import Lexicon

    wordtable.ensure()
    importing, opened = opening()
    print(f"import                {1000 * importing:8.1f} ms")
    print(f"open and first look-up {1000 * opened:7.1f} ms  aim 60")
    with Lexicon.open() as lexicon:
        started = time.perf_counter()
        for _ in range(1000):
            for word in WORDS:
                lexicon.lookup(word, "NOUN")
        print(f"look-up               {(time.perf_counter() - started) / 10:8.4f} ms  aim 0.2")
        started = time.perf_counter()
        for _ in range(1000):
            for word in WORDS:
                lexicon.analyses(word)
        print(f"readings of a form    {(time.perf_counter() - started) / 10:8.4f} ms  aim 0.2")
        started = time.perf_counter()
        for _ in range(1000):
            for word in WORDS:
                lexicon.family(word, "NOUN")
        print(f"word family           {(time.perf_counter() - started) / 10:8.4f} ms  aim 0.2")
        before = _memory()
        for word in WORDS:
            lookup(word, lexicon)
        print(f"memory of the lexicon {before:8.0f} MiB, with tagger and compounds {_memory():.0f} MiB  aim 120")


def _memory() -> float:
    """The most memory this process has held, in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
