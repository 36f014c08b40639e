"""The words a learner confuses with a word: those listed for it, else words of its kind and level; none near it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from learner.exercises.distractors import apart, content, differ, similar_length, words_of
from learner.exercises.kinds import adverb_group, kind_of
from learner.exercises.likeness import are_near, groups_of, kinds_of, objects_of
from learner.exercises.looks import looks_alike, meaning_of
from learner.exercises.material import Material
from learner.exercises.usage import is_sensitive
from learner.exercises.wordlists import grammar_table, grammar_words
from learner.language.analysis import Entry
from learner.language.tables import column
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import LEVELS, Gloss, Level, Lexeme
from learner.lexicon.lexicon import Lexicon

_WITHIN = 1.2  # Zipf
_MOST = 400  # words of the lexicon looked at
_FEWEST_ZIPF = 3.2
_BEGINNING, _END = 3, 4  # letters that make two words look alike
_OF_ARTICLE, _ALIKE, _SAME_KIND, _SAME_GROUP, _SAME_FRAME, _LONG = 2.0, 1.5, 1.0, 2.0, 1.0, 1.5
_ADJECTIVES_IN_LY = frozenset(
    "friendly early likely only lonely lively lovely ugly costly deadly elderly orderly".split()
)
_FEWEST_LETTERS = 4  # `Off`, `Dur` are nobody's guess
_OBJECTS = frozenset("tp")


@dataclass(frozen=True, slots=True)
class _Traits:
    """What decides which words can stand beside a word; of every word found once."""

    person: bool
    plural: bool
    kinds: tuple[str, ...]
    groups: tuple[str, ...]
    objects: frozenset[str]


_Candidate = tuple[Lexeme, _Traits]
_Answer = tuple[
    Lexeme, Gloss, Callable[[Lexeme, Lexeme], bool]
]  # a word, its meaning, what proves it apart from others


def confused(material: Material, entry: Entry, key: Gloss, most: int) -> list[tuple[Lexeme, Gloss]]:
    """Up to `most` words with their meanings, the most tempting first, apart from the word and from each other."""
    chosen: list[tuple[Lexeme, Gloss]] = []
    for other, gloss, proved in (*_listed(material, entry, key), *_ranked(material, entry, key)):
        if all(proved(one, other) for one in (entry.lexeme, *(one for one, _ in chosen))):
            chosen.append((other, gloss))
        if len(chosen) == most:
            break
    return chosen


def _listed(material: Material, entry: Entry, key: Gloss) -> list[_Answer]:
    """The words of the table, which make sense where this one stands; those of the article and those like it first.

    Their level tells nothing of English answers, nor whether they have further senses. One must be as long as the key.
    """
    book, own, lemma = wordbook(material.lexicon), _lemmas(material), entry.lexeme.lemma
    found = (book.lookup(other, entry.lexeme.pos) for other in _confusions().get((lemma, entry.lexeme.pos), ()))
    able = [one for one in found if one is not None and one.glosses and not is_sensitive(one.lemma)]
    material.rng(f"listed {lemma}").shuffle(able)
    able.sort(key=lambda one: -(one.lemma in own) - _looks_like(lemma, one.lemma))
    alike = [one for one in able if similar_length(key.text, [one.glosses[0].text])]
    others = [one for one in able if one not in alike] if alike else []
    return [(one, one.glosses[0], differ) for one in (*alike, *others)]


@cache
def _confusions() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(lemma, pos): tuple(others.split()) for lemma, pos, others in grammar_table("confusions.tsv")}


def _lemmas(material: Material) -> set[str]:
    return {one.lexeme.lemma for one in material.analysis.entries if not one.parts_gloss}


def _ranked(material: Material, entry: Entry, key: Gloss) -> Iterator[_Answer]:
    """Every other word that can stand beside this one as a wrong answer, the most tempting first."""
    word, own = (entry.lexeme, _traits(entry.lexeme)), _lemmas(material)
    rng = material.rng(f"confused {entry.lexeme.lemma}")
    weights: dict[str, tuple[float, Lexeme]] = {}
    for other, traits in _candidates(material, entry):
        if other.lemma not in weights and _is_sensible(word, (other, traits)):
            weight = _weight(word, (other, traits), own) + rng.random()
            weights[other.lemma] = (weight, other)
    for _, other in sorted(weights.values(), key=lambda pair: -pair[0]):
        gloss = meaning_of(other)
        if gloss is not None and similar_length(key.text, [gloss.text]):
            yield other, gloss, _are_apart


def _are_apart(one: Lexeme, other: Lexeme) -> bool:
    return apart(one, other) and not are_near(one, other)


def _candidates(material: Material, entry: Entry) -> Iterator[_Candidate]:
    """Words of the article of this part of speech, then the lexicon's of the same sort and about as hard."""
    lexeme = entry.lexeme
    own = (one.lexeme for one in material.analysis.entries if one.lexeme.pos == lexeme.pos and not one.parts_gloss)
    yield from ((one, _traits(one)) for one in own)
    zipf = round(2 * max(lexeme.zipf or 0.0, _FEWEST_ZIPF)) / 2
    for level in _near_levels(lexeme.level):
        yield from _of_lexicon(material.lexicon, lexeme.pos, zipf, level).get(_sort(lexeme), ())


