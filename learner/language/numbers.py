"""What numerals say: `100.000`, `2,3`, `14 000`, `dreihundertfünfzig`."""

import re
from functools import lru_cache

from learner.language.tables import mapping

_DIGITS = re.compile(r"\d{1,3}(?:[.  ’']\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_HALF = "einhalb"


@lru_cache(maxsize=4_000)
def value(text: str) -> float | None:
    """The number a numeral says, None where it says none; points and spaces group thousands, the comma is decimal."""
    if _DIGITS.fullmatch(text):
        return float(re.sub(r"[.  ’']", "", text).replace(",", "."))
    return _of_words(text.lower())


def _of_words(text: str) -> float | None:
    if text == "anderthalb":
        return 1.5
    if text.endswith(_HALF) and len(text) > len(_HALF):
        whole = _whole(text.removesuffix(_HALF))
        return None if whole is None else whole + 0.5
    return _whole(text)


def _whole(text: str) -> float | None:
    """`zwölftausenddreihundertfünfzig` as thousands, hundreds and what is below."""
    for unit, factor in (("tausend", 1000), ("hundert", 100)):
        before, found, behind = text.partition(unit)
        if found:
            many = _whole(before) if before else 1.0
            rest = _whole(behind.removeprefix("und")) if behind else 0.0
            return None if many is None or rest is None else many * factor + rest
    return _below_hundred(text)


def _below_hundred(text: str) -> float | None:
    listed = mapping("number-words.tsv")
    if text in listed:
        return float(listed[text])
    ones, found, tens = text.partition("und")
    if found and ones in listed and tens in listed and float(listed[ones]) < 10 <= float(listed[tens]):
        return float(listed[ones]) + float(listed[tens])
    return None
