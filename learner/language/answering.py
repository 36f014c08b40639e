"""Quotations behind quotations: the same speaker goes on, or the one who was asked answers."""

from collections.abc import Sequence

from learner.language.analysis import Quote
from learner.language.scene import Passage, Scene, with_speaker
from learner.lexicon.wordclasses import wordclass

_SHORT = 3  # words of a quotation that may as well be the answer to a question
_ASKING_BACK = wordclass("verbs.asking") - {"fragen"}  # who asks back answers himself
_ASKING = wordclass("verbs.asking") | {"wollen"}  # `wollte sie wissen`
_URGING = wordclass("conjunctions.urging")


def continued(scene: Scene, passage: Passage, before: tuple[Passage, Quote] | None) -> Quote | None:
    """A quotation right behind another one goes on with the same speaker, also from paragraph to paragraph."""
    if before is None or (before[1].speaker is None and before[1].cue is None):
        return None
    other, quote = before
    if (
        _is_put_to_another(scene, quote)
        or _is_short_question(scene, quote)
        or (passage.words <= _SHORT and _is_put(scene, quote, _ASKING))
    ):
        return None
    following = scene.paragraph(passage.begins) - scene.paragraph(other.ends)
    if other.open:
        return with_speaker(passage.span, "direct", quote) if following == 1 else None
    adjacent = passage.begins - max(other.ends, _end_of_cue(scene, quote)) <= 1
    return with_speaker(passage.span, "direct", quote) if adjacent and following == 0 else None


def answer(scene: Scene, passage: Passage, quotes: Sequence[Quote], indirect: Sequence[Quote] = ()) -> Quote | None:
    """Behind `„Und dann?“, hakte sie nach.` the one who had spoken before in the paragraph answers."""
    if not quotes or not (_is_put_to_another(scene, quotes[-1]) or _is_short_question(scene, quotes[-1])):
        return None
    here = scene.paragraph(passage.begins)
    said = [*(one for one in indirect if one.end < passage.span.start), *quotes]
    near = [one for one in said if scene.paragraph(scene.draft.sentence_at(one.start + 1)) == here]
    others = {one.speaker for one in near} - {quotes[-1].speaker}
    if len(others) != 1 or quotes[-1] not in near:
        return None
    return Quote(passage.span.start, passage.span.end, "direct", others.pop(), certain=False, cue=quotes[-1].cue)


def _is_short_question(scene: Scene, quote: Quote) -> bool:
    """`„Und dann?“, fragte sie. „…“`: one or two words that ask another to go on."""
    words = scene.draft.article.text[quote.start : quote.end].split()
    urges = 0 < len(words) < _SHORT and words[0] in _URGING
    return urges and _is_put(scene, quote, _ASKING)


def _is_put_to_another(scene: Scene, quote: Quote) -> bool:
    """`„Und dann?“, hakte sie nach. „…“`: what follows is the answer."""
    return _is_put(scene, quote, _ASKING_BACK)


def _is_put(scene: Scene, quote: Quote, verbs: frozenset[str]) -> bool:
    """Whether a quotation is a question with one of these verbs beside it."""
    asked = scene.draft.article.text[quote.start : quote.end].endswith("?")
    tokens = scene.draft.tokens_in(quote.cue) if asked and quote.cue else ()
    return any(scene.draft.words[token].lemma in verbs for token in tokens)


def _end_of_cue(scene: Scene, quote: Quote) -> int:
    return scene.draft.sentence_at(quote.cue.end) if quote.cue else -1
