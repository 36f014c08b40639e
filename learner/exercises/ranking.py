"""The items of an exercise in the order in which a lesson takes them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from learner.exercises.generators import GENERATORS
from learner.exercises.item import Item
from learner.exercises.material import Material
from learner.lexicon.lexeme import LEVELS

_WORDS = frozenset({"meaning", "article-plural", "type-word", "principal-parts", "compound", "word-family", "particle"})
_RANKED = frozenset({"word-bank", "c-test", "gapped-text", "text-order", "who-is-who"})  # made with the best first
_AGE = "Wie alt"


def preferred(exercise: str, material: Material) -> list[Item]:
    """The items of an exercise, the best first: words by frequency and level, others spread over the article."""
    found = list(GENERATORS[exercise](material))
    if exercise in _WORDS:
        return sorted(found, key=lambda item: (*_weight(item, material), item.id))
    return spread(exercise, found, material)


def spread(exercise: str, items: Sequence[Item], material: Material, turn: int = 0) -> list[Item]:
    """The items over the article, otherwise at every turn; as they are where the best stand first."""
    found = list(items)
    if exercise in _WORDS | _RANKED:
        return found
    material.rng(f"spread {exercise}{f' {turn}' if turn else ''}").shuffle(found)
    if exercise == "w-question":  # real questions before gaps
        return sorted(_with_one_age(_in_rounds(found)), key=lambda item: bool(item.context))
    return _in_rounds(found)


def _with_one_age(questions: Sequence[Item]) -> list[Item]:
    """One age is a detail of the article, four are a list."""
    ages = [item for item in questions if item.stem.startswith(_AGE)]
    return [item for item in questions if item not in ages[1:]]


def _weight(item: Item, material: Material) -> tuple[float, ...]:
    """Words the author wants first, then those of the very level, repeated and frequent ones before others."""
    entry = next((one for one in material.analysis.entries if one.lexeme.lemma == item.lemma), None)
    often = len(entry.occurrences) if entry else 0
    zipf = (entry.lexeme.zipf if entry else None) or 0.0
    away = abs(LEVELS.index(item.level) - LEVELS.index(material.level))
    return (not (entry and entry.wanted), away, -often, -zipf)


def _in_rounds(items: Iterable[Item]) -> list[Item]:
    """The items in rounds, one of every sentence in each."""
    met: Counter[tuple[str, ...]] = Counter()
    rounds: list[tuple[int, Item]] = []
    for item in items:
        rounds.append((met[item.evidence], item))
        met[item.evidence] += 1
    return [item for _, item in sorted(rounds, key=lambda pair: pair[0])]
