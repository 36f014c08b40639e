"""Proofs that a distractor is wrong: no synonym, no shared meaning, nothing that gives the key away by its looks."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from learner.exercises.wordlists import grammar_table, grammar_words
from learner.lexicon.lexeme import Gloss, Lexeme

_WORD = re.compile(r"[a-zäöüß]+")


@cache
def content(text: str) -> frozenset[str]:
    """The content words of a gloss or definition, lower case, cut to six letters so that inflected forms meet."""
    empty = grammar_words("empty-words.txt")
    return frozenset(word[:6] for word in _WORD.findall(text.lower()) if word not in empty and len(word) > 2)


@cache
def words_of(text: str) -> tuple[str, ...]:
    """The content words of a gloss, whole."""
    empty = grammar_words("empty-words.txt")
    return tuple(word for word in _WORD.findall(text.lower()) if word not in empty and len(word) > 2)


def differ(key: Lexeme, other: Lexeme) -> bool:
    """Whether two words share no content word in English and no near-synonyms; enough for words listed side by side."""
    mine, theirs = _meanings(key.glosses), _meanings(other.glosses)
    return key.lemma != other.lemma and not mine & theirs and not _are_near(mine, theirs)


def apart(key: Lexeme, other: Lexeme) -> bool:
    """Whether two words certainly differ in meaning: no shared content in any sense, no common stem."""
    if not differ(key, other) or _kin(key.lemma.lower(), other.lemma.lower()):
        return False
    if _mentions(key, other) or _mentions(other, key):
        return False
    return not _meanings(key.definitions[:3]) & _meanings(other.definitions[:3])


@lru_cache(maxsize=8192)
def _meanings(senses: tuple[Gloss, ...]) -> frozenset[str]:
    return frozenset().union(*(content(sense.text) for sense in senses))


def _are_near(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two glosses hold words of one group of near-synonyms (grant, allow)."""
    return not _groups_of(mine).isdisjoint(_groups_of(theirs))


@cache
def _groups_of(words: frozenset[str]) -> frozenset[int]:
    return frozenset().union(*(_groups().get(word, frozenset()) for word in words))


@cache
def _groups() -> dict[str, frozenset[int]]:
    """The numbers of the groups of near-synonyms that a word belongs to."""
    found: dict[str, frozenset[int]] = {}
    for number, row in enumerate(grammar_table("near.txt")):
        for word in content(" ".join(row)):
            found[word] = found.get(word, frozenset()) | {number}
    return found


def _kin(one: str, two: str) -> bool:
    """Words with the same beginning or end of five letters, or one inside the other (Angriff, Angriffskrieg)."""
    shorter, longer = sorted((one, two), key=len)
    return shorter in longer or one[:5] == two[:5] or (len(shorter) >= 6 and one[-5:] == two[-5:])


def _mentions(one: Lexeme, two: Lexeme) -> bool:
    stem = two.lemma.lower()[:6]
    return any(stem in sense.text.lower() for sense in one.definitions)


def similar_length(key: str, options: Iterable[str], *, ratio: float = 2.2) -> bool:
    """Whether the key is neither the only long nor the only short option."""
    lengths = sorted(len(option) for option in options)
    shortest, longest = lengths[0], lengths[-1]
    return shortest <= len(key) * ratio and len(key) <= max(longest * ratio, 1)
