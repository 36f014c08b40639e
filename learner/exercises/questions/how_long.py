"""`Wie lange`: a counted duration without a preposition (`fast fünf Stunden`)."""

from collections.abc import Iterator, Sequence

from learner.exercises.chunks import Chunk
from learner.exercises.edits.numbers import beside_rivals
from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame, asked
from learner.exercises.questions.question import Question, distinct, said
from learner.exercises.wordlists import grammar_words, words
from learner.lexicon.wordclasses import wordclass

_UNITS = wordclass("times.units") - {"Sekunde"}
_OTHERWISE = wordclass("adverbs.around-durations")


def how_long(material: Material, _frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for the one duration of the clause; `lang` behind it goes with it."""
    found = [piece for piece in one.middle if _numeral(material, piece) is not None]
    instead = any(material.analysis.form(token).lower() == "statt" for token in one.statement.tokens)
    if len(found) != 1 or instead:  # `dauert statt 45 Minuten drei Stunden`
        return
    piece = found[0]
    numeral = _numeral(material, piece)
    place = list(one.middle).index(piece)
    behind = one.middle[place + 1 : place + 2]
    around = {material.analysis.form(token).lower() for token in (piece.tokens[0] - 1, piece.tokens[-1] + 1)}
    if numeral is None or around & _OTHERWISE:
        return
    long = bool(behind) and material.analysis.form(behind[0].tokens[0]) == "lang"
    lasts = material.analysis.words[one.fields.finite].lemma in {"dauern", "andauern"}
    named = one.subject.tokens if one.subject else ()
    idle = any(material.analysis.words[token].lemma in grammar_words("idiom-words.txt") for token in named)
    if (not long and not lasts) or idle:  # `Ein Blick dauert zwei Minuten`: a manner of speaking
        return
    shorter = Frame(
        one.statement,
        one.fields,
        one.front,
        tuple(other for other in one.middle if not long or other != behind[0]),
        one.subject,
    )
    key = said(material, one.statement, piece.tokens)
    written = material.analysis.form(numeral)
    wrong = [key.replace(written, other) for other in beside_rivals(material, numeral)]
    yield Question(
        one.statement, "number", asked(material, shorter, "Wie lange", without=piece), key, distinct(wrong, key)
    )


def _numeral(material: Material, piece: Chunk) -> int | None:
    """The numeral of a phrase like `fast fünf Stunden`."""
    tags = [material.analysis.words[token].tag for token in piece.tokens]
    if piece.kind != "noun" or tags.count("CARD") != 1 or tags[-2:] != ["CARD", "NN"]:
        return None
    around = {material.analysis.form(token).lower() for token in piece.tokens[:-2]}
    unit = material.analysis.words[piece.tokens[-1]].lemma in _UNITS
    return piece.tokens[-2] if unit and around <= words("approximate.txt") else None
