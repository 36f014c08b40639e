"""The paragraphs of running text of an article, with the nouns and names each of them holds."""

from collections.abc import Iterable

from learner.exercises.material import Material
from learner.exercises.statements import is_prose

_CONTENT = frozenset({"NOUN", "PROPN"})
_STEM = 6


def prose(material: Material) -> list[int]:
    """Indexes of the body paragraphs that are running text."""
    article = material.analysis.article
    return [
        number
        for number, paragraph in enumerate(article.paragraphs)
        if paragraph.kind != "heading" and is_prose(article.slice(paragraph))
    ]


def sentences_of(material: Material, paragraph: int) -> list[int]:
    """Indexes of a paragraph's sentences."""
    sentences = material.analysis.article.sentences
    return [number for number, sentence in enumerate(sentences) if sentence.paragraph == paragraph]


def topics(material: Material, sentences: Iterable[int]) -> frozenset[str]:
    """The stems of nouns and names in some sentences, lower case, so that inflected forms and compounds meet."""
    article = material.analysis.article
    found = set()
    for number in sentences:
        for token in article.tokens_of(article.sentences[number]):
            word = material.analysis.words[token]
            if word.pos in _CONTENT and len(word.lemma) > 2:
                found.add(word.lemma.lower()[:_STEM])
    return frozenset(found)
