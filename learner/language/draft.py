"""An article while it is being analysed: its tokens with forms and words, its sentences with their clauses."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from learner.language.analysis import Word
from learner.language.clause import Clause
from learner.text.article import Article, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What later steps read; `clauses` runs parallel to the article's sentences, all indexes are the article's."""

    article: Article
    forms: Sequence[str]
    words: Sequence[Word]
    clauses: Sequence[Sequence[Clause]]
    sentences: Sequence[range] = field(init=False)  # their tokens
    _firsts: Sequence[int] = field(init=False, repr=False)  # of each sentence its first token

    def __post_init__(self) -> None:
        ranges = [self.article.tokens_of(sentence) for sentence in self.article.sentences]
        object.__setattr__(self, "sentences", ranges)
        object.__setattr__(self, "_firsts", [tokens.start for tokens in ranges])

    def form(self, place: int) -> str:
        """The form at a place; empty behind the end of the text."""
        return self.forms[place] if place < len(self.forms) else ""

    def tag(self, place: int) -> str:
        """The tag at a place; empty behind the end of the text."""
        return self.words[place].tag if place < len(self.words) else ""

    def sentence_of(self, token: int) -> int:
        """The sentence a token stands in."""
        return bisect_right(self._firsts, token) - 1

    def sentence_at(self, offset: int) -> int:
        """The last sentence that begins before an offset; 0 before the first."""
        return max(bisect_right(self.article.sentences, offset - 1, key=lambda sentence: sentence.start) - 1, 0)

    def tokens_in(self, span: Span) -> range:
        """The tokens that lie inside a span."""
        tokens = self.article.tokens
        first = bisect_right(tokens, span.start - 1, key=lambda token: token.start)
        return range(first, bisect_right(tokens, span.end, lo=first, key=lambda token: token.end))

    def span(self, first: int, last: int) -> Span:
        """The offsets of the tokens from `first` up to and with `last`."""
        return Span(self.article.tokens[first].start, self.article.tokens[last].end)
