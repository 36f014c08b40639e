"""Ages that stand beside names (`Ina Moll (34)`), by which `die 34-Jährige` finds her name."""

import re
from collections.abc import Iterable

from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.language.subjects import Phrase
from learner.language.tables import mapping

_AGES = range(3, 111)
_SPELT = re.compile(r"([A-ZÄÖÜ][a-zäöüß]+)jährigen?r?")
_FIGURES = re.compile(r"\d+-?[Jj]ährigen?r?")
_SEXES = {"der": "m", "die": "f"}


def age(draft: Draft, name: Name) -> str:
    """The age given behind a person's name (`Ina Moll (34)`, `Ina Moll, 34,`, `Ina Moll ist 34`), else empty."""
    if name.kind != "person":
        return ""
    for mention in name.mentions:
        last = draft.tokens_in(mention)[-1]
        number = draft.form(last + 2)
        years = number.rstrip(".")
        closed = number != years or draft.form(last + 3) in {")", ",", "Jahre", "und", "."}
        if draft.form(last + 1) in {"(", ",", "ist"} and closed and years.isdigit() and int(years) in _AGES:
            return years
    return ""


def of_age(draft: Draft, names: Iterable[Name], phrase: Phrase) -> str | None:
    """The only person of the sex of the article who is as old as the phrase `der 34-Jährige` says."""
    sex = _SEXES.get(draft.forms[phrase.first].lower(), "")
    years = _years(draft.forms[phrase.last])
    fitting = {one.name for one in names if one.gender in {sex, ""} and age(draft, one) == years}
    return fitting.pop() if len(fitting) == 1 else None


def is_age(form: str) -> bool:
    """Whether a noun calls somebody by his age: `34-Jährige`, `Achtjähriger`."""
    return bool(_FIGURES.fullmatch(form)) or _spelt(form) is not None


def _years(form: str) -> str:
    """The age in figures."""
    return _spelt(form) or form.partition("-")[0].rstrip("Jjährigen")


def _spelt(form: str) -> str | None:
    """The figures of an age in letters (`Achtjähriger`: 8); none of `Langjährige`."""
    found = _SPELT.fullmatch(form)
    return mapping("number-words.tsv").get(found[1].lower()) if found else None
