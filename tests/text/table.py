"""Rows of tests/data/text."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data" / "text"


def rows(name: str) -> list[list[str]]:
    """The cells of every row that is no comment."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
