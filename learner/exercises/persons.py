"""The persons of an article that certainly are persons and certainly are told apart by their names."""

import re
from collections.abc import Iterable

from learner.exercises.material import Material
from learner.language import gazetteer
from learner.language.analysis import Name, Quote

_LONGEST_NAME = 4
_WORD = re.compile(r"\w+")
_PRONOUNS = {"er": "m", "sie": "f"}


def persons(material: Material) -> tuple[Name, ...]:
    """The persons in order of first mention; of two with the same last name neither."""
    everyone = [name for name in material.analysis.names if name.kind == "person"]
    last_names = [name.name.split()[-1] for name in everyone]
    return tuple(
        name
        for name in everyone
        if last_names.count(name.name.split()[-1]) == 1 and _is_person(material, name) and not _inside(name, everyone)
    )


def speaks(material: Material, quote: Quote) -> bool:
    """Whether the quote is certainly its speaker's: named in the cue, or meant by a pronoun of the right gender."""
    if not quote.certain or quote.cue is None:
        return False
    speaker = next((name for name in material.analysis.names if name.name == quote.speaker), None)
    if speaker is None or speaker.kind != "person":
        return False
    words = set(_WORD.findall(material.analysis.article.slice(quote.cue)))
    if words & set(speaker.name.split()):
        return True
    return any(speaker.gender == _PRONOUNS[word] for word in words if word in _PRONOUNS)


def mentioned(names: Iterable[Name], start: int, end: int) -> list[Name]:
    """The names with a mention between two offsets."""
    return [name for name in names if any(start <= mention.start and mention.end <= end for mention in name.mentions)]


def _is_person(material: Material, name: Name) -> bool:
    """A listed first name and a last name, or a role that only persons have, or somebody who speaks under that name."""
    words = name.name.split()
    if len(words) > _LONGEST_NAME or any(character.isdigit() for character in name.name):
        return False
    if len(words) > 1 and not gazetteer.sex(words[0]):
        return bool(name.gender and name.role)
    if name.role and name.gender:
        return True
    return _speaks_by_name(material, name) or (len(words) > 1 and bool(name.gender) and _stands_short(material, name))


def _speaks_by_name(material: Material, name: Name) -> bool:
    """Whether a cue names this person."""
    cues = [quote.cue for quote in material.analysis.quotes if quote.speaker == name.name and quote.certain and quote.cue]
    return any(cue.start <= mention.start and mention.end <= cue.end for cue in cues for mention in name.mentions)


def _stands_short(material: Material, name: Name) -> bool:
    """Whether the last name also stands alone, as newspapers do with persons."""
    last = name.name.split()[-1]
    return any(material.analysis.article.slice(mention).rstrip("s") == last.rstrip("s") for mention in name.mentions)


def _inside(name: Name, everyone: Iterable[Name]) -> bool:
    """Whether another person's name holds this one (`Bob` beside `Bob Bryan`)."""
    words = set(name.name.split())
    return any(words < set(other.name.split()) for other in everyone if other is not name)
