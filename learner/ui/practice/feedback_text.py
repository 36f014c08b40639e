"""What is said after an answer: sign and word, the reason, the evidence quoted from the article."""

from collections.abc import Callable

from textual.content import Content

from learner.exercises.answers import Outcome
from learner.exercises.item import Feedback, Item
from learner.progress.session import Answered
from learner.text.article import Article, Span
from learner.ui.literal import literal, nested, plain
from learner.ui.practice.answer import SIGNS, STYLES
from learner.ui.reading.words import place_name

Say = Callable[..., str]
_LONGEST_QUOTE = 280


def feedback(item: Item, answered: Answered, article: Article | None, language: str, say: Say) -> Content:
    """All that is said of an answer; without an article (in a review) the evidence is quoted without its place."""
    score = answered.score
    why = reason(score.feedback, language, say)
    rows = [verdict(score.outcome, say) + _cost(answered, say), plain(why)]
    if article is None:
        quoted = [literal(text) for text in item.evidence if len(text) <= _LONGEST_QUOTE]
        rows += [plain(f"„{nested(text)}“", "italic") for text in quoted if text not in literal(why)]
    else:
        rows += evidence_rows(article, item.evidence, why, say)
    return Content("\n").join(row for row in rows if row)


def _cost(answered: Answered, say: Say) -> Content:
    """What the hints have cost."""
    lost = answered.score.points - answered.attempt.points
    return plain(f"  {say('ui.hint.cost', points=f'{lost:g}')}", "$quiet") if lost > 0 else Content("")


def verdict(outcome: Outcome, say: Say) -> Content:
    """`✓ Right`, in words and colour."""
    return Content.styled(f"{SIGNS[outcome]} {say(f'ui.outcome.{outcome}')}", STYLES[outcome])


def reason(said: Feedback, language: str, say: Say) -> str:
    """The reason in the interface language: the generated sentence, or the author's own text; empty for none."""
    if isinstance(said.text, dict):
        return said.text.get(language) or next(iter(said.text.values()), "")
    if said.text:
        return said.text
    return say(said.key, **said.values) if said.key else ""


def evidence_spans(article: Article, evidence: tuple[str, ...]) -> tuple[Span, ...]:
    """Where the evidence stands in the article; what does not stand there is passed over."""
    places = [(article.text.find(quoted), len(quoted)) for quoted in evidence if quoted]
    return tuple(Span(start, start + length) for start, length in places if start >= 0)


def evidence_rows(article: Article, evidence: tuple[str, ...], why: str, say: Say) -> list[Content]:
    """A row for each piece of evidence; a paragraph that a quotation names already is not named alone."""
    rows = (_evidence(article, span, why, say) for span in evidence_spans(article, evidence))
    once = {row.plain: row for row in rows}
    return [row for text, row in once.items() if not any(other != text and other.endswith(text) for other in once)]


def _evidence(article: Article, span: Span, why: str, say: Say) -> Content:
    """The evidence quoted, with its paragraph; the paragraph alone where the reason quotes it or it is a passage."""
    place = plain(
        say("ui.practice.paragraph", number=literal(place_name(article, span.start))).replace(" ", "\u00a0"), "$quiet"
    )
    quoted = literal(article.slice(span))
    if quoted in literal(why) or len(quoted) > _LONGEST_QUOTE:
        return place
    return plain(f"„{nested(quoted)}“", "italic") + Content("  ") + place
