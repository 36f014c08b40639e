"""Mood, tense, person and number of a finite verb, from its form, its lemma and the subject pronoun beside it.

Konjunktiv I is decided by spelling: the infinitive's stem with -e is the first person of the indicative or the third
of the subjunctive, so `rechne` without `ich` is reported speech (or a rare `man nehme`).
"""

from functools import cache
from typing import NamedTuple

from learner.language.tables import rows

_UMLAUTS = {"ä": "a", "ö": "o", "ü": "u"}
_PERSONS = {"ich": "1Sing", "du": "2Sing", "wir": "1Plur"}


class Reading(NamedTuple):
    """One way to read a finite form: `Ind` or `Sub`, `Pres` or `Past`, `1` to `3`, `Sing` or `Plur`."""

    mood: str
    tense: str
    person: str
    number: str

    def features(self) -> dict[str, str]:
        """As Universal Dependencies writes it."""
        return {
            "Mood": self.mood,
            "Number": self.number,
            "Person": self.person,
            "Tense": self.tense,
            "VerbForm": "Fin",
        }


def choose(readings: tuple[Reading, ...], pronoun: str) -> Reading | None:
    """The reading that agrees with the subject pronoun; the third person where there is none."""
    wanted = _PERSONS.get(pronoun)
    fitting = (one for one in readings if (one.person + one.number == wanted if wanted else one.person == "3"))
    return next(fitting, readings[0] if readings else None)


@cache
def readings(form: str, lemma: str, listed: tuple[str, ...] = ()) -> tuple[Reading, ...]:
    """Every reading of a finite form in lower case whose simple verb (without its particle) is `lemma`.

    `listed` are those the lexicon gives (`Fin|Ind|Pres|3|Sing`); the spelling decides where it gives none.
    """
    known = _auxiliaries().get((form, lemma))
    return known or _listed(listed) or tuple(_full_verb(form, lemma))


def _listed(features: tuple[str, ...]) -> tuple[Reading, ...]:
    """The lexicon's readings without the imperative, the indicative first."""
    parts = [one.split("|") for one in features if one.startswith(("Fin|Ind", "Fin|Sub"))]
    found = [Reading(mood, tense, person, number) for _, mood, tense, person, number in parts]
    return tuple(sorted(found, key=lambda one: one.mood != "Ind"))


@cache
def _auxiliaries() -> dict[tuple[str, str], tuple[Reading, ...]]:
    return {(form, lemma): _parsed(*found.split(";")) for form, lemma, found in rows("auxiliaries.tsv")}


@cache
def auxiliary_verbs() -> frozenset[str]:
    """sein, haben, werden and the modal verbs."""
    return frozenset(lemma for _, lemma in _auxiliaries())


def _parsed(*readings: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(mood, tense, person[0], person[1:]) for mood, tense, person in (one.split(" ") for one in readings)
    )


def _full_verb(form: str, written: str) -> list[Reading]:
    lemma = written if "ß" in form else written.replace("ß", "ss")  # Swiss `sie schliessen` is no past
    stem = lemma.removesuffix("n").removesuffix("e")
    if form == lemma:
        return [*_parsed("Ind Pres 3Plur", "Ind Pres 1Plur")]
    if form in _first_person(lemma, stem):
        bare = "Ind Pres 1Sing" if form == stem else "Ind Pres 1Sing;Sub Pres 3Sing"  # `ich wander`, never `er wander`
        return [*_parsed(*bare.split(";"))]
    if form in {stem + "t", stem + "et"}:
        return [*_parsed("Ind Pres 3Sing", "Ind Pres 2Plur")]
    if form in {stem + "te", stem + "ete"}:
        return [*_parsed("Ind Past 3Sing", "Ind Past 1Sing")]
    if form in {stem + "ten", stem + "eten"}:
        return [*_parsed("Ind Past 3Plur", "Ind Past 1Plur")]
    return _irregular(form, lemma, stem)


def _first_person(lemma: str, stem: str) -> set[str]:
    """`rechne`; of verbs in -eln and -ern also `handle` beside `handele`."""
    forms = {stem + "e"}
    if lemma.endswith(("eln", "ern")):
        forms |= {stem[:-2] + stem[-1] + "e", stem}
    return forms


def _irregular(form: str, lemma: str, stem: str) -> list[Reading]:
    if form.endswith("st") and not stem.endswith(("st", "s", "ß", "z")):
        return [*_parsed("Ind Past 2Sing" if form.endswith("test") else "Ind Pres 2Sing")]
    subjunctive = _has_new_umlaut(form, lemma)
    if form.endswith("en"):
        return [*_parsed("Sub Past 3Plur" if subjunctive else "Ind Past 3Plur")]
    if form.endswith("e"):
        weak = form.endswith("te") and not subjunctive
        return [*_parsed("Ind Past 3Sing" if weak else "Sub Past 3Sing")]
    if form.endswith("t") and not _drops_t(form, stem):
        return [*_parsed("Ind Pres 3Sing")]
    return [*_parsed("Ind Past 3Sing")]


def _has_new_umlaut(form: str, lemma: str) -> bool:
    """`käme` from kommen, `gäbe` from geben, but not `nähme` read as a present."""
    return any(form.count(umlaut) > lemma.count(umlaut) for umlaut in _UMLAUTS)


def _drops_t(form: str, stem: str) -> bool:
    """A strong past whose t belongs to the stem (`hielt`, `bat`, `tat`), not a present (`hält`, `fährt`)."""
    return stem.endswith(("t", "d")) and not any(umlaut in form for umlaut in _UMLAUTS)
