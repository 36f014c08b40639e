"""Which nouns name institutions and persons."""

from functools import cache

from learner.exercises.wordlists import words
from learner.language.tables import column


@cache
def is_institution(lemma: str) -> bool:
    """Whether a noun is an institution or ends in one (`Innenministerium`)."""
    tails = column("institutions.tsv") | words("institutions.txt")
    return any(lemma == tail or lemma.endswith(tail.lower()) for tail in tails)


@cache
def is_role(lemma: str) -> bool:
    """Whether a noun names a person by office, occupation or what he does, or ends in such a noun."""
    roles = column("roles.tsv") | words("people.txt")
    return lemma in roles or any(lemma.endswith(role.lower()) for role in roles if len(role) > 4)
