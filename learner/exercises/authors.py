"""Who wrote the page: what it says of him is no part of what it tells."""

from learner.exercises.material import Material
from learner.exercises.persons import mentioned
from learner.exercises.wordlists import words
from learner.language.bylines import is_author

_BELOW = 2  # paragraphs from the end in which a page presents its author


def tells_of_author(material: Material, sentence: int) -> bool:
    """Whether a sentence is about somebody who wrote the page."""
    bounds = material.analysis.article.sentences[sentence]
    everyone = [name for name in material.analysis.names if name.kind == "person"]
    here = mentioned(everyone, bounds.start, bounds.end)
    written = any(is_author(material.analysis.article.text, name.name) for name in here)
    return written or (bool(here) and _presents_author(material, sentence))


def _presents_author(material: Material, sentence: int) -> bool:
    """`Ada Hartwig ist Redakteurin im Ressort Inland.`: the line below an article, whose byline is gone."""
    article = material.analysis.article
    bounds = article.sentences[sentence]
    forms = {material.analysis.form(token) for token in article.tokens_of(bounds)}
    present = not forms.isdisjoint({"ist", "arbeitet", "schreibt"})
    last = max(one.paragraph for one in article.sentences)
    return present and not forms.isdisjoint(words("authors.txt")) and last - bounds.paragraph <= _BELOW
