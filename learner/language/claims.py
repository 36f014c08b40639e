"""What a noun says that somebody said: `die Forderung des Verbands, die Steuer zu senken`."""

from collections.abc import Iterator
from functools import cache

from learner.language import gazetteer
from learner.language.analysis import Quote
from learner.language.clause import Clause
from learner.language.phrases import phrase_from
from learner.language.scene import Scene
from learner.language.subjects import Phrase
from learner.language.tables import column, rows
from learner.lexicon.wordclasses import wordclass

DENYING = wordclass("verbs.denying", "verbs.doubting")  # whoever does this to a claim has not made it
_LINKS = frozenset({"von", "vom"})
_GENITIVES = wordclass("determiners.genitive")
ACCORDING = frozenset({"wonach", "demzufolge", "demnach"})
_INSIDE = frozenset({"NN", "NE", "ADJ(A)", "ART", "APPR", "APPRART", "PPOSAT", "PDAT", "CARD", "PTKVZ"})
_ATTRIBUTE = 6  # words of an attribute at most
_OPENERS = frozenset({"dass", "daß", "ob"})


def claims(scene: Scene, sentence: int) -> Iterator[Quote]:
    """The claims of one sentence, each with the one who made it, or with nobody where another one denies it."""
    yield from _according(scene, sentence)
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


def _according(scene: Scene, sentence: int) -> Iterator[Quote]:
    """`ein Gutachten, wonach das Haus morsch sei`: what a paper or a message says."""
    for clause in scene.draft.clauses[sentence]:
        first = clause.start_token
        if scene.draft.form(first) not in ACCORDING or scene.draft.form(first - 1) != "," or first in scene.quoted:
            continue
        phrase = _told_by(scene, first - 2)
        if phrase is None:
            continue
        span = scene.span([token for token in clause.tokens if token > first])
        paper = gazetteer.is_document(scene.draft.words[phrase.last].lemma) or not is_claim(scene, phrase.last)
        speaker = scene.speakers.paper(phrase).name if paper else None
        yield Quote(span.start, span.end, "indirect", speaker, certain=False, cue=scene.draft.span(phrase.last, first))


def _told_by(scene: Scene, last: int) -> Phrase | None:
    """The phrase of a paper or claim that ends here, or has an attribute with a preposition or genitive behind it."""
    start = scene.draft.sentences[scene.draft.sentence_of(last)].start
    for token in range(last, max(start, last - _ATTRIBUTE) - 1, -1):
        lemma = scene.draft.words[token].lemma
        says = gazetteer.is_document(lemma) or lemma in column("attribution.tsv") or is_claim(scene, token)
        if scene.draft.words[token].tag == "NN" and says:
            return Phrase(token, token)
        if scene.draft.words[token].tag not in _INSIDE:
            return None
    return None


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
