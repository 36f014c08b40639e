"""Questions that an article asks without marks (`Ob er nun geht?`): who answers them in the next sentence."""

from collections.abc import Iterable

from learner.language import gazetteer
from learner.language.analysis import Quote
from learner.language.scene import Passage, Scene


def is_free_question(scene: Scene, sentence: int) -> bool:
    """`Ob Roth nun geht?`, `Wird sie gehen?`: a whole sentence outside quotation marks that asks."""
    tokens = scene.draft.sentences[sentence]
    outside = bool(tokens) and tokens[0] not in scene.quoted and tokens[-1] not in scene.quoted
    return outside and scene.draft.forms[tokens[-1]] == "?"


def to_free_question(scene: Scene, passage: Passage, quotes: Iterable[Quote]) -> Quote | None:
    """`„Schön“, sagte Roth. Ob Renn das weiß? „Sicher.“`: whoever spoke last before and is not asked about."""
    asked = passage.begins - 1
    if asked < 0 or not is_free_question(scene, asked) or scene.paragraph(asked) != scene.paragraph(passage.begins):
        return None
    last = last_before(scene, asked, quotes)
    if last is None or _acts_between(scene, last, asked) or not _is_somebody(scene, last.speaker or ""):
        return None
    return Quote(passage.span.start, passage.span.end, "direct", last.speaker, certain=False, cue=last.cue)


def _acts_between(scene: Scene, last: Quote, asked: int) -> bool:
    """`…, heißt es beim Amt. Roth glaubt das nicht. Was fehle?`: another person stands between, who may answer."""
    between = range(scene.draft.sentence_at(last.end) + 1, asked)
    speakers = [found for sentence in between if (found := scene.subject_of(sentence))]
    return any(one.name != last.speaker and scene.is_person(one) for one in speakers)


def _is_somebody(scene: Scene, speaker: str) -> bool:
    """Whether a speaker is a person, by name or office: no body is asked like that."""
    named = any(one.name == speaker and one.kind == "person" for one in scene.names)
    return named or bool(gazetteer.sex_of_person(speaker.partition(" ")[0]))


def last_before(scene: Scene, asked: int, quotes: Iterable[Quote]) -> Quote | None:
    """The last speech with a speaker in the paragraph before a question, unless the question tells of him by name."""
    start = scene.draft.article.sentences[asked].start
    before = [one for one in quotes if one.speaker and one.end <= start and _is_near(scene, one, asked)]
    last = max(before, key=lambda one: one.end, default=None)
    named = scene.speakers.named(scene.draft.sentences[asked])
    return last if last and last.speaker not in named else None


def _is_near(scene: Scene, quote: Quote, asked: int) -> bool:
    """Whether a quotation stands in the paragraph of a sentence."""
    return scene.paragraph(scene.draft.sentence_at(quote.start + 1)) == scene.paragraph(asked)
