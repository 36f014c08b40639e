"""How the words of an article stand with the learner: marked, assumed to be known, or new; the share one knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from learner.language.analysis import Analysis, Entry
from learner.lexicon.lexeme import LEVELS, Level
from learner.progress.store import Status

Standing = Status | Literal["new", "assumed"]
OPEN: frozenset[Standing] = frozenset({"new", "learning"})


@dataclass(frozen=True)
class Standings:
    """What the learner said of each lemma (`marked`); other words below the learner's level are assumed to be known."""

    analysis: Analysis
    marked: Mapping[str, Status]
    level: Level

    def of(self, entry: Entry) -> Standing:
        """How the entry's word stands."""
        own = entry.lexeme.level
        assumed = own is not None and LEVELS.index(own) < LEVELS.index(self.level)
        return self.marked.get(entry.lexeme.lemma, "assumed" if assumed else "new")

    @cached_property
    def tokens(self) -> dict[int, Standing]:
        """The standing of every token that belongs to an entry."""
        return {
            token: self.of(entry)
            for entry in self.analysis.entries
            for occurrence in entry.occurrences
            for token in occurrence.tokens
        }

    @cached_property
    def coverage(self) -> float:
        """The share (0-1) of the running words that need no learning: all but the new and the learning ones."""
        words = sum(word.pos not in {"PUNCT", "SYM"} for word in self.analysis.words)
        unknown = sum(stands in OPEN for stands in self.tokens.values())
        return 1 - unknown / words if words else 1.0
