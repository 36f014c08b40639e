"""Words of a lesson -> vocabulary notes."""

from collections.abc import Iterator, Sequence

from learner.exercises.lesson import Lesson
from learner.export.choice import DeckChoice, LeftOut
from learner.export.dictionary import (
    articles,
    data_sources,
    definition,
    forms,
    headword,
    meaning,
    part_of_speech,
    plurals,
)
from learner.export.escaping import clean
from learner.export.notes import Passage, Run, WordNote
from learner.export.sources import source_line
from learner.export.tags import tags_of
from learner.language.analysis import Analysis, Entry, Occurrence
from learner.lexicon.lexeme import LEVELS, Level, Lexeme

_LONG = 240  # characters; a longer sentence is taken only where the word stands in no shorter one


def word_notes(lesson: Lesson, choice: DeckChoice) -> tuple[list[WordNote], list[LeftOut]]:
    """One note for each chosen word, those asked in items first, else in the order of the article."""
    notes, left_out = [], []
    for entry in chosen_entries(lesson, choice):
        if entry.lexeme.glosses or entry.lexeme.definitions:
            notes.append(_note(entry, lesson, choice))
        else:
            left_out.append(LeftOut(lesson.title, entry.lexeme.lemma, "anki.left-out.no-meaning"))
    return notes, left_out


def chosen_entries(lesson: Lesson, choice: DeckChoice) -> list[Entry]:
    """Entries its author wants or items ask about, then those of the level and one above; or those the choice names."""
    entries = _first_of_each(lesson.analysis.entries)
    asked = {item.lemma for item in lesson.items if item.lemma}
    asked |= {entry.lexeme.lemma for entry in entries if entry.wanted}
    if choice.lemmas is not None:
        return [entry for entry in entries if entry.lexeme.lemma in choice.lemmas]
    levels = levels_for(choice.level or lesson.level)
    first = [entry for entry in entries if entry.lexeme.lemma in asked]
    further = [entry for entry in entries if entry.lexeme.lemma not in asked and entry.lexeme.level in levels]
    return first + further


def levels_for(level: Level) -> tuple[Level, ...]:
    """The level and the one above it."""
    at = LEVELS.index(level)
    return LEVELS[at : at + 2]


def word_key(lexeme: Lexeme) -> str:
    """The key of a word's note within its lesson: lemma and part of speech, which no edit of a meaning changes."""
    return f"word/{lexeme.pos}/{lexeme.lemma}"


def _first_of_each(entries: Sequence[Entry]) -> list[Entry]:
    return list({word_key(entry.lexeme): entry for entry in reversed(entries)}.values())[::-1]


def _note(entry: Entry, lesson: Lesson, choice: DeckChoice) -> WordNote:
    lexeme = entry.lexeme
    return WordNote(
        lesson=lesson.uid,
        key=clean(word_key(lexeme)),
        source=source_line(lesson, list(data_sources(lexeme)), choice.language),
        tags=tags_of(lesson, choice, kind="vocabulary", level=lexeme.level, pos=lexeme.pos.lower()),
        word=lexeme.lemma,
        headword=headword(lexeme),
        article=articles(lexeme.noun),
        gender=lexeme.noun.genders[0] if lexeme.noun and lexeme.noun.genders else "",
        part_of_speech=part_of_speech(lexeme, choice.language),
        level=lexeme.level or "",
        plural=plurals(lexeme.noun),
        forms=forms(lexeme),
        ipa=lexeme.ipa or "",
        gloss=meaning(lexeme),
        gloss_language=lexeme.glosses[0].language if lexeme.glosses else "",
        definition=definition(entry),
        sentence=best_sentence(entry, lesson.analysis),
        produce=choice.produce,
        typing=choice.typing,
    )


def best_sentence(entry: Entry, analysis: Analysis) -> Passage:
    """The first sentence with the word in this sense, not overlong, else the shortest; its parts marked."""
    places = entry.plain_places
    if not places:
        return ()
    lengths = [len(analysis.sentence_text(place.sentence)) for place in places]
    short = [index for index, length in enumerate(lengths) if length <= _LONG]
    chosen = short[0] if short else lengths.index(min(lengths))
    return tuple(_marked(places[chosen], analysis))


def _marked(occurrence: Occurrence, analysis: Analysis) -> Iterator[Run]:
    article = analysis.article
    sentence = article.sentences[occurrence.sentence]
    at = sentence.start
    for token in sorted(occurrence.tokens):
        span = article.tokens[token]
        if span.start > at:
            yield Run(article.text[at : span.start])
        yield Run(article.text[span.start : span.end], marked=True)
        at = span.end
    if at < sentence.end:
        yield Run(article.text[at : sentence.end])
