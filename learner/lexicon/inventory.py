"""Which words there are: every lexeme with its forms, put together from the packages and our own tables."""

import lzma
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from learner.lexicon import definitions, glossary, verbs
from learner.lexicon.frequency import frequency
from learner.lexicon.lexeme import Gender, Noun, Verb
from learner.lexicon.tables import rows
from learner.places import bundled_path

_CASES = ("Nom", "Gen", "Dat", "Acc")
_SHORTEST_HEAD = 3
_FAR_MORE = 5
_CELLS = 10  # gender, class, four cases in both numbers
_ENDINGS = ("e", "en", "em", "er", "es")
_UNCOMPARED = ("deutsch", "jährig", "tägig", "monatig", "malig", "sweise", "tweise", "erweise")
_RELATIONAL = ("lich", "al", "ell")
_OFTEN = 10**-5.2  # of running words; whoever is compared and so frequent has a superlative that is met with
_QUALITIES = ("heit", "keit")
_KNOWN = 10**-6.0  # of running words: frequent enough for its plural to be met with
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
    senses: str = ""  # where the table of verbs with two stresses tells meanings apart


def words() -> Iterator[Word]:
    """Every word, nouns first; a lemma may stand for several parts of speech."""
    lemmas: set[str] = set()
    for word in _attested():
        lemmas.add(word.lemma)
        yield word
    paradigms = _paradigms()
    for entry in glossary.entries():
        if entry.lemma not in lemmas and " " not in entry.lemma:
            yield from _of_the_glossary(entry.lemma, entry.pos, paradigms)


def _of_the_glossary(lemma: str, pos: str, paradigms: dict[str, list[list[str]]]) -> Iterator[Word]:
    """A word that only our glossary knows: nouns are inflected like their head, others by rule."""
    if pos == "NOUN":
        starts = range(1, len(lemma) - _SHORTEST_HEAD + 1)
        start = next((one for one in starts if lemma[one:].capitalize() in paradigms), None)
        if start is not None:
            head = lemma[start:].capitalize()
            kept, plurals = _in_use(head, paradigms[head])
            shown = [_joined(lemma[:start], plural) for plural in plurals]
            yield noun(lemma, [_before(lemma[:start], cells) for cells in kept], shown)
    elif pos == "VERB":
        for one in verbs.conjugate(lemma, definitions.pronunciations()):
            yield Word(lemma, pos, one.forms, verb=one.verb, senses=one.senses)
    elif pos == "ADJ":
        yield Word(lemma, pos, tuple(_adjective_forms(lemma, ())))
    else:
        yield Word(lemma, pos, ((lemma, ""),))


def _before(start: str, cells: list[str]) -> list[str]:
    """A head's paradigm with the rest of the compound in front of every form."""
    gender, declension, *forms = cells
    whole = [",".join(_joined(start, form) for form in cell.split(",") if form) for cell in forms]
    return [gender, declension, *whole]


def _joined(start: str, form: str) -> str:
    """A form of a head behind the rest of its compound: small, but large behind a hyphen (Hamas-Bewegung)."""
    return start + (form if start.endswith("-") else form.lower())


def _attested() -> Iterator[Word]:
    """The words of the noun table, the closed classes and Wiktionary."""
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
    return {pos: tuple(dict.fromkeys(members.split())) for pos, members in rows("closed_class.tsv")}


def nouns() -> Iterator[Word]:
    """Every noun; paradigms of one lemma (der/die See, Worte/Wörter) are one word, the most usual gender first."""
    for lemma, paradigms in _paradigms().items():
        yield noun(lemma, *_in_use(lemma, paradigms))


