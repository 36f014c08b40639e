"""A deck of 10,000 notes: seconds and peak memory of the whole process."""

import resource
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from learner.export import anki
from tests.export.sample import DURCHBRUCH, EINHERGEHEN, NOW, TRUE_FALSE, TYPED, article, entry, lesson

LESSONS = 20
WORDS, GAPS, QUESTIONS = 300, 100, 100  # of each lesson
SECONDS, MEBIBYTES = 1.2, 100


def numbered(number: int):
    """A lesson whose words and items differ from those of every other one."""
    where = article(title=f"Artikel {number}")
    names = [f"{number}x{n}" for n in range(WORDS // 2)]
    nouns = [entry(where, 1, replaced(DURCHBRUCH, lemma=f"Wort{name}"), "Durchbruch") for name in names]
    verbs = [
        entry(where, 2, replaced(EINHERGEHEN, lemma=f"tun{name}", level="B1"), "gehen", "einher") for name in names
    ]
    gaps = [replaced(TYPED, id=f"type-word/{n}") for n in range(GAPS)]
    questions = [replaced(TRUE_FALSE, id=f"true-false/{n}") for n in range(QUESTIONS)]
    named = {"uid": f"{number:08x}", "title": f"Artikel {number}"}
    return lesson(**named, article=where, entries=(*nouns, *verbs), items=(*gaps, *questions))


def replaced(struct, **changes):
    return msgspec.structs.replace(struct, **changes)


def main() -> None:
    lessons = [numbered(number) for number in range(LESSONS)]
    with tempfile.TemporaryDirectory() as home:
        folders = {one.uid: Path(home) / one.uid for one in lessons}
        for folder in folders.values():
            folder.mkdir()
        path = Path(home) / "deck.apkg"
        start = time.perf_counter()
        written = anki.write(lessons, path, now=NOW, folders=folders)
        first = time.perf_counter() - start
        anki.write(lessons, path, now=NOW, folders=folders)
        again = time.perf_counter() - start - first
        size = path.stat().st_size / 2**20
    unit = 2**20 if sys.platform == "darwin" else 2**10
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    notes = written.words + written.gaps + written.questions
    print(f"{notes} notes, {written.cards} cards, {size:.2f} MiB on disk")
    print(f"write            {first:6.2f} s    at most {SECONDS} s")
    print(f"write once more  {again:6.2f} s    at most {SECONDS} s")
    print(f"memory           {memory:6.0f} MiB  at most {MEBIBYTES} MiB")


if __name__ == "__main__":
    main()
