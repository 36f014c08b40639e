"""Sentences in which a word can be shown: whole, readable, part of the running text."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from learner.exercises import extent
from learner.exercises.authors import tells_of_author
from learner.exercises.correct import is_correct
from learner.exercises.lost_quotes import is_glued, is_unmarked, speaks_unmarked
from learner.exercises.material import Material
from learner.exercises.passage import marked, safe
from learner.exercises.questions.nouns import is_institution, is_role
from learner.exercises.readable import is_readable
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry, Occurrence

_MOST_TOKENS = 42
DATELINE = re.compile(r"[A-ZÄÖÜ][\w ()/.-]{1,30} [–—-] [A-ZÄÖÜ_]")  # before a sentence, or a blank in its place
_REPLY = 4  # tokens, quotation marks among them
_GOOD_LENGTH = range(8, 26)
_PAIRS = (("„", "“”"), ("»", "«"), ("(", ")"), ("‚", "‘’"))
_FURNITURE = re.compile(
    r"https?:|www\.|@|©|…|\.\.\.|\bFotos?:|\bBild:|\bQuelle:|[#*=_/\\|·•]|\b[A-ZÄÖÜ]{6,}\b"
    r"|\([\w ]+, [\d. ]+\)|\bPat\.|\bbds\."  # `(Valentina Moser, 8.3.2026)`, a doctor's notes
)


def shows(material: Material, sentence: int) -> bool:
    """Whether the sentence is whole: running text with a finite verb, quotation marks and brackets in pairs."""
    return sentence in _shown(material)


@lru_cache(maxsize=2)
def _shown(material: Material) -> frozenset[int]:
    """The sentences of an article that can be shown; nearly every exercise asks for them."""
    count = len(material.analysis.article.sentences)
    return frozenset(number for number in range(count) if _is_whole(material, number))


def _is_whole(material: Material, sentence: int) -> bool:
    analysis = material.analysis
    tokens = analysis.article.tokens_of(analysis.article.sentences[sentence])
    text = analysis.sentence_text(sentence)
    finite = any(analysis.words[token].features.get("VerbForm") == "Fin" for token in tokens)
    if not (material.is_running(sentence) and finite and len(tokens) <= _MOST_TOKENS and clean(text)):
        return False
    if material.is_flat and not sentence:  # the line under the headline: `Regierung erhält Mandat vor Sitzung.`
        return False
    if is_unmarked(material, sentence) or is_glued(material, sentence) or not is_correct(material, sentence):
        return False
    if (
        DATELINE.match(text)
        or _is_headline(material, tokens)
        or _disagrees(material, tokens)
        or tells_of_author(material, sentence)
        or _insults(material, tokens)
        or _is_reply(material, sentence)
        or speaks_unmarked(material, sentence)
    ):
        return False
    return is_readable(material, tokens, around_word=True)


def _disagrees(material: Material, tokens: Sequence[int]) -> bool:
    """Whether `wir` stands beside a verb that is not its own (`informierte wir`)."""
    forms = [material.analysis.form(token) for token in tokens]
    places = [place for place, form in enumerate(forms) if form in {"wir", "Wir"}]
    beside = {tokens[near] for place in places for near in (place - 1, place + 1) if 0 <= near < len(tokens)}
    words = (material.analysis.words[token] for token in beside)
    return any(word.tag.endswith("(FIN)") and word.features.get("Number") == "Sing" for word in words)


def _insults(material: Material, tokens: Sequence[int]) -> bool:
    """Whether a word for people stands there that is no model for a class."""
    stems = tuple(grammar_words("slurs.txt"))
    return any(material.analysis.form(token).lower().startswith(stems) for token in tokens)


def _is_reply(material: Material, sentence: int) -> bool:
    """`„Soll“, sagt der Vertreter des Landkreises.`: a word or two, said to what stands before."""
    bounds = material.analysis.article.sentences[sentence]
    direct = (one for one in material.analysis.quotes if one.kind == "direct")
    said = [one for one in direct if bounds.start <= one.start and one.end <= bounds.end + 1]
    words = sum(len(extent.tokens(material.analysis, one.start, one.end)) for one in said)
    return any(one.start <= bounds.start + 1 for one in said) and words <= _REPLY


def _is_headline(material: Material, tokens: Sequence[int]) -> bool:
    """`Polizei verbot den Auftritt …`: what acts or begins the text has no article; `Heißt, …`: nobody acts."""
    first, second = (material.analysis.words[token] for token in tokens[:2])
    if second.tag.endswith("(FIN)") and material.analysis.form(tokens[0]) in {"Die", "Der", "Den"}:
        return True  # `Die besteht, wenn …`: what, another sentence says
    if first.features.get("VerbForm") == "Fin" and material.analysis.form(tokens[1]) == ",":
        return True
    single = second.tag.endswith("(FIN)") and second.features.get("Number") == "Sing"
    if tokens[0] == 0 and single and first.tag == "NN":
        return True
    return first.tag == "NN" and single and (is_role(first.lemma) or is_institution(first.lemma))


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
