"""Speech in an article: direct quotations and reported clauses, each with its speaker where the text makes it clear."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from learner.language.analysis import Name, Quote
from learner.language.continuing import going_on
from learner.language.direct import cued, remaining
from learner.language.draft import Draft
from learner.language.further import ANYBODY, inside, retold, said_again
from learner.language.interview import answers
from learner.language.reported import reported
from learner.language.scene import Scene
from learner.text.article import Span


def quotes(draft: Draft, names: Sequence[Name]) -> tuple[Quote, ...]:
    """All speech in the order of the text."""
    scene = Scene(draft, names)
    indirect = reported(scene)
    direct = cued(scene)
    more = going_on(scene, [*indirect, *direct.values()])
    indirect = [quote for quote in indirect if not any(_covers(scene, other, quote) for other in more)] + more
    spoken = remaining(scene, direct, indirect)
    found = [*spoken, *indirect, *_behind_spoken(scene, spoken, indirect)]
    found += answers(scene)
    found += inside(scene, found)
    found += retold(scene, found)
    return tuple(said_again(scene, sorted(found, key=lambda quote: (quote.start, -quote.end))))


def _behind_spoken(scene: Scene, spoken: Sequence[Quote], indirect: Sequence[Quote]) -> list[Quote]:
    """`Kranz lacht. „Das war viel.“ Einmal habe sie gezittert`: what goes on behind quotations without a cue."""
    known = {scene.draft.sentence_at(quote.start + 1) for quote in [*spoken, *indirect]}
    more = going_on(scene, [*indirect, *spoken])
    return [one for one in more if one.speaker and _is_new(scene, scene.draft.sentence_at(one.start + 1), known)]


def _is_new(scene: Scene, sentence: int, known: AbstractSet[int]) -> bool:
    """Whether nothing is known of a sentence that stands behind another one in its paragraph."""
    return sentence not in known and sentence > 0 and scene.paragraph(sentence - 1) == scene.paragraph(sentence)


def _covers(scene: Scene, outer: Quote, inner: Quote) -> bool:
    """Whether what goes on holds a passage, which is not what it tells that another one said."""
    holds = outer.start <= inner.start and inner.end <= outer.end
    return holds and not (inner.speaker and inner.speaker != outer.speaker and _is_told_anew(scene, inner))


def _is_told_anew(scene: Scene, inner: Quote) -> bool:
    """`Der Wirt habe gesagt, es sei voll`: words of another one in a clause of their own behind a perfect."""
    cue = scene.draft.tokens_in(inner.cue) if inner.cue else range(0)
    first = scene.draft.tokens_in(Span(inner.start, inner.end)).start
    if not cue or first <= cue[-1] or set((inner.speaker or "").split()[-1:]) & ANYBODY:
        return False
    says = any(one.first == cue[0] and one.last == cue[-1] and one.strength == "s" for one in scene.cues)
    perfect = any(scene.draft.words[token].lemma == "haben" for token in cue)
    own = scene.draft.clauses[scene.draft.sentence_of(first)]
    return says and perfect and any(one.start_token == first and one.kind == "main" for one in own)
