"""Whether a learner of a level can read the sentence an exercise shows: its length, and words far above the level."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from learner.exercises import extent
from learner.exercises.material import Material
from learner.language.wordbook import Wordbook, wordbook
from learner.lexicon.lexeme import LEVELS, Level
from learner.lexicon.wordclasses import wordrow

# Of a sentence: the most tokens, and the most words two levels or more above the learner's.
_MOST: Mapping[Level, tuple[int, int]] = {"A1": (18, 1), "A2": (20, 1), "B1": (36, 4)}
# How many more of both around a word, and how many fewer where a statement is weighed.
_SLACK: Mapping[Level, tuple[int, int]] = {"A1": (1, 1), "A2": (1, 1), "B1": (3, 2)}
_LINKS = wordrow("endings.between-parts")
_EVERYDAY = 3.2  # Zipf
_ABOVE = 2
_MOST_STEPS_FAR = 1  # of a sentence in an article far above the learner
_MOST_STEPS_OF_PASSAGE = 13
_MOST_STEPS: Mapping[Level, int] = {"A1": 2, "A2": 2, "B1": 4}  # of a question, whose every word must be understood


def is_readable(material: Material, tokens: Iterable[int], *, around_word: bool = False, weighed: bool = False) -> bool:
    """Whether the words are few and easy enough; from B2 on every sentence of an article is.

    A sentence that only stands around the word asked about may be harder than one that must be understood whole, and
    one that is weighed as true or false must be easier.
    """
    if material.level not in _MOST:
        return True
    more, fewer = _SLACK[material.level]
    longest, hardest = (most + more * around_word - fewer * weighed for most in _MOST[material.level])
    shown = tuple(tokens)
    beginner = material.level in {"A1", "A2"}
    words = [material.analysis.words[token] for token in shown]
    if beginner and any(word.features.get("Mood") == "Sub" or word.tag == "PRELAT" for word in words):
        return False  # neither the subjunctive nor `dessen` is known yet
    if weighed and not _strange(material).isdisjoint(shown):
        return False
    hard = _hard(material) | _strange(material) if around_word else _hard(material)
    return len(shown) <= longest and len(hard.intersection(shown)) <= hardest


def says_plainly(material: Material, text: str) -> bool:
    """Whether a sentence of the article has hardly a word above the level and no noun without one."""
    article = material.analysis.article
    places = [sentence for sentence in article.sentences if article.slice(sentence) in text]
    tokens = [token for sentence in places for token in article.tokens_of(sentence)]
    return _steps_above(material, tokens) <= _MOST_STEPS_FAR and _strange(material).isdisjoint(tokens)


def are_easy(material: Material, tokens: Iterable[int]) -> bool:
    """Whether the words of a question lie few levels above the learner's, all of them together."""
    most = _MOST_STEPS.get(material.level)
    return most is None or _steps_above(material, tokens) <= most


def is_easy_passage(material: Material, tokens: Iterable[int]) -> bool:
    """Whether several sentences that are worked on as a whole lie near enough to the level; from B2 on all do."""
    return material.level not in _MOST or _steps_above(material, tokens) <= _MOST_STEPS_OF_PASSAGE


def _steps_above(material: Material, tokens: Iterable[int]) -> int:
    """How many levels the words lie above the learner's, all of them together."""
    return sum(_steps(material).get(token, 0) for token in tokens)


@lru_cache(maxsize=2)
def _steps(material: Material) -> Mapping[int, int]:
    """How many levels above the learner's each word is that is above it."""
    own = LEVELS.index(material.level)
    return {
        place.tokens[0]: LEVELS.index(entry.lexeme.level) - own
        for entry in material.analysis.entries
        if entry.lexeme.level is not None and LEVELS.index(entry.lexeme.level) > own
        for place in entry.occurrences
    }


@lru_cache(maxsize=2)
def _strange(material: Material) -> frozenset[int]:
    """Nouns without a level whose last part has none either (`Revisionsrekurs`), names left out; learned adjectives."""
    book, words = wordbook(material.lexicon), material.analysis.words
    spans = (mention for name in material.analysis.names for mention in name.mentions)
    named = {token for span in spans for token in extent.tokens(material.analysis, span.start, span.end)}
    lemmas = {token: word.lemma for token, word in enumerate(words) if word.tag == "NN" and token not in named}
    known = {lemma: _is_levelled(book, lemma) for lemma in set(lemmas.values())}
    adjectives = {token: word.lemma for token, word in enumerate(words) if word.tag.startswith("ADJ")}
    learned = {token for token, lemma in adjectives.items() if _is_learned(book, lemma)}
    return frozenset(token for token, lemma in lemmas.items() if not known[lemma]) | learned


def _is_learned(book: Wordbook, lemma: str) -> bool:
    """Whether an adjective is none that people use every day (`prophylaktisch`)."""
    lexeme = book.lookup(lemma, "ADJ")
    return lexeme is not None and lexeme.pos == "ADJ" and lexeme.level is None and (lexeme.zipf or 0.0) < _EVERYDAY


def _is_levelled(book: Wordbook, lemma: str) -> bool:
    """Whether the noun or its last part has a level; what stands before a hyphen is named (`Corona-Regel`)."""
    last = lemma.rsplit("-", maxsplit=1)[-1]
    if last != lemma and last and _is_levelled(book, last):
        return True
    head = book.head(lemma)
    known = head is not None and begins_compound(book, lemma[: head[0]])  # `Ceilometer` is no meter that is
    found = [book.lookup(one, "NOUN") for one in (lemma, *(head[1:] if head and known else ()))]
    return any(one is not None and one.level is not None for one in found)


def begins_compound(book: Wordbook, first: str) -> bool:
    """Whether the first part of a compound is a number or a word, perhaps with what joins it to the next."""
    stems = [first, *(first.removesuffix(link) for link in _LINKS)]
    if first[0].isdigit() or any(book.lookup(form, "NOUN") for stem in stems for form in (stem, f"{stem}e")):
        return True
    small = [stem.lower() for stem in stems]
    verbs = (f"{stem}{ending}" for stem in small for ending in ("en", "n"))
    return any(book.lookup(stem, "ADJ") for stem in small) or any(book.lookup(verb, "VERB") for verb in verbs)


@lru_cache(maxsize=2)
def _hard(material: Material) -> frozenset[int]:
    """The tokens of words far above the level; a word whose level is not known is none."""
    return frozenset(token for token, steps in _steps(material).items() if steps >= _ABOVE)
