"""Verb forms: the only door to ablaut, with our table of corrections and Wiktionary's word forms as witnesses."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from learner.lexicon.lexeme import Verb
from learner.lexicon.tables import rows

Auxiliary = Literal["ist", "hat"]
PERSONS = (("1", "Sing"), ("2", "Sing"), ("3", "Sing"), ("1", "Plur"), ("2", "Plur"), ("3", "Plur"))
MOODS = (("present", "Ind|Pres"), ("preterite", "Ind|Past"), ("konjunktiv1", "Sub|Pres"), ("konjunktiv2", "Sub|Past"))
_AUXILIARIES = {"sein": ("ist",), "haben": ("hat",)}


@dataclass(frozen=True, slots=True)
class Correction:
    """What the table says of a verb."""

    prefix: str
    separable: Literal["yes", "no", "both", ""]
    auxiliaries: tuple[Auxiliary, ...]


@dataclass(frozen=True, slots=True)
class Conjugated:
    """A verb with all its simple forms: (form without particle, features as `Fin|Ind|Pres|3|Sing`)."""

    verb: Verb
    forms: tuple[tuple[str, str], ...]


@cache
def corrections() -> dict[str, Correction]:
    """The table of corrections by infinitive."""
    return {
        lemma: Correction(prefix, cast(Any, separable), cast(Any, tuple(filter(None, auxiliaries.split(",")))))
        for lemma, prefix, separable, auxiliaries, *_ in rows("verbs.tsv")
    }


def conjugate(infinitive: str, attested: Container[str]) -> Conjugated | None:
    """The forms of an attested verb; None where the string is no verb or none of its forms is attested.

    `attested` holds word forms that exist (Wiktionary's): `unterschrieben` is among them, `untergeschrieben` is not,
    which tells a prefix that cannot be parted from one that can.
    """
    import ablaut

    try:
        table = ablaut.conjugate(infinitive)
    except ValueError:
        return None
    correction = corrections().get(infinitive)
    particle = _particle(table)
    if particle and _inseparable(infinitive, particle, table, attested, correction):
        base = conjugate_base(infinitive, particle)
        return _prefixed(particle, base, correction) if base is not None else None
    if correction is None and not _attested(table, particle, attested):
        return None
    return _from_table(table, particle, correction)


def _particle(table: Any) -> str:
    return cast(str, table.preterite[2].partition(" ")[2])


def _attested(table: Any, particle: str, attested: Container[str]) -> bool:
    simple = table.preterite[2].partition(" ")[0]
    return table.present_participle in attested or (particle + simple in attested and table.past_participle in attested)


def _inseparable(
    infinitive: str, particle: str, table: Any, attested: Container[str], correction: Correction | None
) -> bool:
    if correction is not None and correction.separable:
        return correction.separable == "no"
    if table.past_participle in attested:
        return False
    base = conjugate_base(infinitive, particle)
    return base is not None and particle + _without_ge(base.past_participle) in attested


def conjugate_base(infinitive: str, prefix: str) -> Any:
    """The conjugation table of the verb behind a prefix, or None."""
    import ablaut

    try:
        return ablaut.conjugate(infinitive.removeprefix(prefix))
    except ValueError:
        return None


def _without_ge(participle: str) -> str:
    return participle.removeprefix("ge")


def _prefixed(prefix: str, base: Any, correction: Correction | None) -> Conjugated:
    """A verb with a prefix that cannot be parted: the base verb's forms behind it, no ge-."""
    auxiliaries = correction.auxiliaries if correction else _AUXILIARIES.get(base.auxiliary, ("hat",))
    participle = prefix + _without_ge(base.past_participle)
    verb = Verb(prefix + base.present[2], prefix + base.preterite[2], participle, cast(Any, auxiliaries))
    finite = ((prefix + form, features) for form, features in _finite(base))
    others = ((prefix + base.infinitive, "Inf"), (participle, "Part"), (prefix + base.present_participle, "Part|Pres"))
    return Conjugated(verb, (*finite, *others))


def _from_table(table: Any, particle: str, correction: Correction | None) -> Conjugated:
    auxiliaries = correction.auxiliaries if correction else ()
    verb = Verb(
        table.present[2],
        table.preterite[2],
        table.past_participle,
        cast(Any, auxiliaries or _auxiliaries(table.auxiliary)),
        particle=particle,
    )
    others = [(table.infinitive, "Inf"), (table.past_participle, "Part"), (table.present_participle, "Part|Pres")]
    if particle:
        others.append((table.zu_infinitive, "Inf|zu"))
        others += [(particle + form, features) for form, features in _finite(table)]
    return Conjugated(verb, (*_finite(table), *others))


def _auxiliaries(named: str) -> tuple[str, ...]:
    return _AUXILIARIES.get(named) or tuple(word for name, (word,) in _AUXILIARIES.items() if name in named) or ("hat",)


def _finite(table: Any) -> Iterator[tuple[str, str]]:
    for attribute, mood in MOODS:
        for form, (person, number) in zip(getattr(table, attribute), PERSONS, strict=True):
            if form:
                yield form.partition(" ")[0], f"Fin|{mood}|{person}|{number}"
    for form, number in zip(table.imperative, ("Sing", "Plur"), strict=False):
        if form:
            yield form.partition(" ")[0], f"Fin|Imp|Pres|2|{number}"
