"""Levels of words that no reader has levelled, from the easier words they are made of.

Frequency alone puts `Arbeiterin` above `Arbeiter` and `Förderung` far above `fördern`. Whoever knows the base and the
ending knows the word: it is as hard as its base, or one level harder at most.
"""

from collections.abc import Iterable, Iterator, Mapping

from learner.lexicon.families import Derivation, Key
from learner.lexicon.lexeme import LEVELS, Level, Lexeme

_SAME = frozenset({"feminine"})
_PRIVATIVE = "los"
_LINKS = ("", "s", "n", "en", "e")
_LEAST: Level = "B1"
_ROUNDS = 3  # Arbeit, arbeitslos, Arbeitslosigkeit


def eased(lexemes: Iterable[Lexeme], derivations: Iterable[Derivation], fixed: Iterable[Key] = ()) -> dict[Key, Level]:
    """The level of every word that has one, lowered where an easier word explains it; `fixed` ones stay."""
    words = list(lexemes)
    levels: dict[Key, Level] = {(word.lemma, word.pos): word.level for word in words if word.level}
    own = frozenset(fixed)
    steps = [*_family_steps(derivations), *_form_steps(words, levels)]
    for _ in range(_ROUNDS):
        for base, derived, step in steps:
            if base in levels and derived in levels and derived not in own:
                levels[derived] = _easier(levels[derived], levels[base], step)
    return levels


def _easier(level: Level, base: Level, step: int) -> Level:
    """The level the base makes it; what is not as hard as its base (step 0) beginners need not have, so B1 at least."""
    through = LEVELS.index(base) + step
    return LEVELS[min(LEVELS.index(level), max(through, LEVELS.index(_LEAST)) if step else through)]


def _family_steps(derivations: Iterable[Derivation]) -> Iterator[tuple[Key, Key, int]]:
    for one in derivations:
        yield one.base, one.derived, 0 if one.kind in _SAME else 1


def _form_steps(words: Iterable[Lexeme], levels: Mapping[Key, Level]) -> Iterator[tuple[Key, Key, int]]:
    """Nouns that are adjectives or infinitives, adjectives that are participles or end in `-los`."""
    participles = {word.verb.participle: (word.lemma, word.pos) for word in words if word.verb and word.pos == "VERB"}
    for word in words:
        key, lower = (word.lemma, word.pos), word.lemma.lower()
        if word.pos == "NOUN" and word.noun is not None:
            if word.noun.declension == "adjectival":
                yield from (((lower.removesuffix(end), "ADJ"), key, 0) for end in ("er", "e", "r"))
            elif word.noun.genders == ("n",) and (lower, "VERB") in levels:
                yield (lower, "VERB"), key, 1
        elif word.pos == "ADJ":
            if word.lemma in participles:
                yield participles[word.lemma], key, 1
            if lower.endswith(_PRIVATIVE):
                nouns = (lower.removesuffix(_PRIVATIVE).removesuffix(link).capitalize() for link in _LINKS)
                yield from (((noun, "NOUN"), key, 1) for noun in nouns)
