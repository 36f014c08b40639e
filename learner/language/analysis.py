"""What is known of an article's language: one Word per token, an Entry per lemma, quotes, names, level."""

from typing import Literal

import msgspec

from learner.lexicon.lexeme import Gloss, Level, Lexeme
from learner.text.article import Article, Span

VERSION = 1


class Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """One token: lemma, Universal Dependencies tag and features, STTS tag; a particle's head is its verb's index."""

    lemma: str
    pos: str
    tag: str
    features: dict[str, str]
    head: int | None = None


class Occurrence(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """One place where an entry stands: sentence index and every token of the unit (`ging`, `einher`)."""

    sentence: int
    tokens: tuple[int, ...]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A content word of this article, joined with the lexicon; the same for panel, cards and exercises.

    `compound` holds its parts with linking elements (`Sicherheit`, `s`, `Garantie`); `parts_gloss` says that the
    glosses describe the parts because no entry for the whole exists; `wanted`, that a lesson's author wants it asked.
    """

    lexeme: Lexeme
    occurrences: tuple[Occurrence, ...]
    forms: tuple[str, ...] = ()
    compound: tuple[str, ...] = ()
    parts_gloss: bool = False
    wanted: bool = False


class Quote(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Speech: what is said (offsets without quotation marks), how, by whom, and the span naming the speaker.

    `speaker` is the fullest name the article gives, or None. `certain` is False where more than one person fits.
    `cue` is the span that attributes it (`sagte Blinken`).
    """

    start: int
    end: int
    kind: Literal["direct", "indirect"]
    speaker: str | None = None
    certain: bool = False
    cue: Span | None = None


class Name(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One person, place or organisation under its fullest name, with every mention and, for persons, role and sex."""

    name: str
    kind: Literal["person", "place", "organisation", "nationality"]
    mentions: tuple[Span, ...]
    role: str = ""
    gender: Literal["m", "f", ""] = ""


class TextLevel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """CEFR level of a text with reasons in words a teacher can argue with, and how sure it is (0 to 1; 0: not said)."""

    cefr: Level
    reasons: tuple[str, ...]
    confidence: float = 0.0


class Analysis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All the language floor says of one article; `words` runs parallel to `article.tokens`."""

    article: Article
    words: tuple[Word, ...]
    entries: tuple[Entry, ...]
    quotes: tuple[Quote, ...]
    names: tuple[Name, ...]
    level: TextLevel
    version: int = VERSION

    def form(self, token: int) -> str:
        """The token as it stands in the article."""
        return self.article.slice(self.article.tokens[token])

    def sentence_text(self, sentence: int) -> str:
        """The sentence as it stands in the article."""
        return self.article.slice(self.article.sentences[sentence])


__all__ = ["VERSION", "Analysis", "Entry", "Gloss", "Name", "Occurrence", "Quote", "TextLevel", "Word"]
