"""What is known of one word: gender, forms, meanings, sound, frequency, level, each with its source."""

from typing import Literal

import msgspec

Gender = Literal["m", "f", "n", "pl"]
Level = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
LEVELS: tuple[Level, ...] = ("A1", "A2", "B1", "B2", "C1", "C2")
ARTICLES: dict[str, str] = {"m": "der", "f": "die", "n": "das", "pl": "die"}


class Gloss(msgspec.Struct, frozen=True, cache_hash=True, forbid_unknown_fields=True, omit_defaults=True):
    """One sense in another language (or a German definition) and the source that has to be named with it."""

    text: str
    source: str
    hint: str = ""
    language: str = "en"


class Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Genders in order of use, genitive singular and nominative plurals written in full, declension class."""

    genders: tuple[Gender, ...]
    genitive: str | None = None
    plurals: tuple[str, ...] = ()
    declension: Literal["strong", "weak", "adjectival", ""] = ""


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Principal parts: `marschiert ein`, `marschierte ein`, `einmarschiert`, with the auxiliary `ist` or `hat`."""

    third: str
    preterite: str
    participle: str
    auxiliaries: tuple[Literal["ist", "hat"], ...]
    particle: str = ""
    reflexive: bool = False
    government: tuple[str, ...] = ()


class Lexeme(msgspec.Struct, frozen=True, cache_hash=True, forbid_unknown_fields=True, omit_defaults=True):
    """One dictionary word. `zipf` is None where the frequency is unknown, which is not the same as rare.

    `confidence` (0 to 1) says how far the level can be relied on; None for words put together from others.
    """

    lemma: str
    pos: str
    noun: Noun | None = None
    verb: Verb | None = None
    comparison: tuple[str, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    definitions: tuple[Gloss, ...] = ()
    ipa: str | None = None
    zipf: float | None = None
    level: Level | None = None
    confidence: float | None = None
