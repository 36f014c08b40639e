"""Words of a lesson -> vocabulary notes."""

from collections.abc import Iterator, Sequence

from learner.exercises.lesson import Lesson
from learner.export.choice import DeckChoice, LeftOut
from learner.export.notes import Passage, Run, WordNote
from learner.export.sources import NOUN_TABLE, PRONUNCIATION, source_line
from learner.export.tags import tags_of
from learner.language.analysis import Analysis, Entry, Occurrence
from learner.lexicon.lexeme import ARTICLES, LEVELS, Gloss, Level, Lexeme, Noun, Verb
from learner.wording import say

_LONG = 240  # characters; a longer sentence is taken only where the word stands in no shorter one
_GENITIVE_ARTICLES = {"m": "des", "n": "des", "f": "der", "pl": "der"}
_MEANINGS = 3


def word_notes(lesson: Lesson, choice: DeckChoice) -> tuple[list[WordNote], list[LeftOut]]:
    """One note for each chosen word, those asked in items first, else in the order of the article."""
    notes, left_out = [], []
    for entry in chosen_entries(lesson, choice):
        if _meaning(entry.lexeme):
            notes.append(_note(entry, lesson, choice))
        else:
            left_out.append(LeftOut(lesson.title, entry.lexeme.lemma, "anki.left-out.no-meaning"))
    return notes, left_out


def chosen_entries(lesson: Lesson, choice: DeckChoice) -> list[Entry]:
    """Entries that items ask about, then those of the level and one above; or exactly those the choice names."""
    asked = {item.lemma for item in lesson.items if item.lemma}
    entries = _first_of_each(lesson.analysis.entries)
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
    lexeme, glosses = entry.lexeme, _shown(entry.lexeme.glosses)
    return WordNote(
        lesson=lesson.uid,
        key=word_key(lexeme),
        source=source_line(lesson, list(_sources(lexeme)), choice.language),
        tags=tags_of(lesson, choice, kind="vocabulary", level=lexeme.level, pos=lexeme.pos.lower()),
        word=lexeme.lemma,
        headword=headword(lexeme),
        article=_articles(lexeme.noun),
        gender=lexeme.noun.genders[0] if lexeme.noun and lexeme.noun.genders else "",
        part_of_speech=part_of_speech(lexeme, choice.language),
        level=lexeme.level or "",
        plural=_plurals(lexeme.noun),
        forms=forms(lexeme),
        ipa=lexeme.ipa or "",
        gloss="; ".join(_with_hint(gloss) for gloss in glosses),
        gloss_language=glosses[0].language if glosses else "en",
        definition=lexeme.definitions[0].text if lexeme.definitions else "",
        sentence=best_sentence(entry, lesson.analysis),
        produce=choice.produce,
        typing=choice.typing,
    )


def _meaning(lexeme: Lexeme) -> bool:
    return bool(lexeme.glosses or lexeme.definitions)


def _shown(glosses: tuple[Gloss, ...]) -> tuple[Gloss, ...]:
    """The first meanings, all in the language of the first."""
    return tuple(gloss for gloss in glosses if gloss.language == glosses[0].language)[:_MEANINGS]


def _with_hint(gloss: Gloss) -> str:
    return f"{gloss.text} ({gloss.hint})" if gloss.hint else gloss.text


def headword(lexeme: Lexeme) -> str:
    """The word as it is learnt: `der Durchbruch`, `sich einigen`, `einmarschieren`."""
    if lexeme.noun and lexeme.noun.genders:
        return f"{ARTICLES[lexeme.noun.genders[0]]} {lexeme.lemma}"
    reflexive = lexeme.verb is not None and lexeme.verb.reflexive and not lexeme.lemma.startswith("sich ")
    return f"sich {lexeme.lemma}" if reflexive else lexeme.lemma


def _articles(noun: Noun | None) -> str:
    return "/".join(dict.fromkeys(ARTICLES[gender] for gender in noun.genders)) if noun else ""


def _plurals(noun: Noun | None) -> str:
    if noun is None or noun.genders[:1] == ("pl",):
        return ""
    return ", ".join(f"die {plural}" for plural in noun.plurals)


def forms(lexeme: Lexeme) -> str:
    """Genitive of a noun, principal parts and government of a verb, comparison of an adjective; empty if unknown."""
    if lexeme.noun:
        return _genitive(lexeme.noun)
    if lexeme.verb:
        return _principal_parts(lexeme.verb)
    return ", ".join(lexeme.comparison)


def _genitive(noun: Noun) -> str:
    return f"{_GENITIVE_ARTICLES[noun.genders[0]]} {noun.genitive}" if noun.genitive and noun.genders else ""


def _principal_parts(verb: Verb) -> str:
    perfect = " ".join(filter(None, ["/".join(verb.auxiliaries), verb.participle]))
    parts = ", ".join(filter(None, [verb.third, verb.preterite, perfect]))
    return "; ".join([parts, *verb.government])


def part_of_speech(lexeme: Lexeme, language: str) -> str:
    """`noun`, `verb, separable` … in the language of the labels."""
    name = say(f"anki.part-of-speech.{lexeme.pos}", language)
    if lexeme.verb and lexeme.verb.particle:
        return say("anki.part-of-speech.separable", language, verb=name)
    return name


def best_sentence(entry: Entry, analysis: Analysis) -> Passage:
    """The first sentence with the word that is not overlong, else the shortest, every part of the word marked."""
    if not entry.occurrences:
        return ()
    lengths = [len(analysis.sentence_text(occurrence.sentence)) for occurrence in entry.occurrences]
    short = [index for index, length in enumerate(lengths) if length <= _LONG]
    chosen = short[0] if short else lengths.index(min(lengths))
    return tuple(_marked(entry.occurrences[chosen], analysis))


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


def _sources(lexeme: Lexeme) -> Iterator[str]:
    yield from (gloss.source for gloss in _shown(lexeme.glosses))
    yield from (definition.source for definition in lexeme.definitions[:1])
    if lexeme.noun and (lexeme.noun.plurals or lexeme.noun.genitive):
        yield NOUN_TABLE
    if lexeme.ipa:
        yield PRONUNCIATION
