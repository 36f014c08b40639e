"""Items of a lesson -> cloze and comprehension notes."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from learner.errors import LessonError
from learner.exercises.item import Choice, Feedback, Gap, Item
from learner.exercises.lesson import Lesson
from learner.exercises.passage import parse
from learner.export.choice import DeckChoice, LeftOut
from learner.export.dictionary import data_sources, forms, headword, meaning
from learner.export.escaping import clean
from learner.export.notes import ClozeNote, Passage, QuestionNote, Run
from learner.export.sources import source_line
from learner.export.tags import tags_of
from learner.lexicon.lexeme import Lexeme
from learner.text.article import Article, Paragraph, Span
from learner.wording import say, sentences

LETTERS = "ABCD"
_LONG = 320  # characters of a paragraph that fills a phone
_ASKED_BY_WORD_NOTES = ("meaning", "article-plural")
_WHOLE_TEXT = "c-test"
_WHOLE_ARTICLE = "topic"  # its options are paragraphs, which no card shows
_MARK = "[["
_WITH_PROOF = 2  # evidence: what is asked about, and what proves the key


def item_notes(
    lesson: Lesson, choice: DeckChoice, words: frozenset[str]
) -> tuple[list[ClozeNote | QuestionNote], list[LeftOut]]:
    """A note for each chosen item that fits on a card; `words` are the lemmas that have a note of their own."""
    notes: list[ClozeNote | QuestionNote] = []
    left_out = []
    lexemes = {entry.lexeme.lemma: entry.lexeme for entry in reversed(lesson.analysis.entries)}
    for item in lesson.items:
        if choice.lemmas is not None and item.lemma not in choice.lemmas:
            continue
        why = _obstacle(item, words)
        if why:
            left_out.append(LeftOut(lesson.title, item.id, f"anki.left-out.{why}"))
        elif isinstance(item, Choice):
            notes.append(_question(item, lexemes.get(item.lemma), lesson, choice))
        elif isinstance(item, Gap):
            notes.append(_cloze(item, lexemes.get(item.lemma), lesson, choice))
    return notes, left_out


def _obstacle(item: Item, words: frozenset[str]) -> str:
    """Why an item cannot be a card, as the last part of a wording key; empty if it can."""
    if isinstance(item, Choice):
        return _obstacle_of_choice(item, words)
    if isinstance(item, Gap):
        return _obstacle_of_gap(item)
    return "no-card"


def _obstacle_of_choice(item: Choice, words: frozenset[str]) -> str:
    if item.exercise in _ASKED_BY_WORD_NOTES and item.lemma in words:
        return "asked-by-word"
    if item.exercise == _WHOLE_ARTICLE:
        return "whole-article"
    if not 2 <= len(item.options) <= len(LETTERS):
        return "too-many-options"
    return "" if sum(option.correct for option in item.options) == 1 else "several-right"


def _obstacle_of_gap(item: Gap) -> str:
    if item.bank:
        return "word-bank"
    if item.exercise == _WHOLE_TEXT:
        return "c-test"
    return "" if any(run.marked for run in passage_of(item.passage)) else "no-gap"


def passage_of(text: str, hints: tuple[str, ...] = ()) -> Passage:
    """A context or passage with its `[[…]]` as marked runs; as it stands where its notation is broken.

    A run holds the whole word, of answers equally right the first; letters that are given stand in its hint.
    """
    try:
        return tuple(run for run in _runs(text, hints) if run.text)
    except LessonError:
        return (Run(text),)


def _runs(text: str, hints: tuple[str, ...]) -> Iterator[Run]:
    parsed = parse(text)
    for piece, slot, hint in zip_longest(parsed.pieces, parsed.slots, hints[: len(parsed.slots)]):
        yield Run(piece)
        if slot:
            given = f"{slot.given}…" if slot.given else ""
            yield Run(slot.words[0], marked=True, hint=" ".join(filter(None, [given, hint])))


def _cloze(item: Gap, lexeme: Lexeme | None, lesson: Lesson, choice: DeckChoice) -> ClozeNote:
    return ClozeNote(
        lesson=lesson.uid,
        key=clean(item.id),
        source=source_line(lesson, list(data_sources(lexeme)), choice.language),
        tags=tags_of(lesson, choice, kind="cloze", level=item.level, exercise=item.exercise),
        prompt=item.stem,
        passage=passage_of(item.passage, item.hints),
        together=bool(item.lemma),
        explanation="\n".join(filter(None, _cloze_explanation(item, lexeme, choice.language))),
        typing=choice.typing,
    )


def _cloze_explanation(item: Gap, lexeme: Lexeme | None, language: str) -> Iterator[str]:
    """Answers equally right, the item's feedback, then headword, forms and meaning of the word."""
    alternatives = [" / ".join(slot.words) for slot in parse(item.passage).slots if len(slot.answers) > 1]
    if alternatives:
        yield say("anki.explanation.also", language, answers="; ".join(alternatives))
    feedback = feedback_text(item.feedback, language)
    if not (lexeme and lexeme.glosses and lexeme.glosses[0].text in feedback):
        yield feedback
    if lexeme:
        yield ": ".join(filter(None, [headword(lexeme), forms(lexeme)]))
        yield meaning(lexeme)


