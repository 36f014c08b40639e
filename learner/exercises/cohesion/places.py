"""A place in a paragraph from which a sentence was taken: what ties its own sentence to it, what keeps others out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from learner.exercises.cohesion.matter import tell_alike
from learner.exercises.cohesion.personal import meant
from learner.exercises.cohesion.pointer import Pointer
from learner.exercises.cohesion.pointers import (
    PERSONAL,
    certainly,
    is_brought_in,
    names_whom,
    person_of,
    pointers,
    possibly,
)
from learner.exercises.cohesion.things import full_name, shared_noun
from learner.exercises.cohesion.voices import may_speak
from learner.exercises.material import Material

_FIRM = 3  # the weight of what alone keeps a sentence out
_CERTAIN = 2  # of what does where the sentence speaks of other things besides
_SUPPORTING = 1
_SUMMING = frozenset({"demonstrative", "adverb"})  # take up the whole sentence before
_LEANING = frozenset({"several", "object"})  # take up a noun of it
_AROUND = 2  # sentences behind the place that say what is told there


@dataclass(frozen=True, slots=True)
class Place:
    """The sentences of its paragraph around a sentence that is taken out."""

    number: int
    before: tuple[int, ...]
    behind: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence belongs to a place or does not: a wording key with its values, and how much it proves.

    `sentence` is the other sentence it rests on.
    """

    weight: int
    key: str
    values: dict[str, str] = field(default_factory=dict)
    sentence: int | None = None


def tie(material: Material, place: Place) -> Reason:
    """What ties the sentence most firmly to the one before it, or the one behind to it; weight 0 where nothing does."""
    found = [*_forward(material, place), *_backward(material, place)]
    return max(found, key=lambda reason: reason.weight, default=Reason(0, "tie.none"))


def _backward(material: Material, place: Place) -> Iterator[Reason]:
    """What the sentence takes up of those before it."""
    last = place.before[-1]
    for pointer in pointers(material, place.number):
        found = certainly(material, pointer, place.before)
        weight = _weight_of_tie(material, pointer, found, last)
        if weight:
            yield Reason(weight, f"tie.{pointer.kind}", {"word": pointer.text}, last if found is None else found)
    shared = shared_noun(material, place.number, last)
    if shared:
        yield Reason(_SUPPORTING, "tie.topic", {"word": shared}, last)


def _weight_of_tie(material: Material, pointer: Pointer, found: int | None, last: int) -> int:
    if found is None:
        leans = pointer.kind in _LEANING and possibly(material, pointer, [last])
        return _SUPPORTING if leans or pointer.kind in _SUMMING else 0
    if pointer.kind in {"pronoun", "own"}:
        return _CERTAIN
    if pointer.kind == "name":
        introduced = full_name(material, person_of(material, pointer)) == found
        return _CERTAIN if introduced else _SUPPORTING * (found == last)
    if found != last:
        return 0
    return _SUPPORTING if pointer.kind == "noun" and possibly(material, pointer, range(found)) else _CERTAIN


def _forward(material: Material, place: Place) -> Iterator[Reason]:
    """What the sentence behind takes up of it, and of nothing before it."""
    for pointer in needed(material, place):
        yield Reason(_CERTAIN, f"tie.next-{pointer.kind}", {"word": pointer.text}, place.behind[0])


@lru_cache(maxsize=256)
def needed(material: Material, place: Place) -> tuple[Pointer, ...]:
    """What the sentence behind takes up that is said in the sentence taken out and nowhere before in the paragraph."""
    return tuple(
        pointer
        for pointer in _following(material, place)
        if _needs(material, pointer, place) and not possibly(material, pointer, place.before)
    )


def _following(material: Material, place: Place) -> tuple[Pointer, ...]:
    return pointers(material, place.behind[0]) if place.behind else ()


