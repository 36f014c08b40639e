"""CEFR level of a word: what readers say of it, else its frequency, whether beginners meet it, and its parts.

Readers levelled the most frequent words from teaching experience (assets/lexicon/levels.tsv). For all others: corpora
tell rare words from common ones, not what is learnt first (Löffel is rarer in print than Regierung), so words of
everyday life (assets/lexicon/everyday.tsv) are A1 or A2 whatever their frequency, all others B1 at the easiest. From
there bands of the lemma's Zipf value (sum over its forms) decide, calibrated on tests/data/lexicon/levels.tsv. A
transparent compound is as hard as its hardest part, one step up where that is B1 or more, however rare it is.
"""

from collections.abc import Iterable
from functools import cache

from learner.lexicon.lexeme import LEVELS, Level
from learner.lexicon.tables import rows

_EVERYDAY_A1 = 4.95  # Zipf
_BANDS: tuple[tuple[float, Level], ...] = ((4.62, "B1"), (3.95, "B2"), (3.1, "C1"))
_FUNCTION = frozenset({"ADV", "ADP", "AUX", "CCONJ", "SCONJ", "PRON", "DET", "PART", "NUM", "INTJ"})
_FUNCTION_BANDS: tuple[tuple[float, Level], ...] = ((5.45, "A1"), (4.95, "A2"), (4.4, "B1"), (3.75, "B2"), (3.1, "C1"))
_CLEAR = 0.3  # Zipf steps from the next band
_JUDGED = 0.95  # confidence in a reader's level
_EASY = 2  # levels in which compounds are known with their parts (A1, A2)


@cache
def judged() -> dict[tuple[str, str], Level]:
    """The levels readers gave, by lemma and part of speech."""
    levels = {str(level): level for level in LEVELS}
    return {(word, pos): levels[level] for level, pos, words in rows("levels.tsv") for word in words.split()}


@cache
def everyday() -> frozenset[tuple[str, str]]:
    """The words of everyday life as lemma and part of speech."""
    return frozenset((word, pos) for pos, words in rows("everyday.tsv") for word in words.split())


def level_of(zipf: float | None, lemma: str = "", pos: str = "") -> Level | None:
    """The level of a lemma of this frequency; None where the frequency is unknown."""
    if (lemma, pos) in judged():
        return judged()[lemma, pos]
    return by_frequency(zipf, lemma, pos)


def by_frequency(zipf: float | None, lemma: str = "", pos: str = "") -> Level | None:
    """The level of a lemma that no reader has levelled."""
    if (lemma, pos) in everyday():
        return "A1" if (zipf or 0.0) >= _EVERYDAY_A1 else "A2"
    if zipf is None:
        return None
    return next((level for least, level in _bands(pos) if zipf >= least), "C2")


def _bands(pos: str) -> tuple[tuple[float, Level], ...]:
    return _FUNCTION_BANDS if pos in _FUNCTION else _BANDS


def confidence(zipf: float | None, lemma: str = "", pos: str = "") -> float:
    """How far the level can be relied on, 0 to 1: readers' far, little near the edge of a band, none without either."""
    if (lemma, pos) in judged():
        return _JUDGED
    if zipf is None:
        return 0.0
    edges = [_EVERYDAY_A1] if (lemma, pos) in everyday() else [least for least, _ in _bands(pos)]
    return round(0.5 + 0.4 * min(min(abs(zipf - edge) for edge in edges) / _CLEAR, 1.0), 2)


def compound_level(whole: Level | None, parts: Iterable[Level | None]) -> Level | None:
    """The easier of the word's own level and what its hardest part makes it; parts unknown: the word's own.

    Of parts that all beginners have (A1, A2) it is as hard as the hardest, else one step harder.
    """
    known = list(parts)
    if not known or any(part is None for part in known):
        return whole
    hardest = max(LEVELS.index(part) for part in known if part)
    through = min(hardest + (hardest >= _EASY), len(LEVELS) - 1)
    return LEVELS[min(through, LEVELS.index(whole))] if whole else LEVELS[through]
