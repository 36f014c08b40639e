"""A sentence that leans on the one before it, which is then shown with it: `Einer davon traf …`, `lieferte es …`."""

from collections.abc import Mapping
from functools import lru_cache, partial

from learner.exercises import extent
from learner.exercises.cohesion.anaphors import anaphors, is_polite
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.cohesion.resolving import meant
from learner.exercises.contexts import shows
from learner.exercises.dangling import (
    dangles,
    is_behind_opening_clause,
    is_measured,
    means_a_thing,
    stands_for_somebody,
)
from learner.exercises.material import Material
from learner.exercises.pointing import first_clause, points_outside, says_what
from learner.exercises.promising import promises
from learner.exercises.shown_before import is_said, takes_up_untold
from learner.exercises.taken_as_told import takes_kind_as_told
from learner.exercises.then_and_there import says_till_then
from learner.exercises.told_by import may_be_speaker, names, reports_unled, speaks_since, speaks_unnamed
from learner.exercises.wordlists import words
from learner.language.clauses import Clause, clause_of, clauses
from learner.lexicon.lexeme import Level
from learner.lexicon.wordclasses import wordclass

_SPEAKING = wordclass("pronouns.of-who-speaks")
_GOING_ON = wordclass("conjunctions.going-on")
_NAMING = frozenset({"NE", "FM", "NN", "ART"})
_PREDICATES = frozenset({"ADJ(D)", "VV(PP)", "VA(PP)"})
_LONGEST: Mapping[Level, int] = {"A1": 36, "A2": 40, "B1": 64}  # tokens of all that is shown
_LONGEST_OF_ALL = 90
_LONGEST_OF_FLAT = 50
_SAYING_WHICH = frozenset({"PRELS", "PRELAT", "KOUS", "APPR", "PTKZU"})
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
    if promises(material, sentence) or says_till_then(material, sentence) or takes_kind_as_told(material, sentence):
        return None
    wanted = sentence if since is None else since
    incomplete = min(wanted, speaks_since(material, sentence)) < sentence or leans(material, sentence)
    farthest, longest = _reach(material)
    for first in range(sentence, sentence - farthest - 1, -1):
        if first < sentence and not _can_go_before(material, first, joined=incomplete):
            break
        if _length(material, first, sentence) > longest:
            break
        alone = first == sentence and invites(material, first)
        if first <= wanted and not alone and tells_all(material, range(first, sentence + 1)):
            return "".join(f"{material.analysis.sentence_text(number)} " for number in range(first, sentence))
    return None if incomplete else ""


def _reach(material: Material) -> tuple[int, int]:
    """How many sentences stand before another one at most, and how many tokens all have (decision 0058)."""
    longest = _LONGEST.get(material.level, _LONGEST_OF_ALL)
    return (1, min(longest, _LONGEST_OF_FLAT)) if material.is_flat else (_FARTHEST, longest)


def _length(material: Material, first: int, last: int) -> int:
    """How many tokens two sentences have with all between them."""
    sentences = material.analysis.article.sentences
    return sentences[last].last - sentences[first].first


def tells_all(material: Material, sentences: range) -> bool:
    """Whether sentences can be shown without those before: they tell who speaks and whom their pronouns mean."""
    start = material.analysis.article.sentences[sentences[0]].first
    reported = speaks_since(material, sentences[-1]) < sentences[-1]
    if reported and not all(map(partial(is_said, material), sentences[1:])):
        return False  # `Er komme, sagt Lutz. Aber das ist falsch. Man müsse warten.`: whose words the second are
    of_kind = any(takes_kind_as_told(material, one) for one in sentences)
    if of_kind or (len(sentences) > 1 and _goes_on(material, sentences[0])):
        return False
    if leans(material, sentences[0]) or any(speaks_since(material, one) < sentences[0] for one in sentences):
        return False
    if any(reports_unled(material, one) or takes_up_untold(material, one, start) for one in sentences[1:]):
        return False
    if any(
        _is_of_two(material, one) and not _names_two(material, range(start, one))
        for one in _starts(material, sentences[1:])
    ):
        return False
    return all(
        names(material, token, range(start, token)) for number in sentences[1:] for token in _dangling(material, number)
    )


def _goes_on(material: Material, sentence: int) -> bool:
    """`Und Salze verderben nicht.`: nothing to begin with."""
    first = material.analysis.article.sentences[sentence].first
    return material.analysis.words[first].tag == "KON" and material.analysis.form(first).lower() in _GOING_ON


