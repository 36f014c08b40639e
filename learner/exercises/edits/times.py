"""Points in time: another weekday, month or year, or the end of a month or year for its beginning."""

import re
from collections.abc import Iterator, Sequence

from learner.exercises.edits.edit import Edit, happened, is_planned
from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.exercises.wordlists import ordered
from learner.language.clauses import clause_of
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_YEAR = re.compile(r"(19|20)\d\d")
_SINCE = wordclass("times.before-months")
_SHIFTS = (-3, -5, -2, 4, -8, 6)
_PARTS_OF_DAYS = wordclass("times.behind-days") | {""}
_ENDS = {"Anfang": "Ende", "Ende": "Anfang"}


def times(material: Material, statement: Statement) -> Iterator[Edit]:
    """Every point in time that stands alone in the statement, exchanged."""
    yield from _ends(material, statement)
    yield from _days_and_months(material, statement)
    yield from _years(material, statement)


def tells_who_said_it(material: Material, statement: Statement, token: int) -> bool:
    """Whether the day is only that of a report (`teilte die Polizei am Montag mit`)."""
    clause = clause_of(material.analysis, statement.sentence, token)
    lemmas = {material.analysis.words[one].lemma for one in clause.tokens} if clause else set()
    return bool(lemmas & column("reporting.tsv"))


def _ends(material: Material, statement: Statement) -> Iterator[Edit]:
    """`Anfang 2013`, `Ende Mai`, of what happened or will: what there was at the end there may have been all year."""
    if _has_grown(material, statement) or not (happened(material, statement) or is_planned(material, statement)):
        return
    for token, after in zip(statement.tokens, statement.tokens[1:], strict=False):
        form, following = material.analysis.form(token), material.analysis.form(after)
        if token > 0 and material.analysis.form(token - 1).lower() == "bis":
            continue  # what is done by January is done by December
        if form in _ENDS and (_YEAR.fullmatch(following) or following in ordered("calendar.txt")[1]):
            said = _ENDS[form]
            yield Edit(statement.writing({token: said}), "time", f"{said} {following}", f"{form} {following}")


def _has_grown(material: Material, statement: Statement) -> bool:
    """`seit Ende 2022 teurer geworden`: then it is so since the beginning too."""
    words = [material.analysis.words[token] for token in statement.tokens]
    return {"seit", "werden"} <= {word.lemma for word in words}


def _days_and_months(material: Material, statement: Statement) -> Iterator[Edit]:
    forms = [material.analysis.form(token) for token in statement.tokens]
    for names in ordered("calendar.txt"):
        told = [_name_in(form, names) for form in forms]
        places = [place for place, name in enumerate(told) if name]
        if len(places) != 1 or not _is_point(forms, places[0]):
            continue
        if tells_who_said_it(material, statement, statement.tokens[places[0]]):
            continue
        rng = material.rng(f"calendar {statement.sentence}")
        others = [name for name in names if name not in material.analysis.article.text]
        if others:
            form, token = forms[places[0]], statement.tokens[places[0]]
            said = form.replace(told[places[0]], rng.choice(others))
            yield Edit(statement.writing({token: said}), "time", said, form)


def _name_in(form: str, names: Sequence[str]) -> str:
    """`Montag` of `Montag` and `Montagabend`; empty where no day or month begins the word."""
    name = next((one for one in names if form.startswith(one)), "")
    return name if name and form.removeprefix(name) in _PARTS_OF_DAYS else ""


def _is_point(forms: list[str], place: int) -> bool:
    """`am Montag`, `Ende Mai`, `3. Mai`, but not `bis Montag`, `ab Mai`, `jeden Montag`, `Montag, dem 3. Mai`."""
    before = forms[place - 1].lower() if place else ""
    after = forms[place + 1] if place + 1 < len(forms) else ""
    pointed = before in wordclass("times.pointing") or bool(re.fullmatch(r"\d{1,2}\.", before))
    bounded = wordclass("prepositions.of-stretches") & {form.lower() for form in forms[max(0, place - 3) : place]}
    return pointed and not bounded and after not in {",", "und", "oder", "bis"}


def _years(material: Material, statement: Statement) -> Iterator[Edit]:
    forms = [material.analysis.form(token) for token in statement.tokens]
    places = [place for place, form in enumerate(forms) if _YEAR.fullmatch(form)]
    if len(places) != 1 or not _is_date(material, statement, places[0]) or not happened(material, statement):
        return
    year = int(forms[places[0]])
    free = (year + shift for shift in _SHIFTS if str(year + shift) not in material.analysis.article.text)
    said = str(next(free, ""))
    if said:
        yield Edit(statement.writing({statement.tokens[places[0]]: said}), "time", said, forms[places[0]])


def _is_date(material: Material, statement: Statement, place: int) -> bool:
    """A year behind a month or `im Jahr`, or alone before something that is not counted."""
    before = material.analysis.form(statement.tokens[place - 1]).lower() if place else ""
    after = material.analysis.words[statement.tokens[place + 1]].tag if place + 1 < len(statement.tokens) else ""
    known = before in _SINCE or before.capitalize() in ordered("calendar.txt")[1]
    tag = material.analysis.words[statement.tokens[place - 1]].tag if place else "$."
    alone = tag.endswith("(FIN)") or place == 0
    return (known or alone) and after not in {"NN", "NE", "CARD", "TRUNC", "$(", "KON"}
