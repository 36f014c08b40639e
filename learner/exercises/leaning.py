"""A sentence that leans on the one before it, which is then shown with it: `Einer davon traf …`, `lieferte es …`."""

import re
from functools import lru_cache

from learner.exercises import extent
from learner.exercises.cohesion.anaphors import anaphors, is_polite
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.cohesion.resolving import meant
from learner.exercises.contexts import shows
from learner.exercises.dangling import can_mean, dangles, means_a_thing, stands_for_somebody
from learner.exercises.material import Material
from learner.exercises.pointing import first_clause, points_outside
from learner.exercises.wordlists import words
from learner.lexicon.wordclasses import wordclass

_YEAR = re.compile(r"(1[0-9]|20)\d\d")
_SPEAKING = wordclass("pronouns.of-who-speaks")
_FARTHEST = 2  # sentences shown before another one
_COUNTING = frozenset({"PIS", "PIAT", "CARD"})


def stands(material: Material, sentence: int, *, since: int | None = None) -> bool:
    """Whether a sentence can be worked on outside its text: by itself, or with the one or two before it."""
    return lead(material, sentence, since=since) is not None


@lru_cache(maxsize=4096)
def lead(material: Material, sentence: int, *, since: int | None = None) -> str | None:
    """What is shown before a sentence that leans, with a space; empty where it needs nothing, None where it lacks it.

    `since`: the sentence from which on it must be shown, since a connector joins it; where the sentence is reported
    speech, the one that tells who speaks.
    """
    wanted = min(sentence if since is None else since, speaks_since(material, sentence))
    joined = wanted < sentence
    for first in range(sentence, sentence - _FARTHEST - 1, -1):
        if first < sentence and not _can_go_before(material, first, joined=joined or leans(material, sentence)):
            break
        alone = first == sentence and _invites(material, first)
        if first <= wanted and not leans(material, first) and not alone and _names_all(material, first, sentence):
            return "".join(f"{material.analysis.sentence_text(number)} " for number in range(first, sentence))
    return None if leans(material, sentence) or joined else ""


def _names_all(material: Material, first: int, sentence: int) -> bool:
    """Whether what is shown from the first sentence on has a noun for every pronoun that leans on another sentence."""
    article = material.analysis.article
    start = article.sentences[first].first
    return all(
        any(can_mean(material, token, noun) for noun in range(start, token))
        for number in range(first + 1, sentence + 1)
        for token in _dangling(material, number)
    )


def _can_go_before(material: Material, sentence: int, *, joined: bool) -> bool:
    """Whether a sentence can be shown in front of the next one: of its paragraph, or of the one right before."""
    if sentence < 0 or not shows(material, sentence):
        return False
    article = material.analysis.article
    own, behind = (article.sentences[number].paragraph for number in (sentence, sentence + 1))
    return own == behind or (joined and behind == own + 1 and article.paragraphs[behind].kind == "body")


@lru_cache(maxsize=4096)
def leans(material: Material, sentence: int) -> bool:
    """Whether a sentence is told in full by the one before it only."""
    return _needs(material, sentence) or points_outside(material, sentence) or _dangles(material, sentence)


def _dangles(material: Material, sentence: int) -> bool:
    """Whether a pronoun of it stands for somebody of another sentence, and not for who says it (`…, sagt Weber`)."""
    return bool(_dangling(material, sentence))


@lru_cache(maxsize=4096)
def _dangling(material: Material, sentence: int) -> tuple[int, ...]:
    """The pronouns of a sentence that stand for somebody of another one, who is not who says it."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    first = first_clause(material, sentence)
    return tuple(
        token
        for token in tokens
        if (
            dangles(material, tokens, token)
            or (token in first and stands_for_somebody(material, token))
            or _speaks_unnamed(material, tokens, token)
        )
        and not _is_speaker(material, token)
        and not (token == tokens[0] and _addresses(material, token))
    )


def _speaks_unnamed(material: Material, tokens: range, token: int) -> bool:
    """`…, sagt sie` with nobody before it, outside what is said, whom the pronoun can mean."""
    spans = material.analysis.article.tokens
    start = spans[token].start
    cued = [one for one in material.analysis.quotes if one.cue and one.cue.start <= start < one.cue.end]
    if not cued or not stands_for_somebody(material, token):
        return False
    outside = (one for one in tokens if one < token and not any(it.start <= spans[one].start < it.end for it in cued))
    return not any(can_mean(material, token, one) for one in outside)


def _is_speaker(material: Material, token: int) -> bool:
    """Whether a pronoun of reported speech may be whoever says it, who is named with it."""
    start = material.analysis.article.tokens[token].start
    cues = [quote.cue for quote in material.analysis.quotes if quote.cue and quote.start <= start < quote.end]
    named = (one for cue in cues for one in extent.tokens(material.analysis, cue.start, cue.end))
    return any(can_mean(material, token, one) for one in named)


def _addresses(material: Material, token: int) -> bool:
    """`Sie können Ihre Heizung …` on a page that speaks to its reader; `Sie beziehen Wärme …` may be pumps."""
    if material.analysis.form(token) != "Sie" or not is_polite(material):
        return False
    sentence = material.analysis.article.sentences[extent.sentence_of(material.analysis, token)]
    behind = range(token + 1, sentence.last)
    return any(material.analysis.form(one).startswith(("Ihr", "Ihnen", "Sie")) for one in behind)


def _invites(material: Material, sentence: int) -> bool:
    """Whether it is understood alone and better with the one before: `Damals …`."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    opener = material.analysis.form(tokens[0]).lower()
    return opener in words("context_words.txt") - _SPEAKING


def speaks_since(material: Material, sentence: int) -> int:
    """The sentence that tells whose reported speech this one is, where that stands before it; else the sentence."""
    bounds = material.analysis.article.sentences[sentence]
    starts = (
        quote.cue.start
        for quote in material.analysis.quotes
        if quote.kind == "indirect" and quote.cue and quote.start < bounds.end and bounds.start < quote.end
    )
    tokens = (extent.tokens(material.analysis, start, start + 1).start for start in starts if start < bounds.start)
    return min((extent.sentence_of(material.analysis, token) for token in tokens), default=sentence)


def _needs(material: Material, sentence: int) -> bool:
    """Whether it says little by itself: `zwei davon`, `Ein neues braucht 120.`, `er` or `es` that is a thing."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    if len(tokens) <= 1:
        return False
    if (
        _counts_nothing(material, tokens)
        or _opens_with_thing(material, sentence, tokens)
        or _opens_with_such(material, tokens)
    ):
        return True
    return any(
        (material.analysis.form(token) == "es" and means_a_thing(material, sentence, token))
        or (material.analysis.form(token) == "davon" and material.analysis.words[token - 1].tag in _COUNTING)
        for token in tokens[1:]
    )


def _opens_with_such(material: Material, tokens: range) -> bool:
    """`Ein solches müsse …`: a word for a noun told before."""
    return material.analysis.form(tokens[1]).startswith("solche") and material.analysis.words[tokens[1]].tag != "PIAT"


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
        and extent.sentence_of(material.analysis, key.token) < sentence
    )
