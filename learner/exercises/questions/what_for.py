"""`Wozu`: a clause with `um … zu` behind the main clause; the other answers are aims and plans told elsewhere."""

from collections.abc import Iterator, Sequence

from learner.exercises.chunks import Chunk
from learner.exercises.material import Material
from learner.exercises.questions.frame import Frame, acts, asked
from learner.exercises.questions.question import Question, distinct, is_around, said, tells_alike
from learner.exercises.questions.tails import tails
from learner.language.wordbook import wordbook

_NOTHING = Chunk("other", ())
_LIGHT = frozenset({"pronoun", "reflexive"})


def what_for(material: Material, frames: Sequence[Frame], one: Frame) -> Iterator[Question]:
    """The question for the aim with which the clause's sentence ends."""
    aims = {tail.sentence: tail for tail in tails(material) if tail.kind == "in order"}
    tail = aims.get(one.statement.sentence)
    if tail is None or one.subject is None or not one.complete:
        return
    wrong = [aim.text(material) for aim in aims.values() if _is_apart(material, one, aim.sentence)]
    plans = [
        plan
        for other in frames
        if _is_apart(material, one, other.statement.sentence)
        if (plan := _plan(material, other))
    ]
    material.rng(f"what for {one.statement.sentence}").shuffle(plans)
    key = tail.text(material)
    yield Question(
        one.statement, "aim", asked(material, one, "Wozu", without=_NOTHING), key, distinct([*wrong, *plans], key)
    )


def _is_apart(material: Material, one: Frame, sentence: int) -> bool:
    """Whether a sentence stands around and tells of another matter."""
    return is_around(material, one.statement, sentence) and not tells_alike(material, one.statement, sentence)


def _plan(material: Material, one: Frame) -> str:
    """`um eine Halle zu bauen` of `Der Rat will eine Halle bauen`; empty where it is no such clause."""
    words = material.analysis.words
    if words[one.fields.finite].lemma not in {"wollen", "sollen"} or len(one.fields.bracket) != 1 or not one.complete:
        return ""
    infinitive = one.fields.bracket[0]
    pieces = [piece for piece in (*one.front, *one.middle) if piece != one.subject]
    if words[infinitive].tag != "VV(INF)" or one.subject is None or not acts(material, one.subject):
        return ""
    if any(piece.kind in _LIGHT for piece in pieces):
        return ""
    if not pieces or (one.subject_in_front and len(one.front) > 1):
        return ""
    tokens = tuple(token for piece in pieces for token in piece.tokens)
    form = _with_zu(material, infinitive)
    return f"um {said(material, one.statement, tokens)} {form}" if form else ""


def _with_zu(material: Material, infinitive: int) -> str:
    """`zu bauen`, `anzubieten`; empty for a verb that is not in the lexicon."""
    lemma = material.analysis.words[infinitive].lemma
    lexeme = wordbook(material.lexicon).lookup(lemma, "VERB")
    if lexeme is None or lexeme.verb is None or material.analysis.form(infinitive) != lemma:
        return ""
    particle = lexeme.verb.particle
    return f"{particle}zu{lemma.removeprefix(particle)}" if particle else f"zu {lemma}"
