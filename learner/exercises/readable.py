"""Whether a learner of a level can read the sentence an exercise shows: its length, and words far above the level."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from learner.exercises.material import Material
from learner.lexicon.lexeme import LEVELS, Level

# Of a sentence: the most tokens, and the most words two levels or more above the learner's.
_MOST: Mapping[Level, tuple[int, int]] = {"A1": (18, 1), "A2": (20, 1), "B1": (36, 4)}
# How many more of both around a word, and how many fewer where a statement is weighed.
_SLACK: Mapping[Level, tuple[int, int]] = {"A1": (1, 1), "A2": (1, 1), "B1": (3, 2)}
_ABOVE = 2


def is_readable(material: Material, tokens: Iterable[int], *, around_word: bool = False, weighed: bool = False) -> bool:
    """Whether the words are few and easy enough; from B2 on every sentence of an article is.

    A sentence that only stands around the word asked about may be harder than one that must be understood whole, and
    one that is weighed as true or false must be easier.
    """
    if material.level not in _MOST:
        return True
    more, fewer = _SLACK[material.level]
    longest, hardest = (most + more * around_word - fewer * weighed for most in _MOST[material.level])
    shown = tuple(tokens)
    beginner = material.level in {"A1", "A2"}
    if beginner and any(material.analysis.words[token].features.get("Mood") == "Sub" for token in shown):
        return False  # the subjunctive is not known yet
    return len(shown) <= longest and len(_hard(material).intersection(shown)) <= hardest


@lru_cache(maxsize=2)
def _hard(material: Material) -> frozenset[int]:
    """The tokens of words far above the level; a word whose level is not known is none."""
    own = LEVELS.index(material.level)
    return frozenset(
        place.tokens[0]
        for entry in material.analysis.entries
        if entry.lexeme.level is not None and LEVELS.index(entry.lexeme.level) >= own + _ABOVE
        for place in entry.occurrences
    )
