r"""Article text -> Anki fields in which nothing but our own `<b>` is live.

Anki does not sanitise fields. Besides HTML these are live in a field: `[sound:…]`, `[latex]`, `[anki:…]`, `[[type:…]]`,
`{{…}}` with `::` in clozes, and MathJax's `\(` and `\[`. Brackets and braces become character references, which
Anki's own syntax does not see. MathJax reads the parsed page, where a reference is a character again, but it never
joins text across an element other than `<br>` and `<wbr>`: so each backslash stands in a `<span>` of its own.
"""

import re
import unicodedata
from functools import lru_cache

from learner.export.notes import Passage, Run

_LIVE = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
    "[": "&#91;",
    "]": "&#93;",
    "{": "&#123;",
    "}": "&#125;",
    "\\": "<span>&#92;</span>",
    "\n": "<br>",
}
_REFERENCES = str.maketrans(_LIVE)
_COLON = "&#58;"
_REPEATED = 2048  # sources, explanations and definitions stand on many notes of a deck
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@lru_cache(maxsize=_REPEATED)
def field(text: str) -> str:
    """Text as a field: escaped, NFC, without control characters and marks that turn the direction of writing."""
    return clean(text).translate(_REFERENCES).replace("::", f":{_COLON}")


def marked(passage: Passage) -> str:
    """A passage with its marked runs in `<b>`."""
    return "".join(f"<b>{field(run.text)}</b>" if run.marked else field(run.text) for run in passage)


def gapped(passage: Passage, gap: str = "_____") -> str:
    """A passage with a line in place of every marked run."""
    return "".join(gap if run.marked else field(run.text) for run in passage)


def cloze(passage: Passage, *, together: bool) -> str:
    """A passage in Anki's cloze syntax: one number for all marked runs of a word, or one number each."""
    parts = []
    number = 0
    for run in passage:
        number += run.marked and not (together and number)
        parts.append(_deletion(run, number) if run.marked else field(run.text))
    return "".join(parts)


def _deletion(run: Run, number: int) -> str:
    hint = f"::{_inside(run.hint)}" if run.hint else ""
    return f"{{{{c{number}::{_inside(run.text)}{hint}}}}}"


def _inside(text: str) -> str:
    return clean(text).translate(_REFERENCES | {ord(":"): _COLON})


@lru_cache(maxsize=_REPEATED)
def clean(text: str) -> str:
    """The text in NFC with plain line ends, free of characters that nobody sees or that Anki's format cannot hold."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", _UNSEEN.sub("", lines))
