"""How hard the step is that an exercise asks for, apart from how rare its word is: a regular form stays easy.

`nachlegen` is a C1 word, its `legte nach` is A2 grammar. What a rule without exception gives is asked of beginners.
"""

from collections.abc import Sequence

from learner.exercises.material import Material
from learner.exercises.verbs_of import changes_stem
from learner.exercises.wordlists import grammar_words
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import LEVELS, Level, Lexeme
from learner.lexicon.lexicon import Lexicon
from learner.lexicon.wordclasses import wordclass, wordrow

_SHORT = 2  # letters; `to`, `up` say nothing
_PREFIXES = wordrow("verbs.fixed-prefixes")
_FIXED = wordclass("verbs.twofold-prefixes") - {"wider", "voll"}  # also without being a particle
_KNOWN: dict[Level, Level] = {"B2": "A2", "C1": "B1", "C2": "B2"}  # whose strong forms a learner of the level has


_ASKED: dict[Level, tuple[Level, Level]] = {
    "A1": ("A1", "A2"),
    "A2": ("A2", "B1"),
    "B1": ("B1", "B2"),
    "B2": ("B2", "C1"),
    "C1": ("C1", "C1"),  # what is C2 is rare more often than useful
    "C2": ("C1", "C2"),
}


def is_new(material: Material, level: Level | None) -> bool:
    """Whether a word of this level is what the learner is learning: of the own level or one above, never below."""
    return level in _ASKED[material.level]


def is_practised(material: Material, level: Level | None) -> bool:
    """Whether the forms of a word of this level are still practised: of words one level below too, but none of A1."""
    return material.fits_level(level) and (level != "A1" or material.level == "A1")


def at_least(level: Level, least: Level) -> bool:
    """Whether a level is the other one or above it."""
    return LEVELS.index(level) >= LEVELS.index(least)


def tells_gender(lemma: str) -> bool:
    """Whether the end of a noun gives its gender and plural by a rule without exception (`-ung`, `-heit`, `-ion`)."""
    return lemma.endswith(tuple(grammar_words("telling-endings.txt")))


def is_strong(lexicon: Lexicon, lexeme: Lexeme, level: Level) -> bool:
    """Whether a verb's past changes its stem in a way that a learner of the level need not have yet.

    Below B2 every change counts; above, a verb that only adds to a first verb (`ergeben`, `annehmen`) is easy.
    """
    if lexeme.verb is None or not changes_stem(lexeme.lemma, lexeme.verb):
        return False
    known = _KNOWN.get(level)
    base = base_of(lexicon, lexeme)
    return known is None or base.level is None or not at_least(known, base.level)


def base_of(lexicon: Lexicon, lexeme: Lexeme) -> Lexeme:
    """The verb behind particle and prefixes (`geben` in `bekannt geben`, `ergeben`); the verb itself where none is."""
    book = wordbook(lexicon)
    particle = lexeme.verb.particle if lexeme.verb else ""
    lemma = lexeme.lemma.removeprefix(particle).strip()
    found = lexeme if not particle else book.lookup(lemma, "VERB") or lexeme
    for prefix in _PREFIXES:
        inner = book.lookup(lemma.removeprefix(prefix), "VERB") if lemma.startswith(prefix) else None
        if inner is not None and inner.level is not None:
            return inner
    return found


def is_transparent(lexicon: Lexicon, lexeme: Lexeme) -> bool:
    """Whether a verb with a particle or `durch-` means in English what its base means (`anfühlen`, to feel)."""
    base = base_of(lexicon, lexeme)
    fixed = next((one for one in _FIXED if lexeme.lemma.startswith(one)), "")
    if fixed and lexeme.verb is not None and not lexeme.verb.particle:  # `durchsuchen`
        base = wordbook(lexicon).lookup(lexeme.lemma.removeprefix(fixed), "VERB") or base
    apart = lexeme.verb is not None and base.lemma != lexeme.lemma and bool(lexeme.verb.particle or fixed)
    return apart and bool(_english(base) & _english(lexeme))


def is_sum_of_parts(lexicon: Lexicon, parts: Sequence[str], lexeme: Lexeme) -> bool:
    """Whether a compound means in English what its parts mean (`Energiekosten`, energy costs)."""
    book = wordbook(lexicon)
    nouns = [found for part in parts if part[:1].isupper() and (found := book.lookup(part, "NOUN"))]
    known = {_stemmed(word) for noun in nouns for word in _english(noun)}
    meant = {_stemmed(word) for word in _english(lexeme)}
    return len(nouns) > 1 and bool(meant) and meant <= known


def _stemmed(word: str) -> str:
    return word.removesuffix("s")


def _english(lexeme: Lexeme) -> set[str]:
    words = {word for gloss in lexeme.glosses for word in gloss.text.replace(",", " ").lower().split()}
    return {word for word in words if len(word) > _SHORT}
