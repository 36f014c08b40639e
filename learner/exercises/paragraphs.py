"""The paragraphs of running text of an article, with the nouns and names each of them holds."""

from collections.abc import Iterable
from functools import lru_cache

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
        if paragraph.kind != "heading" and is_prose(article.slice(paragraph)) and _tells(material, number)
    ]


def _tells(material: Material, paragraph: int) -> bool:
    """Whether most sentences have a finite verb and can be asked about; a list of books or addresses has none."""
    sentences = sentences_of(material, paragraph)
    telling = [one for one in sentences if material.is_running(one) and _has_finite(material, one)]
    return len(telling) * 2 > len(sentences)


def _has_finite(material: Material, sentence: int) -> bool:
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    return any(material.analysis.words[token].features.get("VerbForm") == "Fin" for token in tokens)


def sentences_of(material: Material, paragraph: int) -> list[int]:
    """Indexes of a paragraph's sentences."""
    sentences = material.analysis.article.sentences
    return [number for number, sentence in enumerate(sentences) if sentence.paragraph == paragraph]


def topics(material: Material, sentences: Iterable[int]) -> frozenset[str]:
    """The stems of nouns and names in some sentences, lower case, so that inflected forms and compounds meet."""
    known = _topics(material)
    return frozenset[str]().union(*(known[number] for number in sentences))


@lru_cache(maxsize=2)
def _topics(material: Material) -> tuple[frozenset[str], ...]:
    """What `topics` says of each sentence of the article."""
    article, words = material.analysis.article, material.analysis.words
    content = ((words[token] for token in article.tokens_of(one)) for one in article.sentences)
    return tuple(
        frozenset(word.lemma.lower()[:_STEM] for word in found if word.pos in _CONTENT and len(word.lemma) > 2)
        for found in content
    )


def lead_paragraph(material: Material) -> int:
    """The first paragraph of an article that has others; -1 where it has none."""
    bodies = [number for number, one in enumerate(material.analysis.article.paragraphs) if one.kind == "body"]
    return bodies[0] if len(bodies) > 1 else -1
