"""What a main clause of the article says of the person who acts in it, as a predicate: `hält bei Sörup 130 Kühe`."""

from collections.abc import Iterator, Sequence

from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame
from learner.exercises.questions.who import deed
from learner.exercises.relative_facts import NEVER
from learner.exercises.roles import Role
from learner.exercises.w_question import asked_frames
from learner.lexicon.wordclasses import wordclass

_SHORTEST, _LONGEST = 4, 14  # tokens of the predicate


def main_facts(material: Material) -> Iterator[Role]:
    """What every person does who is the subject of a clause that can be asked about."""
    for one in asked_frames(material):
        done = deed(material, one)
        if done is None or " " not in done.person.name:
            continue
        tokens = _predicate(one)
        if _stands_alone(material, tokens):
            yield Role(done.person, done.text, "", tokens, one.statement.sentence, clause="main")


def _predicate(one: Frame) -> tuple[int, ...]:
    """The tokens of the clause without its subject and the full stop."""
    assert one.subject is not None
    own = one.fields.vorfeld if one.subject_in_front else one.subject.tokens
    return tuple(token for token in one.statement.tokens[:-1] if token not in own)


def _stands_alone(material: Material, tokens: Sequence[int]) -> bool:
    """Whether it is one clause in the indicative that points to nothing else."""
    words = [material.analysis.words[token] for token in tokens]
    finite = [word for word in words if word.features.get("VerbForm") == "Fin"]
    if not _SHORTEST <= len(tokens) <= _LONGEST or len(finite) != 1:
        return False
    told = finite[0].features.get("Mood") == "Ind" and finite[0].features.get("Number") == "Sing"
    points = any(word.tag in NEVER for word in words)
    forms = [material.analysis.form(token) for token in tokens]
    passing = any(form.lower() in wordclass("roles.pointing") for form in forms)
    return told and all(form[0].isalnum() for form in forms) and not points and not passing
