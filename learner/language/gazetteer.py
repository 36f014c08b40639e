"""Lists of known names: places, organisations, peoples, first names, roles (`assets/language`)."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from learner.language.tables import column, mapping, rows

Kind = Literal["place", "organisation", "nationality"]
_NO_ROLES = frozenset({"Paragraf", "Telegraf", "Seismograf"})  # end in `Graf` and the like by chance
_LONGEST = 40  # letters; no word of our lists is longer
_REMEMBERED = 5_000  # nouns whose role is kept; of one noun several rules ask it
_OF_WOMEN = ("erin", "istin", "ologin")  # `Hutmacherin`
_TRADE = 8  # letters from which a noun with such an ending is a woman's trade
_UMLAUTS = {"a": "ä", "A": "Ä", "o": "ö", "u": "ü"}
_GENITIVE_ENDINGS = frozenset({"s", "es", "'", "’"})
_ADJECTIVE_ENDINGS = ("es", "er", "en", "em", "e")


class Known(NamedTuple):
    """A listed name: how it is spelt, word by word; its fullest form; its kind; whether it is also an ordinary word."""

    words: tuple[str, ...]
    name: str
    kind: Kind
    ordinary: bool


def match(forms: Sequence[str]) -> Known | None:
    """The longest listed name at the beginning of these forms, in whatever case it stands."""
    return next((known for known in _by_first_letters().get(forms[0][:3], ()) if _fits(known, forms)), None)


@lru_cache(maxsize=_REMEMBERED)
def role(noun: str) -> tuple[str, str] | None:
    """The listed role that a noun is or ends in (`US-Außenminister`), and the sex it tells (`m`, `f`, `-`)."""
    listed = mapping("roles.tsv")
    if noun in _bodies() or noun in _NO_ROLES:
        return None
    if noun in listed:
        return noun, listed[noun]
    tail = noun.rpartition("-")[2]
    if tail != noun and tail in listed:
        return tail, listed[tail]
    return next(((head, listed[head]) for head in _heads(noun) if head in listed), None)


def sex(first_name: str) -> str:
    """`m` or `f` of a first name (of double names the first part), `-` if both, empty if not listed."""
    listed = mapping("first-names.tsv")
    return listed.get(first_name) or (listed.get(first_name.partition("-")[0], "") if "-" in first_name else "")


def sex_of_people(noun: str) -> str:
    """`m` of `Japaner` and `Etappensieger`, `f` of `Japanerin` and of any trade in -erin, empty of other nouns."""
    lower = noun.lower()
    nouns = _second_nouns()
    listed = (
        next(sex for ending, sex in nouns.items() if lower.endswith(ending)) if lower.endswith(tuple(nouns)) else ""
    )
    trade = "f" if noun.endswith(_OF_WOMEN) and len(noun) >= _TRADE and not sex(noun) else ""
    return _sexes().get(noun, "") or listed or trade


@cache
def _second_nouns() -> dict[str, str]:
    """What a person may be called who has been named already (`der Sieger`), and the sex it tells."""
    return {row[0].lower(): row[1] for row in rows("speaking.tsv") if row[2:] == ("p",)}


def sex_of_person(noun: str) -> str:
    """`m` or `f` of a noun for one person, by office, people or what else it calls him; empty of others."""
    known = role(noun)
    sex = known[1] if known else sex_of_people(noun) or {"Mann": "m", "Frau": "f"}.get(noun, "")
    return sex.replace("-", "")


@cache
def _sexes() -> dict[str, str]:
    people = rows("nationalities.tsv")
    return {man: "m" for _, _, man, _ in people if man} | {woman: "f" for _, _, _, woman in people if woman}


@cache
def adjectives_of_peoples() -> frozenset[str]:
    """`dänisch`, `kirgisisch`: the adjectives of countries and continents."""
    return frozenset(adjective for _, adjective, _, _ in rows("nationalities.tsv") if adjective)


def is_institution(noun: str) -> bool:
    """Whether a noun names an institution: a compound (`Innenministerium`), or one that does so alone (`Polizei`)."""
    if noun in _institutions():
        return _institutions()[noun]
    return noun.endswith(_institution_endings())


@cache
def _institution_endings() -> tuple[str, ...]:
    return tuple(word.lower() for word in _institutions())


def introduced_as(noun: str) -> frozenset[str]:
    """The offices whose bearer a noun may mean later on (`Regierungschefin`: Ministerpräsidentin)."""
    return _introduced().get(noun, frozenset())


@cache
def _introduced() -> dict[str, frozenset[str]]:
    """The offices by the noun that may stand for them later on."""
    pairs = rows("role-synonyms.tsv")
    women = [(_of_woman(later), _of_woman(first)) for later, first in pairs]
    found: dict[str, frozenset[str]] = {}
    for later, first in [*pairs, *women]:
        found[later] = found.get(later, frozenset()) | {first}
    return found


def _of_woman(noun: str) -> str:
    """The feminine noun of an office as roles.tsv has it: `Ärztin`, `Anwältin`, `Vorsitzende`."""
    listed = mapping("roles.tsv")
    stem = noun.removesuffix("e")
    changed = [
        stem[:place] + _UMLAUTS[letter] + stem[place + 1 :] for place, letter in enumerate(stem) if letter in _UMLAUTS
    ]
    candidates = [f"{noun}in", f"{stem}in", noun.removesuffix("r"), *(f"{one}in" for one in reversed(changed))]
    return next((one for one in candidates if listed.get(one) in {"f", "-"}), f"{noun}in")


def speaks(noun: str) -> bool:
    """Whether a noun names somebody or something that can speak: an office, a people, a person, a body."""
    known = role(noun) or sex_of_people(noun) or is_institution(noun)
    return bool(known) or _ends_in(noun, column("speaking.tsv")) or _is_branch(noun)


def _is_branch(noun: str) -> bool:
    """`Landes-ÖVP`, `Stadt-Grünen`: the part of a listed body that belongs to a place."""
    body = noun.rpartition("-")[2]
    return body != noun and body in _single_words()


@cache
def _single_words() -> frozenset[str]:
    return frozenset(known.words[0] for known in _organisations() if len(known.words) == 1)


def is_body(noun: str) -> bool:
    """Whether a noun may mean the one body named shortly before (`das Unternehmen`)."""
    return noun in _bodies()


def names_bodies(noun: str) -> bool:
    """Whether the name of a body may stand behind a noun (`der Pumpenhersteller Alvora`)."""
    return _ends_in(noun, _bodies())


def is_document(noun: str) -> bool:
    """Whether the words of what a noun names are those of its makers (`Gutachten`)."""
    return _ends_in(noun, column("documents.tsv"))


def _ends_in(noun: str, listed: frozenset[str]) -> bool:
    return noun in listed or any(
        noun[start:].capitalize() in listed for start in range(max(3, len(noun) - _LONGEST), len(noun) - 2)
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row[0] for row in rows("speaking.tsv") if row[2:] == ("a",))


@cache
def _institutions() -> dict[str, bool]:
    """The nouns, and whether they name one alone."""
    return {row[0]: len(row) > 1 for row in rows("institutions.tsv")}


def _heads(noun: str) -> list[str]:
    """Every ending of a compound that is long enough for a word, capitalised, the longest first."""
    return [noun[start:].capitalize() for start in range(max(3, len(noun) - _LONGEST), len(noun) - 3)]


@cache
def _by_first_letters() -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = {}
    for known in sorted({*_places(), *_organisations(), *_peoples()}, key=_rank):
        found.setdefault(known.words[0][:3], []).append(known)
    return found


def _rank(known: Known) -> tuple[int, bool, Known]:
    """Long names first; of two with one spelling (`Polen`) the place before the people."""
    return -len(known.words), known.kind == "nationality", known


def _places() -> list[Known]:
    return [Known(tuple(row[0].split()), row[0], "place", len(row) > 2) for row in rows("places.tsv")]


def _organisations() -> list[Known]:
    return [Known(tuple(row[0].split()), row[1], "organisation", len(row) > 2) for row in rows("organisations.tsv")]


def _peoples() -> list[Known]:
    """Every case form of the nouns; `Deutscher` declines as an adjective."""
    found: list[Known] = []
    for _, _, man, woman in rows("nationalities.tsv"):
        endings = ("", "n", "s") if not man.endswith("e") else ("", "n")
        forms = {man + ending: man for ending in endings if man} | {woman: woman, f"{woman}nen": woman}
        if man == "Deutscher":
            forms |= dict.fromkeys(("Deutsche", "Deutschen", "Deutschem"), man)
        found += [Known((form,), name, "nationality", False) for form, name in forms.items() if name]
    return found


def _fits(known: Known, forms: Sequence[str]) -> bool:
    if len(forms) < len(known.words):
        return False
    last = len(known.words) - 1
    form, word = forms[last], known.words[last]
    if form != word and (known.kind == "nationality" or not _is_genitive(form, word)):
        return False
    return not last or all(
        form == word or _stem(form) == _stem(word) for form, word in zip(forms, known.words[:last], strict=False)
    )


def _is_genitive(form: str, word: str) -> bool:
    return form.startswith(word) and form[len(word) :] in _GENITIVE_ENDINGS


def _stem(word: str) -> str:
    """The word without the ending an adjective may have, so that `Vereinten` finds `Vereinte`."""
    for ending in _ADJECTIVE_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word
