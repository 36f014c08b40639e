"""Which tokens and sentences lie between two offsets of the article."""

from bisect import bisect_left, bisect_right

from learner.language.analysis import Analysis


def tokens(analysis: Analysis, start: int, end: int) -> range:
    """Indexes of the tokens that lie wholly between the offsets."""
    spans = analysis.article.tokens
    first = bisect_left(spans, start, key=lambda span: span.start)
    return range(first, max(first, bisect_right(spans, end, key=lambda span: span.end)))


def sentences(analysis: Analysis, start: int, end: int) -> range:
    """Indexes of the sentences that share a character with the range."""
    found = analysis.article.sentences
    first = bisect_right(found, start, key=lambda sentence: sentence.end)
    return range(first, max(first, bisect_left(found, end, key=lambda sentence: sentence.start)))
