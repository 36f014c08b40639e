"""Where the interface begins."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from learner.exercises.lesson import Lesson


@dataclass(frozen=True, slots=True)
class Start:
    """A lesson (or the folder of one) to read or practise, or one of the learner's own screens; else the library."""

    lesson: Path | Lesson | None = None
    then: Literal["read", "practise", "review", "statistics"] = "read"
    anew: bool = False
    """Begin a new round of practice."""
    first: bool = False
    """Ask a new learner for language and level."""
