"""One meaning of one headword as a dictionary gives it, whatever the dictionary's format."""

import re
from dataclasses import dataclass

from learner.errors import LexiconError

LONGEST_HEADWORD = 80
LONGEST_MEANING = 300
LARGEST_FILE = 1 << 30  # bytes, also after unpacking; the public Ding file has 26 million
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Record:
    """`rank` orders the meanings of a headword, the most general first; `frame` is what stands with the word."""

    headword: str
    meaning: str
    pos: str = ""
    rank: int = 0
    frame: str = ""
    field: str = ""


def cleaned(text: str) -> str:
    """One line without control characters and doubled spaces."""
    return _SPACES.sub(" ", "".join(letter if letter.isprintable() else " " for letter in text)).strip()


def is_usable(record: Record) -> bool:
    """Whether the record has a headword and a meaning of sensible length."""
    return 0 < len(record.headword) <= LONGEST_HEADWORD and 0 < len(record.meaning) <= LONGEST_MEANING


def damaged(where: object, what: str) -> LexiconError:
    """The error for a file that breaks its format."""
    return LexiconError(
        f"the dictionary is damaged: {what}.", where=str(where), hint="Get the file again, then add it."
    )


def too_large(where: object) -> LexiconError:
    """The error for a file beyond the limit."""
    return LexiconError(
        "the file is larger than 1 GB, which no dictionary is.", where=str(where), hint="Check which file you named."
    )


def wrong_encoding(where: object) -> LexiconError:
    """The error for text that is not UTF-8."""
    return LexiconError(
        "the dictionary is not in UTF-8.",
        where=str(where),
        hint="Convert it, for example: iconv -f latin1 -t utf-8 FILE > NEW",
    )
