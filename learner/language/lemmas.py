"""Lemmas: HanTa's, repaired by the lexicon where they are no words (`Durchbrüch`, `Us-außenminister`)."""

from collections.abc import Sequence
from functools import cache, lru_cache

from learner.language.tables import rows
from learner.language.tagging import tagger
from learner.language.wordbook import Wordbook
from learner.lexicon.wordclasses import wordrow

_NOUNS = frozenset({"NN", "NNI", "NNA", "TRUNC"})
_NAMES = frozenset({"NE", "FM", "XY"})
_INFINITIVES = ("n", "ns")  # das `Spülen`, des `Spülens`
_REGULAR = wordrow("endings.certain")  # HanTa never errs in what it takes off these
_REMEMBERED = 60_000
_LONGEST_ACRONYM = 5
_SHORTEST_SHOUT = 4  # `REDE` is a word in capitals, `EU` is not


@lru_cache(maxsize=_REMEMBERED)
def lemma(form: str, tag: str, wordbook: Wordbook) -> str:
    """The dictionary form of a tagged form; HanTa is asked only where the lexicon does not settle it."""
    listed = _closed().get((tag, form.lower())) or _settled(form, tag, wordbook)
    if listed:
        return listed
    if tag in _NAMES:
        return _name(form, tag)
    if tag == "PIS" and _adjectives(form, wordbook):  # `vor kurzem`
        return lemma(form, "ADJ(A)", wordbook)
    guess = tagger().lemma(form, tag)
    if tag in _NOUNS:
        return _noun(form, guess, tag, wordbook)
    if tag.startswith("VV"):
        return _verb(form, guess, tag, wordbook)
    return _adjective(form, guess, wordbook) if tag.startswith("ADJ") else guess


def _settled(form: str, tag: str, wordbook: Wordbook) -> str | None:
    """The lemma of a noun or adjective that the lexicon knows under one lemma only."""
    if tag.startswith("ADJ"):
        known = _adjectives(form, wordbook)
        return known[0] if len(known) == 1 else None
    if tag not in _NOUNS or tag == "NNI" or _is_acronym(form):
        return None
    nouns = _known(form, wordbook)
    if len(nouns) == 1 or (form in nouns and _is_plural(form, wordbook)):
        return nouns[0] if len(nouns) == 1 else form
    return None


def _is_plural(form: str, wordbook: Wordbook) -> bool:
    """Whether the noun is one that has no singular (`Eltern`, `Masern`)."""
    return all(one.gender == "pl" for one in wordbook.nouns(form) if one.lemma == form)


@cache
def _closed() -> dict[tuple[str, str], str]:
    return {(tag, form): found for tag, form, found in rows("closed-lemmas.tsv")}


def _noun(form: str, guess: str, tag: str, wordbook: Wordbook) -> str:
    """The lexicon's noun; of compounds it does not know, the lexicon's head; else HanTa's guess made plausible."""
    known = _known(form, wordbook)
    if _is_acronym(form) and not (known and len(form) >= _SHORTEST_SHOUT):
        return _acronym(form)
    if tag == "NNI" and form.endswith(_INFINITIVES):
        return form if form in known else form.removesuffix("s")
    if known:
        return _best(_likely(form, known, wordbook), guess, tag)
    if tag == "NNA":
        return _cased(form, guess)
    stem, hyphen, last = form.rpartition("-")
    if hyphen and last:
        return stem + hyphen + _last_part(last, guess, tag, wordbook)
    return _compound(form, guess, wordbook) or _unknown(form, guess)


def _known(form: str, wordbook: Wordbook) -> tuple[str, ...]:
    """The lexicon's nouns with this form, also written in capitals, small letters or the old orthography."""
    spellings = (
        form,
        form[:1].upper() + form[1:],
        form.capitalize() if form.isupper() else form,
        form.replace("ß", "ss"),
    )
    return next((found for one in spellings if (found := wordbook.lemmas(one, "NOUN"))), ())


def _likely(form: str, known: tuple[str, ...], wordbook: Wordbook) -> tuple[str, ...]:
    """Without nouns of which the form is a dative only, beside one whose plural it is (`Tabletten`, of no tray)."""
    if len(known) == 1:
        return known
    readings = wordbook.noun_readings(form)
    plural = {one.lemma for one in readings if (one.case, one.number) == ("Nom", "Plur")}
    other = {one.lemma for one in readings if (one.case, one.number) != ("Dat", "Plur")}
    return tuple(one for one in known if one in other or not plural) or known


