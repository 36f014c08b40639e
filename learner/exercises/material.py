"""What every generator of exercises works with: the analysis, the lexicon, level and seed."""

import hashlib
import random
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from learner.exercises.item import Item
from learner.exercises.wordlists import table
from learner.language.analysis import Analysis, Entry, Occurrence
from learner.lexicon.lexeme import LEVELS, Level
from learner.lexicon.lexicon import Lexicon

_REACH = 2  # levels
_FEWEST_PARAGRAPHS, _MANY = 3, 10  # paragraphs of a text that has kept its own, sentences of one that should have some


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """One article to be asked about, for one level; the same material gives the same items.

    Compared by identity, so that what is found in an article can be remembered while its lesson is made.
    """

    analysis: Analysis
    lexicon: Lexicon
    level: Level
    seed: int

    def rng(self, name: str) -> random.Random:
        """A source of random numbers of its own for each name, so that exercises do not disturb each other."""
        digest = hashlib.sha256(f"{self.seed} {name}".encode()).digest()
        return random.Random(int.from_bytes(digest[:8]))  # noqa: S311  (a repeatable choice, no secret)

    def sentence_of(self, occurrence: Occurrence) -> str:
        """The sentence an occurrence stands in."""
        return self.analysis.sentence_text(occurrence.sentence)

    def spans(self, occurrence: Occurrence) -> tuple[tuple[int, int], ...]:
        """Offsets of every part of an occurrence."""
        tokens = self.analysis.article.tokens
        return tuple((tokens[token].start, tokens[token].end) for token in occurrence.tokens)

    def is_running(self, sentence: int) -> bool:
        """Whether a sentence is part of running text, not a heading, and whole."""
        article = self.analysis.article
        found = article.sentences[sentence]
        text = article.slice(found)
        body = article.paragraphs[found.paragraph].kind != "heading" and not is_furniture(text)
        return body and text[-1:] in '.!?“”"»«' and text[:1] not in ",;:–-…" and found.last - found.first >= 5

    @property
    def is_flat(self) -> bool:
        """Whether a long text has no paragraphs: a copy that lost them, and more (decision 0058)."""
        article = self.analysis.article
        bodies = sum(paragraph.kind == "body" for paragraph in article.paragraphs)
        return bodies < _FEWEST_PARAGRAPHS and len(article.sentences) >= _MANY

    @property
    def is_within_reach(self) -> bool:
        """Whether the learner can read the article: of one three levels above she understands single sentences."""
        return LEVELS.index(self.analysis.level.cefr) - LEVELS.index(self.level) <= _REACH

    def labelled(self, level: Level | None) -> Level:
        """The level to write on an item about a word: the word's, but not above the learner's, whose step it is."""
        return self.level if level is None else min(level, self.level, key=LEVELS.index)

    def fits_level(self, level: Level | None) -> bool:
        """Whether a word is worth asking: of the learner's level or one above it, at A2 also below."""
        if level is None:
            return False
        own = LEVELS.index(self.level)
        return max(0, own - 1) <= LEVELS.index(level) <= own + 1


@lru_cache(maxsize=4096)
def is_furniture(text: str) -> bool:
    """Whether a sentence belongs to the page and not to the article: consent, newsletter, about the author."""
    lower = text.lower()
    return any(phrase in lower for (phrase,) in table("furniture.txt"))


class Generator(Protocol):
    """An exercise: makes every item of its kind that is certain."""

    def __call__(self, material: Material) -> tuple[Item, ...]:
        """The items, in the order of the article."""


def fingerprint(*parts: str) -> str:
    """Ten letters that name an item by what it asks."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]


def slug(lemma: str) -> str:
    """A lemma as part of an item's id."""
    return "-".join(lemma.lower().split())


def by_frequency(entries: list[Entry]) -> list[Entry]:
    """Entries, the most frequent lemma first; unknown frequencies last."""
    return sorted(entries, key=lambda entry: (-(entry.lexeme.zipf or 0.0), entry.lexeme.lemma))
