"""The CEFR level of a text, with the measured figures as reasons."""

from learner.language.analysis import Entry, TextLevel
from learner.lexicon.lexeme import LEVELS


def level(entries: tuple[Entry, ...], words: int, sentences: int) -> TextLevel:
    """The level below which 90 % of the entries lie."""
    known = sorted(LEVELS.index(entry.lexeme.level) for entry in entries if entry.lexeme.level)
    cefr = LEVELS[known[int(0.9 * (len(known) - 1))]] if known else "B1"
    length = words / max(sentences, 1)
    return TextLevel(cefr, (f"Sentences have {length:.1f} words on average.",))
