"""Who wrote the page: what it says of him is no part of what it tells."""

from functools import lru_cache

from learner.exercises.material import Material
from learner.exercises.persons import mentioned
from learner.exercises.wordlists import words
from learner.language.bylines import is_author

_BELOW = 2  # paragraphs from the end in which a page presents its author


def tells_of_author(material: Material, sentence: int) -> bool:
    """Whether a sentence is about somebody who wrote the page."""
    return sentence in _of_authors(material)


@lru_cache(maxsize=2)
def _of_authors(material: Material) -> frozenset[int]:
    """The sentences about whoever wrote the page; nearly every exercise asks for them."""
    article = material.analysis.article
    everyone = [name for name in material.analysis.names if name.kind == "person"]
    writing = {name.name for name in everyone if is_author(article.text, name.name)}
    last = max((one.paragraph for one in article.sentences), default=0)
    found: set[int] = set()
    for number, bounds in enumerate(article.sentences):
        here = mentioned(everyone, bounds.start, bounds.end)
        below = last - bounds.paragraph <= _BELOW
        presented = below and (here or _is_of_somebody(material, number)) and _presents_author(material, number)
        gone_on = below and number - 1 in found and _goes_on(material, number)
        if presented or gone_on or any(name.name in writing for name in here):
            found.add(number)
    return frozenset(found)


def _is_of_somebody(material: Material, sentence: int) -> bool:
    """Whether `er` or `sie` stands in it: the name may be a heading above it."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    return any(material.analysis.form(token) in {"er", "sie", "Er", "Sie"} for token in tokens)


def _goes_on(material: Material, sentence: int) -> bool:
    """`Sie schreibt über Technik.` behind the sentence that presents her."""
    article = material.analysis.article
    bounds = article.sentences[sentence]
    together = bounds.paragraph == article.sentences[sentence - 1].paragraph
    return together and material.analysis.words[bounds.first].tag == "PPER"


def _presents_author(material: Material, sentence: int) -> bool:
    """`Ada Hartwig ist Redakteurin im Ressort Inland.`: the line below an article, whose byline is gone."""
    article = material.analysis.article
    forms = {material.analysis.form(token) for token in article.tokens_of(article.sentences[sentence])}
    return not forms.isdisjoint({"ist", "arbeitet", "schreibt"}) and not forms.isdisjoint(words("authors.txt"))
