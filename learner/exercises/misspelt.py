"""Slips of the page: words that no lexicon has and that a swapped, missing or doubled letter parts from one."""

from collections.abc import Iterator
from functools import lru_cache

from learner.exercises.material import Material

_TAGS = ("NN", "VV", "ADJ", "ADV")
_SHORTEST = 7  # letters; shorter words are near others by chance
_END = 2  # letters; what differs there is an ending
_MISSING = "enristahl"  # letters that are most often left out


@lru_cache(maxsize=2)
def misspelt(material: Material) -> frozenset[int]:
    """The tokens of an article that look like slips."""
    analysis = material.analysis
    known = {
        token
        for entry in analysis.entries
        if entry.lexeme.zipf is not None or entry.compound
        for place in entry.occurrences
        for token in place.tokens
    }
    return frozenset(
        token
        for token, word in enumerate(analysis.words)
        if token not in known and word.tag.startswith(_TAGS) and _is_slip(material, analysis.form(token), word.lemma)
    )


def _is_slip(material: Material, form: str, lemma: str) -> bool:
    if len(form) < _SHORTEST or not form.isalpha() or not form[1:].islower():
        return False
    if any(_is_word(material, one) for one in (form, lemma)):
        return False
    return any(_is_word(material, one) for one in _near(form))


def _is_word(material: Material, form: str) -> bool:
    return material.lexicon.is_word(form) or material.lexicon.is_word(form.lower())


def _near(form: str) -> Iterator[str]:
    """The form with two neighbours swapped, a letter left out or put in, but for its beginning and its end."""
    for place in range(1, len(form) - _END):
        before, after = form[:place], form[place:]
        yield before + after[1] + after[0] + after[2:]
        yield before + after[1:]
        yield from (before + letter + after for letter in _MISSING)
