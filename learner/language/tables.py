"""Reads the small tables of language facts under `assets/language`: tab-separated rows, `#` opens a comment line."""

from functools import cache

from learner.places import bundled_path


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Every row of `assets/language/NAME` as its fields, comments and empty lines left out."""
    text = bundled_path("assets", "language", name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def mapping(name: str) -> dict[str, str]:
    """A table of two columns as a dictionary."""
    return {row[0]: row[1] for row in rows(name)}


@cache
def column(name: str) -> frozenset[str]:
    """The first column of a table as a set."""
    return frozenset(row[0] for row in rows(name))