def _paradigms() -> dict[str, list[list[str]]]:
    text = lzma.decompress(bundled_path("assets", "lexicon", "nouns.tsv.xz").read_bytes()).decode()
    found = _by_lemma(line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    replaced = _by_lemma(rows("nouns_corrections.tsv"))
    return {lemma: lines for lemma, lines in (found | replaced).items() if lines[0][0]}


def _by_lemma(lines: Iterable[Sequence[str]]) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for lemma, *cells in lines:
        found.setdefault(lemma, []).append(cells + [""] * (_CELLS - len(cells)))
    return found


@cache
def _usual() -> dict[str, tuple[list[str], list[str]]]:
    """Genders and plurals of today in the order of their use, for nouns that have several."""
    return {
        lemma: (genders.split(","), plurals[0].split(",") if plurals else [])
        for lemma, genders, *plurals in rows("genders.tsv")
    }


def _in_use(lemma: str, paradigms: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The paradigms of the genders in use, and the plurals to show where the table names them."""
    if lemma not in _usual():
        return paradigms, []
    genders, plurals = _usual()[lemma]
    kept = [cells for gender in genders for cells in paradigms if cells[0] == gender]
    return kept or paradigms, plurals


def noun(lemma: str, paradigms: list[list[str]], shown: list[str]) -> Word:
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
        _genitive(lemma, first) or None,
        tuple(shown or _met_with(lemma, _ordered(lemma, first[1], list(dict.fromkeys(plurals))))),
        first[1],  # type: ignore[arg-type]
    )
    return Word(lemma, "NOUN", tuple(dict.fromkeys(forms)) or ((lemma, f"{genders[0]}|Nom|Sing"),), noun=record)


def _genitive(lemma: str, paradigm: list[str]) -> str:
    """The more frequent form, Verkehrs rather than Verkehres; des Comebacks and des Namens rather than without -s."""
    forms = paradigm[3].split(",")
    if paradigm[0] not in {"m", "n"} or paradigm[1] != "strong":
        return max(forms, key=frequency)
    mixed = [form for form in forms if form.endswith("ens") and not lemma.endswith("en")]
    strong = [form for form in forms if form in {lemma + "s", lemma + "es"}]
    return max(mixed or strong or forms, key=lambda form: (frequency(form), -len(form)))


def _ordered(lemma: str, declension: str, plurals: list[str]) -> list[str]:
    """The plural that is far more frequent in front, unless it has other uses (des `Parks`): Mütter, not Muttern."""
    others = [one for one in plurals[1:] if one not in {lemma, lemma + "s", lemma + "es"}]
    best = max(others, key=frequency, default=None)
    if best is None or declension == "adjectival" or frequency(best) < _FAR_MORE * frequency(plurals[0]):
        return plurals
    return [best, *(one for one in plurals if one != best)]


def _met_with(lemma: str, plurals: list[str]) -> list[str]:
    """The plurals; none for a frequent quality whose plural nobody uses (Sachlichkeit)."""
    quality = lemma.endswith(_QUALITIES) and frequency(lemma) >= _KNOWN
    return [] if quality and not any(map(frequency, plurals)) else plurals


def _noun_forms(gender: str, cells: list[str]) -> Iterator[tuple[str, str]]:
    for position, cell in enumerate(cells):
        number = "Sing" if position < 4 else "Plur"
        for form in filter(None, cell.split(",")):
            yield form, f"{gender}|{_CASES[position % 4]}|{number}"


def _lower_case(headword: str, closed: bool) -> Iterator[Word]:
    """A verb, an adjective, or a word that is not inflected; some strings are two of these."""
    attested = definitions.pronunciations()
    conjugated = verbs.conjugate(headword, attested) if headword.endswith("n") else ()
    if not closed or headword in verbs.corrections():
        for one in conjugated:
            yield Word(headword, "VERB", one.forms, verb=one.verb, senses=one.senses)
    if sum(_inflected(headword) + ending in attested for ending in _ENDINGS) >= 3:
        degrees = _comparison(headword)
        yield Word(headword, "ADJ", tuple(_adjective_forms(headword, degrees)), comparison=degrees)
    elif not conjugated and not closed:
        yield _adverb(headword)


def _adverb(headword: str) -> Word:
    """A word that is not inflected; a few adverbs are compared (gern, lieber, am liebsten)."""
    degrees = _irregular().get(headword, ())
    return Word(headword, "ADV", tuple((form, "") for form in (headword, *degrees[:1])), comparison=degrees)


def _inflected(adjective: str) -> str:
    """The stem before an ending: dunkel - dunkl-, teuer - teur-, müde - müd-, hoch - hoh-."""
    if adjective.endswith("hoch"):
        return adjective[:-2] + "h"
    if adjective.endswith("el"):
        return adjective[:-2] + "l"
    if adjective.endswith(("uer", "eur")) and adjective + "e" not in definitions.pronunciations():
        return adjective[:-2] + "r"
    return adjective.removesuffix("e")


def _comparison(adjective: str) -> tuple[str, ...]:
    """Comparative and superlative (`größer`, `am größten`): those of the table, else where Wiktionary attests both.

    The superlative is the witness: `lediger` is also a form of the positive.
    """
    if adjective in _irregular():
        return _irregular()[adjective]
    attested = definitions.pronunciations()
    stem = _inflected(adjective)
    for base in filter(None, (_umlauted(stem), stem)):
        superlative = _superlative(adjective if base == stem and stem + "e" != adjective else base)
        if base + "er" in attested and superlative and _is_compared(adjective, superlative):
            return base + "er", f"am {superlative}"
    return ()


def _is_compared(adjective: str, superlative: str) -> bool:
    """Whether anybody says so: Wiktionary also compares `griechisch`, as is done only with qualities."""
    if adjective.endswith(_UNCOMPARED):
        return False
    told = adjective.endswith("isch") or (adjective.endswith(_RELATIONAL) and frequency(adjective) >= _OFTEN)
    return not told or frequency(superlative) > 0


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Comparative and superlative by adjective; an empty tuple where it is not compared."""
    return {adjective: tuple(filter(None, degrees)) for adjective, *degrees in rows("comparison.tsv")}


def _superlative(stem: str) -> str | None:
    attested = definitions.pronunciations()
    return next((stem + ending for ending in ("sten", "esten") if stem + ending in attested), None)


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
