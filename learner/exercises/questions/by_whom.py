"""`Von wem`: who does it in a passive; the other answers are others who act in the article."""

from collections.abc import Iterator, Sequence

from learner.exercises.chunks import Chunk
from learner.exercises.edits.names import does_alike
from learner.exercises.material import Material
from learner.exercises.persons import persons
from learner.exercises.questions.agents import Agent, agents
from learner.exercises.questions.frame import Frame, acts, asked
from learner.exercises.questions.question import (
    Question,
    distinct,
    said,
    stands_free,
    tells_alike,
    without_attribute,
)
from learner.exercises.questions.when import tells_time

_DATIVE = {"die": "der", "das": "dem", "der": "dem"}
_LONGEST = 7


def by_whom(material: Material, frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for the one agent of a passive clause."""
    found = [piece for piece in (*one.front[:1], *one.middle) if _is_agent(material, piece)]
    if len(found) != 1 or not _is_passive(material, one) or one.subject is None or not one.complete:
        return
    piece = found[0]
    front = one.front == (piece,)
    if not front and not (_is_free(material, one, piece) and without_attribute(one.middle, piece)):
        return
    key = said(material, one.statement, piece.tokens)
    stem = asked(material, one, "Von wem", without=None if front else piece)
    wrong = distinct(_others(material, frames, one, key), key)
    if _is_sole_group(material, piece, wrong):
        return
    yield Question(one.statement, "who", stem, key, wrong)


def _is_sole_group(material: Material, piece: Chunk, wrong: Sequence[str]) -> bool:
    """`von den Sanitätern` beside single runners: only several can have treated 63."""
    several = any(material.analysis.words[token].features.get("Number") == "Plur" for token in piece.tokens)
    return several and not any(text.startswith("von den ") for text in wrong)


def _is_free(material: Material, one: Frame, piece: Chunk) -> bool:
    """Whether the piece of the Mittelfeld is no attribute: first, behind a time or behind what is no noun."""
    place = list(one.middle).index(piece)
    return stands_free(one.middle, piece) or tells_time(material, one.middle[place - 1])


def _is_passive(material: Material, one: Frame) -> bool:
    """`wurde … gebaut`, `ist … gebaut worden`."""
    words = material.analysis.words
    full = any(words[token].tag == "VV(PP)" for token in one.fields.bracket)
    auxiliaries = {material.analysis.form(token).lower() for token in one.fields.bracket}
    return full and (words[one.fields.finite].lemma == "werden" or bool(auxiliaries & {"worden", "werden"}))


def _is_agent(material: Material, piece: Chunk) -> bool:
    """A phrase with `von` that names somebody who acts."""
    if piece.kind != "prepositional" or piece.joined or len(piece.tokens) > _LONGEST:
        return False
    tags = {material.analysis.words[token].tag for token in piece.tokens}
    von = material.analysis.form(piece.tokens[0]).lower() in {"von", "vom"}
    return von and not tags & {"PPOSAT", "PDAT", "PIAT", "CARD"} and acts(material, piece)


def _others(material: Material, frames: Sequence[Frame], one: Frame, key: str) -> Iterator[str]:
    """Persons by name and bodies with their article in the dative, of whom the article tells nothing alike."""
    named = [f"von {person.name}" for person in persons(material) if not does_alike(material, one.statement, person)]
    bodies = [text for other in agents(material, frames) if (text := _of_body(material, one, other))]
    own = {word[:5] for word in key.split() if word[0].isupper()}
    able = [text for text in (*bodies, *named) if not any(word[:5] in own for word in text.split())]
    material.rng(f"by {one.statement.sentence}").shuffle(able)
    yield from sorted(able, key=lambda text: (text in named) != (len(key.split()) == len(own) + 1))


def _of_body(material: Material, one: Frame, other: Agent) -> str:
    """`von der Stadt`, `vom Ministerium`; empty where the form is not certain."""
    parts = other.text.split()
    if other.kind not in {"institution", "country"} or other.plural or len(parts) != 2:
        return ""
    if parts[0] not in _DATIVE or tells_alike(material, one.statement, other.sentence):
        return ""
    article = _DATIVE[parts[0]]
    return f"von der {parts[1]}" if article == "der" else f"vom {parts[1]}"
