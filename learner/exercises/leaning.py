"""A sentence that leans on the one before it, which is then shown with it: `Einer davon traf …`, `lieferte es …`."""

import re
from functools import lru_cache

from learner.exercises.cohesion.anaphors import anaphors
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.cohesion.resolving import meant
from learner.exercises.contexts import shows
from learner.exercises.dangling import dangles, means_a_thing
from learner.exercises.extent import sentence_of
from learner.exercises.material import Material
from learner.exercises.wordlists import words

_YEAR = re.compile(r"(1[0-9]|20)\d\d")
_TWO = ("ersterer", "letzterer")  # of two named before
_COUNTING = frozenset({"PIS", "PIAT", "CARD"})


def stands(material: Material, sentence: int, *, contrasted: bool = False) -> bool:
    """Whether a sentence can be worked on outside its text: by itself, or with the one before it."""
    return lead(material, sentence, contrasted=contrasted) is not None


@lru_cache(maxsize=4096)
def lead(material: Material, sentence: int, *, contrasted: bool = False) -> str | None:
    """The sentence before one that leans on it, with a space; empty where none is needed, None where none can be shown.

    `contrasted`: the sentence needs it in any case, since it asks for a word between the two.
    """
    needed = contrasted or _needs(material, sentence)
    if not needed and not _dangles(material, sentence):
        return ""
    sentences, before = material.analysis.article.sentences, sentence - 1
    near = sentence > 0 and (contrasted or sentences[before].paragraph == sentences[sentence].paragraph)
    told = _told_from(material, before) if near and shows(material, before) else None
    return "" if told is None and not needed else told


def _told_from(material: Material, sentence: int) -> str | None:
    """A sentence to be shown in front; where it leans itself with the one before, None where that will not do."""
    text = f"{material.analysis.sentence_text(sentence)} "
    if not leans(material, sentence):
        return text
    sentences, before = material.analysis.article.sentences, sentence - 1
    near = sentence > 0 and sentences[before].paragraph == sentences[sentence].paragraph
    if near and shows(material, before) and not _needs(material, before):
        return f"{material.analysis.sentence_text(before)} {text}"
    return None if _needs(material, sentence) else text


def leans(material: Material, sentence: int) -> bool:
    """Whether a sentence is told in full by the one before it only."""
    return _needs(material, sentence) or _dangles(material, sentence)


def _dangles(material: Material, sentence: int) -> bool:
    """Whether a pronoun of it, outside `sagt sie`, stands for somebody of another sentence; it can do without that."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    spans = material.analysis.article.tokens
    cues = [quote.cue for quote in material.analysis.quotes if quote.cue]
    told = [one for one in tokens if not any(cue.start <= spans[one].start < cue.end for cue in cues)]
    points = material.analysis.form(tokens[0]).lower() in words("context_words.txt")  # `Damals kamen Gäste …`
    return points or any(dangles(material, tokens, token) for token in told)


def _needs(material: Material, sentence: int) -> bool:
    """Whether it says little by itself: `zwei davon`, `Ein neues braucht 120.`, `er` or `es` that is a thing."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    if len(tokens) <= 1:
        return False
    if _counts_nothing(material, tokens) or _opens_with_thing(material, sentence, tokens):
        return True
    if any(material.analysis.form(token).lower().startswith(_TWO) for token in tokens) or _points(material, tokens):
        return True
    return any(
        (material.analysis.form(token) == "es" and means_a_thing(material, sentence, token))
        or (material.analysis.form(token) == "davon" and material.analysis.words[token - 1].tag in _COUNTING)
        for token in tokens[1:]
    )


def _points(material: Material, tokens: range) -> bool:
    """`Dieses sei zerstört`, `Ein solches müsse …`: a pronoun opens it that stands for a noun."""
    first, second = (material.analysis.words[token] for token in tokens[:2])
    such = material.analysis.form(tokens[1]).startswith("solche") and second.tag != "PIAT"
    return (first.tag == "PDS" and material.analysis.form(tokens[0]).startswith("Diese")) or such


def _counts_nothing(material: Material, tokens: range) -> bool:
    """Whether it ends with a number that is no year: of what, the sentence before says."""
    last = material.analysis.form(tokens[-1]).removesuffix(".") or material.analysis.form(tokens[-2])
    return last.isdigit() and _YEAR.fullmatch(last) is None


def _opens_with_thing(material: Material, sentence: int, tokens: range) -> bool:
    """`Er war 16 Jahre alt`, where it is the refrigerator of the sentence before."""
    if material.analysis.words[tokens[0]].tag != "PPER":
        return False
    anaphor = next((one for one in anaphors(material, sentence) if one.token == tokens[0]), None)
    key = meant(material, anaphor) if anaphor else None
    return (
        key is not None
        and not is_somebody(material, key.lemma)
        and sentence_of(material.analysis, key.token) < sentence
    )
