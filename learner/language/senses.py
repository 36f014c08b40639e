"""Puts the senses of a word into the order in which they fit the places where it stands."""

from collections.abc import Sequence

import msgspec

from learner.language.analysis import Occurrence
from learner.language.draft import Draft
from learner.lexicon.lexeme import Gloss, Lexeme

_LONG_WORD = 5
_STEM = 6


def in_context(lexeme: Lexeme, draft: Draft, places: Sequence[Occurrence]) -> Lexeme:
    """The lexeme with its meanings reordered; where the context says nothing the order stays."""
    if len(lexeme.glosses) < 2 and len(lexeme.definitions) < 2:
        return lexeme
    sentences = draft.sentences
    near = {
        draft.words[token].lemma.lower()
        for place in places
        for token in sentences[place.sentence]
        if draft.words[token].lemma != lexeme.lemma
    }
    return msgspec.structs.replace(
        lexeme,
        glosses=tuple(sorted(lexeme.glosses, key=lambda gloss: -_hinted(gloss, near))),
        definitions=tuple(sorted(lexeme.definitions, key=lambda gloss: -_shared(gloss, near))),
    )


def _hinted(gloss: Gloss, near: set[str]) -> int:
    """Whether the word a sense is tied to (`sich`, `auf`) stands in the sentence."""
    return int(bool(gloss.hint) and all(word in near for word in gloss.hint.lower().split()))


def _shared(gloss: Gloss, near: set[str]) -> int:
    """How many long words of a definition stand in the sentence; one may be chance and counts for nothing."""
    stems = {word[:_STEM] for word in near if len(word) >= _LONG_WORD}
    words = {word.strip(".,;()").lower()[:_STEM] for word in gloss.text.split() if len(word) >= _LONG_WORD}
    shared = len(stems & words)
    return shared if shared > 1 else 0
