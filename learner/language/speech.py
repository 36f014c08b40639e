"""Speech in an article: direct quotations and reported clauses, each with its speaker where the text makes it clear."""

from collections.abc import Sequence

from learner.language.analysis import Name, Quote
from learner.language.continuing import going_on
from learner.language.direct import cued, remaining
from learner.language.draft import Draft
from learner.language.further import inside, said_again
from learner.language.interview import answers
from learner.language.reported import reported
from learner.language.scene import Scene


def quotes(draft: Draft, names: Sequence[Name]) -> tuple[Quote, ...]:
    """All speech in the order of the text."""
    scene = Scene(draft, names)
    indirect = reported(scene)
    direct = cued(scene)
    more = going_on(scene, [*indirect, *direct.values()])
    indirect = [quote for quote in indirect if not any(_holds(other, quote) for other in more)] + more
    found = [*remaining(scene, direct, indirect), *indirect]
    found += answers(scene)
    found += inside(scene, found)
    return tuple(said_again(scene, sorted(found, key=lambda quote: (quote.start, -quote.end))))


def _holds(outer: Quote, inner: Quote) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
