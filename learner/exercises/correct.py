"""Whether a sentence of the page is correct German, as far as can be seen: readers take what is shown for right."""

from learner.exercises.brackets import is_built
from learner.exercises.material import Material
from learner.exercises.misspelt import misspelt
from learner.exercises.slips import slip


def is_correct(material: Material, sentence: int) -> bool:
    """Whether no slip is seen: of signs, endings, commas or letters."""
    article = material.analysis.article
    tokens = article.tokens_of(article.sentences[sentence])
    return not slip(material, sentence) and is_built(material, sentence) and not misspelt(material).intersection(tokens)
