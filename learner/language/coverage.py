"""How much of a text somebody understands who knows certain words, and which words would help most."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from learner.language.analysis import Analysis

ENOUGH = 95.0  # % of the running words one must know to follow a text (Laufer and Ravenhorst-Kalovski 2010)
_MOST = 12
_NO_WORDS = frozenset({"PUNCT", "SYM"})


@dataclass(frozen=True, slots=True)
class Coverage:
    """The share of known running words in percent, now and with `helpful` learnt; these the most useful first."""

    share: float
    helpful: tuple[str, ...]
    then: float


def coverage(analysis: Analysis, known: AbstractSet[str]) -> Coverage:
    """What somebody knows of an article whose known lemmas are given; names and function words count as known.

    At most twelve lemmas are named, and no more than are needed for 95 %.
    """
    words = sum(word.pos not in _NO_WORDS for word in analysis.words)
    unknown = {entry.lexeme.lemma: 0 for entry in analysis.entries if entry.lexeme.lemma not in known}
    for entry in analysis.entries:
        if entry.lexeme.lemma in unknown:
            unknown[entry.lexeme.lemma] += len(entry.occurrences)
    missing = sum(unknown.values())
    helpful: list[str] = []
    for lemma, times in sorted(unknown.items(), key=lambda item: -item[1]):
        if _share(words, missing) >= ENOUGH or len(helpful) == _MOST:
            break
        helpful.append(lemma)
        missing -= times
    return Coverage(_share(words, sum(unknown.values())), tuple(helpful), _share(words, missing))


def _share(words: int, missing: int) -> float:
    return 100 * (words - missing) / words if words else 100.0