def _question(item: Choice, lexeme: Lexeme | None, lesson: Lesson, choice: DeckChoice) -> QuestionNote:
    return QuestionNote(
        lesson=lesson.uid,
        key=clean(item.id),
        source=source_line(lesson, list(data_sources(lexeme)), choice.language),
        tags=tags_of(lesson, choice, kind="comprehension", level=item.level, exercise=item.exercise),
        question=item.stem,
        passage=_shown_context(item, lesson) if item.context else _around_evidence(item, lesson),
        options=tuple(option.text for option in item.options),
        correct=next(index for index, option in enumerate(item.options) if option.correct),
        explanation="\n".join(_explanation(item, choice.language)),
    )


def _shown_context(item: Choice, lesson: Lesson) -> Passage:
    """The item's context; where it marks a pronoun also the sentence that says whom it means, further up."""
    passage = passage_of(item.context)
    if item.exercise != "w-question" or _MARK not in item.context or len(item.evidence) < _WITH_PROOF:
        return passage
    asked, proof = item.evidence[:_WITH_PROOF]
    if proof in item.context:
        return passage
    gap = " " if f"{proof} {asked}" in lesson.analysis.article.text else " … "
    return (Run(f"{proof}{gap}"), *passage)


def _around_evidence(item: Choice, lesson: Lesson) -> Passage:
    """What the item's first evidence stands in: a card is read without the article at hand."""
    article = lesson.analysis.article
    start = article.text.find(item.evidence[0]) if item.evidence else -1
    for paragraph in article.paragraphs:
        if paragraph.start <= start < paragraph.end:
            evidence = Span(start, start + len(item.evidence[0]))
            return (Run(article.slice(_excerpt(article, paragraph, evidence))),)
    return ()


def _excerpt(article: Article, paragraph: Paragraph, evidence: Span) -> Span:
    """The paragraph; of one too long for a phone the evidence with a sentence on either side."""
    within = [one for one in article.sentences if paragraph.start <= one.start < paragraph.end]
    touched = [at for at, one in enumerate(within) if one.start < evidence.end and evidence.start < one.end]
    if paragraph.end - paragraph.start <= _LONG or not touched:
        return Span(paragraph.start, paragraph.end)
    return Span(within[max(0, touched[0] - 1)].start, within[: touched[-1] + 2][-1].end)


def _explanation(item: Choice, language: str) -> Iterator[str]:
    """The feedback of the right option, the evidence, then why each wrong option is wrong."""
    right = [feedback_text(option.feedback, language) for option in item.options if option.correct]
    said = dict.fromkeys(filter(None, [*right, feedback_text(item.feedback, language)]))
    yield from said
    yield from (f"„{quote}“" for quote in item.evidence if not any(quote in text for text in said))
    yield from _reasons(item, language)


def _reasons(item: Choice, language: str) -> Iterator[str]:
    """What is said of one wrong option alone; what holds for several or quotes the evidence again says nothing new."""
    texts = {
        letter: feedback_text(option.feedback, language)
        for letter, option in zip(LETTERS, item.options, strict=False)
        if not option.correct
    }
    counts = Counter(texts.values())
    for letter, text in texts.items():
        if text and counts[text] == 1 and not any(quote in text for quote in item.evidence):
            yield f"{letter}: {text}"


def feedback_text(feedback: Feedback, language: str) -> str:
    """The feedback as a sentence in a language; empty where there is none."""
    if isinstance(feedback.text, dict):
        return feedback.text.get(language) or next(iter(feedback.text.values()), "")
    if feedback.text or feedback.key not in sentences(language):
        return feedback.text
    return say(feedback.key, language, **feedback.values)