def _starts(material: Material, sentences: range) -> list[int]:
    """The first tokens of sentences."""
    return [material.analysis.article.sentences[number].first for number in sentences]


def _is_of_two(material: Material, token: int) -> bool:
    """`Beide rechnen damit`: two who were named before."""
    return material.analysis.form(token) == "Beide" and material.analysis.words[token + 1].tag.endswith("(FIN)")


def _names_two(material: Material, tokens: range) -> bool:
    """Whether two persons or bodies by name stand among the tokens, or something is joined to something else."""
    spans = material.analysis.article.tokens
    start, end = spans[tokens.start].start, spans[tokens.stop - 1].end
    named = [one for one in material.analysis.names if any(start <= it.start < end for it in one.mentions)]
    return len(named) > 1 or "KON" in (material.analysis.words[token].tag for token in tokens)


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
        or reports_unled(material, sentence)
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
            or is_behind_opening_clause(material, sentence, token)
            or speaks_unnamed(material, tokens, token)
        )
        and not may_be_speaker(material, token)
        and not (token == tokens[0] and _addresses(material, token))
    )


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


def _stands_for_thing(material: Material, sentence: int) -> bool:
    """Whether `er` at its beginning, or an `es` further on, is a thing of the sentence before."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    return _opens_with_thing(material, sentence, tokens) or any(
        (material.analysis.form(token) == "es" and means_a_thing(material, sentence, token))
        or _is_it(material, sentence, token)
        or _is_what_was_told(material, sentence, token)
        or (material.analysis.form(token) == "Es" and is_measured(material, sentence, token))
        for token in tokens
    )


def _is_it(material: Material, sentence: int, token: int) -> bool:
    """`Keller ist es nur zum Teil`, `Einige waren es auch`: what, the sentence before says; not `Heute ist es kalt`."""
    clause = clause_of(material.analysis, sentence, token)
    if material.analysis.form(token) != "es" or clause is None or clause.vorfeld is None or clause.finite != token - 1:
        return False
    words = material.analysis.words
    front = [words[one].tag for one in clause.vorfeld]
    told = any(says_what(material, one, token) for one in clauses(material.analysis, sentence))
    described = front[-1] == "ADJ(D)" and not told  # `Dunkelgrün war es`, but `Wichtig ist es, dass …`
    somebody = described or front in (["PIS"], ["PIAT"]) or (front[-1] == "NE" and all(tag in _NAMING for tag in front))
    bare = not any(words[one].tag in _PREDICATES for one in clause.tokens if one > token)
    return words[clause.finite].lemma == "sein" and somebody and bare


def _is_what_was_told(material: Material, sentence: int, token: int) -> bool:
    """`Andernorts sind es Stücke aus Ton`, `Es ist ein Mietvertrag mit …`; not `Es ist ein Fest, das …`."""
    clause = clause_of(material.analysis, sentence, token)
    if material.analysis.form(token).lower() != "es" or clause is None or clause.finite is None:
        return False
    words = material.analysis.words
    finite, opens = words[clause.finite], clause.finite == token + 1
    start = max(token, clause.finite) + 1
    behind = [word.tag for word in words[start : min(start + 3, material.analysis.article.sentences[sentence].last)]]
    if opens and behind[:1] == ["ADJ(D)"] and _goes_on_without_subject(material, sentence):
        return finite.lemma == "sein"  # `Es ist leicht und lässt sich formen`
    if opens and finite.lemma in {"kommen", "stammen"} and behind[:1] == ["APPR"]:
        return material.analysis.form(start) in {"von", "aus"}  # `Es kommt von den Taschen`
    several = clause.finite == token - 1 and behind[:1] == ["NN"] and finite.features.get("Number") == "Plur"
    named = several or (opens and behind[:1] == ["ART"] and "NN" in behind)
    return finite.lemma == "sein" and named and not _tells_more(material, sentence, clause, token)


def _tells_more(material: Material, sentence: int, clause: Clause, token: int) -> bool:
    """Whether a predicate of the clause or a clause behind the token says what `es` is."""
    words = material.analysis.words
    told = (one.start_token for one in clauses(material.analysis, sentence) if one.start_token > token)
    predicate = any(words[one].tag in _PREDICATES for one in clause.tokens)
    return predicate or any(words[start].tag in _SAYING_WHICH for start in told)


def _goes_on_without_subject(material: Material, sentence: int) -> bool:
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    words = material.analysis.words
    return any(words[one].tag.endswith("(FIN)") and words[one - 1].tag == "KON" for one in tokens[1:])


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
