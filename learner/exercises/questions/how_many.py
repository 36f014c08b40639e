"""`Wie viele`: a number before a noun, as subject or object; the other answers are numbers of the same magnitude."""

from collections.abc import Iterator, Sequence
from itertools import chain

from learner.exercises.chunks import Chunk
from learner.exercises.difficulty import at_least
from learner.exercises.edits.numbers import alternatives, beside_rivals
from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame, asked
from learner.exercises.questions.question import Question, distinct, said, without_attribute
from learner.exercises.told_fully import named_among
from learner.exercises.wordlists import words
from learner.lexicon.wordclasses import wordclass

_MONEY = wordclass("nouns.money")
_LARGE = wordclass("nouns.large-numbers")
_PAYING = wordclass("verbs.of-paying")
_ORIGIN = wordclass("prepositions.of-origin")
_AROUND = wordclass("adverbs.bounding-words", "adverbs.of-rates", "adverbs.before-figures")


def how_many(material: Material, _frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for the one counted noun phrase of the clause."""
    counted = [piece for piece in (*one.front[:1], *one.middle) if _number(material, piece) is not None]
    if any(material.analysis.form(token).lower() in {"einmal", "statt"} for token in one.statement.tokens):
        return  # `noch einmal 22 Namen`, `statt 4,20 Euro 5,60 Euro`
    if len(counted) != 1 or any(_is_whole(material, piece) for piece in (*one.front, *one.middle)):
        return
    if any(material.analysis.words[token].tag.startswith("PREL") for token in one.fields.rest):
        return  # `In der Ecke stehen drei Tische, an denen …`: the clause would hang on the corner
    piece = counted[0]
    number = _number(material, piece)
    if (
        number is None
        or (piece not in one.front and one.subject is None)
        or (piece in one.front and len(one.front) > 1)
        or _is_bound(material, piece)
        or _leaves_attribute(material, one, piece)
        or _pays_for_nothing(material, one, piece)
        or (at_least(material.level, "B1") and material.analysis.form(number).isalpha())  # `Zwei Buben`: no fact
    ):
        return
    behind = piece.tokens[piece.tokens.index(number) + 1 :]
    large = material.analysis.form(behind[0]) in _LARGE
    noun = behind[1:] if large else behind
    if not noun or not _is_countable(material, noun) or _is_price(material, one, number, noun):
        return
    dative = piece.phrase is not None and piece.phrase.cases == ("Dat",)
    opening = f"Wie viele{'n' if dative else ''} {said(material, one.statement, noun)}"
    stem = asked(material, one, opening, without=None if piece in one.front else piece)
    answer = piece.tokens[: piece.tokens.index(number) + 1 + large]
    key = said(material, one.statement, answer)
    written = material.analysis.form(number)
    written = written if written in key else written.lower()
    wrong = [key.replace(written, other[:1].lower() + other[1:]) for other in beside_rivals(material, number)]
    yield Question(one.statement, "number", stem, key, distinct(wrong, key))


def _is_price(material: Material, one: Frame, number: int, noun: Sequence[int]) -> bool:
    """`kostet 200 Euro`, `7,49 Euro`: nobody asks how many."""
    if not any(material.analysis.form(token) in _MONEY for token in noun):
        return False
    return "," in material.analysis.form(number) or material.analysis.words[one.fields.finite].lemma == "kosten"


def _pays_for_nothing(material: Material, one: Frame, piece: Chunk) -> bool:
    """`Wie viele Euro hat Lena Petersen bezahlt?`: for what, another sentence says."""
    pays = any(material.analysis.words[token].lemma in _PAYING for token in one.statement.tokens)
    others = [other.tokens for other in (*one.front, *one.middle) if other not in {piece, one.subject}]
    return pays and not named_among(material, chain(*others))


def _is_whole(material: Material, piece: Chunk) -> bool:
    """`Von 216 Wagen hatten 97 Mängel`: what the number counts stands here, not behind it."""
    tags = {material.analysis.words[token].tag for token in piece.tokens}
    return material.analysis.form(piece.tokens[0]).lower() == "von" and "CARD" in tags


def _leaves_attribute(material: Material, one: Frame, piece: Chunk) -> bool:
    """Whether what comes behind may belong to what is counted (`31 Formulare mit Unterschriften`).

    Where the subject comes first, it stays in its place and does belong to it only behind `aus` or `von`.
    """
    if piece not in one.middle or without_attribute(one.middle, piece):
        return False
    behind = one.middle[list(one.middle).index(piece) + 1]
    if behind.kind == "noun":
        return behind.phrase is not None and "Gen" in behind.phrase.cases  # `fünf Helfer der Stadt wurden verletzt`
    return not one.subject_in_front or material.analysis.form(behind.tokens[0]) in _ORIGIN


def _number(material: Material, piece: Chunk) -> int | None:
    """The numeral of a phrase without article, preposition or second numeral."""
    if piece.kind != "noun" or piece.joined:
        return None
    tags = [material.analysis.words[token].tag for token in piece.tokens]
    if tags.count("CARD") != 1 or set(tags) & {"ART", "PPOSAT", "PDAT", "PIAT", "APPR"}:
        return None
    place = tags.index("CARD")
    if place + 1 >= len(tags) or tags[place + 1] in {"NE", "CARD"}:
        return None
    if not alternatives(material, piece.tokens[place]):  # `inkl.`, taken for a numeral
        return None
    before = [material.analysis.form(token).lower() for token in piece.tokens[:place]]
    return piece.tokens[place] if set(before) <= words("approximate.txt") else None


def _is_bound(material: Material, piece: Chunk) -> bool:
    """Whether words around it limit the number (`mehr als`, `nur`), or it tells how long or how far."""
    first, last = piece.tokens[0], piece.tokens[-1]
    around = {material.analysis.form(token).lower() for token in (first - 1, first - 2, last + 1) if token > 0}
    lemmas = {material.analysis.words[token].lemma for token in piece.tokens}
    return bool(around & _AROUND) or bool(lemmas & words("durations.txt"))


def _is_countable(material: Material, noun: Sequence[int]) -> bool:
    """A plural noun, adjectives before it; no measure but money."""
    head = next((token for token in noun if material.analysis.words[token].tag in {"NN", "NNA", "NNI"}), None)
    if head is None:
        return False
    form = material.analysis.form(head)
    plain = form not in words("measures.txt") and form not in wordclass("nouns.not-counted")
    tags = [material.analysis.words[token].tag for token in noun[: noun.index(head)]]
    return (plain or form in _MONEY) and set(tags) <= {"ADJ(A)"}
