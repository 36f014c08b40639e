"""Ages that stand beside names (`Ina Moll (34)`), by which `die 34-Jährige` finds her name."""

from collections.abc import Iterable

from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.language.subjects import Phrase

_AGES = range(3, 111)
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
    years = draft.forms[phrase.last].partition("-")[0].rstrip("Jjährigen")
    fitting = {one.name for one in names if one.gender in {sex, ""} and age(draft, one) == years}
    return fitting.pop() if len(fitting) == 1 else None
