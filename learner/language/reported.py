"""Reported speech: what a verb of saying governs, what `laut X` marks, what stands behind a colon or a question."""

from collections.abc import Sequence
from dataclasses import replace

from learner.language.analysis import Quote
from learner.language.attributed import attributed_words
from learner.language.claims import claims, is_claim
from learner.language.clause import Clause
from learner.language.cue import Cue
from learner.language.cues import concerned
from learner.language.extents import (
    at_semicolons,
    is_subjunctive,
    through,
)
from learner.language.governed import governed_by
from learner.language.headlines import in_headline
from learner.language.inquiries import is_put, who_asks
from learner.language.phrases import phrase_from
from learner.language.reactions import reacts
from learner.language.scene import Scene
from learner.language.segments import FINITE
from learner.language.speakers import Speaker
from learner.language.verdicts import verdict
from learner.lexicon.wordclasses import wordclass
from learner.text.article import Span

_REFUTING = wordclass("verbs.denying")


def reported(scene: Scene) -> list[Quote]:
    """All reported speech with a cue in its own sentence."""
    return [
        quote
        for sentence in range(len(scene.draft.sentences))
        for quote in (
            _of_sentence(scene, sentence)
            or _in_verdict(scene, sentence)
            or in_headline(scene, sentence)
            or _asked(scene, sentence)
            or _added(scene, sentence)
            or _behind_colon(scene, sentence)
        )
    ]


def _added(scene: Scene, sentence: int) -> list[Quote]:
    """`Kraus hält sich bedeckt, er wolle erst zuhören`: the words of the one whom the clause before tells of."""
    clauses = scene.draft.clauses[sentence]
    if len(clauses) < 2 or any(cue.sentence == sentence for cue in scene.cues):
        return []
    first, second = clauses[0], clauses[1]
    if first.kind != "main" or first.finite is None or is_subjunctive(scene, first) or not _is_told(scene, second):
        return []
    speaker = reacts(scene, sentence, second.start_token - 1) or scene.subject_of(sentence)
    if is_claim(scene, second.start_token - 2):  # `wehrt sich gegen den Eindruck, er sei müde`
        return []
    if speaker is None or not speaker.name or speaker.phrase.last > first.end_token:
        return []
    if not scene.is_person(speaker) and scene.draft.forms[second.start_token - 1] != ":":
        return []
    likely = Speaker(speaker.name, certain=False, phrase=speaker.phrase)
    cue = Cue(sentence, first, speaker.phrase.first, max(first.finite, speaker.phrase.last), likely, "i")
    return [scene.quote(through(scene, clauses[1:]), "indirect", cue)]


def _behind_colon(scene: Scene, sentence: int) -> list[Quote]:
    """`Roth versucht zu beruhigen: Man sei im Gespräch`: the words of the one of whom is told before the colon."""
    clauses = scene.draft.clauses[sentence]
    colon = next(
        (one for one in clauses if scene.draft.forms[one.start_token - 1] == ":" and _is_told(scene, one)), None
    )
    if colon is None or is_subjunctive(scene, clauses[0]) or colon is clauses[0]:
        return []
    speaker = scene.subject_of(sentence)
    opens = scene.draft.sentences[sentence].start
    if scene.draft.forms[opens] == "Für" and (speaker is None or not speaker.name or not scene.is_person(speaker)):
        speaker = concerned(scene.draft, scene.speakers, opens + 1, sentence)
    if clauses[0].finite is None:  # `versucht zu beruhigen`, whose verb looks like a participle
        start = scene.draft.sentences[sentence].start
        speaker = scene.speakers.speaker(phrase_from(scene.draft, start), None, sentence)
    speaker = reacts(scene, sentence, colon.start_token - 1) or speaker
    if speaker is None or not speaker.name or speaker.phrase.last >= colon.start_token:
        return []
    likely = Speaker(speaker.name, certain=False, phrase=speaker.phrase)
    cue = Cue(sentence, clauses[0], speaker.phrase.first, speaker.phrase.last, likely, "i")
    return [scene.quote(through(scene, clauses[clauses.index(colon) :]), "indirect", cue)]


def _in_verdict(scene: Scene, sentence: int) -> list[Quote]:
    """`Ihr Urteil: Das Tier ist gesund.`: the words of the one whom the sentence before tells of."""
    colon = verdict(scene.draft, sentence)
    words = [token for token in scene.words_of(sentence) if colon is not None and token > colon]
    if not words or any(token in scene.quoted for token in words):
        return []
    start = scene.draft.sentences[sentence].start
    mine = scene.speakers.possessor(start, sentence)
    if not mine.name or not any(scene.draft.words[token].tag in FINITE for token in words):
        return []
    likely = Speaker(mine.name, certain=False, phrase=mine.phrase)
    return [scene.quote(scene.span(words), "indirect", Cue(sentence, None, start, start, likely, "i"))]


