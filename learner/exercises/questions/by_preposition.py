"""`Womit`, `Worüber`, `Worauf`: what a verb governs by its preposition; the other answers stand in the same case."""

from collections.abc import Iterator, Sequence

from learner.exercises.chunks import Chunk
from learner.exercises.difficulty import at_least
from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame, acts, asked
from learner.exercises.questions.nouns import is_alike, tells_much
from learner.exercises.questions.question import Question, distinct, is_near, said, without_attribute
from learner.exercises.wordlists import grammar_table, words
from learner.language.tables import column

_VOWELS = "aeiouäöü"
_FEWEST_WORDS = 6


def by_preposition(material: Material, frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for a thing the clause's verb is built with (`beraten über`, `einhergehen mit`)."""
    governed = _government(material, one)
    found = [piece for piece in (*one.front, *one.middle) if _preposition(material, piece) in governed]
    if len(found) != 1 or one.subject is None or not one.complete or not _is_thing(material, found[0]):
        return
    piece = found[0]
    front = one.front == (piece,)
    if not tells_much(material, piece):
        return
    if not front and not (piece in one.middle and without_attribute(one.middle, piece)):
        return
    preposition = _preposition(material, piece)
    opening = f"Wo{'r' if preposition[0] in _VOWELS else ''}{preposition}"
    key = said(material, one.statement, piece.tokens)
    stem = asked(material, one, opening, without=None if front else piece)
    if at_least(material.level, "B2") and len(stem.split()) < _FEWEST_WORDS:  # `Wofür sorgt der Preis?`
        return
    head = material.analysis.words[piece.phrase.head].lemma if piece.phrase else ""
    wrong = _others(material, frames, one, preposition, (governed[preposition], head))
    yield Question(one.statement, "what", stem, key, distinct(wrong, key))


def _government(material: Material, one: Frame) -> dict[str, str]:
    """Preposition -> case of the clause's verb."""
    lemma = material.analysis.words[(one.fields.bracket or (one.fields.finite,))[0]].lemma
    if lemma == "halten":  # `hielt es für ein Ende`: what others are held for makes no sense here
        return {}
    return {row[2]: row[3] for row in grammar_table("government.tsv") if row[:2] == (lemma, "VERB")}


def _preposition(material: Material, piece: Chunk) -> str:
    return material.analysis.form(piece.tokens[0]).lower() if piece.kind == "prepositional" else ""


def _is_thing(material: Material, piece: Chunk) -> bool:
    """A noun phrase of three tokens or more that names a thing, no time, and leaves nothing open."""
    if piece.phrase is None or piece.joined or acts(material, piece) or len(piece.tokens) < 2:
        return False
    lemma = material.analysis.words[piece.phrase.head].lemma
    tags = {material.analysis.words[token].tag for token in piece.tokens}
    return lemma not in column("times.tsv") | words("vague_nouns.txt") and not tags & {"PPOSAT", "PDAT", "PIAT", "CARD"}


def _others(
    material: Material, frames: Sequence[Frame], one: Frame, preposition: str, like: tuple[str, str]
) -> Iterator[str]:
    """Things of one kind, in the same case, of which the article tells nothing alike, behind the same preposition.

    `like` is the case and the noun of the answer.
    """
    case, head = like
    found: list[str] = []
    for other in frames:
        if other == one or is_near(material, one.statement, other.statement.sentence):
            continue
        for piece in (*other.front[:1], *other.middle):
            phrase = piece.phrase
            if (
                phrase is None
                or not is_alike(material, head, material.analysis.words[phrase.head].lemma)
                or not _is_thing(material, piece)
                or set(phrase.cases) - {case, "Nom"}
                or case not in phrase.cases
            ):
                continue
            bare = [token for token in piece.tokens if material.analysis.words[token].tag != "APPR"]
            contracted = any(material.analysis.words[token].tag == "APPRART" for token in piece.tokens)
            if (
                (len(bare) > 1 or phrase.number == "Plur")
                and not contracted
                and (case == "Acc" or phrase.cases == ("Dat",))
            ):
                found.append(f"{preposition} {said(material, other.statement, bare)}")
    material.rng(f"by {one.statement.sentence}").shuffle(found)
    yield from found
