"""`Wie viel`: a share in percent, or what something costs or comes to; the other answers are numbers as round."""

from collections.abc import Iterator, Sequence

from learner.exercises.chunks import Chunk
from learner.exercises.edits.numbers import alternatives, beside_rivals
from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame, asked
from learner.exercises.questions.question import Question, distinct, said
from learner.exercises.wordlists import words
from learner.lexicon.wordclasses import wordclass

_MEASURING = wordclass("verbs.measuring")
_TIMES = wordclass("times.units")
_LIMITING = wordclass("adverbs.limiting", "adverbs.before-figures")
_PERCENT = frozenset({"Prozent", "%"})


def how_much(material: Material, _frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for the one number of the clause that measures its subject or a part of it."""
    found = [piece for piece in (*one.front[:1], *one.middle) if _numerals(material, piece)]
    if len(found) != 1 or one.subject is None or len(one.front) > 1 or not one.complete:
        return
    piece = found[0]
    numerals = _numerals(material, piece)
    if piece.joined or len(numerals) != 1 or not alternatives(material, numerals[0]):
        return
    front = one.front == (piece,)
    whole = _share_of(material, piece, numerals[0])
    if whole:
        opening = f"Wie viel Prozent {said(material, one.statement, whole)}"
        answer = piece.tokens[: piece.tokens.index(whole[0])]
    elif _measures(material, one, piece) and piece != one.subject and not front:
        opening, answer = "Wie viel", piece.tokens
    else:
        return
    if not _is_plain(material, piece, numerals[0]):
        return
    key = said(material, one.statement, answer)
    written = material.analysis.form(numerals[0])
    wrong = [key.replace(written, other) for other in beside_rivals(material, numerals[0])]
    yield Question(
        one.statement, "number", asked(material, one, opening, without=None if front else piece), key,
        distinct(wrong, key),
    )  # fmt: skip


def _measures(material: Material, one: Frame, piece: Chunk) -> bool:
    """Whether the verb asks for an amount; a length of time is asked for otherwise."""
    lemma = material.analysis.words[piece.tokens[-1]].lemma
    return (
        material.analysis.words[one.fields.finite].lemma in _MEASURING and lemma not in words("durations.txt") | _TIMES
    )


def _numerals(material: Material, piece: Chunk) -> list[int]:
    return [token for token in piece.tokens if material.analysis.words[token].tag == "CARD"]


def _share_of(material: Material, piece: Chunk, numeral: int) -> tuple[int, ...]:
    """`der Käufer` of `64 Prozent der Käufer`."""
    place = piece.tokens.index(numeral)
    if piece.kind != "noun" or len(piece.tokens) < place + 4:
        return ()
    percent = material.analysis.form(piece.tokens[place + 1]) in _PERCENT
    return piece.tokens[place + 2 :] if percent else ()


def _is_plain(material: Material, piece: Chunk, numeral: int) -> bool:
    """Whether nothing but `rund` or `etwa` stands before the number, and it begins its phrase."""
    before = piece.tokens[: piece.tokens.index(numeral)]
    first = material.analysis.form(piece.tokens[0] - 1).lower() if piece.tokens[0] else ""
    forms = {material.analysis.form(token).lower() for token in before}
    return piece.kind == "noun" and forms <= words("approximate.txt") and first not in _LIMITING