def _is_told(scene: Scene, clause: Clause) -> bool:
    """A main clause in Konjunktiv I behind a comma or colon; not `es sei denn`, `koste es, was es wolle`."""
    if clause.kind != "main" or clause.finite is None or clause.finite == clause.start_token:
        return False
    features = scene.draft.words[clause.finite].features
    if scene.draft.forms[clause.start_token].lower() == "als":  # `sah aus, als habe sie nicht geschlafen`
        return False
    joined = scene.draft.forms[clause.start_token - 1] in {",", ":", ";"}
    idiom = scene.draft.forms[clause.finite + 1 : clause.finite + 2] == ["denn"]
    told = features.get("Mood") == "Sub" and features.get("Tense") == "Pres"
    return (
        joined and told and not idiom and clause.finite not in scene.quoted and clause.start_token not in scene.quoted
    )


def _asked(scene: Scene, sentence: int) -> list[Quote]:
    """`Auf die Frage, ob er bleibe, …`: a question in the subjunctive that nobody is named for."""
    return [
        _question(scene, clause, sentence)
        for clause in scene.draft.clauses[sentence]
        if clause.kind == "verb-last"
        and is_subjunctive(scene, clause)
        and (is_put(scene, clause) or _is_question(scene, clause, sentence))
    ]


def _question(scene: Scene, clause: Clause, sentence: int) -> Quote:
    """A question with the one who asks, where the noun before it has told."""
    asker = who_asks(scene, clause, sentence)
    cue = Cue(sentence, None, asker.phrase.first, asker.phrase.last, asker, "i") if asker and asker.name else None
    return scene.quote(scene.span(_with_infinitives(scene, clause, sentence)), "indirect", cue)


def _with_infinitives(scene: Scene, clause: Clause, sentence: int) -> Sequence[int]:
    """The tokens of a question, to the end of the sentence where it is all of it."""
    return scene.words_of(sentence) if _is_question(scene, clause, sentence) else clause.tokens


def _is_question(scene: Scene, clause: Clause, sentence: int) -> bool:
    """`Ob das reichen werde?`: a sentence by itself."""
    others = [one for one in scene.draft.clauses[sentence] if one is not clause]
    alone = (
        all(one.kind in {"infinitive", "verb-last"} and one.start_token > clause.start_token for one in others)
        and scene.draft.forms[clause.start_token].lower() == "ob"
    )
    own = [scene.draft.forms[token] for token in scene.draft.sentences[sentence]]
    return alone and "?" in own[-2:] and clause.start_token not in scene.quoted


def _of_sentence(scene: Scene, sentence: int) -> list[Quote]:
    found: list[Quote] = list(claims(scene, sentence))
    clauses = scene.draft.clauses[sentence]
    own = [cue for cue in scene.cues if cue.sentence == sentence]
    # `er finde es gut, dass …, sagte X`: what is itself reported comes last
    for cue in sorted(
        own, key=lambda one: (bool(one.clause and is_subjunctive(scene, one.clause)), one.speaker is None)
    ):
        if "i" not in cue.kinds and (not cue.clause or is_subjunctive(scene, cue.clause)):
            continue
        # `scherzte er`: what only introduces quotations still governs what stands in the subjunctive
        known = cue if "i" in cue.kinds else replace(cue, strength="t")
        governed = governed_by(scene, known, clauses) if cue.clause else attributed_words(scene, cue)
        for span in (part for whole in governed for part in at_semicolons(scene, whole)):
            if not any(span.start < quote.end and quote.start < span.end for quote in found):
                found.append(scene.quote(span, "indirect", _not_his(scene, span, cue)))
    return found


def _not_his(scene: Scene, span: Span, cue: Cue) -> Cue:
    """`Dass Geld geflossen sei, bestreitet er`: what somebody denies has been said by others."""
    verb = scene.draft.words[cue.clause.finite or 0].lemma if cue.clause else ""
    tokens = scene.draft.tokens_in(span)
    own = {scene.draft.words[token].lemma for token in cue.clause.tokens} if cue.clause else set()
    denies = bool({verb, *own} & _REFUTING) and scene.draft.form(tokens.start).lower() == "dass"
    return replace(cue, speaker=None) if denies else cue