@lru_cache(maxsize=128)
def _of_lexicon(lexicon: Lexicon, pos: str, zipf: float, level: Level) -> dict[str, list[_Candidate]]:
    """The words of a level and of about this frequency by their sort."""
    found: dict[str, list[_Candidate]] = {}
    for one in lexicon.neighbours(pos, level, zipf, within=_WITHIN, limit=_MOST):
        if (one.zipf or 0.0) >= _FEWEST_ZIPF and one.lemma not in grammar_words("far-fetched.txt"):
            found.setdefault(_sort(one), []).append((one, _traits(one)))
    return found


@lru_cache(maxsize=8192)
def _traits(lexeme: Lexeme) -> _Traits:
    plural = lexeme.noun is not None and lexeme.noun.genders[:1] == ("pl",)
    person = kind_of(lexeme) == "person"
    return _Traits(person, plural, kinds_of(lexeme), groups_of(lexeme), objects_of(lexeme))


def _sort(lexeme: Lexeme) -> str:
    """What two words have in common that can stand for each other: persons, the first kind of others, adverbs all."""
    traits = _traits(lexeme)
    if lexeme.pos == "ADV" or traits.person:
        return lexeme.pos
    return next(iter(traits.kinds), "")


@lru_cache(maxsize=16)
def _near_levels(level: Level | None) -> tuple[Level, ...]:
    place = LEVELS.index(level) if level else 0
    return LEVELS[max(place - 1, 0) : place + 2]


def _is_sensible(word: _Candidate, candidate: _Candidate) -> bool:
    """Whether a word can be a wrong answer beside this one: about as hard, of the same kind."""
    lexeme, other = word[0], candidate[0]
    if other.lemma == lexeme.lemma or other.level not in _near_levels(lexeme.level):
        return False
    participle = other.pos == "ADJ" and _is_participle(other.lemma) and not _is_participle(lexeme.lemma)
    return not participle and _is_of_kind(word, candidate) and _is_fit(other)


@lru_cache(maxsize=8192)
def _is_fit(other: Lexeme) -> bool:
    """Whether a word can be a wrong answer at all: no name, nothing rude, no word all the world has."""
    meaning = meaning_of(other)
    if (
        len(other.lemma) < _FEWEST_LETTERS
        or meaning is None
        or not content(meaning.text)
        or _is_adverbial(other.pos, meaning.text)
    ):
        return False
    if not grammar_words("no-answers.txt").isdisjoint(words_of(meaning.text)) or is_sensitive(other.lemma):
        return False
    listed = other.lemma in column("calendar.tsv") or other.lemma in grammar_words("idiom-words.txt")
    name = any(word[:1].isupper() for gloss in other.glosses for word in gloss.text.split())
    return not listed and not name and not looks_alike(other)


