"""Rows of the tables under tests/data/lexicon."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data" / "lexicon"


def rows(name: str, width: int) -> list[list[str]]:
    """Every row of a table, short ones filled with empty cells; `#` opens a comment line."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert all(len(row) <= width for row in cells), next(row for row in cells if len(row) > width)
    return [row + [""] * (width - len(row)) for row in cells]
