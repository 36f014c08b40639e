"""Analysing a lesson's text.md anew; the only place of this floor that loads language tools."""

from learner.language.analysis import Analysis
from learner.packs import markdown


def analyse_text(text: str) -> Analysis:
    """The analysis of Markdown as an author wrote it; nothing is cleaned away. Raises TextError or LexiconError."""
    from learner.language.analyzing import analyze
    from learner.lexicon.lexicon import Lexicon
    from learner.text.reading import assembled

    parts = markdown.read(text)
    with Lexicon.open() as lexicon:
        return analyze(assembled(parts.title, parts.kicker, parts.paragraphs), lexicon)
