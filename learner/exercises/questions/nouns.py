"""Which nouns name institutions, persons and things."""

from functools import cache

from learner.exercises.chunks import Chunk
from learner.exercises.kinds import ends_in, ends_of, kind_of
from learner.exercises.material import Material
from learner.exercises.wordlists import words
from learner.language.tables import column

_BARE = 2  # article and noun
_SHORT = 4  # letters; other words end by chance in shorter nouns
_LONG = 12  # letters of a noun that says something alone


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


def is_alike(material: Material, lemma: str, other: str) -> bool:
    """Whether the lexicon has both nouns as things of one kind, so that one is no absurd answer beside the other."""
    found = [material.lexicon.lookup(one, "NOUN") for one in (lemma, other)]
    kinds = {kind_of(lexeme) if lexeme else "" for lexeme in found}
    return len(kinds) == 1 and "" not in kinds


def tells_much(material: Material, piece: Chunk) -> bool:
    """Whether a phrase is more than an article and a short noun: `die Kosten` is guessed, or found at a glance."""
    phrase = [token for token in piece.tokens if material.analysis.words[token].tag not in {"APPR", "APPRART"}]
    longest = max(len(material.analysis.form(token)) for token in phrase)
    return len(phrase) > _BARE or longest >= _LONG


def is_thing(material: Material, lemma: str) -> bool:
    """Whether a noun certainly names no person and no group of people: the lexicon has it as something else."""
    lexeme = material.lexicon.lookup(lemma, "NOUN")
    people = is_role(lemma) or is_institution(lemma) or lemma in words("groups.txt")
    return lexeme is not None and not people and kind_of(lexeme) != "person"
