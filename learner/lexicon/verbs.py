"""Verb forms: the only door to ablaut, with our table of corrections and Wiktionary's word forms as witnesses."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

import msgspec

from learner.lexicon.lexeme import Verb
from learner.lexicon.tables import rows
from learner.lexicon.verb_forms import with_more

Auxiliary = Literal["ist", "hat"]
PERSONS = (("1", "Sing"), ("2", "Sing"), ("3", "Sing"), ("1", "Plur"), ("2", "Plur"), ("3", "Plur"))
MOODS = (("present", "Ind|Pres"), ("preterite", "Ind|Past"), ("konjunktiv1", "Sub|Pres"), ("konjunktiv2", "Sub|Past"))
AUXILIARIES = frozenset({"ist", "hat"})
_FIRST_OF_TWO = ("wieder", "mit")
_SHORTEST_BASE = 4
_AUXILIARIES = {"sein": ("ist",), "haben": ("hat",)}


@dataclass(frozen=True, slots=True)
class Correction:
    """What the tables say of a verb; `senses` only where one spelling stands for two verbs."""

    prefix: str
    separable: Literal["yes", "no", ""]
    auxiliaries: tuple[Auxiliary, ...]
    senses: str = ""


@dataclass(frozen=True, slots=True)
class Conjugated:
    """A verb with all its simple forms: (form without particle, features as `Fin|Ind|Pres|3|Sing`)."""

    verb: Verb
    forms: tuple[tuple[str, str], ...]
    senses: str = ""


@cache
def corrections() -> dict[str, tuple[Correction, ...]]:
    """The corrections by infinitive; two for a verb that is parted in one meaning and not in the other (umfahren)."""
    single = {lemma: (_correction(*cells),) for lemma, *cells in rows("verbs.tsv")}
    double: dict[str, tuple[Correction, ...]] = {}
    for lemma, *cells, senses in rows("double_verbs.tsv"):
        double[lemma] = (*double.get(lemma, ()), _correction(*cells, senses=senses))
    return single | double


@cache
def governments() -> dict[str, str]:
    """What verbs govern, in learner's notation, by infinitive."""
    return {row[0]: row[1] for row in rows("government.tsv")}


def governed(infinitive: str, verb: Verb, told: str) -> Verb:
    """The verb with its government (`sich an + Akk.; mit + Dat.`): what is told of it first, then the table's."""
    frames = tuple(dict.fromkeys(filter(None, f"{told}; {governments().get(infinitive, '')}".split("; "))))
    reflexive = bool(frames) and all(frame.startswith("sich") for frame in frames)
    return msgspec.structs.replace(verb, reflexive=reflexive, government=frames)


def _correction(prefix: str, separable: str, auxiliaries: str, *_note: str, senses: str = "") -> Correction:
    return Correction(prefix, cast(Any, separable), cast(Any, tuple(filter(None, auxiliaries.split(",")))), senses)


def conjugate(infinitive: str, attested: Container[str]) -> tuple[Conjugated, ...]:
    """The verbs this infinitive stands for, the more usual one first, mostly one.

    Empty where the string is no verb or none of its forms is attested. `attested` holds word forms that exist
    (Wiktionary's): `unterschrieben` is among them, `untergeschrieben` is not, which tells a prefix that cannot be
    parted from one that can.
    """
    import ablaut

    try:
        table = ablaut.conjugate(infinitive)
    except ValueError:
        return ()
    if infinitive in _participles_alone():
        return ()
    told = corrections().get(infinitive, (None,))
    found = (_conjugated(infinitive, table, attested, correction) for correction in told)
    return tuple(Conjugated(*with_more(infinitive, one.verb, one.forms), one.senses) for one in found if one)


@cache
def _participles_alone() -> frozenset[str]:
    """Participles that a conjugator takes for infinitives (geschaffen)."""
    return frozenset(row[0] for row in rows("no_verbs.tsv"))