def _needs(material: Material, pointer: Pointer, place: Place) -> bool:
    """Whether it takes up what the sentence brings in: a noun for a pronoun, a speaker, a person, a thing."""
    if pointer.kind in PERSONAL:
        return is_brought_in(material, pointer, place.number)
    if certainly(material, pointer, [place.number]) is None:
        return False
    if pointer.kind == "name":
        return full_name(material, person_of(material, pointer)) == place.number
    if pointer.kind == "noun":
        opens = pointer.token == material.analysis.article.sentences[pointer.sentence].first
        return opens and not possibly(material, pointer, range(place.number))
    return pointer.firm or pointer.kind == "report"


def misfit(material: Material, number: int, place: Place, *, near: bool) -> Reason | None:
    """What keeps another sentence out of the place; None where it might stand there.

    One firm reason is enough. A certain one is where it speaks of other things besides; what stands `near` the place
    may speak of the same in other words.
    """
    found = [*_dangling(material, number, place), *_broken(material, number, place)]
    firmest = max(found, key=lambda reason: reason.weight, default=None)
    if firmest is None or firmest.weight < _CERTAIN:
        return None
    alone = firmest.weight >= _FIRM or (not near and _is_foreign(material, number, place))
    return firmest if alone else None


def _is_foreign(material: Material, number: int, place: Place) -> bool:
    """Whether it tells nothing of what is told around, and nothing that the sentence behind could take up."""
    around = (*place.before, place.number, *place.behind[:_AROUND])
    if any(tell_alike(material, number, one) for one in around):
        return False
    if place.behind and names_whom(material, number, place.behind[0]):
        return False
    return not any(
        pointer.kind == "report" and possibly(material, pointer, [number]) for pointer in _following(material, place)
    )


def _dangling(material: Material, number: int, place: Place) -> Iterator[Reason]:
    """What the sentence takes up that is not said before the place, nor for a pronoun right behind it."""
    for pointer in pointers(material, number):
        near = (*place.before, *place.behind[:1]) if pointer.kind in PERSONAL else place.before
        if not possibly(material, pointer, near):
            weight = _weight_of_misfit(material, pointer, place)
            yield Reason(weight, f"misfit.{pointer.kind}", {"word": pointer.text})


def _weight_of_misfit(material: Material, pointer: Pointer, place: Place) -> int:
    """A pronoun that means nobody is certain; a name is where the article introduces the person only later.

    A report whose speaker nobody names is not: it may go on with what a study or the paragraph before says.
    """
    if pointer.kind in PERSONAL:
        return _FIRM if pointer.firm else _CERTAIN
    if pointer.kind == "name":
        first = full_name(material, person_of(material, pointer))
        later = first is not None and first >= place.number
        return _CERTAIN if later and not _sums_up(material, pointer.sentence) else 0
    return _CERTAIN if pointer.firm else 0


def _sums_up(material: Material, sentence: int) -> bool:
    """Whether `das`, `damit` or the like takes up whatever was said (`Keller hält das für falsch`)."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    return any(material.analysis.words[token].tag in {"PDS", "PDAT", "PROAV"} for token in tokens)


def is_self_contained(material: Material, place: Place) -> bool:
    """Whether the sentence's own pronouns may mean somebody or something of the sentences before it."""
    personal = (pointer for pointer in pointers(material, place.number) if pointer.kind in PERSONAL)
    return all(possibly(material, pointer, place.before) for pointer in personal)


def _broken(material: Material, number: int, place: Place) -> Iterator[Reason]:
    """What the sentence behind the place takes up, which the other sentence does not say."""
    for pointer in needed(material, place):
        reported = pointer.kind == "report" and any(may_speak(material, one) for one in (place.before[-1], number))
        if not reported and not possibly(material, pointer, [number]):
            weight = _FIRM if pointer.firm and _is_introduced(material, pointer, place) else _CERTAIN
            yield Reason(weight, f"misfit.next-{pointer.kind}", {"word": pointer.text})


def _is_introduced(material: Material, pointer: Pointer, place: Place) -> bool:
    """Whether the article names the person whom a pronoun behind the place means for the first time in its sentence."""
    person = meant(material, pointer) if pointer.kind in {"pronoun", "own"} else None
    return person is not None and full_name(material, person) == place.number
