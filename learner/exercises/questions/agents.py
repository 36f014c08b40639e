"""Who can act: persons, institutions, groups of people; told by names, roles and the heads of noun phrases."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from learner.exercises import extent
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.material import Material
from learner.exercises.persons import persons
from learner.exercises.questions.frame import Frame
from learner.exercises.questions.nouns import is_institution, is_role
from learner.exercises.questions.question import said
from learner.exercises.wordlists import words
from learner.language.analysis import Name
from learner.language.tables import rows
from learner.lexicon.wordclasses import wordclass

AgentKind = Literal["person", "institution", "group", "thing", "role", "country"]
_MOST_TOKENS = 7
_ATTRIBUTIVE = wordclass("prepositions.belonging") - {"für"}
_SEATS = ("bänke", "bänken")  # no institutions, which are `Banken`


@dataclass(frozen=True, slots=True)
class Agent:
    """A subject of the article: its kind, how it is named in an answer, where it stands, the person it is."""

    kind: AgentKind
    text: str
    sentence: int
    plural: bool
    name: Name | None = None
    lemma: str = ""


def agent(material: Material, one: Frame) -> Agent | None:
    """The subject of a frame; None where it is a pronoun, too long, or what it names is not certain."""
    subject = one.subject
    if subject is None or (subject.kind != "noun" and subject.tokens[0] not in one.statement.instead):
        return None
    tokens = one.fields.vorfeld if one.subject_in_front else subject.tokens
    named = one.subject_in_front and extent.in_person(material.analysis, subject.tokens[-1])
    if (len(tokens) > _MOST_TOKENS and not named) or (subject.joined and not one.subject_in_front):
        return None
    head = subject.tokens[-1] if subject.phrase is None else subject.phrase.head
    if material.analysis.form(head).lower().endswith(_SEATS):
        return None
    lemma = material.analysis.words[head].lemma
    name = _person(material, one, subject.tokens)
    kind = _kind(material, subject.tokens, lemma, name, joined=subject.joined)
    if name and one.subject_in_front and not _is_with_attributes(one):
        return None
    plural = material.analysis.words[one.fields.finite].features.get("Number") == "Plur"
    text = name.name if name and kind == "person" else said(material, one.statement, tokens)
    return Agent(kind, text, one.statement.sentence, plural, name, lemma) if kind else None


def _is_with_attributes(one: Frame) -> bool:
    """`Der Ökonom Tilo Rensing vom Institut für Seehandel`: nothing but prepositional phrases behind the name."""
    return one.front[0] == one.subject and all(piece.kind == "prepositional" for piece in one.front[1:])


def leaves_attribute(material: Material, one: Frame) -> bool:
    """Whether what stands behind the subject belongs to it and would stay (`die Rentnerin aus Evern`)."""
    place = one.middle.index(one.subject) if one.subject in one.middle else len(one.middle)
    behind = [material.analysis.form(piece.tokens[0]).lower() for piece in one.middle[place + 1 : place + 2]]
    return not _ATTRIBUTIVE.isdisjoint(behind)


def _person(material: Material, one: Frame, tokens: Sequence[int]) -> Name | None:
    """The person whose name ends the phrase, or stands for its pronoun; None where more than one are called so."""
    if any(material.analysis.form(token) in words("families.txt") for token in tokens):
        return None  # `die Familie Kestler`
    nouns = [material.analysis.words[token] for token in tokens[:-1]]
    if any(word.tag == "NN" and not is_somebody(material, word.lemma) for word in nouns):
        return None  # `die Käserei Rüegg`
    written = one.statement.instead.get(tokens[0])
    last = material.analysis.article.tokens[tokens[-1]]
    for name in persons(material):
        if name.name == written or any(m.start <= last.start and last.end == m.end for m in name.mentions):
            return name
    return None


def _kind(
    material: Material, tokens: Sequence[int], lemma: str, name: Name | None, *, joined: bool
) -> AgentKind | None:
    named = _name_kind(material, tokens)
    if name:
        return None if joined else "person"
    if named in {"person", "place"}:
        country = named == "place" and not joined and _is_country(material, tokens)
        return "country" if country else None
    if named == "organisation" or is_institution(lemma):
        return "institution"
    return None if joined else _of_noun(lemma)


def _of_noun(lemma: str) -> AgentKind:
    if is_role(lemma):
        return "role"
    return "group" if lemma in words("groups.txt") else "thing"


def _name_kind(material: Material, tokens: Sequence[int]) -> str:
    """The kind of the name that ends the phrase; empty where there is none."""
    span = material.analysis.article.tokens[tokens[-1]]
    for name in material.analysis.names:
        if any(mention.start <= span.start and span.end <= mention.end for mention in name.mentions):
            return name.kind
    tag = material.analysis.words[tokens[-1]].tag
    return "person" if tag in {"NE", "FM"} else ""


def _is_country(material: Material, tokens: Sequence[int]) -> bool:
    """Whether the phrase is a country's name, with or without its article."""
    name = material.analysis.form(tokens[-1])
    return len(tokens) <= 2 and any(row[0] == name and row[1] == "c" for row in rows("places.tsv"))


def agents(material: Material, frames: Sequence[Frame]) -> tuple[Agent, ...]:
    """Every subject of the article that can stand as an answer to `Wer`."""
    found = [one for item in frames if (one := agent(material, item)) is not None and one.kind != "thing"]
    named = [Agent("person", person.name, -1, False, person) for person in persons(material)]
    return (*named, *(one for one in found if one.kind != "person"))
