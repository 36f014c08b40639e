"""Characters before words: one Unicode form, nothing invisible, nothing that drives a terminal."""

import re
import unicodedata

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc]")
_SPACES = re.compile(r"[^\S\n]+")


def normalised(text: str) -> str:
    """NFC text with Unix line ends, without soft hyphens, zero-width, control and terminal escape characters."""
    text = (
        _ESCAPES.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    )
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs", "Co", "Cn"}
    )


def squeezed(text: str) -> str:
    """The text with every run of white space as one space, and none at its ends."""
    return " ".join(text.split())


def trimmed(line: str) -> str:
    """One line without outer spaces, inner runs of spaces as one."""
    return _SPACES.sub(" ", line).strip()
