"""An article while it is being analysed: its tokens with forms and words, its sentences with their clauses."""

from collections.abc import Sequence
from dataclasses import dataclass

from learner.language.analysis import Word
from learner.language.clauses import Clause
from learner.text.article import Article, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What later steps read; `clauses` runs parallel to the article's sentences, all indexes are the article's."""

    article: Article
    forms: Sequence[str]
    words: Sequence[Word]
    clauses: Sequence[Sequence[Clause]]

    def sentences(self) -> list[range]:
        """The token ranges of all sentences."""
        return [self.article.tokens_of(sentence) for sentence in self.article.sentences]

    def span(self, first: int, last: int) -> Span:
        """The offsets of the tokens from `first` up to and with `last`."""
        return Span(self.article.tokens[first].start, self.article.tokens[last].end)
