"""A main clause taken apart for asking: its constituents, the subject among them, and the question without one."""

from collections.abc import Sequence
from dataclasses import dataclass

from learner.exercises import extent
from learner.exercises.chunks import Chunk, chunks
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.fields import Fields, fields
from learner.exercises.material import Material
from learner.exercises.questions.nouns import is_institution, is_role
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_MOVABLE = frozenset({"noun", "prepositional", "pronoun", "reflexive", "adverb", "adjective", "negation"})
_LIGHT = frozenset({"pronoun", "reflexive"})
_COORDINATED = frozenset({"KON", "$,", "KOKOM", "VV(PP)", "VV(INF)", "VV(FIN)", "PTKVZ", "VV(IZU)", "PTKZU"})


@dataclass(frozen=True, slots=True)
class Frame:
    """`front` are the pieces of the Vorfeld, `middle` those of the Mittelfeld; `subject` is certain or None."""

    statement: Statement
    fields: Fields
    front: tuple[Chunk, ...]
    middle: tuple[Chunk, ...]
    subject: Chunk | None

    @property
    def complete(self) -> bool:
        """Whether no clause follows that could belong to a noun of this one."""
        return len(self.fields.rest) <= 1

    @property
    def subject_in_front(self) -> bool:
        """Whether the whole Vorfeld is the subject."""
        return self.subject is not None and self.subject in self.front


def frame(material: Material, statement: Statement) -> Frame | None:
    """The constituents of the statement's main clause; None where a piece of it is of no known kind."""
    found = fields(material, statement)
    front = tuple(chunks(material, statement.sentence, found.vorfeld))
    middle = tuple(chunks(material, statement.sentence, found.middle))
    if any(not _is_clear(material, piece) for piece in (*front, *middle)):
        return None
    if not _closes(material, found):
        return None
    return Frame(statement, found, front, middle, _subject(material, statement, found, front, middle))


def _is_clear(material: Material, piece: Chunk) -> bool:
    tags = {material.analysis.words[token].tag for token in piece.tokens}
    joined = tags & _COORDINATED - (
        {"KON", "KOKOM"} if piece.joined or piece.kind in {"noun", "prepositional"} else set()
    )
    return piece.kind in _MOVABLE and not joined


def _closes(material: Material, found: Fields) -> bool:
    """Whether what stands behind the right bracket is the full stop or a clause behind a comma."""
    first = material.analysis.form(found.rest[0]) if found.rest else "."
    return first in {".", ","}


def _subject(
    material: Material, statement: Statement, found: Fields, front: Sequence[Chunk], middle: Sequence[Chunk]
) -> Chunk | None:
    """The one piece that can be the subject: in the nominative, of the verb's number."""
    number = material.analysis.words[found.finite].features.get("Number", "")
    able = [piece for piece in (*front, *middle) if _can_be_subject(material, statement, piece, number)]
    certain = [piece for piece in able if _is_nominative(material, statement, piece)]
    if len(certain) == 1:
        return certain[0]
    if len(able) == 1:
        return able[0]
    return _acting(material, found, able) or _leading(material, found, front, able)


def _leading(material: Material, found: Fields, front: Sequence[Chunk], able: Sequence[Chunk]) -> Chunk | None:
    """The definite phrase that is the whole Vorfeld, where what else could be the subject is a thing that does nothing.

    Where a form leaves it open, German readers take the first one too; of `sein` the one that is no `ein …`.
    """
    if len(front) != 1 or front[0] not in able or not _is_definite(material, front[0]):
        return None
    others = [piece for piece in able if piece != front[0]]
    verbs = {material.analysis.words[token].lemma for token in (found.finite, *found.bracket)}
    if verbs & (words("object_first.txt") | wordclass("verbs.undecided-in-front")):
        return None
    if _links(material, found):
        passive = material.analysis.words[found.finite].lemma == "werden"
        return None if passive or any(_is_definite(material, piece) for piece in others) else front[0]
    return None if any(acts(material, piece) or _is_somebody(material, piece) for piece in others) else front[0]


def _is_somebody(material: Material, piece: Chunk) -> bool:
    """`Die Folgen bekamen die Kunden zu spüren`: of the people no list says that they act."""
    return piece.phrase is not None and is_somebody(material, material.analysis.words[piece.phrase.head].lemma)


