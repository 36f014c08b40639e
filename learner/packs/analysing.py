"""Analysing a lesson's text.md anew; the only place of this floor that loads language tools."""

import msgspec

from learner.language.analysis import Analysis
from learner.packs import markdown
from learner.text.article import Article


def analyse_text(text: str) -> Analysis:
    """The analysis of Markdown as an author wrote it; nothing is cleaned away. Raises TextError or LexiconError."""
    from learner.language.analyzing import analyze
    from learner.lexicon.lexicon import Lexicon
    from learner.text.reading import assembled

    parts = markdown.read(text)
    article = _labelled(assembled(parts.title, parts.kicker, parts.paragraphs), parts.labels)
    return analyze(article, Lexicon.shared())


def _labelled(article: Article, labels: tuple[str, ...]) -> Article:
    if len(labels) != len(article.paragraphs):
        return article
    pairs = zip(article.paragraphs, labels, strict=True)
    paragraphs = tuple(msgspec.structs.replace(paragraph, label=label) for paragraph, label in pairs)
    return msgspec.structs.replace(article, paragraphs=paragraphs)
