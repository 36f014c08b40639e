"""A deck of 10,000 notes: seconds and peak memory of the whole process."""

import resource
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from learner.export import anki
from tests.export.sample import EINHERGEHEN, DURCHBRUCH, NOW, TRUE_FALSE, TYPED, article, entry, lesson

LESSONS = 20
WORDS, GAPS, QUESTIONS = 300, 100, 100  # of each lesson
SECONDS, MEBIBYTES = 1.2, 100


def numbered(number: int):
    """A lesson whose words and items differ from those of every other one."""
    where = article(title=f"Artikel {number}")
    nouns = [entry(where, 1, replaced(DURCHBRUCH, lemma=f"Wort{number}x{n}"), "Durchbruch") for n in range(WORDS // 2)]
    verbs = [entry(where, 2, replaced(EINHERGEHEN, lemma=f"tun{number}x{n}", level="B1"), "gehen", "einher") for n in range(WORDS // 2)]
    gaps = [replaced(TYPED, id=f"type-word/{n}") for n in range(GAPS)]
    questions = [replaced(TRUE_FALSE, id=f"true-false/{n}") for n in range(QUESTIONS)]
    return lesson(uid=f"{number:08x}", title=f"Artikel {number}", article=where, entries=(*nouns, *verbs), items=(*gaps, *questions))


def replaced(struct, **changes):
    return msgspec.structs.replace(struct, **changes)


def main() -> None:
    lessons = [numbered(number) for number in range(LESSONS)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        start = time.perf_counter()
        written = anki.write(lessons, path, now=NOW)
        seconds = time.perf_counter() - start
        size = path.stat().st_size / 2**20
    unit = 2**20 if sys.platform == "darwin" else 2**10
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    notes = written.words + written.gaps + written.questions
    print(f"{notes} notes, {written.cards} cards, {size:.2f} MiB on disk")
    print(f"write    {seconds:6.2f} s    at most {SECONDS} s")
    print(f"memory   {memory:6.0f} MiB  at most {MEBIBYTES} MiB")


if __name__ == "__main__":
    main()
