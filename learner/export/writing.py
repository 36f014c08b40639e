"""What every export does: refuse to write nothing, replace the file in one step, report what was written."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from learner.errors import ExportError
from learner.exercises.lesson import Lesson
from learner.export import rendering
from learner.export.choice import DeckChoice, LeftOut
from learner.export.collecting import Collected, collect
from learner.export.notes import NOTE_KINDS, note_kind


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote: the file, how many notes of each kind and cards, and what has no note.

    `undated` are lesson folders that could not keep when their notes last changed: there every note of the next export
    counts as changed.
    """

    path: Path
    words: int
    gaps: int
    questions: int
    cards: int
    left_out: tuple[LeftOut, ...]
    undated: tuple[Path, ...] = ()


def collect_for(path: Path, lessons: Sequence[Lesson], choice: DeckChoice) -> Collected:
    """The notes to be written to a file. Raises ExportError where there are none."""
    collected = collect(lessons, choice)
    if not collected.notes:
        hint = "Choose other words, items or another level."
        raise ExportError("has nothing to export.", where=str(path), hint=hint)
    return collected


def report(path: Path, collected: Collected, undated: tuple[Path, ...] = ()) -> Written:
    """The counts of what was written."""
    counts = Counter(map(note_kind, collected.notes))
    words, gaps, questions = (counts[kind] for kind in NOTE_KINDS)
    cards = sum(len(rendering.cards(note)) for note in collected.notes)
    return Written(path, words, gaps, questions, cards, collected.left_out, undated)


def save(path: Path, data: bytes) -> None:
    """Replace the file in one step. Raises ExportError where it cannot be written."""
    unfinished = path.with_name(path.name + ".new")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise ExportError(f"cannot be written: {error.strerror}.", where=str(path)) from error
