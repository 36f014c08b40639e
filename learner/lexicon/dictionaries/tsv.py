"""Tab-separated files: headword, meaning, and, if wanted, part of speech; `#` opens a comment line."""

from collections.abc import Iterator
from pathlib import Path

from learner.lexicon.dictionaries.lines import lines
from learner.lexicon.dictionaries.record import Record, cleaned, damaged


def read(path: Path) -> Iterator[tuple[float, Record]]:
    """Every record with the share read so far. Raises LexiconError where no line has two columns."""
    found = False
    for number, (share, line) in enumerate(lines(path)):
        cells = [cleaned(cell) for cell in line.split("\t")]
        if line.startswith("#") or len(cells) < 2:
            continue
        found = True
        yield share, Record(cells[0], cells[1], cells[2].upper() if len(cells) > 2 else "", min(number, 1 << 30))
    if not found:
        raise damaged(path, "no line has two columns parted by a tabulator")
