"""Main clauses that lack what was left out of their sentence: a month, what is counted, when something had happened."""

import re
from itertools import pairwise

from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.exercises.wordlists import ordered
from learner.language.clauses import clauses
from learner.language.dates import is_year


def is_torn(material: Material, statement: Statement) -> bool:
    """Whether it cannot be understood without what stood behind it in its sentence."""
    faults = (_waits_for_als, _has_stray_ordinal, _lacks_counted, _breaks_off_at_number)
    return any(fault(material, statement) for fault in faults)


def _waits_for_als(material: Material, statement: Statement) -> bool:
    """`Sie war gerade schlafen gegangen(, als …)`: before what, the clause told that was left out."""
    left = [one for one in clauses(material.analysis, statement.sentence) if one.start_token not in statement.tokens]
    if not any(material.analysis.form(one.start_token).lower() == "als" and one.kind == "verb-last" for one in left):
        return False
    words_ = [material.analysis.words[token] for token in statement.tokens]
    past = any(word.tag == "VA(FIN)" and word.features.get("Tense") == "Past" for word in words_)
    return past and any(word.tag == "VV(PP)" for word in words_)


def _breaks_off_at_number(material: Material, statement: Statement) -> bool:
    """`kam der Verein zu einem 3`, of `3:0`: what was counted is left out; years stay."""
    last = next((one for one in reversed(statement.tokens) if material.analysis.form(one).isalnum()), None)
    form = material.analysis.form(last) if last is not None else ""
    return form.isdigit() and not is_year(form)


def _has_stray_ordinal(material: Material, statement: Statement) -> bool:
    """`den 13.` without a month, or a number with a sign."""
    forms = [material.analysis.form(token) for token in statement.tokens]
    months = ordered("calendar.txt")[1]
    stray = (re.fullmatch(r"\d+\.", form) and after not in months for form, after in pairwise(forms))
    return any(stray) or any(form[0] in "+±~<>=" for form in forms)


def _lacks_counted(material: Material, statement: Statement) -> bool:
    """`Die Händler gehen von mehr als 900 aus`: what is counted stands in another sentence.

    Times of day (`zwischen 5 und 22 Uhr`) stay, which statements to be judged may not have.
    """
    words_ = [material.analysis.words[token] for token in statement.tokens]
    forms = [material.analysis.form(token) for token in statement.tokens]
    return any(
        words_[place].tag == "CARD"
        and not is_year(forms[place])
        and words_[place - 1].tag in {"APPR", "KOKOM"}
        and words_[place + 1].tag == "PTKVZ"
        for place in range(1, len(words_) - 1)
    )
