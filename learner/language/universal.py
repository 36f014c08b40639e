"""STTS tags become Universal Dependencies parts of speech."""

from learner.language.tables import mapping


def universal(tag: str) -> str:
    """The UD part of speech of an STTS tag; `X` for a tag nobody knows."""
    return mapping("tags.tsv").get(tag, "X")
