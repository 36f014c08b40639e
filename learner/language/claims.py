"""What a noun says that somebody said: `die Forderung des Verbands, die Steuer zu senken`."""

from collections.abc import Iterator
from functools import cache

from learner.language.analysis import Quote
from learner.language.clauses import Clause
from learner.language.phrases import phrase_from
from learner.language.scene import Scene
from learner.language.subjects import Phrase
from learner.language.tables import rows

DENYING = frozenset(
    """zurückweisen bestreiten dementieren abstreiten leugnen widersprechen entkräften verneinen abwehren wehren
    kontern kommentieren kennen prüfen ausräumen zerstreuen bezweifeln""".split()
)  # whoever does this to a claim has not made it
_LINKS = frozenset({"von", "vom"})
_GENITIVES = frozenset({"des", "der", "eines", "einer"})
_OPENERS = frozenset({"dass", "daß", "ob"})


def claims(scene: Scene, sentence: int) -> Iterator[Quote]:
    """The claims of one sentence, each with the one who made it, or with nobody where another one denies it."""
    for noun in scene.draft.sentences[sentence]:
        if noun in scene.quoted or not is_claim(scene, noun):
            continue
        owner = _owner(scene, noun)
        last = owner.last if owner else noun
        last += scene.draft.tag(last + 1) == "PTKVZ"  # `wies den Vorwurf zurück, er habe …`
        clause = _clause_behind(scene, sentence, last + 2) if scene.draft.form(last + 1) == "," else None
        if clause is None or not _may_follow(scene, clause, noun, last + 2):
            continue
        maker = scene.speakers.speaker(owner, None, sentence, attributed=True)
        if (maker is None or not maker.name) and not _is_denied(scene, sentence):
            continue
        span = scene.span([token for token in clause.tokens if token > last])
        cue = scene.draft.span(noun, last)
        yield Quote(span.start, span.end, "indirect", maker.name if maker else None, certain=False, cue=cue)


def _clause_behind(scene: Scene, sentence: int, first: int) -> Clause | None:
    """The clause in which a token stands, the last one where two do."""
    return next((one for one in reversed(scene.draft.clauses[sentence]) if first in one.tokens), None)


def is_claim(scene: Scene, token: int) -> bool:
    """Whether a noun stands for what somebody said."""
    return scene.draft.words[token].tag == "NN" and scene.draft.words[token].lemma in _claims()


@cache
def _claims() -> dict[str, bool]:
    return {row[0]: len(row) > 1 for row in rows("claims.tsv")}


def _owner(scene: Scene, noun: int) -> Phrase | None:
    """The phrase behind `von` or in the genitive."""
    if scene.draft.form(noun + 1) in _LINKS:
        return phrase_from(scene.draft, noun + 2)
    return phrase_from(scene.draft, noun + 1) if scene.draft.form(noun + 1) in _GENITIVES else None


def _may_follow(scene: Scene, clause: Clause, noun: int, first: int) -> bool:
    """`dass` and the like, the subjunctive, or an infinitive where the noun takes one."""
    if clause.kind == "infinitive":
        return _claims()[scene.draft.words[noun].lemma]
    if clause.finite is None or clause.finite in scene.quoted or clause.finite < first or first in scene.quoted:
        return False
    told = scene.draft.words[clause.finite].features.get("Mood") == "Sub"
    opened = scene.draft.words[first].lemma in _OPENERS
    return (clause.kind == "verb-last" and opened) or (clause.kind == "main" and told)


def _is_denied(scene: Scene, sentence: int) -> bool:
    """Whether the sentence has a verb of denying."""
    return any(scene.draft.words[token].lemma in DENYING for token in scene.draft.sentences[sentence])
