"""A lesson is composed: chosen exercise by exercise within the time there is, then put in the order of practice."""

from collections import Counter
from collections.abc import Iterable, Sequence

from learner.exercises.asked import Asked
from learner.exercises.balance import balanced
from learner.exercises.content import stamped
from learner.exercises.generators import GENERATORS
from learner.exercises.item import Item
from learner.exercises.material import Material
from learner.exercises.plan import plan
from learner.lexicon.lexeme import LEVELS

_WORDS = frozenset({"meaning", "article-plural", "type-word", "principal-parts", "compound", "word-family", "particle"})
_UNDERSTANDING = (  # `true-false` can ask about nearly any sentence, and takes what is left
    "headings", "topic", "paragraph-order", "w-question", "who-said-it", "who-is-who", "text-order", "true-false",
)  # fmt: skip
_PASSAGES = ("word-bank", "c-test", "gapped-text")  # what claims one paragraph before what has others to choose from
_SEVERAL = ("match-meanings",)  # what asks for several words leaves the others to be asked alone
_TYPED = "type-word"
_RANKED = (*_PASSAGES, "text-order", "who-is-who")  # whose generators put the best first
_AGE = "Wie alt"
_LONG = 180  # seconds; an item that takes longer fills a short lesson alone
_SHARE = 0.25  # of the time is the most one long item may take


def compose(material: Material, minutes: int | None = None) -> tuple[Item, ...]:
    """The items of a lesson in the order of practice, as many as fit the minutes."""
    chosen = _chosen(material, minutes)
    order = plan().order()
    ordered = sorted(chosen, key=lambda item: order.index(item.exercise))
    return tuple(stamped(item) for item in balanced(ordered, material.rng("balance")))


def within(items: Sequence[Item], minutes: int) -> tuple[Item, ...]:
    """Of a lesson's items as many as fit the minutes, of every exercise in turn, in the lesson's order."""
    kept = _taken(items, minutes)
    return tuple(item for item in items if item in kept)


def _chosen(material: Material, minutes: int | None) -> list[Item]:
    """For every exercise as many items as the level has: first understanding, then passages, which claim paragraphs.

    Of the others those that have few items come before those that have a choice of sentences; typed words last, since
    the same words are asked by their meaning first.
    """
    wanted = plan().levels[material.level]
    asked = Asked()
    chosen: dict[str, list[Item]] = {exercise: [] for exercise in wanted}
    first = [exercise for exercise in (*_UNDERSTANDING, *_PASSAGES, *_SEVERAL) if exercise in wanted]
    made = {exercise: preferred(exercise, material) for exercise in wanted}
    rest = [one for one in wanted if one not in first]
    rest.sort(key=lambda one: one == _TYPED or len(made[one]) > wanted[one])
    for exercise in (*first, *rest):
        if minutes is not None and plan().time(exercise) > minutes * 60 * _SHARE and plan().time(exercise) >= _LONG:
            continue
        for item in made[exercise]:
            if len(chosen[exercise]) < wanted[exercise] and asked.admits(item):
                chosen[exercise].append(item)
                asked.add(item)
    everything = [item for items in chosen.values() for item in items]
    return everything if minutes is None else _taken(everything, minutes)


def _taken(items: Sequence[Item], minutes: int) -> list[Item]:
    """Items in turn, one of every exercise in each round, until the time is used."""
    by_exercise: dict[str, list[Item]] = {}
    for item in items:
        by_exercise.setdefault(item.exercise, []).append(item)
    left, taken = minutes * 60, list[Item]()
    for turn in range(max(map(len, by_exercise.values()), default=0)):
        for exercise, own in by_exercise.items():
            if turn < len(own) and plan().time(exercise) <= left:
                taken.append(own[turn])
                left -= plan().time(exercise)
    return taken


def preferred(exercise: str, material: Material) -> list[Item]:
    """The items of an exercise, the best first: words by frequency and level, others spread over the article."""
    found = list(GENERATORS[exercise](material))
    if exercise in _WORDS:
        return sorted(found, key=lambda item: (*_weight(item, material), item.id))
    if exercise in _RANKED:
        return found
    material.rng(f"spread {exercise}").shuffle(found)
    if exercise == "w-question":  # real questions before gaps
        return sorted(_with_one_age(_spread(found)), key=lambda item: bool(item.context))
    return _spread(found)


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


def _spread(items: Iterable[Item]) -> list[Item]:
    """The items in rounds, one of every sentence in each."""
    met: Counter[tuple[str, ...]] = Counter()
    rounds: list[tuple[int, Item]] = []
    for item in items:
        rounds.append((met[item.evidence], item))
        met[item.evidence] += 1
    return [item for _, item in sorted(rounds, key=lambda pair: pair[0])]
