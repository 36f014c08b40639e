"""Readability formulas for German: the four Wiener Sachtextformeln, Amstad's Flesch, LIX; and a counter of syllables.

Wiener Sachtextformeln (Bamberger and Vanecek 1984) give a school grade from 4 to 15; Amstad (1978) 0 (hard) to 100
(easy); LIX (Björnsson) about 20 to 70. All percentages are per hundred words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from learner.language.tables import mapping

_NUCLEUS = re.compile(r"(?<=[ts])io(?=n)|aa|ee|oo|ie(?!u)|ei|ai|ey|ay|eu|äu|au|[aeiouäöüyéèêáàâóòôíîúûøåœæë]")
_CONSONANT_Y = re.compile(r"(?<=[aeiouäöü])y(?=[aeiou])")
_LONG_WORD = 6  # letters; longer ones count
_MANY_SYLLABLES = 3


@dataclass(frozen=True, slots=True)
class Readability:
    """The figures of one text; `words` and `sentences` are what they were counted from."""

    words: int
    sentences: int
    syllables: int
    wiener: tuple[float, float, float, float]
    amstad: float
    lix: float


def readability(words: Sequence[str], sentences: int) -> Readability:
    """The formulas for these words; a text without words gives zeros."""
    if not words:
        return Readability(0, sentences, 0, (0.0, 0.0, 0.0, 0.0), 0.0, 0.0)
    counts = [syllables(word) for word in words]
    number = len(words)
    length = number / max(sentences, 1)
    many = 100 * sum(count >= _MANY_SYLLABLES for count in counts) / number
    one = 100 * sum(count == 1 for count in counts) / number
    long = 100 * sum(letters(word) > _LONG_WORD for word in words) / number
    return Readability(
        number,
        sentences,
        sum(counts),
        wiener(many, length, long, one),
        180 - length - 58.5 * sum(counts) / number,
        length + long,
    )


def wiener(many: float, length: float, long: float, one: float) -> tuple[float, float, float, float]:
    """The four formulas.

    `many` is MS (% words of three syllables or more), `length` SL (words a sentence), `long` IW (% words of more than
    six letters), `one` ES (% words of one syllable).
    """
    return (
        0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * one - 0.875,
        0.2007 * many + 0.1682 * length + 0.1373 * long - 2.779,
        0.2963 * many + 0.1905 * length - 1.1144,
        0.2744 * many + 0.2656 * length - 1.693,
    )


def letters(word: str) -> int:
    """How many letters a word has; hyphens and digits do not count."""
    return len(word) if word.isalpha() else sum(character.isalpha() for character in word)


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """The syllables of a German word, at least one; parts of a hyphenated word and groups of digits count alone."""
    parts = [part for part in re.split(r"[-/]", word.lower()) if part]
    return max(sum(_of_part(part) for part in parts), 1)


def _of_part(part: str) -> int:
    if not part.endswith(_endings()):
        return _nuclei(part)
    ending = next(ending for ending in _endings() if part.endswith(ending))
    return _nuclei(part.removesuffix(ending)) + int(mapping("syllables.tsv")[ending])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(mapping("syllables.tsv"))


def _nuclei(part: str) -> int:
    text = part.replace("qu", "q")
    text = _CONSONANT_Y.sub("j", text) if "y" in text else text
    return len(_NUCLEUS.findall(text)) or int(text.isdigit())
