"""Numbers of which the sentence before says what they count: `Ein neues braucht 120.`, `zwei davon`."""

from collections.abc import Sequence

from learner.exercises.material import Material
from learner.language.dates import is_year
from learner.lexicon.wordclasses import wordclass

_NOUNS = frozenset({"NN", "NNA", "NNI", "NE", "FM"})
_COUNTING = frozenset({"PIS", "PIAT", "CARD"})
_PARTS = wordclass("nouns.parts")
_RATING = wordclass("adverbs.around-numbers") | {"als"}
_OF_HOURS = wordclass("prepositions.before-hours")


def counts_of(material: Material, token: int) -> bool:
    """`zwei davon`, `ein Teil davon`."""
    before = material.analysis.words[token - 1]
    return material.analysis.form(token) == "davon" and (before.tag in _COUNTING or before.lemma in _PARTS)


def ends_with_number(material: Material, tokens: Sequence[int]) -> bool:
    """Whether it ends with a number that is no year: of what, the sentence before says.

    `Ein neues braucht 120.`, `waren es elf`, `seien keine vier`.
    """
    last = tokens[-1] if material.analysis.form(tokens[-1]).removesuffix(".") else tokens[-2]
    form = material.analysis.form(last).removesuffix(".")
    if any(_counts_alone(material, token) for token in tokens[1:-1]) or _counts_in_front(material, tokens):
        return True
    words = material.analysis.words
    counted = words[last].tag == "CARD" and (material.analysis.form(last - 1) == "es" or words[last - 1].tag == "PIAT")
    rated = material.analysis.form(last - 1) in _RATING  # `mehr als 1400` is no year
    return counted or (form.replace(".", "").isdigit() and (rated or not is_year(form)))


def _counts_alone(material: Material, token: int) -> bool:
    """`seien es nur 137 gewesen`: of what, the sentence before says."""
    words = material.analysis.words
    form = material.analysis.form(token)
    alone = words[token].tag == "CARD" and words[token + 1].tag in {"VA(PP)", "VV(PP)"} and not is_year(form)
    return alone and any(material.analysis.form(one) == "es" for one in range(max(token - 4, 0), token))


def _counts_in_front(material: Material, tokens: Sequence[int]) -> bool:
    """`Mehr als 4.100 seien es bis Freitag gewesen`: of what, the sentence before says; not `Im Jahr 2019 war es`."""
    words = material.analysis.words
    place = next((token for token in tokens if words[token].tag.endswith("(FIN)")), tokens[0])
    alone = place > tokens[0] and words[place - 1].tag == "CARD" and not is_year(material.analysis.form(place - 1))
    behind = material.analysis.form(place + 1) if place + 1 < len(words) else ""
    return alone and words[place].lemma == "sein" and behind == "es"


def adds(material: Material, token: int) -> bool:
    """Whether a number is counted beside what was told before (`weitere 15.000 Euro`)."""
    if not token or material.analysis.words[token].tag != "CARD":
        return False
    form = material.analysis.form(token - 1).lower()
    return material.analysis.words[token - 1].lemma == "weiter" or form.startswith("weitere")


def is_bare_number(material: Material, tokens: Sequence[int], token: int) -> bool:
    """`rechnet man mit zwanzig, allenfalls dreißig`, `stehen 2.870 in der Kartei`: of what, the sentence before says.

    Not `um zwölf`, and no figure that may be a year or a result.
    """
    words, form = material.analysis.words, material.analysis.form(token)
    if words[token].tag != "CARD" or not token or token + 1 >= len(words):
        return False
    if adds(material, token) and words[token + 1].tag.startswith("V"):
        return True  # `bis Ende 2026 sollen weitere 25 entstehen`
    if is_behind_noun(material, tokens, token):
        return False
    if form[0].isdigit():
        counted = form.replace(".", "").isdigit() and not is_year(form)
        return counted and words[token - 1].tag.endswith("(FIN)") and words[token + 1].tag == "APPR"
    told = words[token - 1].tag == "APPR" and material.analysis.form(token - 1).lower() not in _OF_HOURS
    return told and words[token + 1].tag.startswith(("$", "V"))


def is_share_of_something(material: Material, token: int) -> bool:
    """`Der Rest fehlt`, `bei zwei Dritteln`, `stehen 1,1 Millionen bereit`: of what, the sentence before says."""
    words = material.analysis.words
    large = words[token].lemma in {"Million", "Milliarde"}
    if not large and (words[token].lemma not in _PARTS or words[token].tag != "NN"):
        return False
    behind = words[token + 1] if token + 1 < len(words) else None
    return behind is None or behind.tag.startswith(("V", "$.", "PTKVZ"))


def is_behind_noun(material: Material, tokens: Sequence[int], token: int) -> bool:
    """Whether a noun of the sentence stands before the token."""
    return any(one < token and material.analysis.words[one].tag in _NOUNS for one in tokens)
