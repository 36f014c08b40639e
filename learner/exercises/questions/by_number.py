"""`Um wie viel Prozent`, `Nach wie vielen Wochen`: a number behind a preposition; the other answers are numbers too."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learner.exercises.chunks import Chunk
from learner.exercises.edits.numbers import alternatives, beside_rivals
from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame, asked
from learner.exercises.questions.question import Question, distinct, said, stands_free
from learner.exercises.wordlists import words
from learner.lexicon.wordclasses import wordclass

_MONEY = wordclass("nouns.money")
_PERCENT = frozenset({"Prozent"})
_LARGE = wordclass("nouns.large-numbers")
_BOUNDING = wordclass("adverbs.bounding", "adverbs.bounding-words", "adverbs.limiting")
_ADVERBIAL = wordclass("prepositions.of-amounts")
_DATIVE = wordclass("prepositions.before-counts-dative")
_ACCUSATIVE = wordclass("prepositions.before-counts-accusative")
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_FEWEST_TOLD = 3  # words of content beside the number
_ATTRIBUTES = frozenset({"noun", "prepositional"})
_MOST_WRITTEN = 6  # tokens of the phrase


@dataclass(frozen=True, slots=True)
class _Counted:
    """The phrase, its numeral, and the noun behind it with `Millionen` before it."""

    piece: Chunk
    numeral: int
    large: bool
    noun: int


def by_number(material: Material, _frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for the one number of the clause, where a preposition stands before it."""
    found = _only(material, one)
    if found is None or not _tells_enough(material, one, found.piece):
        return
    front = one.front == (found.piece,)
    opening = _opening(material, found)
    if not opening or not (front or _can_be_taken(material, one, found)):
        return
    key = said(material, one.statement, found.piece.tokens)
    written = material.analysis.form(found.numeral)
    wrong = [key.replace(written, other) for other in beside_rivals(material, found.numeral)]
    stem = asked(material, one, opening, without=None if front else found.piece)
    yield Question(one.statement, "number", stem, key, distinct(wrong, key))


def _only(material: Material, one: Frame) -> _Counted | None:
    """The counted phrase; None where another number stands in the sentence, to be compared or mistaken."""
    tokens = [token for piece in (*one.front, *one.middle) for token in piece.tokens]
    numerals = [
        token for token in tokens if material.analysis.words[token].tag == "CARD" and not _is_year(material, token)
    ]
    if len(numerals) != 1:
        return None
    piece = next(piece for piece in (*one.front, *one.middle) if numerals[0] in piece.tokens)
    return _counted(material, piece, numerals[0])


def _is_year(material: Material, token: int) -> bool:
    """`2025` without a noun that it counts."""
    return bool(_YEAR.fullmatch(material.analysis.form(token))) and material.analysis.words[token + 1].tag != "NN"


def _counted(material: Material, piece: Chunk, numeral: int) -> _Counted | None:
    """The preposition, `rund` or nothing, the numeral and one noun."""
    if piece.kind != "prepositional" or piece.joined or len(piece.tokens) > _MOST_WRITTEN:
        return None
    place = piece.tokens.index(numeral)
    before = {material.analysis.form(token).lower() for token in piece.tokens[1:place]}
    behind = piece.tokens[place + 1 :]
    large = bool(behind) and material.analysis.form(behind[0]) in _LARGE
    noun = behind[1:] if large else behind
    if material.analysis.words[piece.tokens[0]].tag != "APPR" or not before <= words("approximate.txt"):
        return None
    if len(noun) != 1 or material.analysis.words[noun[0]].tag != "NN" or before & _BOUNDING:
        return None
    return _Counted(piece, numeral, large, noun[0]) if alternatives(material, numeral) else None


def _opening(material: Material, found: _Counted) -> str:
    """`Um wie viel Prozent`; empty where the case is not certain, or the noun is a measure asked for otherwise."""
    preposition, noun = (material.analysis.form(token) for token in (found.piece.tokens[0], found.noun))
    opening = preposition[0].upper() + preposition[1:]
    if noun in _PERCENT | _MONEY:
        return f"{opening} wie viel {noun}" if preposition.lower() in _ADVERBIAL else ""
    if noun in words("measures.txt") or noun == "Uhr" or found.large:
        return ""
    accusative, dative = preposition.lower() in _ACCUSATIVE, preposition.lower() in _DATIVE
    dative |= preposition.lower() == "in" and found.piece.phrase is not None and found.piece.phrase.cases == ("Dat",)
    many = "viele" if accusative else "vielen" if dative else ""
    return f"{opening} wie {many} {noun}" if many else ""


def _can_be_taken(material: Material, one: Frame, found: _Counted) -> bool:
    """Whether the phrase can leave the Mittelfeld and the old Vorfeld take its place, all else staying together."""
    whole = one.subject is not None and one.complete and found.piece in one.middle
    return whole and _is_free(material, one, found) and _keeps_together(one, found.piece)


def _is_free(material: Material, one: Frame, found: _Counted) -> bool:
    """Whether the phrase belongs to the verb: `um 38 Prozent` anywhere, others behind no noun but the subject."""
    amount = material.analysis.form(found.noun) in _PERCENT | _MONEY
    if amount and material.analysis.form(found.piece.tokens[0]).lower() in wordclass("prepositions.of-changes"):
        return True
    place = list(one.middle).index(found.piece)
    return stands_free(one.middle, found.piece) or (place == 1 and one.middle[0] == one.subject)


def _keeps_together(one: Frame, piece: Chunk) -> bool:
    """Whether the old Vorfeld, which comes behind the subject, parts it from nothing that may belong to it."""
    if one.subject_in_front or one.subject not in one.middle:
        return True
    place = list(one.middle).index(one.subject)
    behind = one.middle[place + 1 : place + 2]
    return all(other == piece or other.kind not in _ATTRIBUTES for other in behind)


def _tells_enough(material: Material, one: Frame, piece: Chunk) -> bool:
    """Whether the question says enough to be more than the search for a word."""
    left = [token for token in one.statement.tokens if token not in piece.tokens]
    return sum(material.analysis.words[token].pos in _CONTENT for token in left) >= _FEWEST_TOLD
