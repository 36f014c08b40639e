"""Lemmas: HanTa's, repaired by the lexicon where they are no words (`Durchbrüch`, `Us-außenminister`)."""

from collections.abc import Sequence
from functools import cache

from learner.language.tables import rows
from learner.language.tagging import Tagged
from learner.language.wordbook import Wordbook

_NOUNS = frozenset({"NN", "NNI", "NNA", "TRUNC"})
_REGULAR = ("ung", "heit", "keit", "schaft", "tion", "ität", "ismus")  # HanTa never errs in what it takes off these
_LONGEST_ACRONYM = 5
_SHORTEST_SHOUT = 4  # `REDE` is a word in capitals, `EU` is not


def lemma(form: str, tagged: Tagged, wordbook: Wordbook) -> str:
    """The dictionary form of a tagged form."""
    listed = _closed().get((tagged.tag, form.lower()))
    if listed:
        return listed
    if tagged.tag in _NOUNS:
        return _noun(form, tagged.lemma, tagged.tag, wordbook)
    if tagged.tag in {"NE", "FM", "XY"}:
        return _name(form, tagged.lemma)
    if tagged.tag.startswith("VV"):
        return _verb(form, tagged, wordbook)
    if tagged.tag.startswith("ADJ"):
        return _adjective(form, tagged, wordbook)
    return tagged.lemma


@cache
def _closed() -> dict[tuple[str, str], str]:
    return {(tag, form): found for tag, form, found in rows("closed-lemmas.tsv")}


def _noun(form: str, guess: str, tag: str, wordbook: Wordbook) -> str:
    """The lexicon's noun; of compounds it does not know, the lexicon's head; else HanTa's guess made plausible."""
    known = _known(form, wordbook)
    if _is_acronym(form) and not (known and len(form) >= _SHORTEST_SHOUT):
        return _acronym(form)
    if known:
        return form if tag == "NNI" and guess == form and form not in known else _best(known, guess, tag)
    if tag == "NNA" or (tag == "NNI" and wordbook.is_verb(guess.lower())):
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
    known = wordbook.lemmas(form[start:].capitalize(), "NOUN")
    return form[:start] + _best(known, guess[start:].capitalize()).lower()


def _last_part(last: str, guess: str, tag: str, wordbook: Wordbook) -> str:
    """The lemma of what stands behind the last hyphen, in the case in which it is written."""
    part = guess.rpartition("-")[2]
    found = _noun(last[:1].upper() + last[1:], part[:1].upper() + part[1:], tag, wordbook)
    return found if last[:1].isupper() else found[:1].lower() + found[1:]


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


def _name(form: str, lemma: str) -> str:
    """The name without its genitive -s; everything else of it stays."""
    if _is_acronym(form):
        return _acronym(form)
    if form.endswith(("s'", "s’")):
        return form[:-1]
    genitive = form.lower() in {lemma.lower(), lemma.lower() + "s"} and not form.endswith("ss")
    return _cased(form, lemma) if genitive else form


def _verb(form: str, tagged: Tagged, wordbook: Wordbook) -> str:
    """HanTa's infinitive if the lexicon knows it or nothing better."""
    if wordbook.is_verb(tagged.lemma):
        readings = wordbook.verb_readings(form.lower(), tagged.lemma)
        if readings or tagged.tag != "VV(PP)":
            return tagged.lemma
    wanted = {"VV(PP)": "Part", "VV(IZU)": "Inf|zu", "VV(INF)": "Inf"}.get(tagged.tag, "Fin")
    fitting = [
        found
        for found, pos, features in wordbook.analyses(form.lower())
        if pos == "VERB" and any(one.startswith(wanted) for one in features.split(";"))
    ]
    simple = [found for found in fitting if tagged.tag != "VV(FIN)" or found[:2] == form.lower()[:2]]
    return min(simple, key=len) if simple else tagged.lemma


def _adjective(form: str, tagged: Tagged, wordbook: Wordbook) -> str:
    known = [found for found, pos, _ in wordbook.analyses(form.lower()) if pos == "ADJ"]
    if not known or tagged.lemma in known:
        return tagged.lemma
    return known[0]
