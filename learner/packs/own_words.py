"""An author's words.toml applied to an analysis: own glosses and notes, words wanted and left out."""

import msgspec

from learner.language.analysis import Analysis, Entry, Occurrence, Reading
from learner.lexicon.lexeme import Gloss, Lexeme
from learner.packs.layout import OwnWord, WordsFile

SOURCE = "the lesson's author"


def applied(analysis: Analysis, words: WordsFile) -> Analysis:
    """The analysis as the author wants its words; applying it twice changes nothing more."""
    own = {word.lemma: word for word in words.words}
    entries = (
        _with_gloss(entry, own[entry.lexeme.lemma]) if entry.lexeme.lemma in own else entry
        for entry in analysis.entries
        if entry.lexeme.lemma not in words.exclude
    )
    marked = tuple(msgspec.structs.replace(entry, wanted=entry.lexeme.lemma in words.include) for entry in entries)
    known = {entry.lexeme.lemma for entry in analysis.entries}
    further = (_found(analysis, word, words) for word in words.words if word.lemma not in known and word.gloss)
    return msgspec.structs.replace(analysis, entries=(*marked, *filter(None, further)))


def places(analysis: Analysis, word: str) -> tuple[Occurrence, ...]:
    """Where a word stands that has no entry, by its lemma or its form."""
    return tuple(
        Occurrence(number, (token,))
        for number, sentence in enumerate(analysis.article.sentences)
        for token in analysis.article.tokens_of(sentence)
        if word in {analysis.words[token].lemma, analysis.form(token)}
    )


def _found(analysis: Analysis, word: OwnWord, words: WordsFile) -> Entry | None:
    """An entry for a word of the author's that the analysis passes over; None where it does not stand in the text."""
    found = places(analysis, word.lemma)
    if not found:
        return None
    pos = analysis.words[found[0].tokens[0]].pos
    lexeme = Lexeme(word.lemma, pos, glosses=(Gloss(word.gloss, SOURCE, word.note),))
    forms = tuple(dict.fromkeys(analysis.form(place.tokens[0]) for place in found))
    return Entry(lexeme, found, forms, wanted=word.lemma in words.include)


def _with_gloss(entry: Entry, word: OwnWord) -> Entry:
    """The entry with the author's gloss in place of the dictionary's; a note alone goes with the first one."""
    if word.gloss:
        glosses: tuple[Gloss, ...] = (Gloss(word.gloss, SOURCE, word.note),)
        readings: tuple[Reading, ...] = ()
    else:
        first, *others = entry.lexeme.glosses or (Gloss(entry.lexeme.lemma, SOURCE, language="de"),)
        glosses, readings = (msgspec.structs.replace(first, hint=word.note), *others), entry.readings
    return msgspec.structs.replace(
        entry, lexeme=msgspec.structs.replace(entry.lexeme, glosses=glosses), parts_gloss=False, readings=readings
    )
