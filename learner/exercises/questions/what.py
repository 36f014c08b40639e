"""`Was`: an object in the accusative, or a thing that something is done to; the other answers are of the same case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from learner.exercises.chunks import Chunk
from learner.exercises.edits.edit import content
from learner.exercises.material import Material
from learner.exercises.questions.agents import agent
from learner.exercises.questions.frame import Frame, acts, asked
from learner.exercises.questions.nouns import is_alike, is_thing, tells_much
from learner.exercises.questions.question import Question, distinct, is_near, said, without_attribute
from learner.exercises.questions.singular import singular
from learner.exercises.wordlists import words
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_COPULAS = wordclass("verbs.of-state")
_BARE = 2  # article and noun
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class _Thing:
    """A noun phrase of the article that can stand as an answer."""

    text: str
    sentence: int
    plural: bool
    lemma: str


def what(material: Material, frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for the object, else for the subject of a passive."""
    objects = [piece for piece in one.middle if _is_object(material, one, piece)]
    verb = material.analysis.words[one.fields.finite]
    if verb.lemma in _COPULAS and not one.fields.bracket:
        return
    if len(objects) == 1 and tells_much(material, objects[0]):
        yield from _object(material, frames, one, objects[0])
    elif not objects and verb.lemma == "werden" and _is_passive(material, one):
        yield from _passive(material, frames, one)


def _object(material: Material, frames: Sequence[Frame], one: Frame, piece: Chunk) -> Iterator[Question]:
    verbs = {material.analysis.words[token].lemma for token in (one.fields.finite, *one.fields.bracket)}
    if verbs & words("light_verbs.txt") or not one.complete or not without_attribute(one.middle, piece):
        return
    key = said(material, one.statement, piece.tokens)
    things = [
        _thing(material, other, found)
        for other in frames
        for found in other.middle
        if _is_object(material, other, found)
    ]
    stem = asked(material, one, "Was", without=piece)
    yield Question(one.statement, "what", stem, key, _wrong(material, one, key, piece, things))


def _passive(material: Material, frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    subject = agent(material, one)
    if subject is None or subject.kind != "thing" or one.subject is None:
        return
    verbs = {material.analysis.words[token].lemma for token in one.fields.bracket}
    if not is_thing(material, subject.lemma) or verbs & words("light_verbs.txt"):
        return
    if subject.lemma in words("vague_keys.txt") or not tells_much(material, one.subject):
        return
    if not one.subject_in_front and not without_attribute(one.middle, one.subject):
        return
    form = singular(material, one.fields.finite) if subject.plural else ""
    if form is None:
        return
    turned = replace(one, statement=one.statement.writing({one.fields.finite: form})) if form else one
    stem = asked(material, turned, "Was", without=None if one.subject_in_front else one.subject)
    others = ((other, agent(material, other)) for other in frames)
    things = [
        _Thing(found.text, found.sentence, found.plural, found.lemma)
        for other, found in others
        if found and found.kind == "thing" and other != one
    ]
    yield Question(one.statement, "what", stem, subject.text, _wrong(material, one, subject.text, one.subject, things))


def _is_passive(material: Material, one: Frame) -> bool:
    tags = [material.analysis.words[token].tag for token in one.fields.bracket]
    return tags[:1] == ["VV(PP)"]


def _is_object(material: Material, one: Frame, piece: Chunk) -> bool:
    """A noun phrase for a thing that can only be in the accusative, beside a certain subject."""
    phrase = piece.phrase
    if one.subject is None or piece == one.subject or piece.kind != "noun" or phrase is None or piece.joined:
        return False
    if phrase.preposition is not None or "Acc" not in phrase.cases or not set(phrase.cases) <= {"Nom", "Acc"}:
        return False
    if material.analysis.words[one.fields.finite].lemma in _COPULAS - {"haben", "werden"}:
        return False
    lemma = material.analysis.words[phrase.head].lemma
    tags = {material.analysis.words[token].tag for token in piece.tokens}
    person = acts(material, piece) or tags & {"NE", "FM", "CARD"}
    if len(piece.tokens) <= _BARE and lemma in words("vague_keys.txt"):
        return False
    vague = lemma in column("times.tsv") | words("vague_nouns.txt") | words("durations.txt")
    return not person and not vague and len(piece.tokens) <= _LONGEST and _is_told(material, piece)


def _is_told(material: Material, piece: Chunk) -> bool:
    """Whether the phrase says something by itself: no pronoun in it, more than a bare singular noun."""
    first = material.analysis.form(piece.tokens[0]).lower()
    return first not in words("vague_determiners.txt") - {"ein", "eine", "kein"} and not any(
        material.analysis.words[token].tag in {"PPOSAT", "PDAT", "PIAT"} for token in piece.tokens
    )


def _thing(material: Material, other: Frame, piece: Chunk) -> _Thing:
    phrase = piece.phrase
    assert phrase is not None
    text = said(material, other.statement, piece.tokens)
    lemma = material.analysis.words[phrase.head].lemma
    return _Thing(text, other.statement.sentence, phrase.number == "Plur", lemma)


def _wrong(material: Material, one: Frame, key: str, piece: Chunk, things: Sequence[_Thing]) -> tuple[str, ...]:
    """Things of which the article tells nothing alike, those as long and in the same number first."""
    plural = piece.phrase is not None and piece.phrase.number == "Plur"
    mine = content(material, one.statement.tokens)
    head = material.analysis.words[piece.phrase.head].lemma if piece.phrase else ""
    able = [
        thing
        for thing in things
        if thing.lemma not in mine
        and is_alike(material, head, thing.lemma)
        and not is_near(material, one.statement, thing.sentence)
        and (len(thing.text.split()) > _BARE or len(key.split()) <= _BARE)  # `ein Vorschlag` beside what is told fully
    ]
    material.rng(f"what {one.statement.sentence}").shuffle(able)
    able.sort(key=lambda thing: (thing.plural != plural, abs(len(thing.text) - len(key)) // 8))
    once = {thing.lemma: thing for thing in reversed(able)}  # `der Zug` and `ein Zug` are one answer
    return distinct((thing.text for thing in able if once[thing.lemma] is thing), key)
