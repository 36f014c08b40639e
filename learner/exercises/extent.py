"""Where things lie: tokens and sentences between two offsets, the sentence of a token, what a name holds."""

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


def sentence_of(analysis: Analysis, token: int) -> int:
    """The index of the sentence a token stands in."""
    return bisect_right(analysis.article.sentences, token, key=lambda sentence: sentence.last)


def in_name(analysis: Analysis, token: int) -> bool:
    """Whether the token is part of a name."""
    span = analysis.article.tokens[token]
    return any(mention.start <= span.start < mention.end for name in analysis.names for mention in name.mentions)


def in_person(analysis: Analysis, token: int) -> bool:
    """Whether the token is part of a person's name."""
    start = analysis.article.tokens[token].start
    people = (name for name in analysis.names if name.kind == "person")
    return any(mention.start <= start < mention.end for name in people for mention in name.mentions)


def stands_again(analysis: Analysis, sentence: int, form: str) -> bool:
    """Whether a form stands in the sentence more than once, in whatever case: asked for, it could be read off."""
    within = analysis.article.tokens_of(analysis.article.sentences[sentence])
    return sum(analysis.form(token).lower() == form.lower() for token in within) > 1
