"""A statement said in another order: subject and time, place or object change their places around the verb."""

from collections.abc import Sequence
from dataclasses import replace

from learner.exercises.chunks import Chunk
from learner.exercises.material import Material
from learner.exercises.persons import persons
from learner.exercises.questions.frame import Frame, acts, frame
from learner.exercises.questions.when import tells_time
from learner.exercises.statement import Statement
from learner.lexicon.wordclasses import wordclass

_LIGHT = frozenset({"pronoun", "reflexive"})
_FIXED = wordclass("prepositions.bound-to-verbs")  # with a verb they hardly ever open a sentence
_BOTH_CASES = wordclass("prepositions.of-two-cases")
_WANTED = frozenset({"auf", "an", "über"})
_FOCUS = wordclass("adverbs.of-focus")
_ADVERBIAL = wordclass("prepositions.of-circumstances")


def turned(material: Material, statement: Statement) -> Statement | None:
    """The statement with its subject in front, or with what follows the verb in front; None where not certain."""
    one = frame(material, statement)
    if one is None or one.subject is None or not one.front or not _stays_behind(material, one):
        return None
    if any(_may_be_two(material, piece) for piece in (*one.front, *one.middle)):
        return None
    tokens = _other_first(material, one) if one.subject_in_front else _subject_first(material, one)
    return replace(statement, tokens=tokens) if tokens else None


def _stays_behind(material: Material, one: Frame) -> bool:
    """Whether nothing follows the clause, or a clause that belongs to the whole of it and not to its last noun."""
    if one.complete:
        return True
    opener = one.fields.rest[1]
    conjunction = material.analysis.words[opener].tag in {"KOUS", "KOUI"}
    return conjunction and material.analysis.form(one.fields.rest[0]) == ","


def _may_be_two(material: Material, piece: Chunk) -> bool:
    """Whether a run of three names or more is none of the article's persons: subject and object side by side."""
    names = [token for token in piece.tokens if material.analysis.words[token].tag == "NE"]
    last = material.analysis.article.tokens[piece.tokens[-1]].end
    known = any(mention.end == last for person in persons(material) for mention in person.mentions)
    return len(names) > 2 and not known


def _subject_first(material: Material, one: Frame) -> tuple[int, ...]:
    """`Am Montag hat der Rat getagt` as `Der Rat hat am Montag getagt`; the whole Vorfeld goes behind the verb."""
    place = next((n for n, piece in enumerate(one.middle) if piece.kind not in _LIGHT), len(one.middle))
    subject, rest = one.subject, one.middle[place + 1 :]
    if place == len(one.middle) or one.middle[place] != subject or not _is_adverbial(material, one.front):
        return ()
    if subject.phrase is None and subject.kind != "noun":
        return ()
    if any(_leans(material, piece) for piece in one.front):
        return ()
    manner = material.analysis.form(one.front[0].tokens[0]).lower() in {"mit", "ohne", "per"}
    if manner and any(tells_time(material, piece) for piece in rest):
        return ()  # `beschloss mit 20 gegen 14 Stimmen am Montag`: the time would come first
    if any(not _is_apart(piece) and not _is_own(material, subject, piece) for piece in rest[:1]):
        return ()
    light = [token for piece in one.middle[:place] for token in piece.tokens]
    behind = [token for piece in rest for token in piece.tokens]
    return _joined(one, (*subject.tokens, one.fields.finite, *light, *one.fields.vorfeld, *behind))


def _is_adverbial(material: Material, front: Sequence[Chunk]) -> bool:
    """Whether the Vorfeld is one phrase with a preposition, or such with more of the kind hanging on it."""
    first = front[0].kind == "prepositional" or tells_time(material, front[0])
    focus = material.analysis.form(front[0].tokens[0]).lower() == "etwa"
    if focus or (_is_governed(material, front[0]) and not tells_time(material, front[0])):
        return False
    return first and all(piece.kind in {"prepositional", "noun"} for piece in front[1:])


def _is_governed(material: Material, piece: Chunk) -> bool:
    """Whether a phrase without a case of rest or goal may be what the verb wants (`auf Kobalt verzichten`).

    It would have to stand behind adverbs, at the end.
    """
    opener = material.analysis.form(piece.tokens[0]).lower()
    return opener in _WANTED and (piece.phrase is None or "Dat" not in piece.phrase.cases)


def _is_own(material: Material, subject: Chunk, piece: Chunk) -> bool:
    """Whether a phrase behind somebody who acts is no attribute (`… ein Fahrer ums Leben`)."""
    preposition = material.analysis.form(piece.tokens[0]).lower()
    return piece.kind == "prepositional" and preposition in _ADVERBIAL and acts(material, subject)


def _other_first(material: Material, one: Frame) -> tuple[int, ...]:
    """`Der Rat hat am Montag getagt` as `Am Montag hat der Rat getagt`; also a place."""
    heavy = [piece for piece in one.middle if piece.kind not in _LIGHT]
    if len(heavy) == 1 and material.analysis.words[one.fields.finite].lemma == "sein":
        return ()  # `Für die Reparatur ist der Bürgermeister`
    if any(_leans(material, piece) for piece in one.front):
        return ()
    place = next((n for n, piece in enumerate(heavy) if _can_go(material, heavy, n)), None)
    if place is None:
        return ()
    light = [token for piece in one.middle if piece.kind in _LIGHT for token in piece.tokens]
    rest = [token for piece in heavy if piece != heavy[place] for token in piece.tokens]
    return _joined(one, (*heavy[place].tokens, one.fields.finite, *light, *one.fields.vorfeld, *rest))


def _can_go(material: Material, heavy: Sequence[Chunk], place: int) -> bool:
    """The first piece where it can open a sentence; of the others a time that certainly belongs to the verb."""
    piece = heavy[place]
    following = heavy[place + 1 : place + 2]
    if any(_is_night(material, piece, after) for after in following):
        return False
    if material.analysis.form(piece.tokens[0] - 1).lower() in _FOCUS:  # `erst am Montag`
        return False
    if _leans(material, piece) or any(not _is_apart(after) and not tells_time(material, piece) for after in following):
        return False
    if place == 0:
        return _can_open(material, piece)
    free = heavy[place - 1].kind in {"adverb", "adjective", "negation"}
    return free and tells_time(material, piece)


def _is_night(material: Material, piece: Chunk, after: Chunk) -> bool:
    """`in der Nacht zum Montag` is one time."""
    return material.analysis.words[piece.tokens[-1]].lemma == "Nacht" and after.kind == "prepositional"


def _can_open(material: Material, piece: Chunk) -> bool:
    """A time or a phrase with a preposition; an object in front would say that something else is not meant."""
    if piece.phrase is None:
        return piece.kind == "prepositional" and tells_time(material, piece)
    if tells_time(material, piece):
        return True
    opener = material.analysis.form(piece.tokens[0]).lower()
    fixed = opener in _FIXED or (opener in _BOTH_CASES and piece.phrase.cases != ("Dat",))
    return piece.kind == "prepositional" and piece.phrase.determiner is not None and not fixed


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
