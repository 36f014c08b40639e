"""Questions that an article asks without marks (`Ob er nun geht?`): who answers them in the next sentence."""

from collections.abc import Iterable

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
    if last is None:
        return None
    return Quote(passage.span.start, passage.span.end, "direct", last.speaker, certain=False, cue=last.cue)


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
