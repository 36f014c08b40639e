"""Forms of verbs beside the conjugator's: `schuf` besides `schaffte`, `verwendete` in front of `verwandte`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from learner.lexicon.lexeme import Verb
from learner.lexicon.tables import rows

Forms = tuple[tuple[str, str], ...]
_COLUMNS = 6
_PRETERITE = "Fin|Ind|Past"
_SUBJUNCTIVE = "Fin|Sub|Past"
_ENDINGS = (("1|Sing", ""), ("2|Sing", "st"), ("3|Sing", ""), ("1|Plur", "en"), ("2|Plur", "t"), ("3|Plur", "en"))


@dataclass(frozen=True, slots=True)
class _More:
    """A row of the table; an empty cell says nothing."""

    preterite: str
    participle: str
    subjunctive: str
    use: str
    third: str

    def behind(self, particle: str) -> "_More":
        """The same for the verb with a particle, which has its participle joined."""
        participle = self.participle and particle + self.participle
        return _More(self.preterite, participle, self.subjunctive, self.use.rstrip("+"), self.third)


def with_more(infinitive: str, verb: Verb, forms: Forms) -> tuple[Verb, Forms]:
    """The verb and its forms with those of the table."""
    more = _of(infinitive, verb.particle)
    if more is None:
        return verb, forms
    use = more.use.rstrip("+")
    if use == "only":
        forms = tuple(one for one in forms if not _is_past(one[1]))
    shown = _shown(verb, more) if use else verb
    return shown, tuple(dict.fromkeys((*forms, *_forms(more, verb.particle))))


def _is_past(features: str) -> bool:
    return features == "Part" or "|Past|" in features


def _of(infinitive: str, particle: str) -> _More | None:
    if infinitive in _table():
        return _table()[infinitive]
    base = _table().get(infinitive.removeprefix(particle)) if particle else None
    return base.behind(particle) if base and base.use.endswith("+") else None


def _shown(verb: Verb, more: _More) -> Verb:
    """The verb with the table's forms in front; what stands apart stays behind the finite ones."""
    return msgspec.structs.replace(
        verb,
        third=_told(verb.third, more.third),
        preterite=_told(verb.preterite, more.preterite),
        participle=more.participle or verb.participle,
    )


def with_parts(verb: Verb, parts: Sequence[str]) -> Verb:
    """The verb with other principal parts: preterite and participle, a third person before them where it differs."""
    if not parts:
        return verb
    *third, preterite, participle = parts
    return msgspec.structs.replace(
        verb,
        third=_told(verb.third, "".join(third)),
        preterite=_told(verb.preterite, preterite),
        participle=participle,
    )


def _told(form: str, other: str) -> str:
    """A finite form with another one before the particle that stands apart (`hing an`, `hängte`: `hängte an`)."""
    return " ".join((other, *form.split()[1:])) if other else form


def _forms(more: _More, particle: str) -> Iterator[tuple[str, str]]:
    finite = [
        *((more.third, features) for features in ("Fin|Ind|Pres|3|Sing",) if more.third),
        *_persons(more.preterite, _PRETERITE),
        *_persons(more.subjunctive, _SUBJUNCTIVE),
    ]
    yield from finite
    if particle:
        yield from ((particle + form, features) for form, features in finite)
    if more.participle:
        yield more.participle, "Part"


def _persons(form: str, mood: str) -> Iterator[tuple[str, str]]:
    """All persons of a preterite or subjunctive: schuf, schufst, schufen; wendete, wendetest, wendeten."""
    for person, ending in _ENDINGS if form else ():
        yield (
            form.removesuffix("e") + ending if form.endswith("e") and ending == "en" else form + ending,
            f"{mood}|{person}",
        )


@cache
def _table() -> dict[str, _More]:
    cells = ([*row, *[""] * (_COLUMNS - len(row))] for row in rows("verb_forms.tsv"))
    return {row[0]: _More(*row[1:_COLUMNS]) for row in cells}
