"""The CEFR level of a text, with the measured figures as reasons a teacher can argue with."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from learner.language.analysis import Entry, TextLevel, Word
from learner.language.clause import Clause
from learner.language.draft import Draft
from learner.language.readability import readability
from learner.language.tables import rows
from learner.lexicon.lexeme import LEVELS, Level
from learner.lexicon.wordclasses import wordrow

_NOMINAL = wordrow("endings.abstract")
_NO_WORDS = frozenset({"PUNCT", "SYM"})
_EXAMPLES = 3
_FEW_WORDS = 80
_CLOSE = 0.15  # steps between two levels within which the other one is as good
BORDERS = (1.5, 2.45, 3.46, 4.26, 5.7)  # between A1 and A2, ... C1 and C2, on the scale from 1 to 6
_DOUBT = 0.2  # steps from a border in which the doubt about the level falls to a third
_LITTLE = 30  # words of a text whose level is half as sure as that of a long one
_WHOLE = 45  # words; a longer sentence is a list or was not split


@dataclass(frozen=True, slots=True)
class Measures:
    """Figures of one text: counts, and shares per hundred words or per sentence."""

    words: int
    sentences: int
    hard: float  # % of the words above B1
    examples: tuple[str, ...]
    length: float
    longest: float  # mean words of the longest quarter of the sentences
    subordinate: float  # clauses a sentence
    passive: int
    konjunktiv: int
    nominal: float  # nouns in -ung, -heit, -tion ... per hundred words
    wiener: float  # Wiener Sachtextformel 1, a school grade


def level(draft: Draft, entries: Sequence[Entry]) -> TextLevel:
    """The level and why."""
    found = measures(draft, entries)
    return TextLevel(cefr(found), tuple(_reasons(found)), confidence(found))


def cefr(found: Measures) -> Level:
    """The level at which a text of these measures stands."""
    score = difficulty(found)
    return LEVELS[sum(score >= border for border in BORDERS)]


def difficulty(found: Measures) -> float:
    """The weighted mean of the measures on the scale from 1 (A1) to 6 (C2)."""
    values = {
        "vocabulary": found.hard,
        "readability": found.wiener,
        "longest": found.longest,
        "clauses": found.subordinate,
    }
    return sum(weight * _placed(values[name], anchors) for name, weight, anchors in _anchors()) / 100


def confidence(found: Measures) -> float:
    """How sure the level is, from 0 to 1: half at a border between two, more away from it, less for few words."""
    distance = min(abs(difficulty(found) - border) for border in BORDERS)
    return round((1 - math.exp(-distance / _DOUBT) / 2) * found.words / (found.words + _LITTLE), 2)


@cache
def _anchors() -> tuple[tuple[str, float, tuple[float, ...]], ...]:
    return tuple((name, float(weight), tuple(map(float, values))) for name, weight, *values in rows("levels.tsv"))


def _placed(value: float, anchors: Sequence[float]) -> float:
    """Where a value lies between the anchors, 1 at the first and 6 at the last."""
    if value <= anchors[0]:
        return 1.0
    for place, (low, high) in enumerate(pairwise(anchors), start=1):
        if value <= high:
            return place + (value - low) / (high - low)
    return float(len(anchors))


def measures(draft: Draft, entries: Sequence[Entry]) -> Measures:
    """Count what the level is made of."""
    tokens = [token for token, word in enumerate(draft.words) if word.pos not in _NO_WORDS]
    number, sentences = len(tokens), max(len(draft.clauses), 1)
    above = [entry for entry in entries if LEVELS.index(entry.lexeme.level or "A1") > LEVELS.index("B1")]
    hardest = sorted(above, key=lambda entry: (-LEVELS.index(entry.lexeme.level or "A1"), entry.lexeme.lemma))
    clauses = [clause for found in draft.clauses for clause in found]
    return Measures(
        words=number,
        sentences=sentences,
        hard=_per_hundred(sum(len(entry.occurrences) for entry in above), number),
        examples=tuple(entry.lexeme.lemma for entry in hardest[:_EXAMPLES]),
        length=number / sentences,
        longest=_longest(draft),
        subordinate=sum(clause.kind in {"verb-last", "infinitive"} for clause in clauses) / sentences,
        passive=sum(_is_passive(draft, clause) for clause in clauses),
        konjunktiv=sum(_is_konjunktiv(word) for word in draft.words),
        nominal=_per_hundred(sum(_is_nominal(draft.words[token]) for token in tokens), number),
        wiener=readability([draft.forms[token] for token in tokens], sentences).wiener[0],
    )


def _longest(draft: Draft) -> float:
    """The mean length of the longest quarter of the sentences, which stop a reader."""
    lengths = sorted(
        min(sum(draft.words[token].pos not in _NO_WORDS for token in sentence), _WHOLE) for sentence in draft.sentences
    )
    hardest = lengths[-max(len(lengths) // 4, 1) :]
    return sum(hardest) / max(len(hardest), 1)


def _per_hundred(count: int, words: int) -> float:
    return 100 * count / max(words, 1)


def _is_passive(draft: Draft, clause: Clause) -> bool:
    words = [draft.words[token] for token in clause.tokens]
    return any(word.lemma == "werden" for word in words) and any(word.tag == "VV(PP)" for word in words)


def _is_konjunktiv(word: Word) -> bool:
    return word.features.get("Mood") == "Sub" and word.features.get("Tense") == "Pres"


def _is_nominal(word: Word) -> bool:
    return word.pos == "NOUN" and word.lemma.endswith(_NOMINAL)


def _reasons(found: Measures) -> list[str]:
    """Short English sentences, each with its figure; rare things only where they occur."""
    examples = f" ({', '.join(found.examples)})" if found.examples else ""
    reasons = [
        f"{found.hard:.0f} % of the words lie above B1{examples}.",
        f"Sentences have {found.length:.1f} words on average, the longest quarter of them {found.longest:.1f}.",
        f"There are {found.subordinate:.1f} subordinate or infinitive clauses in a sentence.",
        f"Readability (Wiener Sachtextformel 1) is that of school grade {found.wiener:.1f}.",
    ]
    if found.nominal >= 1:
        reasons.append(f"{found.nominal:.1f} of 100 words are abstract nouns (-ung, -heit, -tion).")
    if found.passive:
        reasons.append(f"The passive occurs {_times(found.passive)}.")
    if found.konjunktiv:
        reasons.append(f"Konjunktiv I occurs {_times(found.konjunktiv)}.")
    if near := _neighbour(found):
        reasons.append(f"The measures lie less than {_CLOSE} steps from {near}, which would do as well.")
    if found.words < _FEW_WORDS:
        reasons.append(f"With only {found.words} words the level is a rough estimate.")
    return reasons


def _neighbour(found: Measures) -> Level | None:
    """The level next to the text's own whose border is close, None where the level is clear."""
    score = difficulty(found)
    for place, border in enumerate(BORDERS):
        if abs(score - border) < _CLOSE:
            return LEVELS[place] if score >= border else LEVELS[place + 1]
    return None


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
