"""Whether two sentences of an article speak of the same things, in whatever form of the word."""

from collections import Counter
from functools import cache, lru_cache

from learner.exercises.material import Material
from learner.exercises.wordlists import words
from learner.language.tables import column

_STEM = 5  # letters by which words of one family are known
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_WIDESPREAD = 0.3  # of the article's sentences; what more of them name belongs to no place
_FEWEST = 5  # of them


@lru_cache(maxsize=8192)
def tell_alike(material: Material, one: int, other: int) -> bool:
    """Whether two sentences have a word in common that is not all over the article, be it as part of a compound."""
    mine, theirs = _telling(material)[one], _telling(material)[other]
    return any(word[:_STEM] in their or their[:_STEM] in word for word in mine for their in theirs)


@lru_cache(maxsize=2)
def _telling(material: Material) -> tuple[frozenset[str], ...]:
    """For every sentence its words of content, in lower case, without those that run through the article."""
    found = [_content(material, number) for number in range(len(material.analysis.article.sentences))]
    counted = Counter(stem for lemmas in found for stem in {lemma[:_STEM] for lemma in lemmas})
    most = max(_FEWEST, len(found) * _WIDESPREAD)
    return tuple(frozenset(lemma for lemma in lemmas if counted[lemma[:_STEM]] <= most) for lemmas in found)


def _content(material: Material, sentence: int) -> frozenset[str]:
    """The nouns, names, adjectives and verbs of a sentence that say something."""
    article = material.analysis.article
    found = (material.analysis.words[token] for token in article.tokens_of(article.sentences[sentence]))
    return frozenset(
        word.lemma.lower()
        for word in found
        if word.pos in _CONTENT and len(word.lemma) >= _STEM and word.lemma not in _empty()
    )


@cache
def _empty() -> frozenset[str]:
    """Verbs and nouns that say little about what is told."""
    return words("light_verbs.txt") | column("reporting.tsv") | column("times.tsv")
