"""Precision, recall and F1 of the clean-up on pasted pages: `python -m tests.text.figures`."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from learner.errors import LearnerError
from learner.text.reading import article

FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "pasted-pages.jsonl"


@dataclass(frozen=True, slots=True)
class Figures:
    """Segments: wanted and kept, unwanted and kept, wanted and lost."""

    right: int
    wrong: int
    lost: int

    @property
    def precision(self) -> float:
        """Share of the kept segments that belong to the article."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the article's segments that were kept."""
        return self.right / (self.right + self.lost)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / (2 * self.right + self.wrong + self.lost)


def measure(pages: list[dict[str, Any]]) -> Figures:
    """Counts over all pages; a segment is kept when it occurs in the cleaned text, white space squeezed."""
    right = wrong = wanted = 0
    for page in pages:
        text = cleaned(page["text"])
        right += sum(squeezed(segment) in text for segment in page["keep"])
        wrong += sum(squeezed(segment) in text for segment in page["drop"])
        wanted += len(page["keep"])
    return Figures(right, wrong, wanted - right)


def cleaned(text: str) -> str:
    """The article's text on one line; empty where none was found."""
    try:
        return squeezed(article(text, "text").text)
    except LearnerError:
        return ""


def squeezed(text: str) -> str:
    """One line with single spaces."""
    return " ".join(text.split())


if __name__ == "__main__":
    found = measure([json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()])
    print(f"clean-up: P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}  ({found})")
