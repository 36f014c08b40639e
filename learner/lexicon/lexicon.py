"""Looking words up in the word table."""

import os
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import msgspec

from learner.errors import LexiconError
from learner.lexicon import wordtable
from learner.lexicon.lexeme import Gloss, Lexeme
from learner.lexicon.store import Dictionaries

_KINDRED = {"ADV": ("ADV", "ADJ"), "ADJ": ("ADJ", "ADV"), "AUX": ("AUX", "VERB"), "VERB": ("VERB",)}
_RECENT = 64  # questions for completions whose answers are kept; one gap asks the same several times
_WORDS = 8_192  # forms of which is kept whether they are words; texts ask for the same small ones again and again
_FORMS = 512  # forms whose rows are kept: of a noun first the lemma is asked and soon its cases
_LEXEMES = 2_048  # words whose entries are kept; every exercise asks for those of the same article
_MAPPED = 1 << 28  # bytes; the table is read in place, not copied page by page


class NounAnalysis(NamedTuple):
    """One reading of a noun's form; a tuple, as an article asks for thousands."""

    lemma: str
    gender: str
    case: str
    number: str


class VerbAnalysis(NamedTuple):
    """One reading of a verb's form; person, number, tense and mood are empty for infinitives and participles."""

    lemma: str
    verbform: str
    mood: str = ""
    tense: str = ""
    person: str = ""
    number: str = ""


class Completion(NamedTuple):
    """A form that some letters can begin, with the word it belongs to; a tuple, as some letters begin thousands."""

    form: str
    lemma: str
    pos: str
    features: str
    zipf: float | None


@dataclass(frozen=True, slots=True)
class Relative:
    """A member of a word's family: `kind` says how the derived one of the two is made (see `families.KINDS`)."""

    lexeme: Lexeme
    kind: str
    derived: bool  # whether the relative is made from the word, not the word from it


