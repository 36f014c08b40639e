"""The word lists and tables of exercises (`assets/exercises/comprehension` and `…/grammar`)."""

from functools import cache

from learner.places import bundled_path


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(word for row in _rows(name) for word in row.split())


@cache
def ordered(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a list in their order, row by row."""
    return tuple(tuple(row.split()) for row in _rows(name))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as their cells."""
    return tuple(tuple(row.split("\t")) for row in _rows(name))


@cache
def grammar_table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of language exercises as their cells."""
    return tuple(tuple(row.split("\t")) for row in _rows(name, "grammar"))


@cache
def grammar_words(name: str) -> frozenset[str]:
    """The words of a list of language exercises."""
    return frozenset(word for row in _rows(name, "grammar") for word in row.split())


def _rows(name: str, folder: str = "comprehension") -> list[str]:
    text = bundled_path("assets", "exercises", folder, name).read_text(encoding="utf-8")
    return [row for row in text.splitlines() if row and not row.startswith("#")]
