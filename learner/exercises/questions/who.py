"""`Wer`: the subject is a person, an institution or a group; the other answers are others of the article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from learner.exercises.difficulty import at_least
from learner.exercises.edits.names import does_alike, done_together
from learner.exercises.material import Material
from learner.exercises.questions.agents import Agent, agent, agents, leaves_attribute
from learner.exercises.questions.frame import Frame, asked
from learner.exercises.questions.nouns import is_role
from learner.exercises.questions.question import Question, distinct, tells_alike
from learner.exercises.questions.singular import singular
from learner.exercises.role_likeness import are_apart, kind
from learner.exercises.wordlists import words
from learner.language.analysis import Name
from learner.language.tables import column

_FEWEST_WORDS = 6
_FEWEST_CAPITALS, _MOST_CAPITALS = 2, 5
_BODIES = frozenset({"country", "institution", "group"})


def who(material: Material, frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for the subject of a clause that tells what it does."""
    subject = agent(material, one)
    if subject is None or subject.kind == "thing" or _is_empty(material, one) or _calls_names(material, one):
        return
    if _is_counted(material, one) or _opens_with_bare_object(one):
        return
    if subject.kind == "role" and _leaves_open_who(material, subject):
        return
    if _is_open(material, one, subject) or not _is_apart(material, one, subject):
        return
    turned = _with_singular(material, one) if subject.plural else one
    if turned is None:
        return
    others = list(_others(material, frames, one, subject))
    if subject.kind in {"institution", "group"} and all(_class(other) for other in others):
        return  # `Passagiere` fordern nicht mehr Geld
    wrong = [other.text for other in others if _speaks(material, one) or _class(other) == _class(subject)]
    stem = asked(material, turned, "Wer", without=None if one.subject_in_front else one.subject)
    if len(stem.split()) >= _FEWEST_WORDS - (
        subject.kind == "person" and _speaks(material, one)
    ):  # not `Wer kennt den Einwand?`
        yield Question(one.statement, "who", stem, subject.text, distinct(wrong, subject.text))


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person does, as a predicate that begins with its verb."""

    person: Name
    text: str


def deed(material: Material, one: Frame) -> Deed | None:
    """What a person does in a clause; None where others may have done it, or the words tell who it was."""
    subject = agent(material, one)
    if subject is None or subject.name is None or subject.kind != "person" or subject.plural:
        return None
    if _is_empty(material, one) or _calls_names(material, one) or _opens_with_bare_object(one):
        return None
    if _is_open(material, one, subject) or _tells_of_her(material, one):
        return None
    stem = asked(material, one, "Wer", without=None if one.subject_in_front else one.subject)
    return Deed(subject.name, stem.removeprefix("Wer ").removesuffix("?"))


def _leaves_open_who(material: Material, subject: Agent) -> bool:
    """`Unbekannte`; or one person whom the article may name elsewhere."""
    return _is_vague(subject) or (not subject.plural and _may_be_named(material, subject))


def _is_counted(material: Material, one: Frame) -> bool:
    """`612 Kinder`: how many is the question, not who."""
    return one.subject is not None and any(material.analysis.words[token].tag == "CARD" for token in one.subject.tokens)


def _opens_with_bare_object(one: Frame) -> bool:
    """`Konsequenzen hat der Händler bereits gezogen`: behind the verb it would stand before the adverbs."""
    front = one.front[:1] if not one.subject_in_front else ()
    return any(piece.kind == "noun" and piece.phrase is not None and piece.phrase.determiner is None for piece in front)


def _calls_names(material: Material, one: Frame) -> bool:
    """`Burch spricht von einer Pistole auf der Brust`: up to B1 a turn of phrase would be looked up, not understood."""
    forms = {material.analysis.form(token).lower() for token in one.statement.tokens}
    speaks = material.analysis.words[one.fields.finite].lemma in {"sprechen", "reden"}
    return speaks and bool(forms & {"von", "vom"}) and not at_least(material.level, "B2")


def _is_open(material: Material, one: Frame, subject: Agent) -> bool:
    """Whether others may have done the same, or the stem tells who did it: by its verb, or a pronoun."""
    shared = done_together(material, one.statement) or leaves_attribute(material, one)
    return shared or _is_of_office(material, one) or _points_back(material, one, subject)


def _is_apart(material: Material, one: Frame, subject: Agent) -> bool:
    """Whether a body is told from others by what it does: by what it says, of a country also by what it did.

    `Die grosse Kammer` is the Nationalrat, `das Unternehmen` has a name: no text says so.
    """
    if subject.kind in {"institution", "group"} and not _speaks(material, one):
        return False
    return subject.kind not in _BODIES or not _is_passive(material, one)


def _is_of_office(material: Material, one: Frame) -> bool:
    """Whether the verb tells by itself who acts (`verurteilen`)."""
    tokens = (one.fields.finite, *one.fields.bracket)
    return any(material.analysis.words[token].lemma in words("office_verbs.txt") for token in tokens)


def _class(one: Agent) -> bool:
    """Whether it is one person or some, and no body."""
    return one.kind in {"person", "role"}


def _speaks(material: Material, one: Frame) -> bool:
    """Whether the verb is one of saying, which persons and bodies alike can do."""
    tokens = (one.fields.finite, *one.fields.bracket)
    return any(material.analysis.words[token].lemma in column("reporting.tsv") for token in tokens)


def _is_passive(material: Material, one: Frame) -> bool:
    """Whether something is done to the subject, or it is in a state."""
    finite = material.analysis.words[one.fields.finite].lemma
    return finite in {"werden", "sein"} and any(
        material.analysis.words[token].tag in {"VV(PP)", "VA(PP)"} for token in one.fields.bracket
    )


def _is_empty(material: Material, one: Frame) -> bool:
    """Whether the clause says only that somebody is or has something, or little more than its verb."""
    verb = material.analysis.words[one.fields.finite].lemma
    content = [token for piece in one.middle if piece != one.subject for token in piece.tokens]
    told = sum(material.analysis.words[token].pos in {"NOUN", "PROPN", "ADJ", "NUM"} for token in content)
    return (verb in {"sein", "bleiben", "heißen"} and not one.fields.bracket) or told + len(one.fields.rest) // 3 < 1


def _points_back(material: Material, one: Frame, subject: Agent) -> bool:
    """Whether a pronoun in the rest may stand for the answer (`an ihnen vorbei`)."""
    own = one.subject.tokens if one.subject else ()
    rest = [token for token in one.statement.tokens if token not in own]
    pronouns = [
        material.analysis.form(token).lower()
        for token in rest
        if material.analysis.words[token].tag in {"PPER", "PPOSAT"}
    ]
    return any(form != "es" and not (form.startswith("sein") and not subject.plural) for form in pronouns)


def _may_be_named(material: Material, subject: Agent) -> bool:
    """Whether the article names a person who could be this one (`der Minister`)."""
    lemma = subject.lemma.lower()
    return any(
        lemma[:6] in name.role.lower() or not name.role for name in material.analysis.names if name.kind == "person"
    )


def _with_singular(material: Material, one: Frame) -> Frame | None:
    form = singular(material, one.fields.finite)
    return (form and replace(one, statement=one.statement.writing({one.fields.finite: form}))) or None


def _others(material: Material, frames: Sequence[Frame], one: Frame, key: Agent) -> Iterator[Agent]:
    """Others that certainly are not meant: of the same kind first; nobody who may be the same or do the same."""
    his, hers = _tells_of_him(material, one), _tells_of_her(material, one)
    able = [
        other
        for other in agents(material, frames)
        if _is_another(material, one, key, other)
        and not (his and other.name and other.name.gender == "f")
        and not (hers and other.name and other.name.gender == "m")
    ]
    material.rng(f"who {one.statement.sentence}").shuffle(able)
    ranked = sorted(able, key=lambda other: (_class(other) != _class(key), other.kind != key.kind))
    seen: set[str] = set()
    for other in ranked:
        if not _is_same(key, other) and (called := other.lemma or other.text) not in seen:
            seen.add(called)
            yield other


def _is_same(key: Agent, other: Agent) -> bool:
    """`die Polizei` and `die echte Polizei`, where no name tells them apart."""
    return not other.name and bool(key.lemma) and key.lemma == other.lemma


def _tells_of_her(material: Material, one: Frame) -> bool:
    """Whether `als Buchhalterin` says that the answer is no man."""
    own = one.subject.tokens if one.subject else ()
    words_ = (material.analysis.words[token] for token in one.statement.tokens if token not in own)
    return any(word.tag == "NN" and word.lemma.endswith("in") and is_role(word.lemma) for word in words_)


def _tells_of_him(material: Material, one: Frame) -> bool:
    """Whether `sein Haus` says that the answer is no woman."""
    rest = (token for token in one.statement.tokens if material.analysis.words[token].tag == "PPOSAT")
    return any(material.analysis.form(token).lower().startswith("sein") for token in rest)


def _is_another(material: Material, one: Frame, key: Agent, other: Agent) -> bool:
    if not _stands_beside(key, other):
        return False
    if other.kind == "role" and (not other.plural or _is_vague(other)):
        return False
    if other.name:
        short = " " not in other.text and " " in key.text  # `Leo`, what is left of a name
        return not short and (
            other.name != key.name and not _related(key, other) and not does_alike(material, one.statement, other.name)
        )
    if _related(key, other) or _related(other, key) or _is_vague(other):
        return False
    if key.kind == other.kind == "role" and not are_apart(kind(key.lemma), kind(other.lemma)):
        return False  # `die Ermittler` and `die Beamten`
    return other.text != key.text and not tells_alike(material, one.statement, other.sentence)


def _stands_beside(key: Agent, other: Agent) -> bool:
    """Whether the two can be told apart by the text alone.

    A name beside `die Anwohner` or `ein Konzern` answers itself, one beside `die Forscher` may be one of them; only
    persons stand for office; `Statiker` entdecken Risse, keine Einwohner.
    """
    if key.kind == "role" and other.kind != "role":
        return False
    if key.kind == "country":  # no ministry grows tea
        return other.kind == "country"
    return (other.kind == "person") == (key.kind == "person")


def _is_vague(other: Agent) -> bool:
    parts = other.text.lower().split()
    counted = any(part[0].isdigit() for part in parts)
    return counted or parts[0] in words("vague_determiners.txt") | words("approximate.txt") | words("number_words.txt")


def _abbreviates(short: str, full: str) -> bool:
    """Whether capitals may stand for the words of the other (`die EZB`, `Rat der Europäischen Zentralbank`)."""
    letters = short.rsplit(maxsplit=1)[-1]
    if not (letters.isupper() and _FEWEST_CAPITALS <= len(letters) <= _MOST_CAPITALS):
        return False
    rest = iter(full.lower())
    return all(letter in rest for letter in letters.lower())


def _related(one: Agent, other: Agent) -> bool:
    """Whether a word of one begins like the other's noun or role (`Opposition`, `Oppositionsführer`)."""
    role = other.name.role if other.name else ""
    if _abbreviates(one.text, other.text) or _abbreviates(other.text, one.text):
        return True
    mine = [word[:5].lower() for word in f"{one.lemma} {one.text}".split() if len(word) > 4]
    theirs = f"{other.lemma} {other.text} {role}".lower()
    return any(word in theirs for word in mine if word not in {"deuts", "russi", "ameri"})
