"""Puts the senses of a word into the order in which they fit the places where it stands.

What a gloss says of itself in its hint decides first: the article ((der) lake, (die) sea), sich, a preposition, plural.
Then the words around it: cues that speak for a sense (assets/language/sense-cues.tsv), in its own sentence and, with
half the weight, in the sentences near it. Where nothing speaks the glossary's order stays.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from learner.language.analysis import Occurrence
from learner.language.draft import Draft
from learner.language.tables import rows
from learner.lexicon.lexeme import Gloss, Lexeme

_LONG_WORD = 5
_STEM = 6
_ARTICLES = {"der": "Masc", "die": "Fem", "das": "Neut"}
_FEMININE = frozenset("die eine keine diese jede einer zur".split())
_WORD = re.compile(r"[a-zA-Zäöüß]+")
_DECIDED, _CUE, _NEAR_CUE = 4.0, 1.0, 0.5
_SHORTEST_CUE = 4
_WINDOW = 3  # sentences on either side


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands around a word: lemmas of its sentences and of those near them, its own features."""

    near: frozenset[str]
    around: frozenset[str]
    genders: frozenset[str]
    numbers: frozenset[str]
    own: frozenset[str]
    counted: bool


def in_context(lexeme: Lexeme, draft: Draft, places: Sequence[Occurrence]) -> Lexeme:
    """The lexeme with its meanings reordered; where the context says nothing the order stays."""
    if len(lexeme.glosses) < 2 and len(lexeme.definitions) < 2:
        return lexeme
    context = _context(lexeme, draft, places)
    return msgspec.structs.replace(
        lexeme,
        glosses=tuple(sorted(lexeme.glosses, key=lambda gloss: -_score(gloss, context))),
        definitions=tuple(sorted(lexeme.definitions, key=lambda gloss: -_shared(gloss, context.near))),
    )


def _context(lexeme: Lexeme, draft: Draft, places: Sequence[Occurrence]) -> _Context:
    sentences = {place.sentence for place in places}
    others = {near for sentence in sentences for near in _neighbours(draft, sentence)}
    features = [draft.words[token].features for place in places for token in place.tokens[:1]]
    return _Context(
        _lemmas(lexeme, draft, sentences),
        _lemmas(lexeme, draft, others),
        frozenset(filter(None, (one.get("Gender") for one in features))) or _by_article(draft, places),
        frozenset(filter(None, (one.get("Number") for one in features))),
        frozenset(draft.forms[token].lower() for place in places for token in place.tokens),
        any(place.tokens[0] and draft.words[place.tokens[0] - 1].tag == "CARD" for place in places),
    )


def _neighbours(draft: Draft, sentence: int) -> Iterable[int]:
    """The sentence and those around it in its paragraph."""
    found = draft.article.sentences
    window = range(max(sentence - _WINDOW, 0), min(sentence + _WINDOW + 1, len(found)))
    return (near for near in window if found[near].paragraph == found[sentence].paragraph)


def _by_article(draft: Draft, places: Sequence[Occurrence]) -> frozenset[str]:
    """Feminine where an article says so that could also be a plural's (`die Leiter`): the singular is more usual."""
    before = (draft.forms[place.tokens[0] - 1].lower() for place in places if place.tokens[0])
    return frozenset({"Fem"}) if any(form in _FEMININE for form in before) else frozenset()


def _lemmas(lexeme: Lexeme, draft: Draft, sentences: Iterable[int]) -> frozenset[str]:
    tokens = (token for number in sentences for token in draft.sentences[number])
    return frozenset(draft.words[token].lemma.lower() for token in tokens if draft.words[token].lemma != lexeme.lemma)


def _score(gloss: Gloss, context: _Context) -> float:
    """How well a sense fits; negative where its hint contradicts the place."""
    return _by_hint(gloss.hint.lower().split(), context) + _by_cues(gloss, context)


def _by_hint(hint: Sequence[str], context: _Context) -> float:
    score = 0.0
    for word in hint:
        if word in _ARTICLES and context.genders:
            score += _DECIDED if context.genders == {_ARTICLES[word]} else -_DECIDED
        elif word == "sich":
            score += _DECIDED / 2 if "sich" in context.near else -_DECIDED / 2
        elif word == "plural" and context.numbers:
            score += _CUE if context.numbers == {"Plur"} else -_DECIDED
    if hint == ["with", "a", "number"]:
        return _DECIDED if context.counted else -_CUE
    if hint[:1] == ["with"] and len(hint) == 2:
        score += _DECIDED / 2 if hint[1] in context.near else -_CUE
    return score + _by_german(hint, context)


def _by_german(hint: Sequence[str], context: _Context) -> float:
    """A hint in German, `(es gibt) to be`, `(gar nicht) at all`: all its words but the word itself stand there."""
    others = [word for word in hint if word not in context.own and word not in _ARTICLES and word != "sich"]
    fits = len(hint) > 1 and bool(others) and len(others) < len(hint) and all(word in context.near for word in others)
    return _DECIDED if fits else 0.0


def _by_cues(gloss: Gloss, context: _Context) -> float:
    cues = frozenset(
        cue for word in _WORD.findall(f"{gloss.hint} {gloss.text}".lower()) for cue in _cues().get(word, ())
    )
    near = sum(_stands(cue, context.near) for cue in cues)
    return _CUE * near + _NEAR_CUE * (sum(_stands(cue, context.around) for cue in cues) - near)


def _stands(cue: str, lemmas: frozenset[str]) -> bool:
    """Whether a cue or a compound with it as its head is among the lemmas."""
    return cue in lemmas or (len(cue) >= _SHORTEST_CUE and any(lemma.endswith(cue) for lemma in lemmas))


@cache
def _cues() -> dict[str, frozenset[str]]:
    """German lemmas in lower case that speak for an English word of a gloss."""
    found: dict[str, frozenset[str]] = {}
    for word, cues in rows("sense-cues.tsv"):
        found[word] = found.get(word, frozenset()) | frozenset(cues.lower().split())
    return found


def _shared(gloss: Gloss, near: frozenset[str]) -> int:
    """How many long words of a definition stand in the sentence; one may be chance and counts for nothing."""
    stems = {word[:_STEM] for word in near if len(word) >= _LONG_WORD}
    words = {word.strip(".,;()").lower()[:_STEM] for word in gloss.text.split() if len(word) >= _LONG_WORD}
    shared = len(stems & words)
    return shared if shared > 1 else 0
