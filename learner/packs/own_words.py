"""An author's words.toml applied to an analysis: own glosses and notes, words wanted and left out."""

import msgspec

from learner.language.analysis import Analysis, Entry
from learner.lexicon.lexeme import Gloss
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
    return msgspec.structs.replace(analysis, entries=marked)


def _with_gloss(entry: Entry, word: OwnWord) -> Entry:
    """The entry with the author's gloss in place of the dictionary's; a note alone goes with the first one."""
    if word.gloss:
        glosses: tuple[Gloss, ...] = (Gloss(word.gloss, SOURCE, word.note),)
    else:
        first, *others = entry.lexeme.glosses or (Gloss(entry.lexeme.lemma, SOURCE, language="de"),)
        glosses = (msgspec.structs.replace(first, hint=word.note), *others)
    return msgspec.structs.replace(
        entry, lexeme=msgspec.structs.replace(entry.lexeme, glosses=glosses), parts_gloss=False
    )
