"""The noun phrases of a sentence, kept because many exercises ask for them while a lesson is made."""

from functools import lru_cache

from learner.exercises.material import Material
from learner.language import agreement
from learner.language.agreement import NounPhrase


@lru_cache(maxsize=512)
def noun_phrases(material: Material, sentence: int) -> tuple[NounPhrase, ...]:
    """The noun phrases of a sentence in the order of their nouns."""
    return tuple(agreement.noun_phrases(material.analysis, sentence, material.lexicon))
