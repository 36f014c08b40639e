"""A statement said in another order: subject and time, place or object change their places around the verb."""

from dataclasses import replace

from learner.exercises.chunks import Chunk
from learner.exercises.material import Material
from learner.exercises.persons import persons
from learner.exercises.questions.frame import Frame, frame
from learner.exercises.questions.when import tells_time
from learner.exercises.statement import Statement

_LIGHT = frozenset({"pronoun", "reflexive"})


def turned(material: Material, statement: Statement) -> Statement | None:
    """The statement with its subject in front, or with what follows the verb in front; None where not certain."""
    one = frame(material, statement)
    if one is None or one.subject is None or not one.complete or len(one.front) != 1:
        return None
    if any(_may_be_two(material, piece) for piece in (*one.front, *one.middle)):
        return None
    tokens = _other_first(material, one) if one.subject_in_front else _subject_first(material, one)
    return replace(statement, tokens=tokens) if tokens else None


def _may_be_two(material: Material, piece: Chunk) -> bool:
    """Whether a run of three names or more is none of the article's persons: subject and object side by side."""
    names = [token for token in piece.tokens if material.analysis.words[token].tag == "NE"]
    last = material.analysis.article.tokens[piece.tokens[-1]].end
    known = any(mention.end == last for person in persons(material) for mention in person.mentions)
    return len(names) > 2 and not known


def _subject_first(material: Material, one: Frame) -> tuple[int, ...]:
    """`Am Montag hat der Rat getagt` as `Der Rat hat am Montag getagt`."""
    place = next((n for n, piece in enumerate(one.middle) if piece.kind not in _LIGHT), len(one.middle))
    subject, rest = one.subject, one.middle[place + 1 :]
    if place == len(one.middle) or one.middle[place] != subject or one.front[0].kind != "prepositional":
        return ()
    if subject.phrase is None and subject.kind != "noun":
        return ()
    if _leans(material, one.front[0]) or any(not _is_apart(piece) for piece in rest[:1]):
        return ()
    light = [token for piece in one.middle[:place] for token in piece.tokens]
    behind = [token for piece in rest for token in piece.tokens]
    return _joined(one, (*subject.tokens, one.fields.finite, *light, *one.front[0].tokens, *behind))


def _other_first(material: Material, one: Frame) -> tuple[int, ...]:
    """`Der Rat hat am Montag getagt` as `Am Montag hat der Rat getagt`; also a place or an object."""
    heavy = [piece for piece in one.middle if piece.kind not in _LIGHT]
    if not heavy or not _can_open(material, heavy[0]) or any(not _is_apart(piece) for piece in heavy[1:2]):
        return ()
    if _leans(material, heavy[0]) or any(_leans(material, piece) for piece in one.front):
        return ()
    light = [token for piece in one.middle if piece.kind in _LIGHT for token in piece.tokens]
    rest = [token for piece in heavy[1:] for token in piece.tokens]
    return _joined(one, (*heavy[0].tokens, one.fields.finite, *light, *one.fields.vorfeld, *rest))


def _can_open(material: Material, piece: Chunk) -> bool:
    """A phrase with a preposition, or an object whose article shows the accusative (`den Plan`)."""
    if piece.phrase is None:
        return piece.kind == "prepositional" and tells_time(material, piece)
    if piece.kind == "noun":
        article = material.analysis.form(piece.tokens[0]).lower()
        return piece.phrase.cases == ("Acc",) and article in {"den", "einen"} and not piece.joined
    return (piece.kind == "prepositional" and piece.phrase.determiner is not None) or tells_time(material, piece)


def _joined(one: Frame, tokens: tuple[int, ...]) -> tuple[int, ...]:
    return (*tokens, *one.fields.bracket, *one.fields.rest)


def _is_apart(piece: Chunk) -> bool:
    """Whether a piece is certainly no attribute of what comes to stand before it."""
    if piece.kind == "noun":
        return piece.phrase is not None and "Gen" not in piece.phrase.cases
    return piece.kind in {"adverb", "adjective", "negation"}


def _leans(material: Material, piece: Chunk) -> bool:
    """Whether a pronoun in the piece points to the subject."""
    return any(material.analysis.words[token].tag in {"PPOSAT", "PPER", "PRF", "PDAT"} for token in piece.tokens)
