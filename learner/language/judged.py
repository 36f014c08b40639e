"""What somebody takes something for, in quotation marks: `hält es für „nett“`, `sieht „Raub“`, `für X ist es „gut“`."""

from learner.language.called import is_title, mark_before
from learner.language.cue import Cue
from learner.language.phrases import phrase_from
from learner.language.scene import PART, Passage, Scene
from learner.lexicon.wordclasses import wordclass

_JUDGING = wordclass("verbs.judging")
_AS = frozenset({"als", "für"})
_SEEING = wordclass("verbs.perceiving")
_NEAR_AS = 2  # tokens between `für` and the quotation


def judged(scene: Scene, passage: Passage) -> Cue | None:
    """`Sie hält den Preis für „nett, aber unnötig“`: what a person with a name takes something for."""
    start = mark_before(scene, passage)
    sentence = scene.draft.sentence_of(start) if start >= 0 else passage.begins
    if passage.words < PART or sentence != passage.begins:
        return None
    if scene.draft.forms[scene.draft.sentences[sentence].start] == "Für" and (cue := _for_someone(scene, passage)):
        return cue
    near = {scene.draft.forms[token].lower() for token in range(max(0, start - _NEAR_AS), start + 1)}
    for clause in scene.draft.clauses[sentence]:
        if clause.finite is None or passage.first not in clause.tokens:
            continue
        seen = _is_seen(scene, clause.finite, start) and not is_title(scene, passage)
        if not near & _AS and not seen:
            continue
        verbs = {scene.draft.words[token].lemma for token in clause.tokens if token not in scene.quoted}
        speaker = scene.speakers.speaker(scene.speakers.subject(clause, scene.quoted), clause.finite, sentence)
        if speaker and ((seen and speaker.name) or (verbs & _JUDGING and scene.is_person(speaker))):
            first, last = sorted((clause.finite, speaker.phrase.first))
            return Cue(sentence, clause, first, last, speaker, "d")
    return None


def _is_seen(scene: Scene, finite: int, before: int) -> bool:
    """`Die SPÖ sieht „Raub an den Armen“`, `sieht einen „…“`: the quotation is what a verb of seeing has beside it."""
    if scene.draft.words[finite].lemma not in _SEEING:
        return False
    return before == finite or (before == finite + 1 and scene.draft.words[before].tag == "ART")


def _for_someone(scene: Scene, passage: Passage) -> Cue | None:
    """`Für Keller ist das „reine Zeitverschwendung“`, `Für ihn ist es „ein Glück“`."""
    start = scene.draft.sentences[passage.begins].start
    clause = next((one for one in scene.draft.clauses[passage.begins] if passage.first in one.tokens), None)
    if clause is None or scene.draft.words[clause.finite or 0].lemma != "sein":
        return None
    if mine := scene.speakers.accusative(start + 1, passage.begins):
        return Cue(passage.begins, clause, start, start + 1, mine, "d")
    phrase = phrase_from(scene.draft, start + 1)
    if phrase is None:
        return None
    speaker = scene.speakers.only_person(range(phrase.first, phrase.last + 1))
    return Cue(passage.begins, clause, start, phrase.last, speaker, "d") if speaker else None