def _conjugated(
    infinitive: str, table: Any, attested: Container[str], correction: Correction | None
) -> Conjugated | None:
    particle = _particle(table)
    if correction is not None and correction.separable == "yes" and particle != correction.prefix:
        base = _base(infinitive, correction.prefix)
        return _parted(correction, base) if base is not None else None
    if correction is None or not correction.separable:
        prefix, base = _always_parted(infinitive, attested)
        if prefix and prefix != particle and _attested(table, particle, attested):
            auxiliaries = correction.auxiliaries if correction else _base_auxiliaries(base)
            return _parted(Correction(prefix, "yes", auxiliaries), base)
    if particle and _inseparable(infinitive, particle, table, attested, correction):
        base = _base(infinitive, particle)
        return _prefixed(particle, base, correction) if base is not None else None
    if correction is None and not _attested(table, particle, attested):
        return None
    return _from_table(table, particle, correction)


def _always_parted(infinitive: str, attested: Container[str]) -> tuple[str, Any]:
    """The longest particle of the table that stands before a verb here, with that verb's conjugation table."""
    for prefix, ending in _particles():
        if infinitive.startswith(prefix) and infinitive.endswith(ending):
            base = _base(infinitive, prefix) if len(infinitive) - len(prefix) >= _SHORTEST_BASE else None
            if base is not None and not _particle(base) and base.present_participle in attested:
                return prefix, base
    return "", None


@cache
def _particles() -> tuple[tuple[str, str], ...]:
    """Particles that always stand apart, with the ending of the verbs of which that holds, the longest first."""
    told = ((particle, ending[0] if ending else "n") for particle, *ending in rows("parted.tsv"))
    return tuple(sorted(told, key=lambda row: -len(row[0])))


def _base_auxiliaries(base: Any) -> tuple[Auxiliary, ...]:
    """The first auxiliary our table gives the verb behind the particle, else the conjugator's."""
    told = corrections().get(base.infinitive, ())
    return told[0].auxiliaries[:1] if told else cast(Any, _auxiliaries(base.auxiliary))


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
    base = _base(infinitive, particle)
    return base is not None and particle + _without_ge(base.past_participle) in attested


def _base(infinitive: str, prefix: str) -> Any:
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
    return Conjugated(verb, (*finite, *others), correction.senses if correction else "")


def _parted(correction: Correction, base: Any) -> Conjugated:
    """A verb whose prefix stands apart although the conjugator thinks it cannot (setzt über)."""
    prefix = correction.prefix
    participle = prefix + base.past_participle
    verb = Verb(
        f"{base.present[2]} {prefix}", f"{base.preterite[2]} {prefix}", participle, correction.auxiliaries, prefix
    )
    others = (
        (prefix + base.infinitive, "Inf"),
        (participle, "Part"),
        (prefix + base.present_participle, "Part|Pres"),
        (f"{prefix}zu{base.infinitive}", "Inf|zu"),
    )
    joined = ((prefix + form, features) for form, features in _finite(base))
    return Conjugated(verb, (*_finite(base), *joined, *others), correction.senses)


def _from_table(table: Any, particle: str, correction: Correction | None) -> Conjugated:
    auxiliaries = correction.auxiliaries if correction else ()
    verb = Verb(
        _spaced(table.present[2], particle),
        _spaced(table.preterite[2], particle),
        table.past_participle,
        cast(Any, auxiliaries or _auxiliaries(table.auxiliary)),
        particle=particle,
    )
    others = [(table.infinitive, "Inf"), (table.past_participle, "Part"), (table.present_participle, "Part|Pres")]
    if particle:
        others.append((table.zu_infinitive, "Inf|zu"))
        others += [(particle + form, features) for form, features in _finite(table)]
    return Conjugated(verb, (*_finite(table), *others), correction.senses if correction else "")


def _spaced(form: str, particle: str) -> str:
    """`stellt wieder her`, `sieht mit an`: behind the verb a double particle is written as two words."""
    first = next((one for one in _FIRST_OF_TWO if particle.startswith(one)), "")
    second = particle.removeprefix(first)
    return form.replace(f" {particle}", f" {first} {second}") if first and second not in {"", "einander"} else form


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
