"""dictd dictionaries (NAME.index with NAME.dict or NAME.dict.dz), as FreeDict publishes them."""

import re
from collections.abc import Iterator
from pathlib import Path

from learner.errors import LexiconError
from learner.lexicon.dictionaries.blob import opened
from learner.lexicon.dictionaries.lines import lines
from learner.lexicon.dictionaries.record import Record, cleaned, damaged

_DIGITS = {
    letter: value for value, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}
_TAG = re.compile(r"<([^<>]*)>")
_SOUND = re.compile(r"/[^/]*/")
_NUMBER = re.compile(r"^\d+[.)]\s*")
_FIELD = re.compile(r"\[([^\]]*)\]")
_REMARKS = ("note:", "synonym", "see:", "example", "antonym", "see also:", '"', "{", "(usually", "translations:")
_POS = {"n": "NOUN", "noun": "NOUN", "v": "VERB", "verb": "VERB", "adj": "ADJ", "adjective": "ADJ", "adv": "ADV"}
_MOST_MEANINGS = 12


def read(index: Path) -> Iterator[tuple[float, Record]]:
    """Every record with the share of the index read so far."""
    text = next((path for path in (index.with_suffix(".dict.dz"), index.with_suffix(".dict")) if path.exists()), None)
    if text is None:
        hint = f"{index.stem}.dict or {index.stem}.dict.dz belongs beside it."
        raise LexiconError("the text of the dictionary is missing.", where=str(index), hint=hint)
    with opened(text) as blob:
        for share, line in lines(index):
            cells = line.split("\t")
            if len(cells) < 3:
                raise damaged(index, f"`{line[:40]}` is no line of an index")
            word = cleaned(cells[0])
            if word and not word.startswith("00"):
                piece = blob.piece(number(cells[1], index), number(cells[2], index))
                yield from ((share, record) for record in records(word, piece))


def number(digits: str, where: Path) -> int:
    """A number in dictd's base 64."""
    value = 0
    for digit in digits.strip():
        if digit not in _DIGITS:
            raise damaged(where, f"`{digits[:20]}` is no number")
        value = value * 64 + _DIGITS[digit]
    return value


def records(word: str, text: str) -> Iterator[Record]:
    """The meanings in one article: its lines behind the heading, without notes and numbers."""
    heading, _, body = text.partition("\n")
    names = {name.strip() for tag in _TAG.findall(heading) for name in tag.split(",")}
    pos = next((_POS[name] for name in names if name in _POS), "")
    plain = cleaned(_SOUND.sub("", _TAG.sub("", heading)))
    headword = plain if plain.casefold() == word.casefold() else word
    for rank, line in enumerate(list(_meanings(body))[:_MOST_MEANINGS]):
        field = " ".join(_FIELD.findall(line))
        meaning = cleaned(_TAG.sub("", _FIELD.sub("", line))).replace(" ,", ",").rstrip(" ,")
        yield Record(headword, meaning, pos, rank + _MOST_MEANINGS * bool(field), "", field)


def _meanings(body: str) -> Iterator[str]:
    for line in body.splitlines():
        text = _NUMBER.sub("", line.strip())
        if text and not text.lower().startswith(_REMARKS):
            yield text.partition("Note:")[0]
