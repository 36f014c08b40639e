"""The notes of a deck before any format: plain text, nothing escaped, the same for Anki, tables and JSON."""

import hashlib
from dataclasses import dataclass

NOTE_KINDS = ("vocabulary", "cloze", "comprehension")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; marked where the word stands that the note is about, or where a gap is."""

    text: str
    marked: bool = False
    hint: str = ""


Passage = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteBase:
    """What every note has: the lesson's uid, a key that never changes within it, its source line and tags."""

    lesson: str
    key: str
    source: str
    tags: tuple[str, ...] = ()

    @property
    def guid(self) -> str:
        """Anki's identity of the note: 16 hexadecimal digits of a hash of lesson and key, never of editable text."""
        return hashlib.blake2b(f"{self.lesson}/{self.key}".encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordNote(NoteBase):
    """A word with everything the lexicon knows of it, and the article's sentence it stands in."""

    word: str
    headword: str
    article: str = ""
    gender: str = ""
    part_of_speech: str = ""
    level: str = ""
    plural: str = ""
    forms: str = ""
    ipa: str = ""
    gloss: str = ""
    gloss_language: str = "en"
    definition: str = ""
    sentence: Passage = ()
    produce: bool = False
    typing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeNote(NoteBase):
    """A passage with gaps; `together` says that all gaps belong to one word and are asked at once."""

    prompt: str
    passage: Passage
    together: bool
    explanation: str = ""
    typing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionNote(NoteBase):
    """A question with two to four options of which exactly one is right."""

    question: str
    passage: Passage
    options: tuple[str, ...]
    correct: int
    explanation: str = ""


Note = WordNote | ClozeNote | QuestionNote


def note_kind(note: Note) -> str:
    """Which of `NOTE_KINDS` a note is."""
    kinds = {WordNote: "vocabulary", ClozeNote: "cloze", QuestionNote: "comprehension"}
    return kinds[type(note)]


def plain(passage: Passage) -> str:
    """A passage as running text, gaps filled."""
    return "".join(run.text for run in passage)
