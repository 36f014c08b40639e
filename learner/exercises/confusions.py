"""The wrong answers beside the meaning of a word: those listed for it."""

from collections.abc import Iterable
from functools import cache, lru_cache

from learner.exercises.distractors import differ, similar_length
from learner.exercises.material import Material
from learner.exercises.usage import is_sensitive
from learner.exercises.wordlists import grammar_table, grammar_words
from learner.language.analysis import Entry
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import Gloss, Lexeme

_WITHIN = 1.2  # Zipf
_BEGINNING, _END = 3, 5  # letters that make two words look alike
_OF_ARTICLE, _ALIKE = 2.0, 1.5


def confused(material: Material, entry: Entry, key: Gloss, most: int) -> list[tuple[Lexeme, Gloss]]:
    """Up to `most` words with their meanings, the most tempting first, apart from the word and from each other.

    None for a word that nobody has listed others for: what makes sense in its sentences no rule says.
    """
    chosen: list[tuple[Lexeme, Gloss]] = []
    for other, gloss in _listed(material, entry, key):
        if all(differ(one, other) for one in (entry.lexeme, *(one for one, _ in chosen))):
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
