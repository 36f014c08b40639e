"""A noun of the article as an answer: with its article in the nominative."""

from collections.abc import Sequence

from learner.exercises.cohesion.candidates import Candidate, is_collective
from learner.exercises.extent import in_name
from learner.exercises.material import Material
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import ARTICLES
from learner.lexicon.lexicon import NounAnalysis


def nominative(material: Material, one: Candidate) -> tuple[str, str]:
    """`die Studie` and its gender, or `p` for a plural; empty where either is not certain."""
    gender = one.genders
    if is_collective(one.lemma) and one.phrase is not None and one.phrase.number == "Sing":
        gender = gender.removesuffix("p")
    common = material.analysis.words[one.token].tag == "NN" and not in_name(material.analysis, one.token)
    if one.phrase is None or len(gender) != 1 or not common or _is_stranger(material, one):
        return ("", "")
    form = material.analysis.form(one.token)
    readings = [
        reading
        for reading in wordbook(material.lexicon).noun_readings(form)
        if (reading.number == "Plur" if gender == "p" else (reading.number, reading.gender) == ("Sing", gender))
    ]
    if gender == "p":
        plural = _plural(material, form, readings)
        return (f"die {plural}", "p") if plural else ("", "")
    if len({reading.lemma for reading in readings}) != 1:
        return ("", "")
    return (f"{ARTICLES[gender]} {_cased(readings[0].lemma, form)}", gender)


def _is_stranger(material: Material, one: Candidate) -> bool:
    """`nach Hasselohe`: a noun alone that no dictionary has, mostly a name."""
    book = wordbook(material.lexicon)
    known = (book.lookup(reading.lemma, "NOUN") for reading in book.noun_readings(material.analysis.form(one.token)))
    alone = one.phrase is not None and len(one.phrase.tokens) == 1 and one.genders != "p"
    return alone and not any(known)


def _plural(material: Material, form: str, readings: Sequence[NounAnalysis]) -> str:
    """The nominative behind a plural in any case; empty where it is not certain."""
    if any(reading.case == "Nom" for reading in readings):
        return form
    plural = form.removesuffix("n")
    back = wordbook(material.lexicon).noun_readings(plural)
    lemmas = {reading.lemma for reading in readings}
    sound = any((one.case, one.number) == ("Nom", "Plur") and one.lemma in lemmas for one in back)
    return plural if sound else ""


def _cased(lemma: str, form: str) -> str:
    """A lemma with the capitals of its form (`Burnout-Risiko`)."""
    same = zip(lemma, form, strict=False)
    return "".join(own if own.lower() == letter.lower() else letter for letter, own in same) + lemma[len(form) :]
