"""match-meanings: five words of the article and their meanings, two meanings too many."""

from collections.abc import Iterator
from itertools import islice

from learner.exercises.distractors import apart
from learner.exercises.item import Feedback, Item, Match
from learner.exercises.kinds import kind_of
from learner.exercises.looks import meaning_of
from learner.exercises.material import Material, by_frequency, fingerprint
from learner.exercises.meaning import cited, is_asked, place_of
from learner.language.analysis import Entry

EXERCISE = "match-meanings"
_PAIRS, _SPARE = 5, 2
_MOST = 2


def generate(material: Material) -> tuple[Item, ...]:
    """Up to two items of words of one part of speech, nouns of one kind, whose meanings are apart."""
    made = (item for pos in ("VERB", "abstract", "person", "ADJ", "thing") for item in _items(material, pos))
    return tuple(islice(made, _MOST))


def _items(material: Material, sort: str) -> Iterator[Match]:
    chosen: list[Entry] = []
    for entry in by_frequency([one for one in material.analysis.entries if _is_usable(material, one, sort)]):
        if all(apart(entry.lexeme, other.lexeme) for other in chosen):
            chosen.append(entry)
    if len(chosen) >= _PAIRS + _SPARE:
        yield _item(material, sort, chosen[: _PAIRS + _SPARE])


def _is_usable(material: Material, entry: Entry, sort: str) -> bool:
    """Whether a word is of this part of speech, or a noun of this kind, and certain."""
    if entry.lexeme.pos == "ADJ" and not entry.lexeme.comparison:
        return False
    fits = sort in {entry.lexeme.pos, kind_of(entry.lexeme)}
    return fits and is_asked(material, entry) and place_of(material, entry) is not None


def _item(material: Material, sort: str, entries: list[Entry]) -> Match:
    material.rng(f"{EXERCISE} {sort}").shuffle(entries)
    texts = [(_cited(material, entry), _meaning(entry)) for entry in entries]
    places = [place for entry in entries[:_PAIRS] if (place := place_of(material, entry)) is not None]
    evidence = tuple(dict.fromkeys(material.sentence_of(place) for place in places))
    return Match(
        id=f"{EXERCISE}-{fingerprint(*(lemma for lemma, _ in texts))}",
        exercise=EXERCISE,
        skill="vocabulary",
        level=material.level,
        stem="Was bedeuten die Wörter im Text? Zwei Bedeutungen bleiben übrig.",
        evidence=evidence,
        pairs=tuple(texts[:_PAIRS]),
        spare=tuple(meaning for _, meaning in texts[_PAIRS:]),
        feedback=Feedback(f"{EXERCISE}.right", {}),
    )


def _cited(material: Material, entry: Entry) -> str:
    place = place_of(material, entry)
    return cited(entry.lexeme, material.sentence_of(place)) if place else entry.lexeme.lemma


def _meaning(entry: Entry) -> str:
    meaning = meaning_of(entry.lexeme)
    return meaning.text if meaning else ""