def _is_definite(material: Material, piece: Chunk) -> bool:
    """Whether a phrase begins with a definite article, or is a name or `Gemeindepräsidentin` before one."""
    first = material.analysis.words[piece.tokens[0]]
    named = first.tag == "NE" or extent.in_person(material.analysis, piece.tokens[-1])
    return named or material.analysis.form(piece.tokens[0]).lower() in {"der", "die", "das"}


def _acting(material: Material, found: Fields, able: Sequence[Chunk]) -> Chunk | None:
    """The first piece where it can act and no other one can; unless things act on people by this verb."""
    verbs = {material.analysis.words[token].lemma for token in (found.finite, *found.bracket)}
    if not able or verbs & (words("object_first.txt") | {"bleiben", "heißen"}) or _links(material, found):
        return None
    acting = [piece for piece in able if acts(material, piece)]
    return acting[0] if acting == [able[0]] else None


def _links(material: Material, found: Fields) -> bool:
    """Whether `sein` or `werden` links the subject to a noun, or the clause is passive."""
    if material.analysis.words[found.finite].lemma not in {"sein", "werden"}:
        return False
    tags = {material.analysis.words[token].tag for token in found.bracket}
    future = material.analysis.words[found.finite].lemma == "werden" and "VV(INF)" in tags
    return not (future and not tags & {"VV(PP)", "VA(INF)"})


def acts(material: Material, piece: Chunk) -> bool:
    """Whether a phrase names a person, an institution, a country or a group of people."""
    head = piece.tokens[-1] if piece.phrase is None else piece.phrase.head
    span = material.analysis.article.tokens[head]
    named = {
        name.kind
        for name in material.analysis.names
        for mention in name.mentions
        if mention.start <= span.start < mention.end
        or material.analysis.article.tokens[piece.tokens[-1]].end == mention.end
    }
    lemma = material.analysis.words[head].lemma
    return bool(named) or is_role(lemma) or is_institution(lemma) or lemma in words("groups.txt")


def _can_be_subject(material: Material, statement: Statement, piece: Chunk, number: str) -> bool:
    if piece.kind == "pronoun":
        form = (statement.instead.get(piece.tokens[0]) or material.analysis.form(piece.tokens[0])).lower()
        return form not in wordclass("pronouns.objects")
    if piece.kind != "noun":
        return False
    if piece.phrase is None or not piece.phrase.cases:  # a name, of whose case its form says nothing
        article = material.analysis.form(piece.tokens[0]).lower()
        if (
            article in wordclass("determiners.oblique") | {"einer"}
            or not material.analysis.form(piece.tokens[-1])[0].isalpha()
        ):
            return False
        return number == "Sing" or piece.joined or article == "die"
    plural = piece.joined or piece.phrase.number != "Sing"
    agrees = (number == "Plur" and plural) or (number == "Sing" and piece.phrase.number != "Plur")
    return "Nom" in piece.phrase.cases and (agrees or not number)


def _is_nominative(material: Material, statement: Statement, piece: Chunk) -> bool:
    if piece.tokens[0] in statement.instead or (
        piece.kind == "pronoun" and material.analysis.form(piece.tokens[0]).lower() in {"er", "man", "niemand"}
    ):
        return True
    return piece.phrase is not None and piece.phrase.cases == ("Nom",)


def asked(material: Material, one: Frame, opening: str, *, without: Chunk | None) -> str:
    """The question: W-phrase, finite verb, Mittelfeld without the answer and with the old Vorfeld, right bracket.

    `without` None asks for the Vorfeld itself; the rest of the clause stays as it was. Empty where the old Vorfeld
    would seem to belong to the noun before it, or the genitive or relative clause of the answer would be left behind.
    """
    if without is not None and any(leaves(material, one, without) for leaves in _LEAVING):
        return ""
    middle = [piece for piece in one.middle if piece != without]
    if without is not None:
        place = _place_of_front(material, one, middle)
        if place and _would_belong(material, one.front, middle[place - 1]):
            return ""
        middle = [*middle[:place], *one.front, *middle[place:]]
    tokens = [token for piece in _without_trailing(one, middle) for token in piece.tokens]
    said = (one.fields.finite, *tokens, *one.fields.bracket, *_rest(material, one))
    text = Statement(one.statement.sentence, tuple(said), one.statement.instead).text(material.analysis)
    return f"{opening} {text[0].lower()}{text[1:]}?"


def _may_turn_object(material: Material, one: Frame, answer: Chunk) -> bool:
    """`Das letzte Wort hat im November das Volk`: what comes first may be no subject, and would stand before it."""
    opens = bool(one.front) and one.front[0].kind == "noun" and one.front[0] != answer
    return opens and one.subject is None and material.analysis.words[one.front[0].tokens[0]].tag != "NE"


