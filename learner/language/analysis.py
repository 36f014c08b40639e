"""What is known of an article's language: one Word per token, an Entry per lemma, quotes, names, level."""

from typing import Literal

import msgspec

from learner.lexicon.lexeme import Gloss, Level, Lexeme, Noun, Verb
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
    """One place where an entry stands: sentence index and every token of the unit (`ging`, `einher`).

    `reading` counts the entry's readings from 1; 0 is the entry as it says.
    """

    sentence: int
    tokens: tuple[int, ...]
    reading: int = 0


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """What an entry is at some of its places: the number of the sense that comes first there, and the forms with it.

    `verb` and `noun` stand only where they differ from the entry's; `bare` says that nothing is compared there.
    """

    sense: int
    verb: Verb | None = None
    noun: Noun | None = None
    bare: bool = False


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A content word of this article, joined with the lexicon; the same for panel, cards and exercises.

    `compound` holds its parts with linking elements (`Sicherheit`, `s`, `Garantie`); `parts_gloss` says that the
    glosses describe the parts because no entry for the whole exists; `wanted`, that a lesson's author wants it asked.
    The lexeme is what the word is at most places; `at` gives it as it is at one of them.
    """

    lexeme: Lexeme
    occurrences: tuple[Occurrence, ...]
    forms: tuple[str, ...] = ()
    compound: tuple[str, ...] = ()
    parts_gloss: bool = False
    wanted: bool = False
    readings: tuple[Reading, ...] = ()

    def at(self, place: Occurrence) -> "Entry":
        """The entry of the word at this place: the sense chosen there first, with the forms of that sense."""
        if not 0 < place.reading <= len(self.readings):
            return self
        reading, lexeme = self.readings[place.reading - 1], self.lexeme
        first = lexeme.glosses[reading.sense : reading.sense + 1]
        changed = msgspec.structs.replace(
            lexeme,
            glosses=(*first, *(gloss for gloss in lexeme.glosses if gloss not in first)),
            verb=reading.verb or lexeme.verb,
            noun=reading.noun or lexeme.noun,
            comparison=() if reading.bare else lexeme.comparison,
        )
        return msgspec.structs.replace(self, lexeme=changed)

    @property
    def plain_places(self) -> tuple[Occurrence, ...]:
        """The places where the word is what the entry says; all of them where there is none."""
        return tuple(place for place in self.occurrences if not place.reading) or self.occurrences


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
        """The token as it stands in the article; empty behind the last one, where an article breaks off."""
        if token >= len(self.article.tokens):
            return ""
        span = self.article.tokens[token]
        return self.article.text[span.start : span.end]

    def sentence_text(self, sentence: int) -> str:
        """The sentence as it stands in the article."""
        return self.article.slice(self.article.sentences[sentence])


class Same:
    """An analysis compared by identity, so that what is found in it can be remembered without comparing every word."""

    __slots__ = ("analysis",)

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.analysis is self.analysis

    def __hash__(self) -> int:
        return id(self.analysis)


__all__ = [
    "VERSION",
    "Analysis",
    "Entry",
    "Gloss",
    "Name",
    "Occurrence",
    "Quote",
    "Reading",
    "Same",
    "TextLevel",
    "Word",
]
