"""A sentence that leans on the one before it, which is then shown with it: `Einer davon traf …`, `lieferte es …`."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from learner.exercises import extent
from learner.exercises.cohesion.anaphors import anaphors, is_polite
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.cohesion.resolving import meant
from learner.exercises.contexts import shows
from learner.exercises.dangling import (
    can_mean,
    dangles,
    is_measured,
    is_person,
    means_a_thing,
    stands_for_somebody,
    wanted,
)
from learner.exercises.material import Material
from learner.exercises.pointing import first_clause, points_outside
from learner.exercises.wordlists import words
from learner.language.analysis import Name, Quote
from learner.language.clauses import clauses
from learner.language.tables import column
from learner.lexicon.lexeme import Level
from learner.lexicon.wordclasses import wordclass

_SPEAKING = wordclass("pronouns.of-who-speaks")
_LONGEST: Mapping[Level, int] = {"A1": 36, "A2": 40, "B1": 64}  # tokens of all that is shown
_LONGEST_OF_ALL = 90
_FARTHEST = 2  # sentences shown before another one


def stands(material: Material, sentence: int, *, since: int | None = None) -> bool:
    """Whether a sentence can be worked on outside its text: by itself, or with the one or two before it."""
    return lead(material, sentence, since=since) is not None


@lru_cache(maxsize=4096)
def lead(material: Material, sentence: int, *, since: int | None = None) -> str | None:
    """What is shown before a sentence that leans, with a space; empty where it needs nothing, None where it lacks it.

    `since`: the sentence from which on it must be shown, since a connector joins it; where the sentence is reported
    speech, the one that tells who speaks.
    """
    wanted = sentence if since is None else since
    joined = min(wanted, speaks_since(material, sentence)) < sentence
    for first in range(sentence, sentence - _FARTHEST - 1, -1):
        if first < sentence and not _can_go_before(material, first, joined=joined or leans(material, sentence)):
            break
        if _length(material, first, sentence) > _LONGEST.get(material.level, _LONGEST_OF_ALL):
            break
        alone = first == sentence and invites(material, first)
        if first <= wanted and not alone and tells_all(material, range(first, sentence + 1)):
            return "".join(f"{material.analysis.sentence_text(number)} " for number in range(first, sentence))
    return None if leans(material, sentence) or joined else ""


def _speaker(material: Material, pronoun: int) -> Name | None:
    """The person by name for whom the pronoun of a cue stands (`nach ihren Angaben`)."""
    said = {one.speaker for one in _led_by(material, pronoun)}
    return next((one for one in material.analysis.names if one.kind == "person" and one.name in said), None)


def _is_named(material: Material, name: Name, token: int) -> bool:
    """Whether the token is part of a mention of the name, or the role by which it is known."""
    start = material.analysis.article.tokens[token].start
    role = material.analysis.words[token].lemma in name.role.split()
    return role or any(mention.start <= start < mention.end for mention in name.mentions)


def _length(material: Material, first: int, last: int) -> int:
    """How many tokens two sentences have with all between them."""
    sentences = material.analysis.article.sentences
    return sentences[last].last - sentences[first].first


def tells_all(material: Material, sentences: range) -> bool:
    """Whether sentences can be shown without those before: they tell who speaks and whom their pronouns mean."""
    start = material.analysis.article.sentences[sentences[0]].first
    if leans(material, sentences[0]) or any(speaks_since(material, one) < sentences[0] for one in sentences):
        return False
    if any(_reports_unled(material, one) for one in sentences):
        return False
    return all(
        _names(material, token, range(start, token))
        for number in sentences[1:]
        for token in _dangling(material, number)
    )


def _names(material: Material, pronoun: int, tokens: Iterable[int]) -> bool:
    """Whether one of the tokens is a noun or name that a pronoun can mean; a person where the pronoun speaks."""
    speaks = _says(material, pronoun) or _holds_view(material, pronoun)
    tokens = tuple(tokens)
    if speaks and (speaker := _speaker(material, pronoun)) is not None:
        return any(_is_named(material, speaker, one) for one in tokens)
    return any(can_mean(material, pronoun, one) and (not speaks or is_person(material, one)) for one in tokens)


def _can_go_before(material: Material, sentence: int, *, joined: bool) -> bool:
    """Whether a sentence can be shown in front of the next one: of its paragraph, or of the one right before."""
    if sentence < 0 or not shows(material, sentence) or _is_only_said(material, sentence):
        return False
    article = material.analysis.article
    own, behind = (article.sentences[number].paragraph for number in (sentence, sentence + 1))
    if own == behind:
        return True
    adjoining = behind == own + 1 and article.paragraphs[behind].kind == "body"
    return joined and adjoining and not points_outside(material, sentence + 1)  # `darauf` may mean a whole paragraph


def _is_only_said(material: Material, sentence: int) -> bool:
    """`„Mir gefällt das Haus.“` before what is told: who says so, and goes on as `er`, is not shown."""
    bounds, behind = (material.analysis.article.sentences[one] for one in (sentence, sentence + 1))
    direct = [one for one in material.analysis.quotes if one.kind == "direct"]
    whole = any(one.start <= bounds.start + 1 and bounds.end - 1 <= one.end for one in direct)
    return whole and not any(one.start <= behind.start + 1 < one.end for one in direct)


@lru_cache(maxsize=4096)
def leans(material: Material, sentence: int) -> bool:
    """Whether a sentence is told in full by the one before it only."""
    return (
        points_outside(material, sentence)
        or _stands_for_thing(material, sentence)
        or _reports_unled(material, sentence)
        or bool(_dangling(material, sentence))
    )


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
    """`…, sagt sie`, `nach ihrer Ansicht` with nobody before it, outside what is said, whom the pronoun can mean."""
    if not _says(material, token):
        return _holds_view(material, token) and not _names(material, token, range(tokens.start, token))
    spans = material.analysis.article.tokens
    said = _led_by(material, token)
    outside = (one for one in tokens if one < token and not any(it.start <= spans[one].start < it.end for it in said))
    return not _names(material, token, outside)


def _says(material: Material, token: int) -> bool:
    """Whether the pronoun is who says something (`…, sagt sie`)."""
    return stands_for_somebody(material, token) and bool(_led_by(material, token))


def _led_by(material: Material, token: int) -> list[Quote]:
    """What is said in the words that a cue leads to in which the token stands."""
    start = material.analysis.article.tokens[token].start
    return [one for one in material.analysis.quotes if one.cue and one.cue.start <= start < one.cue.end]


def _holds_view(material: Material, token: int) -> bool:
    """`nach seiner Einschätzung`, `in ihren Augen`: whose it is must be somebody."""
    words = material.analysis.words[token - 1 : token + 2]
    return [one.tag for one in words] == ["APPR", "PPOSAT", "NN"] and words[2].lemma in column("attribution.tsv")


def _is_speaker(material: Material, token: int) -> bool:
    """Whether a pronoun of reported speech may be whoever says it, who is named with it."""
    start = material.analysis.article.tokens[token].start
    said = [quote for quote in material.analysis.quotes if quote.cue and quote.start <= start < quote.end]
    people = {name.name: name for name in material.analysis.names if name.kind == "person"}
    known = [people[quote.speaker].gender for quote in said if quote.speaker in people]
    if any(known) and not set(known) & set(wanted(material, token)):
        return False  # `Sie soll am Freitag beginnen, wie der Gesandte mitteilte`
    named = (
        one for quote in said if quote.cue for one in extent.tokens(material.analysis, quote.cue.start, quote.cue.end)
    )
    return any(can_mean(material, token, one) and is_person(material, one) for one in named)


def _addresses(material: Material, token: int) -> bool:
    """`Sie können Ihre Heizung …` on a page that speaks to its reader; `Sie beziehen Wärme …` may be pumps."""
    if material.analysis.form(token) != "Sie" or not is_polite(material):
        return False
    sentence = material.analysis.article.sentences[extent.sentence_of(material.analysis, token)]
    behind = range(token + 1, sentence.last)
    return any(material.analysis.form(one).startswith(("Ihr", "Ihnen", "Sie")) for one in behind)


def invites(material: Material, sentence: int) -> bool:
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


def _reports_unled(material: Material, sentence: int) -> bool:
    """`Inzwischen stehe der Gemeinde mehr zu.`: a report of which nothing in the article is seen to tell who speaks."""
    article = material.analysis.article
    led = [one for one in material.analysis.quotes if _is_led(material, one)]
    for clause in clauses(material.analysis, sentence):
        if clause.kind != "main" or clause.finite is None or not clause.certain:
            continue
        features = material.analysis.words[clause.finite].features
        told = features.get("Mood") == "Sub" and features.get("Tense") == "Pres" and features.get("Person") == "3"
        start = article.tokens[clause.finite].start
        if told and not any(one.start <= start < one.end for one in led):
            return True
    return False


def _is_led(material: Material, quote: Quote) -> bool:
    """Whether it is known who says it, or that nobody is named (`hieß es`); not `wie manche behaupten`."""
    cue = material.analysis.article.slice(quote.cue).split() if quote.cue else []
    return quote.speaker is not None or "es" in cue


def _stands_for_thing(material: Material, sentence: int) -> bool:
    """Whether `er` at its beginning, or an `es` further on, is a thing of the sentence before."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    return _opens_with_thing(material, sentence, tokens) or any(
        (material.analysis.form(token) == "es" and means_a_thing(material, sentence, token))
        or (material.analysis.form(token) == "Es" and is_measured(material, sentence, token))
        for token in tokens
    )


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
