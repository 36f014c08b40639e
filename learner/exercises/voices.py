"""Where somebody of a field speaks: a scholar, a politician; and which paragraphs certainly have none of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from learner.exercises.material import Material
from learner.exercises.topics import Words, said_in, words_of
from learner.exercises.wordlists import table
from learner.language.analysis import Name, Quote
from learner.lexicon.wordclasses import wordclass

_FORMER = wordclass("adjectives.former")  # who was something once speaks for something else
_SAID = 25  # letters; shorter quotations may be a name or a single word


@dataclass(frozen=True, slots=True)
class Field:
    """Its people as the question names them, the words that name them, those that may mean them, those beside them."""

    name: str
    people: Words
    near: Words
    beside: Words | None


@cache
def fields() -> Mapping[str, Field]:
    """Every field by its id."""
    return {
        row[0]: Field(row[1], words_of(row[2]), words_of(row[3]), words_of(row[4]) if row[4:] else None)
        for row in table("voices.tsv")
    }


def voice(material: Material, field: str, number: int) -> tuple[str, Quote] | None:
    """Somebody of the field who certainly is quoted in a paragraph and introduced there: name and role, his words."""
    for quote in _quotes(material, number):
        name = _speaker(material, quote)
        said = quote.kind == "direct" and quote.certain and quote.end - quote.start >= _SAID
        if said and name is not None and _is_named(material, name, number):
            role = next((word for word in name.role.split() if _field_of(word) == field), "")
            if role and _is_introduced(fields()[field], role, said_in(material, number)):
                return f"{name.name} ({role})", quote
    return None


def _is_introduced(field: Field, role: str, said: frozenset[str]) -> bool:
    """Whether the role stands in the paragraph, is no former one, and what the field needs stands beside it."""
    known = field.beside is None or any(field.beside.hold(word) for word in said)
    return role.lower() in said and not said & _FORMER and known


def _field_of(role: str) -> str:
    """The one field that has a role; empty where none has it, or several."""
    found = [name for name, one in fields().items() if one.people.hold(role.lower())]
    return found[0] if len(found) == 1 else ""


def lacks_voice(material: Material, field: str, number: int) -> bool:
    """Whether nobody of the field is named or can be meant in a paragraph, and every speaker is known for another."""
    people, near = fields()[field].people, fields()[field].near
    if any(people.hold(word) or near.hold(word) for word in said_in(material, number)):
        return False
    if any(_may_be_of(field, name.role) and _is_named(material, name, number) for name in _people(material)):
        return False
    speakers = [_speaker(material, quote) for quote in _quotes(material, number)]
    return all(name is not None and name.role and not _may_be_of(field, name.role) for name in speakers)


def is_spoken(material: Material, number: int) -> bool:
    """Whether anybody speaks in a paragraph."""
    return any(True for _ in _quotes(material, number))


def _may_be_of(field: str, role: str) -> bool:
    one = fields()[field]
    return any(one.people.hold(word.lower()) or one.near.hold(word.lower()) for word in role.split())


def _quotes(material: Material, number: int) -> Iterator[Quote]:
    """The quotations and reports that a paragraph holds."""
    span = material.analysis.article.paragraphs[number]
    return (quote for quote in material.analysis.quotes if quote.start < span.end and quote.end > span.start)


@lru_cache(maxsize=2)
def _people(material: Material) -> tuple[Name, ...]:
    return tuple(name for name in material.analysis.names if name.kind == "person")


def _speaker(material: Material, quote: Quote) -> Name | None:
    return next((name for name in _people(material) if name.name == quote.speaker), None)


def _is_named(material: Material, name: Name, number: int) -> bool:
    span = material.analysis.article.paragraphs[number]
    return any(span.start <= mention.start < span.end for mention in name.mentions)
