"""Sentences in which a word can be shown: whole, readable, part of the running text."""

import re
from functools import cache

from learner.exercises.material import Material
from learner.exercises.passage import marked, safe
from learner.exercises.readable import is_readable
from learner.language.analysis import Entry, Occurrence

_MOST_TOKENS = 42
_GOOD_LENGTH = range(8, 26)
_PAIRS = (("„", "“”"), ("»", "«"), ("(", ")"), ("‚", "‘’"))
_FURNITURE = re.compile(r"https?:|www\.|@|©|…|\.\.\.|\bFotos?:|\bBild:|\bQuelle:|[#*=_/\\]|\b[A-ZÄÖÜ]{6,}\b")


def shows(material: Material, sentence: int) -> bool:
    """Whether the sentence is whole: running text with a finite verb, quotation marks and brackets in pairs."""
    analysis = material.analysis
    tokens = analysis.article.tokens_of(analysis.article.sentences[sentence])
    text = analysis.sentence_text(sentence)
    finite = any(analysis.words[token].features.get("VerbForm") == "Fin" for token in tokens)
    whole = material.is_running(sentence) and finite and len(tokens) <= _MOST_TOKENS and clean(text)
    return whole and is_readable(material, tokens)


@cache
def clean(text: str) -> bool:
    """Whether nothing in the text is page furniture, notation, or half of a pair."""
    whole = text[:1].isupper() or text[:1].isdigit() or text[:1] in "„»\"'‚("
    return whole and safe(text) and _is_paired(text) and not _FURNITURE.search(text)


def _is_paired(text: str) -> bool:
    if text.count('"') % 2:
        return False
    return all(text.count(opening) == sum(map(text.count, closing)) for opening, closing in _PAIRS)


def best(material: Material, entry: Entry) -> Occurrence | None:
    """The place at which an entry is shown best, one in a sentence of middle length first; None where none will do."""
    fitting = [place for place in entry.occurrences if shows(material, place.sentence)]
    return min(fitting, key=lambda place: (not _is_middling(material, place), place.sentence), default=None)


def _is_middling(material: Material, place: Occurrence) -> bool:
    sentence = material.analysis.article.sentences[place.sentence]
    return sentence.last - sentence.first in _GOOD_LENGTH


def context(material: Material, place: Occurrence) -> str:
    """The sentence of a place with `[[…]]` around every part of the word."""
    start = material.analysis.article.sentences[place.sentence].start
    return marked(material.sentence_of(place), start, material.spans(place))
