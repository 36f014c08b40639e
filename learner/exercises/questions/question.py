"""A W-question before it becomes an item: stem, answer, wrong answers of the same kind."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from learner.exercises.chunks import Chunk
from learner.exercises.edits.edit import common
from learner.exercises.item import Feedback
from learner.exercises.material import Material
from learner.exercises.statement import Statement

_ATTRIBUTES = frozenset({"prepositional", "noun"})
_AROUND = 12  # paragraphs
_ENOUGH = 2  # content words in common by which two sentences could tell the same


@dataclass(frozen=True, slots=True)
class Question:
    """`kind` is the W-word's; `wrong` holds the best distractors first, `also` the other sentences they are about.

    `proof` is the sentence that proves the key where the statement's own does not. `right` and `reasons` (one for
    each of `wrong`) are its own feedback.
    """

    statement: Statement
    kind: str
    stem: str
    key: str
    wrong: tuple[str, ...]
    context: str = ""
    also: tuple[int, ...] = ()
    proof: int | None = None
    right: Feedback | None = None
    reasons: tuple[Feedback, ...] = ()


def said(material: Material, statement: Statement, tokens: Sequence[int]) -> str:
    """The tokens as an answer: as they stand in the sentence, the sentence's capital taken from them."""
    text = Statement(statement.sentence, tuple(tokens), statement.instead).text(material.analysis)
    first = material.analysis.words[tokens[0]]
    keeps = first.pos in {"NOUN", "PROPN"} or tokens[0] in statement.instead or first.tag in {"TRUNC", "FM", "NE"}
    return text if keeps else text[0].lower() + text[1:]


def tells_alike(material: Material, statement: Statement, sentence: int) -> bool:
    """Whether another sentence, or the one before or behind it, could say the same of something else."""
    count = len(material.analysis.article.sentences)
    near = [number for number in (sentence - 1, sentence, sentence + 1) if 0 <= number < count]
    return sentence == statement.sentence or any(common(material, statement, number) >= _ENOUGH for number in near)


def is_around(material: Material, statement: Statement, sentence: int) -> bool:
    """Whether a sentence stands in one of the paragraphs around: pages end with teasers of other articles."""
    sentences = material.analysis.article.sentences
    return abs(sentences[sentence].paragraph - sentences[statement.sentence].paragraph) <= _AROUND


def is_near(material: Material, statement: Statement, sentence: int) -> bool:
    """Whether a sentence tells alike or belongs to the same paragraph, so that its things could be meant as well."""
    sentences = material.analysis.article.sentences
    several = len({one.paragraph for one in sentences}) > 2
    same = sentences[sentence].paragraph == sentences[statement.sentence].paragraph
    return (several and same) or tells_alike(material, statement, sentence)


def stands_free(pieces: Sequence[Chunk], piece: Chunk) -> bool:
    """Whether a phrase of the Mittelfeld is certainly no attribute of a noun in front of it."""
    place = list(pieces).index(piece)
    return place == 0 or pieces[place - 1].kind not in {"noun", "prepositional"}


def without_attribute(pieces: Sequence[Chunk], piece: Chunk, *, of: Collection[str] = _ATTRIBUTES) -> bool:
    """Whether nothing of the kinds `of` stands behind the piece and could belong to it."""
    place = list(pieces).index(piece)
    return place + 1 == len(pieces) or pieces[place + 1].kind not in of


def distinct(texts: Iterable[str], key: str) -> tuple[str, ...]:
    """The texts once each, without the key and whatever holds it or stands in it."""
    kept: list[str] = []
    for text in texts:
        lower = text.lower()
        if all(lower not in other.lower() and other.lower() not in lower for other in (key, *kept)):
            kept.append(text)
    return tuple(kept)
