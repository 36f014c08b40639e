"""From an article to its analysis."""

from learner.language.analysis import Analysis, Word
from learner.language.entry import entries
from learner.language.leveling import level
from learner.language.quotation import direct_quotes
from learner.language.tagging import tagger
from learner.language.universal import universal
from learner.lexicon.lexicon import Lexicon
from learner.text.article import Article


def analyze(article: Article, lexicon: Lexicon) -> Analysis:
    """Everything the language floor says of an article."""
    forms = [article.slice(token) for token in article.tokens]
    words = tuple(
        Word(tagged.lemma, universal(tagged.tag), tagged.tag, {})
        for sentence in article.sentences
        for tagged in tagger().tag([forms[token] for token in article.tokens_of(sentence)])
    )
    found = entries(words, forms, [article.tokens_of(sentence) for sentence in article.sentences], lexicon)
    count = sum(word.pos != "PUNCT" for word in words)
    return Analysis(
        article=article,
        words=words,
        entries=found,
        quotes=direct_quotes(article.text),
        names=(),
        level=level(found, count, len(article.sentences)),
    )