def _is_adverbial(pos: str, text: str) -> bool:
    """Whether the gloss of a noun or an adjective is an adverb (`in advance`, `recently`)."""
    first = text.partition(",")[0]
    adverb = first.endswith("ly") and first not in _ADJECTIVES_IN_LY
    return (pos == "NOUN" and text.startswith(("in ", "at ", "on ", "after"))) or (pos == "ADJ" and adverb)


def _is_of_kind(word: _Candidate, candidate: _Candidate) -> bool:
    """Whether both words can mean the same kind of thing, so that the wrong one is not absurd in the sentence."""
    (lexeme, mine), (other, theirs) = word, candidate
    if other.pos == "ADV":
        return adverb_group(other.lemma) not in {"", adverb_group(lexeme.lemma)}
    if mine.plural != theirs.plural or not _are_both_persons_or_none(mine, theirs):
        return False
    if not mine.kinds or not theirs.kinds:
        return lexeme.pos == "ADJ" or mine.person
    if lexeme.pos == "VERB" and (mine.objects & _OBJECTS) != (theirs.objects & _OBJECTS):
        return False
    if mine.person or lexeme.pos == "ADJ":
        return mine.kinds[0] in theirs.kinds and theirs.kinds[0] in mine.kinds
    return mine.kinds[0] == theirs.kinds[0] and _share_group(mine.groups, theirs.groups)


def _are_both_persons_or_none(mine: _Traits, theirs: _Traits) -> bool:
    """Whether lists and English agree who is a person: `casualty, A&E` for `Notaufnahme` is a place."""
    if mine.person or theirs.person:
        return mine.person and theirs.person
    return mine.kinds[:1] != ("person",) and theirs.kinds[:1] != ("person",)


def _is_participle(lemma: str) -> bool:
    """Whether an adjective looks like a past participle (`ausgestattet`, `geschaffen`)."""
    return "ge" in lemma[:5] and lemma.endswith(("t", "en"))


def _share_group(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the likeliest group of one word is one of the other's: a wheelchair is no answer where a house is."""
    return mine[0] in theirs or theirs[0] in mine


def _weight(word: _Candidate, candidate: _Candidate, own: set[str]) -> float:
    (lexeme, mine), (other, theirs) = word, candidate
    frames = (lexeme.verb.government if lexeme.verb else (), other.verb.government if other.verb else ())
    reflexive = lexeme.verb is not None and other.verb is not None and lexeme.verb.reflexive == other.verb.reflexive
    return (
        _OF_ARTICLE * (other.lemma in own)
        + _ALIKE * _looks_like(lexeme.lemma, other.lemma)
        + _SAME_KIND * (mine.kinds[:1] == theirs.kinds[:1])
        + _SAME_GROUP * (mine.groups[:1] == theirs.groups[:1])
        - _LONG * (" " in other.glosses[0].text.partition(",")[0].removeprefix("to "))
        + _SAME_FRAME * (frames[0] == frames[1])
        + _SAME_FRAME * reflexive
        + _SAME_FRAME * (lexeme.level == other.level)
        - abs((lexeme.zipf or 0.0) - (other.zipf or 0.0))
    )


def _looks_like(one: str, other: str) -> bool:
    """Whether two words share a beginning (Anteil, Anlass) or what stands behind a prefix (Anteil, Urteil)."""
    mine, theirs = one.lower(), other.lower()
    prefixed = theirs.startswith(_prefixes_of(mine))
    return prefixed or mine[:_BEGINNING] == theirs[:_BEGINNING] or mine[-_END - 1 :] == theirs[-_END - 1 :]


@lru_cache(maxsize=64)
def _prefixes_of(word: str) -> tuple[str, ...]:
    """The prefixes a word may begin with."""
    return tuple(one for one in grammar_words("prefixes.txt") if word.startswith(one))
