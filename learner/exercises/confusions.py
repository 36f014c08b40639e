"""The wrong answers beside the meaning of a word: those listed for it, of other adverbs some of another kind."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from learner.exercises.distractors import apart, differ, similar_length
from learner.exercises.kinds import adverb_group
from learner.exercises.looks import looks_alike, meaning_of
from learner.exercises.material import Material
from learner.exercises.usage import is_sensitive
from learner.exercises.wordlists import grammar_table, grammar_words
from learner.language.analysis import Entry
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import LEVELS, Gloss, Level, Lexeme
from learner.lexicon.lexicon import Lexicon

_WITHIN = 1.2  # Zipf
_MOST = 400  # words of the lexicon looked at
_FEWEST_ZIPF = 3.2
_FEWEST_LETTERS = 4
_BEGINNING, _END = 3, 5  # letters that make two words look alike
_PLACES = frozenset({"place", "space", "together"})  # of adverbs; where these stand others make no sense
_OF_ARTICLE, _ALIKE = 2.0, 1.5


def confused(material: Material, entry: Entry, key: Gloss, most: int) -> list[tuple[Lexeme, Gloss]]:
    """Up to `most` words with their meanings, the most tempting first, apart from the word and from each other.

    None for a noun, verb, adjective or adverb of place that nobody has listed words for: what makes sense in its
    sentences no rule says.
    """
    adverb = entry.lexeme.pos == "ADV" and adverb_group(entry.lexeme.lemma) not in _PLACES
    listed = not adverb or has_listed(entry.lexeme)
    found, proved = (_listed, differ) if listed else (_adverbs, apart)
    chosen: list[tuple[Lexeme, Gloss]] = []
    for other, gloss in found(material, entry, key):
        if all(proved(one, other) for one in (entry.lexeme, *(one for one, _ in chosen))):
            chosen.append((other, gloss))
        if len(chosen) == most:
            break
    return chosen


def _listed(material: Material, entry: Entry, key: Gloss) -> list[tuple[Lexeme, Gloss]]:
    """The words of the table, which make sense where this one stands; those of the article and those like it first.

    Their level tells nothing of English answers, nor whether they have further senses. One must be as long as the key.
    """
    book, lemma, pos = wordbook(material.lexicon), entry.lexeme.lemma, entry.lexeme.pos
    found = (book.lookup(other, pos) for other in _confusions().get((lemma, pos), ()))
    able = [one for one in found if one is not None and one.glosses and not is_sensitive(one.lemma)]
    ordered = _tempting(material, entry, able)
    alike = [one for one in ordered if similar_length(key.text, [one.glosses[0].text])]
    others = [one for one in ordered if one not in alike] if alike else []
    return [(one, one.glosses[0]) for one in (*alike, *others)]


def has_listed(lexeme: Lexeme) -> bool:
    """Whether readers have listed wrong answers for the word, and so found that it has one sense in newspapers."""
    return (lexeme.lemma, lexeme.pos) in _confusions()


@cache
def _confusions() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(lemma, pos): tuple(others.split()) for lemma, pos, others in grammar_table("confusions.tsv")}


def _tempting(material: Material, entry: Entry, able: Iterable[Lexeme]) -> list[Lexeme]:
    """Words of the article first, those that look like the one asked for, those about as frequent; by chance else."""
    own = {one.lexeme.lemma for one in material.analysis.entries if not one.parts_gloss}
    rng = material.rng(f"confused {entry.lexeme.lemma}")
    weights = {
        one: rng.random()
        + _OF_ARTICLE * (one.lemma in own)
        + _ALIKE * _looks_like(entry.lexeme.lemma, one.lemma)
        - abs((entry.lexeme.zipf or 0.0) - (one.zipf or 0.0)) / _WITHIN
        for one in able
    }
    return sorted(weights, key=lambda one: -weights[one])


def _looks_like(one: str, other: str) -> bool:
    """Whether two words share a beginning (Anteil, Anlass) or what stands behind a prefix (Anteil, Urteil)."""
    mine, theirs = one.lower(), other.lower()
    prefixed = theirs.startswith(_prefixes_of(mine))
    return prefixed or mine[:_BEGINNING] == theirs[:_BEGINNING] or mine[-_END:] == theirs[-_END:]


@lru_cache(maxsize=64)
def _prefixes_of(word: str) -> tuple[str, ...]:
    """The prefixes a word may begin with."""
    return tuple(one for one in grammar_words("prefixes.txt") if word.startswith(one))


def _adverbs(material: Material, entry: Entry, key: Gloss) -> Iterator[tuple[Lexeme, Gloss]]:
    """Adverbs of the article, then of the lexicon, of other groups and about as hard."""
    own = (one.lexeme for one in material.analysis.entries if one.lexeme.pos == "ADV")
    zipf = round(2 * max(entry.lexeme.zipf or 0.0, _FEWEST_ZIPF)) / 2
    levels = _near_levels(entry.lexeme.level)
    further = (one for level in levels for one in _of_lexicon(material.lexicon, zipf, level))
    none = {"", adverb_group(entry.lexeme.lemma), *_PLACES}
    able = [one for one in (*own, *further) if one.level in levels and adverb_group(one.lemma) not in none]
    for other in _tempting(material, entry, dict.fromkeys(able)):
        gloss = meaning_of(other)
        if gloss is not None and _is_fit(other) and similar_length(key.text, [gloss.text]):
            yield other, gloss


@lru_cache(maxsize=128)
def _of_lexicon(lexicon: Lexicon, zipf: float, level: Level) -> tuple[Lexeme, ...]:
    """The adverbs of a level and of about this frequency."""
    found = lexicon.neighbours("ADV", level, zipf, within=_WITHIN, limit=_MOST)
    return tuple(one for one in found if (one.zipf or 0.0) >= _FEWEST_ZIPF)


@lru_cache(maxsize=16)
def _near_levels(level: Level | None) -> tuple[Level, ...]:
    place = LEVELS.index(level) if level else 0
    return LEVELS[max(place - 1, 0) : place + 2]


def _is_fit(other: Lexeme) -> bool:
    """Whether an adverb can be a wrong answer: no name, nothing rude, no word all the world has."""
    name = any(word[:1].isupper() for gloss in other.glosses for word in gloss.text.split())
    return len(other.lemma) >= _FEWEST_LETTERS and not name and not is_sensitive(other.lemma) and not looks_alike(other)
