"""What is said after an answer: sign and word, the reason, the evidence quoted from the article."""

from collections.abc import Callable

from textual.content import Content

from learner.exercises.answers import Outcome
from learner.exercises.item import Feedback
from learner.text.article import Article, Span
from learner.ui.literal import plain
from learner.ui.practice.answer import SIGNS, STYLES

Say = Callable[..., str]


def verdict(outcome: Outcome, say: Say) -> Content:
    """`✓ Right`, in words and colour."""
    return Content.styled(f"{SIGNS[outcome]} {say(f'ui.outcome.{outcome}')}", STYLES[outcome])


def reason(feedback: Feedback, language: str, say: Say) -> str:
    """The reason in the interface language: the generated sentence, or the author's own text; empty for none."""
    if isinstance(feedback.text, dict):
        return feedback.text.get(language) or next(iter(feedback.text.values()), "")
    if feedback.text:
        return feedback.text
    return say(feedback.key, **feedback.values) if feedback.key else ""


def evidence_spans(article: Article, evidence: tuple[str, ...]) -> tuple[Span, ...]:
    """Where the evidence stands in the article; what does not stand there is passed over."""
    places = [(article.text.find(quoted), len(quoted)) for quoted in evidence if quoted]
    return tuple(Span(start, start + length) for start, length in places if start >= 0)


def evidence_rows(article: Article, spans: tuple[Span, ...], say: Say) -> list[Content]:
    """Each piece of evidence in quotation marks with the number of its paragraph."""
    return [_row(article, span, say) for span in spans]


def _row(article: Article, span: Span, say: Say) -> Content:
    number = sum(paragraph.start <= span.start for paragraph in article.paragraphs)
    quoted = plain(f"„{article.slice(span)}“", "italic")
    return quoted + Content("  ") + plain(say("ui.practice.paragraph", number=number), "$quiet")