def _may_have_genitive(material: Material, one: Frame, answer: Chunk) -> bool:
    """`will der Sportausschuss der Stadt sprechen`: what stands behind the answer may be its genitive."""
    if answer.kind != "noun" or answer not in one.middle:
        return False
    behind = one.middle[one.middle.index(answer) + 1 :][:1]
    return any(
        piece.phrase is not None
        and piece.phrase.preposition is None
        and "Gen" in piece.phrase.cases
        and material.analysis.form(piece.tokens[0]) in wordclass("determiners.genitive-or-dative")
        for piece in behind
    )


def _is_told_of(material: Material, one: Frame, answer: Chunk) -> bool:
    """`Bei neun wurden Schmerzen festgestellt, die anhielten`: the clause behind the bracket tells of the answer."""
    tags = [material.analysis.words[token].tag for token in _rest(material, one)[:3]]
    nouns = [piece for piece in one.middle if piece.kind in {"noun", "prepositional"}]
    relative = tags[:2] == ["$,", "PRELS"] or tags == ["$,", "APPR", "PRELS"]
    return relative and nouns[-1:] == [answer]


_LEAVING = (_may_turn_object, _may_have_genitive, _is_told_of)


def _would_belong(material: Material, front: Sequence[Chunk], before: Chunk) -> bool:
    """`Für Fahrräder hat der Verein …`: behind its subject it would be a club for bicycles."""
    noun = before.kind in {"noun", "prepositional"}
    first = material.analysis.form(front[0].tokens[0]).lower() if front else ""
    return noun and first in wordclass("prepositions.after-nouns") - {"an", "am"}


def _without_trailing(one: Frame, pieces: Sequence[Chunk]) -> list[Chunk]:
    """An adverb that stood before the answer and would come last stands before the phrase in front of it.

    `Auf der Liste stehen zurzeit 640 Haushalte`: Wie viele stehen zurzeit auf der Liste?
    """
    kinds = [piece.kind for piece in pieces]
    if one.fields.bracket or kinds[-1:] != ["adverb"] or "prepositional" not in kinds:
        return list(pieces)
    place = max(number for number, kind in enumerate(kinds) if kind == "prepositional")
    if set(kinds[place + 1 : -1]) - {"noun"}:  # a genitive behind it at most
        return list(pieces)
    if pieces[place] in one.front:  # `auf der Liste für 2026` stays together
        place = pieces.index(one.front[0])
    return [*pieces[:place], pieces[-1], *pieces[place:-1]]


def _rest(material: Material, one: Frame) -> tuple[int, ...]:
    rest = one.fields.rest
    return rest[:-1] if rest and material.analysis.form(rest[-1]) == "." else rest


def _place_of_front(material: Material, one: Frame, middle: Sequence[Chunk]) -> int:
    """Behind light pronouns; what is no subject stands behind the subject, unless that is new (`ein Patt`)."""
    place = 0
    while place < len(middle) and middle[place].kind in _LIGHT:
        place += 1
    known = not _is_new(material, one.subject) or _is_object(one.front)
    if not one.subject_in_front and one.subject in middle and known:
        place = max(place, [piece == one.subject for piece in middle].index(True) + 1)
    new = bool(one.front) and not one.subject_in_front and not _tells_when(material, one.front[0])
    while new and place < len(middle) and _tells_when(material, middle[place]):
        place += 1  # `Wer hat in den letzten Wochen gegen die Gebühr geklagt?`
    return place


def _tells_when(material: Material, piece: Chunk) -> bool:
    """`in den vergangenen drei Wochen`, `am Montag`."""
    lemma = material.analysis.words[piece.tokens[-1]].lemma
    return piece.kind == "prepositional" and lemma in column("times.tsv") | column("calendar.tsv")


def _is_object(front: Sequence[Chunk]) -> bool:
    """`Den Ausschlag gab ein Vorfall im Mai`: Wann gab ein Vorfall den Ausschlag?"""
    phrase = front[0].phrase if front and front[0].kind == "noun" else None
    return phrase is not None and phrase.cases == ("Acc",)


def _is_new(material: Material, subject: Chunk | None) -> bool:
    """Whether the subject begins with `ein` or `kein`, so that what is known stands before it."""
    return subject is not None and material.analysis.form(subject.tokens[0]).lower().startswith(("ein", "kein"))
