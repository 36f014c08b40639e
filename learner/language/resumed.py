"""A quotation that is taken up again: behind a sentence of the article itself in a paragraph where only one speaks."""

from collections.abc import Sequence

from learner.language import gazetteer
from learner.language.analysis import Quote
from learner.language.scene import Passage, Scene
from learner.language.segments import QUOTATION_MARKS
from learner.lexicon.wordclasses import wordclass

_ASKING = wordclass("verbs.asking", "verbs.answering", "verbs.hearing") | {"rufen"}
_FEWEST = 3  # words of a quotation that is no answer or shout of somebody else


def resumed(scene: Scene, passage: Passage, quotes: Sequence[Quote]) -> Quote | None:
    """`„…“, sagt Kranz und zeigt auf den Acker. Dort fährt ein Roboter. „Der jammert nicht.“`: Kranz again."""
    here = scene.paragraph(passage.begins)
    before = sorted((one for one in quotes if one.end <= passage.span.start), key=lambda one: one.start)
    near = [one for one in before if scene.paragraph(scene.draft.sentence_at(one.start + 1)) == here]
    speakers = {one.speaker for one in near}
    last = near[-1] if near else None
    if last is None or len(speakers) != 1 or not _opens(scene, passage) or passage.words < _FEWEST:
        return None
    if not scene.is_called_person(last.speaker) or _is_question(scene, last):
        return None
    ends = scene.draft.sentence_at(max(last.end, last.cue.end if last.cue else 0))
    between = range(ends + 1, passage.begins)
    if any(tells_of_others(scene, sentence, last.speaker or "") for sentence in between):
        return None
    return Quote(passage.span.start, passage.span.end, "direct", last.speaker, certain=False, cue=last.cue)


def _opens(scene: Scene, passage: Passage) -> bool:
    """Whether nothing stands in the sentence before the quotation."""
    start = scene.draft.sentences[passage.begins].start
    return all(scene.draft.forms[token] in QUOTATION_MARKS for token in range(start, passage.first))


def _is_question(scene: Scene, quote: Quote) -> bool:
    return scene.draft.article.text[quote.start : quote.end].rstrip().endswith("?")


def tells_of_others(scene: Scene, sentence: int, speaker: str) -> bool:
    """Whether somebody else is named or told of in a sentence, or it asks or tells of words."""
    draft, tokens = scene.draft, [one for one in scene.draft.sentences[sentence] if one not in scene.quoted]
    nouns = [draft.words[one].lemma for one in tokens if draft.tag(one) in {"NN", "NNA"}]
    persons = any(gazetteer.role(noun) or gazetteer.sex_of_person(noun) for noun in nouns)
    words = any(draft.words[one].lemma in _ASKING or draft.forms[one] in {"?", ":"} for one in tokens)
    return persons or words or bool(scene.speakers.named(tokens) - {speaker})
