"""Which words there are: every lexeme with its forms, put together from the packages and our own tables."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from learner.lexicon import definitions, verbs
from learner.lexicon.lexeme import Gender, Noun, Verb
from learner.places import bundled, bundled_path

_CASES = ("Nom", "Gen", "Dat", "Acc")
_ENDINGS = ("e", "en", "em", "er", "es")
_UMLAUTS = str.maketrans({"a": "ä", "o": "ö", "u": "ü"})


@dataclass(frozen=True, slots=True)
class Word:
    """A dictionary word before meanings and frequency: forms with features, as (form, features)."""

    lemma: str
    pos: str
    forms: tuple[tuple[str, str], ...]
    noun: Noun | None = None
    verb: Verb | None = None
    comparison: tuple[str, ...] = ()


def words() -> Iterator[Word]:
    """Every word, nouns first; a lemma may stand for several parts of speech."""
    yield from nouns()
    closed = closed_class()
    yield from (Word(word, pos, ((word, ""),)) for pos, members in closed.items() for word in members)
    known = {word for members in closed.values() for word in members}
    for headword in sorted(set(definitions.glosses()) | set(verbs.corrections())):
        if headword[:1].islower() and " " not in headword:
            yield from _lower_case(headword, headword in known)


@cache
def closed_class() -> dict[str, tuple[str, ...]]:
    """Articles, pronouns, prepositions, conjunctions and their like, by part of speech."""
    rows = bundled("assets", "lexicon", "closed_class.tsv").read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {pos: tuple(dict.fromkeys(members.split())) for pos, members in cells}


def nouns() -> Iterator[Word]:
    """Every noun; paradigms of one lemma (der/die See, Worte/Wörter) are one word, in the table's order."""
    for lemma, paradigms in _paradigms().items():
        yield noun(lemma, paradigms)


@cache
def _paradigms() -> dict[str, list[list[str]]]:
    text = lzma.decompress(bundled_path("assets", "lexicon", "nouns.tsv.xz").read_bytes()).decode()
    corrected = bundled("assets", "lexicon", "nouns_corrections.tsv").read_text(encoding="utf-8")
    found: dict[str, list[list[str]]] = {}
    for row in text.splitlines():
        if not row.startswith("#"):
            lemma, *cells = row.split("\t")
            found.setdefault(lemma, []).append(cells)
    replaced: dict[str, list[list[str]]] = {}
    for row in corrected.splitlines():
        if row and not row.startswith("#"):
            lemma, *cells = row.split("\t")
            replaced.setdefault(lemma, []).append(cells + [""] * (10 - len(cells)))
    return found | {lemma: [row for row in rows if row[0]] for lemma, rows in replaced.items() if rows}


def noun(lemma: str, paradigms: list[list[str]]) -> Word:
    """One noun of its paradigms: gender, declension class and eight cells of case forms each."""
    genders: list[Gender] = []
    plurals: list[str] = []
    forms: list[tuple[str, str]] = []
    for gender, _, *cells in paradigms:
        genders.append(gender)  # type: ignore[arg-type]
        plurals += filter(None, cells[4].split(",")[:2] if gender != "pl" else [lemma])
        forms += _noun_forms(gender, cells)
    first = paradigms[0]
    record = Noun(
        tuple(dict.fromkeys(genders)),
        first[3].split(",")[0] or None,
        tuple(dict.fromkeys(plurals)),
        first[1],  # type: ignore[arg-type]
    )
    return Word(lemma, "NOUN", tuple(dict.fromkeys(forms)) or ((lemma, f"{genders[0]}|Nom|Sing"),), noun=record)


def _noun_forms(gender: str, cells: list[str]) -> Iterator[tuple[str, str]]:
    for position, cell in enumerate(cells):
        number = "Sing" if position < 4 else "Plur"
        for form in filter(None, cell.split(",")):
            yield form, f"{gender}|{_CASES[position % 4]}|{number}"


def _lower_case(headword: str, closed: bool) -> Iterator[Word]:
    """A verb, an adjective, or a word that is not inflected; some strings are two of these."""
    attested = definitions.pronunciations()
    conjugated = verbs.conjugate(headword, attested) if headword.endswith("n") else None
    if conjugated is not None and not (closed and headword not in verbs.corrections()):
        yield Word(headword, "VERB", conjugated.forms, verb=conjugated.verb)
    if sum(_inflected(headword) + ending in attested for ending in _ENDINGS) >= 3:
        degrees = _comparison(headword)
        yield Word(headword, "ADJ", tuple(_adjective_forms(headword, degrees)), comparison=degrees)
    elif conjugated is None and not closed:
        yield Word(headword, "ADV", ((headword, ""),))


def _inflected(adjective: str) -> str:
    """The stem before an ending: dunkel - dunkl-, teuer - teur-, müde - müd-."""
    if adjective.endswith("el"):
        return adjective[:-2] + "l"
    if adjective.endswith(("uer", "eur")) and adjective + "e" not in definitions.pronunciations():
        return adjective[:-2] + "r"
    return adjective.removesuffix("e")


def _comparison(adjective: str) -> tuple[str, ...]:
    """Comparative and superlative (`größer`, `am größten`) where Wiktionary attests them."""
    attested = definitions.pronunciations()
    stem = _inflected(adjective)
    for base in (_irregular().get(adjective, ""), _umlauted(stem), stem):
        comparative = base if base and base != stem and adjective in _irregular() else base + "er"
        if base and comparative in attested:
            return comparative, *_superlative(adjective, comparative)
    return ()


@cache
def _irregular() -> dict[str, str]:
    return {"gut": "besser", "viel": "mehr", "hoch": "höher", "nah": "näher", "nahe": "näher"}


def _superlative(adjective: str, comparative: str) -> tuple[str, ...]:
    attested = definitions.pronunciations()
    special = {
        "gut": "besten",
        "viel": "meisten",
        "hoch": "höchsten",
        "nah": "nächsten",
        "nahe": "nächsten",
        "groß": "größten",
    }
    stem = comparative.removesuffix("er")
    candidates = (special.get(adjective, ""), stem + "sten", stem + "esten")
    found = next((form for form in candidates if form and form in attested), None)
    return (f"am {found}",) if found else ()


def _umlauted(stem: str) -> str:
    for position in range(len(stem) - 1, -1, -1):
        if stem[position] in "aou":
            return stem[:position] + stem[position].translate(_UMLAUTS) + stem[position + 1 :]
    return ""


def _adjective_forms(adjective: str, degrees: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield adjective, "Pos"
    yield from ((_inflected(adjective) + ending, "Pos") for ending in _ENDINGS)
    if degrees:
        yield from ((degrees[0] + ending, "Cmp") for ending in ("", *_ENDINGS))
    if len(degrees) > 1:
        stem = degrees[1].removeprefix("am ").removesuffix("en")
        yield from ((stem + ending, "Sup") for ending in ("", *_ENDINGS))