class Lexicon:
    """The word table, open for reading; may be used from several threads."""

    def __init__(self, table: sqlite3.Connection, dictionaries: Dictionaries | None = None) -> None:
        self._table = table
        self._dictionaries = dictionaries
        self._decoder = msgspec.msgpack.Decoder(Lexeme)
        self.completions = lru_cache(maxsize=_RECENT)(self._completions)
        self.is_word = lru_cache(maxsize=_WORDS)(self._is_word)
        self._found = lru_cache(maxsize=_LEXEMES)(self._look_up)
        self._readings = lru_cache(maxsize=_FORMS)(self._rows_of)

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """The table at `path` (by default the person's own, built first where missing). Raises LexiconError."""
        file = path or wordtable.ensure()
        try:
            table = sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            table.execute(f"PRAGMA mmap_size = {_MAPPED}")
            table.execute("SELECT 1 FROM lexeme LIMIT 1")
        except sqlite3.Error as error:
            hint = "Delete the file; it is built again at the next start."
            raise LexiconError(f"the word table cannot be opened ({error}).", where=str(file), hint=hint) from error
        return cls(table)

    @staticmethod
    def shared(path: Path | None = None) -> "Lexicon":
        """The table as `open` gives it, but one for the whole process and never closed by whoever asks for it.

        What is remembered of words hangs on their lexicon: the second article finds what the first has looked up.
        """
        return _shared(path or wordtable.ensure(), os.getpid())

    def close(self) -> None:
        """Close the table and the dictionaries."""
        self._table.close()
        if self._dictionaries is not None:
            self._dictionaries.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def lookup(self, lemma: str, pos: str) -> Lexeme | None:
        """The word under this lemma and part of speech (adjectives and adverbs stand in for each other), or None."""
        return self._found(lemma, pos)

    def _look_up(self, lemma: str, pos: str) -> Lexeme | None:
        for kind in _KINDRED.get(pos, (pos,)):
            row = self._table.execute(
                "SELECT data FROM lexeme WHERE lemma = ? AND pos = ? ORDER BY id LIMIT 1", (lemma, kind)
            ).fetchone()
            if row is not None:
                return self._decoder.decode(row[0])
        return None

    def lexemes(self, lemma: str) -> tuple[Lexeme, ...]:
        """Every word with this lemma, the most frequent first."""
        rows = self._table.execute("SELECT data FROM lexeme WHERE lemma = ? ORDER BY zipf DESC, id", (lemma,))
        return tuple(self._decoder.decode(row[0]) for row in rows)

    def twins(self, lemma: str, pos: str) -> tuple[Lexeme, ...]:
        """Every word under this lemma and part of speech, the more usual first: two for umfahren, else one or none."""
        rows = self._table.execute("SELECT data FROM lexeme WHERE lemma = ? AND pos = ? ORDER BY id", (lemma, pos))
        return tuple(self._decoder.decode(row[0]) for row in rows)

    def added(self, lemma: str, pos: str, most: int = 3) -> tuple[Gloss, ...]:
        """What the person's own dictionaries say of a word, each gloss with its dictionary as source."""
        if self._dictionaries is None:
            self._dictionaries = Dictionaries()
        kind = "" if pos == "PHRASE" else pos
        return tuple(meaning.gloss() for meaning in self._dictionaries.meanings(lemma, kind, most))

    def noun_analyses(self, form: str) -> tuple[NounAnalysis, ...]:
        """Every reading of a form as a noun, the most frequent noun first."""
        return tuple(
            NounAnalysis(lemma, *feature.split("|"))
            for lemma, features in self._readings(form, "NOUN")
            for feature in features.split(";")
        )

    def verb_analyses(self, form: str) -> tuple[VerbAnalysis, ...]:
        """Every reading of a form as a verb, the most frequent verb first; of a separable verb also `ging` alone."""
        return tuple(
            VerbAnalysis(lemma, *feature.split("|"))
            for lemma, features in self._readings(form, "VERB")
            for feature in features.split(";")
        )

    def lemmas(self, form: str, pos: str) -> tuple[str, ...]:
        """The lemmas a form can belong to as this part of speech, the most frequent first."""
        return tuple(lemma for lemma, _ in self._readings(form, pos))

    def nouns_of(self, forms: tuple[str, ...]) -> dict[str, str]:
        """The most frequent noun that each of a few forms can belong to; forms of no noun are left out."""
        places = ",".join("?" * len(forms))
        rows = self._table.execute(
            f"SELECT form, lemma FROM form JOIN lexeme ON lexeme = id WHERE form IN ({places}) AND pos = 'NOUN'"  # noqa: S608
            " ORDER BY zipf DESC",
            forms,
        )
        found: dict[str, str] = {}
        for form, lemma in rows:
            found.setdefault(form, lemma)
        return found

    def analyses(self, form: str) -> tuple[tuple[str, str, str], ...]:
        """Every reading of a form as lemma, part of speech and features."""
        rows = self._table.execute(
            "SELECT lemma, pos, features FROM form JOIN lexeme ON lexeme = id WHERE form = ? ORDER BY zipf DESC",
            (form,),
        )
        return tuple(rows)

    def _is_word(self, form: str) -> bool:
        """Whether the form, in this spelling and case, is a form of any word."""
        return self._table.execute("SELECT 1 FROM form WHERE form = ? LIMIT 1", (form,)).fetchone() is not None

    def is_heard(self, form: str) -> bool:
        """Whether people write the form, in whatever case, though no dictionary has it, and it is no slip."""
        return self._table.execute("SELECT 1 FROM heard WHERE form = ?", (form.casefold(),)).fetchone() is not None

    def _completions(self, letters: str, lengths: range) -> tuple[Completion, ...]:
        """Every form that begins with these letters and is as long as that, the most frequent word first."""
        rows = self._table.execute(
            "SELECT form, lemma, pos, features, zipf FROM form JOIN lexeme ON lexeme = id"
            " WHERE form >= ? AND form < ? AND length(form) BETWEEN ? AND ? ORDER BY zipf DESC, form, lemma",
            (letters, letters + "\U0010ffff", lengths.start, lengths.stop - 1),
        )
        return tuple(map(Completion._make, rows))

    def zipf(self, lemma: str, pos: str) -> float | None:
        """The Zipf value of a lemma; None where word or frequency is unknown."""
        found = self.lookup(lemma, pos)
        return found.zipf if found else None

    def form_zipf(self, form: str) -> float | None:
        """The Zipf value of the most frequent word this form can belong to; None where it is unknown."""
        row = self._table.execute(
            "SELECT max(zipf) FROM form JOIN lexeme ON lexeme = id WHERE form = ?", (form,)
        ).fetchone()
        return row[0] if row else None

    def family(self, lemma: str, pos: str) -> tuple[Relative, ...]:
        """The words made from this one and the words it is made from, the most frequent first."""
        found: list[Relative] = []
        for one, other, derived in (("base", "derived", True), ("derived", "base", False)):
            rows = self._table.execute(
                f"SELECT relative.data, family.kind FROM lexeme JOIN family ON family.{one} = lexeme.id"  # noqa: S608
                f" JOIN lexeme AS relative ON relative.id = family.{other} WHERE lexeme.lemma = ? AND lexeme.pos = ?",
                (lemma, pos),
            )
            found += (Relative(self._decoder.decode(data), kind, derived) for data, kind in rows)
        return tuple(sorted(found, key=lambda relative: -(relative.lexeme.zipf or 0.0)))

    def _rows_of(self, form: str, pos: str) -> list[tuple[str, str]]:
        rows = self._table.execute(
            "SELECT lemma, features FROM form JOIN lexeme ON lexeme = id WHERE form = ? AND pos = ? ORDER BY zipf DESC",
            (form, pos),
        )
        return rows.fetchall()


@lru_cache(maxsize=1)
def _shared(path: Path, _process: int) -> Lexicon:
    """One per process: a forked one must not go on with its parent's connection."""
    return Lexicon.open(path)
