"""What a card asks, kept with the card: a word in the sentence where it was met, or a missed item."""

import msgspec

from learner.exercises.item import Item
from learner.exercises.lesson import Lesson
from learner.language.analysis import Analysis, Entry
from learner.lexicon.lexeme import Lexeme


class WordRecall(msgspec.Struct, frozen=True, tag="word", omit_defaults=True):
    """A word and its sentence, all its parts between `[[…]]`; `title` is its lesson's."""

    lexeme: Lexeme
    sentence: str
    title: str
    parts_gloss: bool = False


class ItemRecall(msgspec.Struct, frozen=True, tag="item", omit_defaults=True):
    """A missed item, and the title of its lesson."""

    item: Item
    title: str


Recall = WordRecall | ItemRecall


def subject_of(uid: str, item: Item) -> str:
    """A card's name: the lemma, or the item within its lesson where it asks for no single word."""
    return item.lemma or f"{uid}/{item.id}"


def recall_of(lesson: Lesson, subject: str) -> Recall | None:
    """What the card of this name asks; None where the lesson has neither the word nor the item."""
    item_id = subject.removeprefix(f"{lesson.uid}/")
    item = next((item for item in lesson.items if item.id == item_id), None)
    if item is not None and not item.lemma:
        return ItemRecall(item, lesson.title)
    entry = next((entry for entry in lesson.analysis.entries if entry.lexeme.lemma == subject), None)
    if entry is None:
        return None
    return WordRecall(entry.lexeme, marked_sentence(lesson.analysis, entry), lesson.title, entry.parts_gloss)


def marked_sentence(analysis: Analysis, entry: Entry) -> str:
    """The first sentence where an entry means what it says, with the word's parts between double brackets."""
    occurrence = entry.plain_places[0]
    article = analysis.article
    sentence = article.sentences[occurrence.sentence]
    shown, position = "", sentence.start
    for token in sorted(occurrence.tokens):
        span = article.tokens[token]
        shown += f"{_unbracketed(article.text[position : span.start])}[[{_unbracketed(article.slice(span))}]]"
        position = span.end
    return shown + _unbracketed(article.text[position : sentence.end])


def _unbracketed(text: str) -> str:
    """Brackets of the article's own must not look like marks."""
    return text.replace("[[", "[").replace("]]", "]").replace("|", "/")
