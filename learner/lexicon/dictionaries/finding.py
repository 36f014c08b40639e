"""Dictionaries that stand on the machine already: Debian's Ding and FreeDict packages."""

from dataclasses import dataclass
from pathlib import Path

PLACES: tuple[tuple[str, Path], ...] = (
    ("ding", Path("/usr/share/trans/de-en")),
    ("freedict-deu-eng", Path("/usr/share/dictd/freedict-deu-eng.index")),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A dictionary on the machine that can be added."""

    name: str
    path: Path


def found() -> tuple[Found, ...]:
    """Those that are there, the better one first."""
    return tuple(Found(name, path) for name, path in PLACES if path.is_file())
