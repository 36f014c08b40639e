"""Which nouns name institutions, persons and things."""

from functools import cache

from learner.exercises.kinds import ends_in, ends_of, kind_of
from learner.exercises.material import Material
from learner.exercises.wordlists import words
from learner.language.tables import column

_SHORT = 4  # letters; other words end by chance in shorter nouns


@cache
def is_institution(lemma: str) -> bool:
    """Whether a noun is an institution or ends in one (`Innenministerium`)."""
    known = lemma in _institutions() or ends_in(lemma, ends_of(_institutions(), 0))
    return known and lemma not in words("councillors.txt")


@cache
def _institutions() -> frozenset[str]:
    return column("institutions.tsv") | words("institutions.txt")


@cache
def is_role(lemma: str) -> bool:
    """Whether a noun names a person by office, occupation or what he does, or ends in such a noun."""
    return lemma in _roles() or ends_in(lemma, ends_of(_roles(), _SHORT))


@cache
def _roles() -> frozenset[str]:
    return column("roles.tsv") | words("people.txt")


def is_thing(material: Material, lemma: str) -> bool:
    """Whether a noun certainly names no person and no group of people: the lexicon has it as something else."""
    lexeme = material.lexicon.lookup(lemma, "NOUN")
    people = is_role(lemma) or is_institution(lemma) or lemma in words("groups.txt")
    return lexeme is not None and not people and kind_of(lexeme) != "person"
