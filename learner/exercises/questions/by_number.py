"""`Um wie viel Prozent`, `Nach wie vielen Wochen`: a number behind a preposition; the other answers are numbers too."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learner.exercises.chunks import Chunk
from learner.exercises.edits.numbers import alternatives, beside_rivals
from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame, asked
from learner.exercises.questions.question import Question, distinct, said, stands_free
from learner.exercises.questions.when import tells_time
from learner.exercises.wordlists import words
from learner.lexicon.wordclasses import wordclass

_MONEY = wordclass("nouns.money")
_PERCENT = frozenset({"Prozent"})
_LARGE = wordclass("nouns.large-numbers")
_BOUNDING = wordclass("adverbs.bounding", "adverbs.bounding-words", "adverbs.limiting")
_ADVERBIAL = wordclass("prepositions.of-amounts")
_DATIVE = wordclass("prepositions.before-counts-dative")
_ACCUSATIVE = wordclass("prepositions.before-counts-accusative")
_CHANGES = wordclass("prepositions.of-changes")
_MEASURED = frozenset({"um", "bei"})
_LENGTHS = wordclass("nouns.of-lengths")
_PARTS = wordclass("nouns.of-parts")
_FUNDING = wordclass("verbs.of-funding")
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_FEWEST_TOLD = 3  # words of content beside the number
_ATTRIBUTES = frozenset({"noun", "prepositional"})
_MOST_WRITTEN = 6  # tokens of the phrase


@dataclass(frozen=True, slots=True)
class _Counted:
    """The phrase, its numeral, whether `Millionen` stands behind it, and the noun with its adjectives."""

    piece: Chunk
    numeral: int
    large: bool
    noun: tuple[int, ...]

    @property
    def head(self) -> int:
        """The noun itself."""
        return self.noun[-1]


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
    parts = any(material.analysis.words[token].lemma in _PARTS for token in tokens)
    numerals = [
        token for token in tokens if material.analysis.words[token].tag == "CARD" and not _is_year(material, token)
    ]
    if len(numerals) != 1 or parts:
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
    tags = [material.analysis.words[token].tag for token in noun]
    if not tags or tags[-1] != "NN" or set(tags[:-1]) - {"ADJ(A)"} or before & _BOUNDING:
        return None
    return _Counted(piece, numeral, large, noun) if alternatives(material, numeral) else None


def _opening(material: Material, found: _Counted) -> str:
    """`Um wie viel Prozent`; empty where the case is not certain, or the noun is a measure asked for otherwise."""
    preposition = material.analysis.form(found.piece.tokens[0]).lower()
    noun = " ".join(material.analysis.form(token) for token in found.noun)
    many = _how_many(material, found, preposition, noun)
    return f"{preposition[0].upper()}{preposition[1:]} {many} {noun}" if many else ""


def _how_many(material: Material, found: _Counted, preposition: str, noun: str) -> str:
    """`wie viel` before measures, `wie viele` or `wie vielen` before what is counted."""
    if noun in _PERCENT | _MONEY:
        outcome = noun in _PERCENT and preposition == "mit"  # `mit 57 Prozent gewählt`: of what, it does not say
        return "wie viel" if preposition in _ADVERBIAL and not outcome else ""
    if noun in words("measures.txt"):
        return "wie viel" if preposition in _MEASURED and noun in _LENGTHS else ""
    if noun == "Uhr" or found.large or noun.endswith("tel"):  # `drei Viertel`
        return ""
    if preposition in _ACCUSATIVE or (preposition == "auf" and _is_time(material, found)):
        return "wie viele"
    place = preposition == "in" and found.piece.phrase is not None and found.piece.phrase.cases == ("Dat",)
    return "wie vielen" if place or preposition in _DATIVE else ""


def _is_time(material: Material, found: _Counted) -> bool:
    return material.analysis.words[found.head].lemma in wordclass("times.units")


def _can_be_taken(material: Material, one: Frame, found: _Counted) -> bool:
    """Whether the phrase can leave the Mittelfeld and the old Vorfeld take its place, all else staying together."""
    whole = one.subject is not None and one.complete and found.piece in one.middle
    return whole and _is_free(material, one, found) and _keeps_together(one, found.piece)


def _is_free(material: Material, one: Frame, found: _Counted) -> bool:
    """Whether the phrase belongs to the verb: `um 38 Prozent` anywhere, others behind no noun but subject or time."""
    preposition = material.analysis.form(found.piece.tokens[0]).lower()
    amount = material.analysis.form(found.head) in _PERCENT | _MONEY | _LENGTHS or _is_time(material, found)
    verbs = {material.analysis.words[token].lemma for token in (one.fields.finite, *one.fields.bracket)}
    if amount and (preposition in _CHANGES or (preposition == "mit" and verbs & _FUNDING)):
        return True
    place = list(one.middle).index(found.piece)
    behind_subject = place == 1 and one.middle[0] == one.subject
    return stands_free(one.middle, found.piece) or behind_subject or tells_time(material, one.middle[place - 1])


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
