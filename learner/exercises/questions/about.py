"""`Was erfährt man über …`: what a person does; the other answers are what other persons of the article do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learner.exercises.edits.names import does_alike
from learner.exercises.material import Material
from learner.exercises.questions.agents import Agent, agent, leaves_attribute
from learner.exercises.questions.frame import Frame
from learner.exercises.questions.nouns import is_role
from learner.exercises.questions.question import Question, distinct
from learner.exercises.statement import Statement
from learner.lexicon.wordclasses import wordclass

_PRONOUNS = {"m": "er", "f": "sie"}
_FEWEST_TOLD = 4
_LONGEST = 150  # characters of an answer that can be weighed against others
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class _Deed:
    """What one subject does: its frame, who it is, the gender of the pronoun that stands for it."""

    frame: Frame
    who: Agent
    gender: str


def about(material: Material, frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question what the article tells of the clause's subject."""
    own = _deed(material, one)
    if own is None:
        return
    stem = f"Was erfährt man im Text über {own.who.text}?"
    key = _told(material, own, own.gender)
    others = [other for item in frames if (other := _deed(material, item)) is not None]
    able = [_told(material, other, own.gender) for other in others if _is_another(material, own, other)]
    material.rng(f"about {one.statement.sentence}").shuffle(able)
    able.sort(key=lambda text: abs(len(text) - len(key)) // 25)
    yield Question(one.statement, "about", stem, key, distinct(able, key))


def _deed(material: Material, one: Frame) -> _Deed | None:
    """The clause where a single person does something worth telling; bodies do too unlike things."""
    found = agent(material, one)
    if found is None or found.plural or one.subject is None or _says_little(material, one):
        return None
    if leaves_attribute(material, one):  # `zeigt sich Holger Prietz aus Halle`
        return None
    if found.kind == "person" and found.name and found.name.gender:
        return _Deed(one, found, found.name.gender)
    return None


def _says_little(material: Material, one: Frame) -> bool:
    """Whether less than three words of content are left without the subject, or pronouns point to others."""
    assert one.subject is not None
    left = [token for token in one.statement.tokens if token not in one.subject.tokens]
    told = [material.analysis.words[token] for token in left]
    pronouns = any(word.tag in {"PPER", "PPOSAT", "PDS", "PDAT"} for word in told)
    if any(word.lemma == "alt" for word in told):  # `war 14 Jahre alt, als …`
        return True
    if any(word.lemma in wordclass("verbs.of-scenes") | {"stehen"} for word in told):  # `steht zwischen zwei Beeten`
        return True
    elsewhere = not set(one.statement.instead) <= set(one.subject.tokens)
    return pronouns or elsewhere or sum(word.pos in _CONTENT for word in told) < _FEWEST_TOLD


def _told(material: Material, deed: _Deed, gender: str) -> str:
    """The clause with a pronoun for its subject: in front, or right behind the verb."""
    one, subject = deed.frame, deed.frame.subject
    assert subject is not None
    whole = one.fields.vorfeld if one.subject_in_front else subject.tokens
    pronoun = _PRONOUNS[gender]
    rest = [token for token in one.statement.tokens if token not in whole and token != one.fields.finite]
    front = [token for token in rest if token in one.fields.vorfeld]
    behind = [token for token in rest if token not in front]
    tokens = [whole[0], one.fields.finite, *behind] if not front else [*front, one.fields.finite, whole[0], *behind]
    instead = {**one.statement.instead, whole[0]: pronoun}
    text = Statement(one.statement.sentence, tuple(tokens), instead).text(material.analysis)
    return text if len(text) <= _LONGEST else ""


def _says_what_she_is(material: Material, deed: _Deed) -> bool:
    """`arbeitet als Hausärztin`: what only a woman, or only a man, is called."""
    assert deed.frame.subject is not None
    told = (token for token in deed.frame.statement.tokens if token not in deed.frame.subject.tokens)
    return any(is_role(material.analysis.words[token].lemma) for token in told)


def _is_another(material: Material, own: _Deed, other: _Deed) -> bool:
    """Whether somebody else does it, and nothing lets it be told of the first as well."""
    if other.who.text == own.who.text or not _told(material, other, own.gender) or own.who.name is None:
        return False
    if other.gender != own.gender and _says_what_she_is(material, other):
        return False
    names = {word for word in own.who.text.split() if word[0].isupper()}
    shown = {material.analysis.form(token) for token in other.frame.statement.tokens}
    if names & shown or any(name.startswith(form[:5]) for name in names for form in shown if len(form) > 4):
        return False
    return not does_alike(material, other.frame.statement, own.who.name)
