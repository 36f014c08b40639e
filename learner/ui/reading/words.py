"""The words of an article one moves over: in which sentence each stands, which tokens belong together, the entry."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property

from learner.language.analysis import Analysis, Entry, Occurrence
from learner.text.article import Article, Span


def numbered(article: Article, offset: int) -> int:
    """How many paragraphs begin up to the offset; headings do not count."""
    return max(1, sum(part.kind != "heading" and part.start <= offset for part in article.paragraphs))


def place_name(article: Article, offset: int) -> str:
    """What the paragraph at the offset is called: the author's label, or its number."""
    around = next((part for part in article.paragraphs if part.start <= offset < part.end), None)
    return around.label if around and around.label else str(numbered(article, offset))


def _nearest(tokens: Sequence[int], place: int, otherwise: int) -> int:
    return tokens[max(0, min(place, len(tokens) - 1))] if tokens else otherwise


@dataclass(frozen=True)
class Words:
    """Positions are token indexes; punctuation is passed over."""

    analysis: Analysis

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The tokens that are words, in reading order."""
        article = self.analysis.article
        return tuple(token for token, span in enumerate(article.tokens) if any(map(str.isalnum, article.slice(span))))

    @cached_property
    def _units(self) -> dict[int, tuple[int, Occurrence]]:
        """Per token the index of its entry and that occurrence; of a word and an expression around it the latter."""
        return {
            token: (number, occurrence)
            for number, entry in enumerate(self.analysis.entries)
            for occurrence in entry.occurrences
            for token in occurrence.tokens
        }

    @cached_property
    def _sentences(self) -> tuple[int, ...]:
        """The first word of each sentence that has one."""
        firsts = [self._at_or_after(sentence.first) for sentence in self.analysis.article.sentences]
        return tuple(dict.fromkeys(first for first in firsts if first is not None))

    def entry(self, token: int) -> Entry | None:
        """The entry of the word at the token as it is meant there; None for words that have none."""
        found = self._units.get(token)
        return self.analysis.entries[found[0]].at(found[1]) if found else None

    def unit(self, token: int) -> tuple[int, ...]:
        """All tokens of the word at the token: `ging` and `einher`."""
        found = self._units.get(token)
        return found[1].tokens if found else (token,)

    def move(self, token: int, step: int) -> int:
        """The word `step` words on, or the last one in that direction."""
        place = bisect_left(self.order, token) + step
        return _nearest(self.order, place, token)

    def move_sentence(self, token: int, step: int) -> int:
        """The first word of the sentence `step` sentences on."""
        place = bisect_right(self._sentences, token) - 1 + step
        return _nearest(self._sentences, place, token)

    def next_of(self, token: int, step: int, wanted: Container[int]) -> int:
        """The nearest wanted word before (-1) or behind (1) this one and its parts; itself where there is none."""
        own = self.unit(token)
        ahead = self.order if step > 0 else self.order[::-1]
        return next((t for t in ahead if (t - token) * step > 0 and t in wanted and t not in own), token)

    def paragraph(self, token: int) -> int:
        """The number of the paragraph the token stands in, counted from 1."""
        article = self.analysis.article
        return numbered(article, article.tokens[token].start)

    def within(self, spans: tuple[Span, ...]) -> frozenset[int]:
        """The tokens that lie inside one of the spans."""
        tokens = enumerate(self.analysis.article.tokens)
        return frozenset(
            number for number, token in tokens if any(s.start <= token.start and token.end <= s.end for s in spans)
        )

    def _at_or_after(self, token: int) -> int | None:
        place = bisect_left(self.order, token)
        return self.order[place] if place < len(self.order) else None
