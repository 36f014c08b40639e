"""Puts the senses of a word into the order in which they fit the places where it stands.

What a gloss says of itself in its hint decides first: the article ((der) lake, (die) sea), sich, a preposition, plural.
Then the words around it. Cues of a single word (assets/language/word-cues.tsv) look at its sentence, its clause and the
words beside it; general cues (assets/language/sense-cues.tsv) speak for an English word of a gloss. The sentences near
it count less. Where nothing speaks the glossary's order stays.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

import msgspec

from learner.language.analysis import Occurrence
from learner.language.sense_forms import speaks_for
from learner.language.surroundings import Place, Surroundings
from learner.language.tables import rows
from learner.lexicon.lexeme import Gloss, Lexeme

_LONG_WORD = 5
_STEM = 6
_REMEMBERED = 20_000  # definitions and glosses
_ARTICLES = {"der": "Masc", "die": "Fem", "das": "Neut"}
_WORD = re.compile(r"[a-zA-Zäöüß]+")
_NO_ADVERBS = (
    "early|likely|only|daily|weekly|friendly|family|lively|elderly|lovely|ugly|holy|costly|deadly|silly|lonely"
)
_ADVERB = re.compile(rf"^(?!(?:{_NO_ADVERBS})\b)(\w+ly|quite|rather|afterwards|at|in|of|by|for|on)\b")
_DECIDED, _CUE, _NEAR_CUE = 4.0, 1.0, 0.5
_OWN_CUE, _BESIDE, _OWN_NEAR = 2.0, 3.0, 0.75  # cues of this word alone
_USE = 0.8


def in_context(
    lexeme: Lexeme, surroundings: Surroundings, places: Sequence[Occurrence]
) -> tuple[Lexeme, tuple[Gloss, ...]]:
    """The lexeme with the sense of most places first, and the sense of each place (empty where all have one).

    Where nothing around a place speaks, the sense is the one that fits the article best; without any, the order stays.
    """
    if len(lexeme.glosses) < 2 and len(lexeme.definitions) < 2:
        return lexeme, ()
    definitions = lexeme.definitions
    if len(definitions) > 1:
        near = _stems(surroundings.near(lexeme.lemma, places))
        definitions = tuple(sorted(definitions, key=lambda gloss: -_shared(gloss, near)))
    if len(lexeme.glosses) < 2:
        return msgspec.structs.replace(lexeme, definitions=definitions), ()
    glosses, chosen = _ordered(lexeme, [surroundings.place(lexeme.lemma, place) for place in places])
    return msgspec.structs.replace(lexeme, glosses=glosses, definitions=definitions), chosen


def _ordered(lexeme: Lexeme, found: Sequence[Place]) -> tuple[tuple[Gloss, ...], tuple[Gloss, ...]]:
    """The senses, the one of most places first and the others by how well they fit, and the sense of each place."""
    scores = [{gloss: _score(lexeme, gloss, place) for gloss in lexeme.glosses} for place in found]
    order = sorted(lexeme.glosses, key=lambda gloss: -sum(score[gloss] for score in scores))
    chosen = tuple(max(order, key=score.__getitem__) for score in scores)
    first = max(order, key=Counter(chosen).__getitem__)
    return (first, *(gloss for gloss in order if gloss != first)), chosen


def _score(lexeme: Lexeme, gloss: Gloss, place: Place) -> float:
    """How well a sense fits a place; negative where its hint contradicts it."""
    hint = gloss.hint.lower().split()
    own = _own_cues().get((lexeme.lemma, lexeme.pos), ())
    special = sum(_by_own_cues(cues, place) for word, cues in own if word in _gloss_words(gloss))
    return (
        _by_hint(hint, place)
        + _by_german(hint, lexeme, place)
        + _by_cues(gloss, place)
        + special
        + _by_use(lexeme, gloss, place)
        + _DECIDED * speaks_for(lexeme, gloss, place.own)
    )


def _by_hint(hint: Sequence[str], place: Place) -> float:
    score = 0.0
    for word in hint:
        if word in _ARTICLES and place.gender:
            score += _DECIDED if place.gender == _ARTICLES[word] else -_DECIDED
        elif word == "sich":
            score += _DECIDED / 2 if "sich" in place.clause else -_DECIDED / 2
        elif word == "plural" and place.number:
            score += _CUE if place.number == "Plur" else -_DECIDED
    if hint == ["with", "a", "number"]:
        return _DECIDED if place.counted else -_CUE
    if hint[:1] == ["with"] and len(hint) == 2:
        score += _DECIDED / 2 if hint[1] in place.clause else -_CUE
    return score


def _by_german(hint: Sequence[str], lexeme: Lexeme, place: Place) -> float:
    """A hint in German, `(es gibt) to be`, `(gar nicht) at all`: all its words but the word itself stand there.

    Where they do not, another sense is meant.
    """
    own = {*place.own, "…", lexeme.lemma.lower(), *((lexeme.verb.third,) if lexeme.verb else ())}
    others = [word for word in hint if word not in own and word not in _ARTICLES and word != "sich"]
    if len(hint) < 2 or not 0 < len(others) < len(hint):
        return 0.0
    there = place.near | place.clause
    return _DECIDED if all(word in there for word in others) else -_OWN_CUE


def _by_cues(gloss: Gloss, place: Place) -> float:
    cues = _cues_of(gloss)
    near = len(cues & place.near_ends)
    return _CUE * near + _NEAR_CUE * (len(cues & place.around_ends) - near)


@lru_cache(maxsize=_REMEMBERED)
def _cues_of(gloss: Gloss) -> frozenset[str]:
    return frozenset(cue for word in _gloss_words(gloss) for cue in _cues().get(word, ()))


def _by_own_cues(cues: Iterable[str], place: Place) -> float:
    return sum(_own_cue(cue, place) for cue in cues)


def _own_cue(cue: str, place: Place) -> float:
    """How much a cue of one word says at a place; what its signs mean tells the table."""
    sign = _SIGNS.get(cue[0])
    if sign:
        weight, holds = sign
        return weight * holds(cue[1:], place)
    return _OWN_CUE if cue in place.near_ends else _OWN_NEAR * (cue in place.around_ends)


_SIGNS: dict[str, tuple[float, Callable[[str, Place], bool]]] = {
    "+": (_OWN_CUE, lambda word, place: word in place.clause),
    "<": (_BESIDE, lambda word, place: word in place.before),
    ">": (_BESIDE, lambda word, place: word in place.behind),
    "@": (_OWN_CUE, lambda use, place: place.use in use),
    "=": (_OWN_CUE, lambda valency, place: place.valency == valency),
    "~": (_DECIDED, lambda form, place: form in place.own),
    "#": (_OWN_CUE, lambda number, place: place.number.lower() == number),
}


def _by_use(lexeme: Lexeme, gloss: Gloss, place: Place) -> float:
    """An English adverb for what stands as an adverb (natürlich: of course), none for an attribute."""
    if lexeme.pos not in {"ADJ", "ADV"} or not _ADVERB.search(gloss.text):
        return 0.0
    return _OWN_CUE if lexeme.pos == "ADV" else {"a": -_OWN_CUE, "d": _USE}.get(place.use, 0.0)


@lru_cache(maxsize=_REMEMBERED)
def _gloss_words(gloss: Gloss) -> frozenset[str]:
    return frozenset(_WORD.findall(f"{gloss.hint} {gloss.text}".lower()))


@cache
def _cues() -> dict[str, frozenset[str]]:
    """German lemmas in lower case that speak for an English word of a gloss."""
    found: dict[str, frozenset[str]] = {}
    for word, cues in rows("sense-cues.tsv"):
        found[word] = found.get(word, frozenset()) | frozenset(cues.lower().split())
    return found


@cache
def _own_cues() -> dict[tuple[str, str], tuple[tuple[str, tuple[str, ...]], ...]]:
    """By lemma and part of speech: a word of a gloss with the cues that speak for that sense."""
    found: dict[tuple[str, str], tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for lemma, pos, word, cues in rows("word-cues.tsv"):
        for one in pos.split("/"):
            found[lemma, one] = (*found.get((lemma, one), ()), (word, tuple(cues.lower().split())))
    return found


def _shared(gloss: Gloss, near: frozenset[str]) -> int:
    """How many long words of a definition stand in the sentence; one may be chance and counts for nothing."""
    shared = len(near & _stems_of(gloss.text))
    return shared if shared > 1 else 0


@lru_cache(maxsize=_REMEMBERED)
def _stems_of(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,;()").lower()[:_STEM] for word in text.split() if len(word) >= _LONG_WORD)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words if len(word) >= _LONG_WORD)
