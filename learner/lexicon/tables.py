"""Reads the small tables under `assets/lexicon` (or another folder): tab-separated rows, `#` opens a comment line."""

from functools import cache

from learner.places import bundled_path


@cache
def rows(name: str, folder: str = "lexicon") -> tuple[tuple[str, ...], ...]:
    """Every row of `assets/FOLDER/NAME` as its fields, comments and empty lines left out."""
    text = bundled_path("assets", folder, name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))