def _best(known: Sequence[str], guess: str, tag: str = "NN") -> str:
    """HanTa's guess if the lexicon has it; of adjectival nouns the form with an article (der, die `Angeklagte`)."""
    weak = next((one for one in known if one + "r" in known), None)
    if weak and (tag == "NNA" or guess not in known):
        return weak
    return guess if guess in known else known[0]


def _compound(form: str, guess: str, wordbook: Wordbook) -> str | None:
    """The first parts as written and the lexicon's lemma of the head (`Rheinfähr` becomes `Rheinfähre`)."""
    if guess.endswith(_REGULAR):
        return _cased(form, guess)
    head = wordbook.head(form)
    if not head:
        return None
    start, _ = head
    if _is_plural_only(form[start:].capitalize(), wordbook):
        return form  # Nutzerdaten, no date
    known = wordbook.lemmas(form[start:].capitalize(), "NOUN")
    return form[:start] + _best(known, guess[start:].capitalize()).lower()


def _last_part(last: str, guess: str, tag: str, wordbook: Wordbook) -> str:
    """The lemma of what stands behind the last hyphen, in the case in which it is written."""
    part = guess.rpartition("-")[2]
    large = last[:1].upper() + last[1:]
    if _is_plural_only(large, wordbook):
        return last
    found = _noun(large, part[:1].upper() + part[1:], tag, wordbook)
    if found != large and _is_meant(large, wordbook) and not _is_meant(found, wordbook):
        found = large  # Corona-Krise is no matter of a kris
    return found if last[:1].isupper() else found[:1].lower() + found[1:]


def _is_plural_only(noun: str, wordbook: Wordbook) -> bool:
    lexeme = wordbook.lookup(noun, "NOUN")
    return lexeme is not None and lexeme.noun is not None and lexeme.noun.genders == ("pl",)


def _is_meant(noun: str, wordbook: Wordbook) -> bool:
    """Whether the noun has a meaning in the glossary."""
    lexeme = wordbook.lookup(noun, "NOUN")
    return lexeme is not None and bool(lexeme.glosses)


def _unknown(form: str, guess: str) -> str:
    """HanTa's guess if it took off an ending that its word class has; strange words are mostly names."""
    if not form.lower().startswith(guess.lower()):
        return _cased(form, guess)
    cut = form.lower().removeprefix(guess.lower())
    return _cased(form, guess) if cut in {"", "s", "es"} and not form.endswith("ss") else form


def _cased(form: str, lemma: str) -> str:
    """The lemma with the capital letters of the form (`LNG-Aktie`, `McCartney`)."""
    common = 0
    while common < min(len(form), len(lemma)) and form[common].lower() == lemma[common].lower():
        common += 1
    return form[:common] + lemma[common:]


def _is_acronym(form: str) -> bool:
    letters = form.rstrip("s").replace("'", "").replace("’", "")
    return 1 < len(letters) <= _LONGEST_ACRONYM and letters.isupper() and letters.isalpha()


def _acronym(form: str) -> str:
    return form.rstrip("s").rstrip("'’")


def _name(form: str, tag: str) -> str:
    """The name without its genitive -s; everything else of it stays."""
    if _is_acronym(form):
        return _acronym(form)
    if form.endswith(("s'", "s’")):
        return form[:-1]
    if not form.lower().endswith("s") or form.endswith("ss"):
        return form
    lemma = tagger().lemma(form, tag)
    genitive = form.lower() in {lemma.lower(), lemma.lower() + "s"}
    return _cased(form, lemma) if genitive else form


def _verb(form: str, guess: str, tag: str, wordbook: Wordbook) -> str:
    """HanTa's infinitive if the lexicon knows it or nothing better."""
    spellings = (form.lower(), form.lower().replace("ß", "ss"))
    if wordbook.is_verb(guess) and any(wordbook.verb_readings(spelling, guess) for spelling in spellings):
        return guess
    wanted = {"VV(PP)": "Part", "VV(IZU)": "Inf|zu", "VV(INF)": "Inf"}.get(tag, "Fin")
    fitting = [
        found
        for found, pos, features in wordbook.analyses(form.lower())
        if pos == "VERB" and any(one.startswith(wanted) for one in features.split(";"))
    ]
    simple = [found for found in fitting if tag != "VV(FIN)" or found[:2] == form.lower()[:2]]
    return min(simple, key=len) if simple else guess  # fällte is no form of fallen


def _adjective(form: str, guess: str, wordbook: Wordbook) -> str:
    known = _adjectives(form, wordbook)
    if not known or guess in known:
        return guess
    return known[0]


def _adjectives(form: str, wordbook: Wordbook) -> list[str]:
    return [found for found, pos, _ in wordbook.analyses(form.lower()) if pos == "ADJ"]
