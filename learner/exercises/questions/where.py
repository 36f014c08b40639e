"""`Wo`, `Wohin`, `Woher`: a town or country as one phrase with `in`, `nach` or `aus`."""

from collections.abc import Iterator, Sequence

from learner.exercises.chunks import Chunk
from learner.exercises.difficulty import at_least
from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame, acts, asked
from learner.exercises.questions.question import Question, distinct, said, stands_free, tells_alike
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words
from learner.language.tables import rows

_MADE = 3
_OPENINGS = {"in": "Wo", "nach": "Wohin", "aus": "Woher"}


def where(material: Material, _frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for the one town or country of the clause."""
    found = [piece for piece in (*one.front, *one.middle) if _place(material, piece)]
    if any(material.analysis.form(token).lower() == "man" for token in one.statement.tokens):
        return  # `In Bonn kennt man das`: elsewhere too
    named = [token for token in one.statement.tokens if kind_of(material.analysis.form(token))]
    if len(found) != 1 or len(named) != 1:
        return
    piece = found[0]
    front = one.front == (piece,)
    if not front and not (piece in one.middle and _is_free(material, one, piece)):
        return
    preposition = material.analysis.form(piece.tokens[0]).lower()
    if preposition != "in" and not (_moves(material, one) and one.subject and acts(material, one.subject)):
        return  # `Aus Bonn kamen verhaltene Töne`: nothing came from there
    key = said(material, one.statement, piece.tokens)
    stem = asked(material, one, _OPENINGS[preposition], without=None if front else piece)
    yield Question(one.statement, "where", stem, key, distinct(other_places(material, one.statement, key), key))


def _is_free(material: Material, one: Frame, piece: Chunk) -> bool:
    """No attribute of a noun; behind a person who acts a place belongs to the verb."""
    before = list(one.middle)[: list(one.middle).index(piece)]
    acting = bool(before) and before[-1] == one.subject and acts(material, before[-1])
    return acting or stands_free(one.middle, piece)


def _place(material: Material, piece: Chunk) -> str:
    """The bare town or country behind the preposition; empty for anything else."""
    if piece.kind != "prepositional" or len(piece.tokens) != 2:
        return ""
    preposition, name = (material.analysis.form(token) for token in piece.tokens)
    return name if preposition.lower() in _OPENINGS and kind_of(name) else ""


def kind_of(name: str) -> str:
    """`c` for a country, `t` for a town, else empty."""
    return next((row[1][0] for row in rows("places.tsv") if row[0] == name and row[1][0] in "ct"), "")


def _moves(material: Material, one: Frame) -> bool:
    tokens = (one.fields.finite, *one.fields.bracket)
    return any(material.analysis.words[token].lemma in words("motion.txt") for token in tokens)


def other_places(material: Material, statement: Statement, key: str) -> Iterator[str]:
    """Places of the same kind: those of the article of which it tells nothing like it, then others."""
    preposition, name = key.split()
    kind = kind_of(name)
    article = material.analysis.article
    rivals: list[str] = []
    for other in material.analysis.names:
        if other.kind != "place" or kind_of(other.name) != kind or other.name == name:
            continue
        about = [n for n, s in enumerate(article.sentences) for m in other.mentions if s.start <= m.start < s.end]
        bare = not any(
            article.text[max(0, m.start - 4) : m.start].strip() in {"die", "der", "den"} for m in other.mentions
        )
        if bare and not any(tells_alike(material, statement, number) for number in about):
            rivals.append(f"{preposition} {other.name}")
    if not rivals:  # read off where it stands
        return
    yield from rivals
    if at_least(material.level, "B1"):  # of places the article does not name, nobody thinks
        return
    rest = [row[0] for row in rows("places.tsv") if row[1] == kind and row[0] not in article.text and " " not in row[0]]
    bare_towns = [place for place in rest if kind == "t"]
    material.rng(f"where {key}").shuffle(bare_towns)
    yield from (f"{preposition} {place}" for place in bare_towns[:_MADE])
