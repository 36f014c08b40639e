"""Whether an article tells something once: in one paragraph, and neither in its title nor in other words elsewhere."""

import re
from collections.abc import Iterable
from functools import lru_cache

from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.exercises.told_fully import named_in
from learner.lexicon.wordclasses import wordclass

_STEM = 4  # letters that two words must share to be of one family
_TOLD = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
_OFTEN = 3  # sentences of an article that hold what it is about
_PAIRS = 32_768  # of words, of which is kept whether they are kin; every statement asks for the same ones
_FREQUENT = 5.2  # Zipf value of verbs and adjectives that tell little


@lru_cache(maxsize=2)
def _known(material: Material) -> frozenset[str]:
    """The words of the title and the kicker."""
    article = material.analysis.article
    heads = " ".join(filter(None, (article.title, article.kicker)))
    return frozenset(re.findall(r"\w{4,}", heads.lower()))


def told_elsewhere(material: Material, statement: Statement) -> tuple[bool, frozenset[str]]:
    """Whether another paragraph or the title tells the same, and the nouns that are not what the article is about."""
    article = material.analysis.article
    own = article.sentences[statement.sentence].paragraph
    told = _told(material)
    mine = content(material, statement.tokens)
    others = [told[number] for number, one in enumerate(article.sentences) if one.paragraph != own]
    often = frozenset(word for word in mine if sum(_is_kin(word, other) for other in others) >= _OFTEN)
    headed = any(_is_kin(word, _known(material)) for word in mine - often)
    opening = [told[number] for number, one in enumerate(article.sentences) if one.paragraph == 0 != own]
    again = headed or not all(_is_apart(mine, often, other) for other in others)
    again = again or any(_is_kin(word, other) for word in mine - often for other in opening)  # a lead tells it shortly
    named = {name.lower() for name in named_in(material, statement) - wordclass("nouns.of-amounts")}
    return again, mine & named - often


def _is_apart(mine: frozenset[str], often: frozenset[str], other: frozenset[str]) -> bool:
    """At most one telling word in common, and no telling word beside two of those the article is about."""
    shared = {word for word in mine if _is_kin(word, other)}
    telling = len(shared - often)
    return telling == 0 or (telling == 1 and len(shared & often) < 2)


@lru_cache(maxsize=2)
def _told(material: Material) -> tuple[frozenset[str], ...]:
    """By sentence its words of content."""
    article = material.analysis.article
    return tuple(content(material, article.tokens_of(one)) for one in article.sentences)


def content(material: Material, tokens: Iterable[int]) -> frozenset[str]:
    """The words that tell something: no auxiliaries, no everyday verbs, of a person's name the last word alone."""
    found = [token for token in tokens if material.analysis.words[token].pos in _TOLD]
    return frozenset(material.analysis.words[token].lemma.lower() for token in found if _tells(material, token))


def _tells(material: Material, token: int) -> bool:
    word, following = material.analysis.words[token], material.analysis.words[token + 1 : token + 2]
    if word.pos == "NUM":
        return sum(letter.isdigit() for letter in word.lemma) > 1
    if word.tag.startswith(("VA", "VM")) or len(word.lemma) < _STEM:
        return False
    if word.pos in {"VERB", "ADJ"}:
        return (material.lexicon.zipf(word.lemma, word.pos) or 0.0) < _FREQUENT
    return not (word.tag == "NE" and any(one.tag == "NE" for one in following))


def _is_kin(word: str, others: Iterable[str]) -> bool:
    """Whether one of the others is the word, is made with it, or begins like it."""
    return any(_are_kin(word, other) for other in others)


@lru_cache(maxsize=_PAIRS)
def _are_kin(one: str, other: str) -> bool:
    if one[0].isdigit() or other[0].isdigit():
        return one == other
    short, long = sorted((one, other), key=len)
    if long.startswith(short) or long.endswith(short):
        return True
    return len(short) > _STEM and long[: max(_STEM + 1, len(short) - 2)] == short[: max(_STEM + 1, len(short) - 2)]
