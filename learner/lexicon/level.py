"""CEFR level of a word from its frequency and, for a compound, from its parts.

Bands of the lemma's Zipf value (sum over its forms), a heuristic to be calibrated: the more frequent half of everyday
words is met at A1 and A2, what stands below 3.1 only by C2 readers. A transparent compound is as hard as its hardest
part, one step up, however rare it is.
"""

from collections.abc import Iterable

from learner.lexicon.lexeme import LEVELS, Level

_BANDS: tuple[tuple[float, Level], ...] = ((5.45, "A1"), (4.95, "A2"), (4.4, "B1"), (3.75, "B2"), (3.1, "C1"))


def level_of(zipf: float | None) -> Level | None:
    """The level of a lemma of this frequency; None where the frequency is unknown."""
    if zipf is None:
        return None
    return next((level for least, level in _BANDS if zipf >= least), "C2")


def compound_level(whole: Level | None, parts: Iterable[Level | None]) -> Level | None:
    """The easier of the word's own level and one step above its hardest part; parts unknown: the word's own."""
    known = list(parts)
    if not known or any(part is None for part in known):
        return whole
    through = min(max(LEVELS.index(part) for part in known if part) + 1, len(LEVELS) - 1)
    return LEVELS[min(through, LEVELS.index(whole))] if whole else LEVELS[through]
