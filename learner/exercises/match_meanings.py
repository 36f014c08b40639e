"""match-meanings: five words of the article and their meanings, two meanings too many."""

from collections.abc import Iterator

from learner.exercises.distractors import apart
from learner.exercises.item import Feedback, Item, Match
from learner.exercises.material import Material, by_frequency, fingerprint
from learner.exercises.meaning import is_asked, meaning_of
from learner.language.analysis import Entry
from learner.language.tables import column

EXERCISE = "match-meanings"
_PAIRS, _SPARE = 5, 2
_MOST = 2


def generate(material: Material) -> tuple[Item, ...]:
    """Up to two items of words of one part of speech whose meanings are apart."""
    made = (item for pos in ("VERB", "NOUN", "ADJ") for item in _items(material, pos))
    return tuple(made)[:_MOST]


def _items(material: Material, pos: str) -> Iterator[Match]:
    chosen: list[Entry] = []
    for entry in by_frequency([one for one in material.analysis.entries if _is_usable(material, one, pos)]):
        meaning = meaning_of(entry.lexeme)
        alike = meaning and all(_language(one) == meaning.language for one in chosen)
        if alike and all(apart(entry.lexeme, other.lexeme) for other in chosen):
            chosen.append(entry)
    if len(chosen) >= _PAIRS + _SPARE:
        yield _item(material, pos, chosen[: _PAIRS + _SPARE])


def _is_usable(material: Material, entry: Entry, pos: str) -> bool:
    if entry.lexeme.lemma in column("calendar.tsv") or (pos == "ADJ" and not entry.lexeme.comparison):
        return False
    running = any(material.is_running(place.sentence) for place in entry.occurrences)
    return entry.lexeme.pos == pos and running and is_asked(material, entry) and meaning_of(entry.lexeme) is not None


def _language(entry: Entry) -> str:
    meaning = meaning_of(entry.lexeme)
    return meaning.language if meaning else ""


def _item(material: Material, pos: str, entries: list[Entry]) -> Match:
    material.rng(f"{EXERCISE} {pos}").shuffle(entries)
    texts = [(entry.lexeme.lemma, _meaning(entry)) for entry in entries]
    places = [next(p for p in entry.occurrences if material.is_running(p.sentence)) for entry in entries[:_PAIRS]]
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


def _meaning(entry: Entry) -> str:
    meaning = meaning_of(entry.lexeme)
    return meaning.text if meaning else ""
