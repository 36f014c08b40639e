"""`Warum`: a clause with `weil` behind the main clause, or a phrase with `wegen`; the other answers are no reasons."""

from collections.abc import Iterator, Sequence

from learner.exercises.chunks import Chunk
from learner.exercises.edits.edit import common
from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame, asked
from learner.exercises.questions.question import Question, distinct, is_near, said, stands_free, without_attribute
from learner.exercises.reference import is_understood
from learner.exercises.statement import Statement
from learner.language.clauses import Clause, clauses
from learner.lexicon.wordclasses import wordclass

_CAUSES = wordclass("prepositions.causal")
_LEANING = wordclass("adverbs.before-causes")
_LENGTH = range(4, 19)  # tokens of a clause that can be taken in as an option


def why(material: Material, frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for the one reason of the sentence."""
    clause = _reason(material, one)
    if clause is not None:
        key = said(material, one.statement, clause.tokens)
        stem = asked(material, one, "Warum", without=_NOTHING)
        yield Question(one.statement, "why", stem, key, distinct(_other_clauses(material, frames, one), key))
        return
    found = [piece for piece in (*one.front[:1], *one.middle) if _is_cause(material, piece)]
    if len(found) == 1 and one.subject is not None and one.complete:
        yield from _of_phrase(material, frames, one, found[0])


_NOTHING = Chunk("other", ())


def _reason(material: Material, one: Frame) -> Clause | None:
    """The clause with `weil` at the sentence's end, where nothing in it points outside."""
    forms = {material.analysis.form(token).lower() for token in one.statement.tokens}
    if one.subject is None or not one.complete or forms & _LEANING:
        return None
    found = clauses(material.analysis, one.statement.sentence)
    last = found[-1]
    form = material.analysis.form(last.start_token).lower()
    main = next((place for place, clause in enumerate(found) if clause.kind == "main"), None)
    if form != "weil" or last.kind != "verb-last" or not last.certain or last.parent != main:
        return None
    if len(last.tokens) not in _LENGTH or last.tokens[-1] - last.tokens[0] + 1 != len(last.tokens):
        return None
    if any(material.analysis.words[token].tag == "PPER" for token in last.tokens):  # `weil er …` answers itself
        return None
    whole = Statement(one.statement.sentence, (*one.statement.tokens, *last.tokens), one.statement.instead)
    return last if is_understood(material, whole) else None


def _other_clauses(material: Material, frames: Sequence[Frame], one: Frame) -> Iterator[str]:
    """The reasons the article gives for other things: what gives none nobody would take for one."""
    found = [
        said(material, other.statement, clause.tokens)
        for other in frames
        if _is_apart(material, one, other) and (clause := _reason(material, other)) is not None
    ]
    material.rng(f"why {one.statement.sentence}").shuffle(found)
    yield from found


def _is_apart(material: Material, one: Frame, other: Frame) -> bool:
    sentence = other.statement.sentence
    near = is_near(material, one.statement, sentence) or _tense(material, one) != _tense(material, other)
    return other != one and not near and not common(material, one.statement, sentence)


def _tense(material: Material, one: Frame) -> str:
    """The tense of its finite verb: what is so today is no reason why something took long."""
    return material.analysis.words[one.fields.finite].features.get("Tense", "")


def _is_cause(material: Material, piece: Chunk) -> bool:
    return piece.kind == "prepositional" and material.analysis.form(piece.tokens[0]).lower() in _CAUSES


def _of_phrase(material: Material, frames: Sequence[Frame], one: Frame, piece: Chunk) -> Iterator[Question]:
    front = one.front == (piece,)
    if piece.phrase is None or piece.phrase.determiner is None or len(piece.tokens) < 3:
        return
    if not front and not (piece in one.middle and _is_free(one, piece) and without_attribute(one.middle, piece)):
        return
    key = said(material, one.statement, piece.tokens)
    stem = asked(material, one, "Warum", without=None if front else piece)
    cause = material.analysis.form(piece.tokens[0]).lower()
    wrong = [f"{cause} {text}" for text in _genitives(material, frames, one)]
    material.rng(f"why {one.statement.sentence}").shuffle(wrong)
    yield Question(one.statement, "why", stem, key, distinct(wrong, key))


def _is_free(one: Frame, piece: Chunk) -> bool:
    """No attribute of a noun; right behind the subject a reason belongs to the verb."""
    place = list(one.middle).index(piece)
    return stands_free(one.middle, piece) or one.middle[place - 1] == one.subject


def _genitives(material: Material, frames: Sequence[Frame], one: Frame) -> Iterator[str]:
    """Feminine and plural things of other sentences in the genitive: `die neue Steuer` as `der neuen Steuer`."""
    for other in frames:
        if not _is_apart(material, one, other):
            continue
        for piece in (*other.front[:1], *other.middle):
            phrase = piece.phrase
            if piece.kind != "noun" or phrase is None or piece.joined or not set(phrase.cases) <= {"Nom", "Acc"}:
                continue
            if material.analysis.form(piece.tokens[0]).lower() != "die":
                continue
            forms = [_declined(material, token) for token in piece.tokens[1:]]
            yield " ".join(["der", *forms])


def _declined(material: Material, token: int) -> str:
    form = material.analysis.form(token)
    weak = material.analysis.words[token].tag == "ADJ(A)" and form.endswith("e")
    return f"{form}n" if weak else form
