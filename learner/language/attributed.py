"""What `laut X`, `so X` and the like mark as somebody's words: the sentence, or the part of it that is meant."""

from collections.abc import Sequence

from learner.language.cue import Cue
from learner.language.extents import (
    is_subjunctive,
    through,
)
from learner.language.scene import PART, Scene
from learner.lexicon.wordclasses import wordclass
from learner.text.article import Span

_JOINING = wordclass("conjunctions.joining-main")


def _up_to_other(scene: Scene, cue: Cue, tokens: list[int]) -> list[int]:
    """The tokens before a clause in which somebody else speaks, or before a quotation that is a sentence of its own."""
    stops = [
        one.clause.start_token
        for one in scene.cues
        if one.sentence == cue.sentence
        and one.clause
        and one.clause.kind == "main"
        and one.clause.start_token > cue.last
    ]
    stops += [
        passage.first
        for passage in scene.passages
        if passage.whole and passage.first > cue.last and scene.draft.forms[passage.first - 2].endswith(".")
    ]
    end = min((stop for stop in stops if tokens and stop > tokens[0]), default=None)
    return tokens if end is None else [token for token in tokens if token < end]


def attributed_words(scene: Scene, cue: Cue) -> list[Span]:
    """The sentence that `laut X` marks as somebody's words: behind the phrase, or before it, or all of it."""
    behind_verb = [one for one in scene.draft.clauses[cue.sentence] if one.start_token == cue.last + 2]
    if scene.draft.tag(cue.last) == "VV(PP)" and scene.draft.form(cue.last + 1) == "," and behind_verb:
        clauses = scene.draft.clauses[cue.sentence]
        return [through(scene, clauses[clauses.index(behind_verb[0]) :])]
    if scene.draft.tag(cue.last) == "VV(PP)" and scene.draft.form(cue.last + 1) == ",":
        return [scene.span([token for token in scene.words_of(cue.sentence) if token > cue.last])]
    if inner := _clause_within(scene, cue):
        return [scene.span(inner)]
    words = _without_neighbours(scene, cue)
    before = [token for token in words if token < cue.first]
    behind = [token for token in words if token > cue.last]
    if (
        not before and scene.draft.form(cue.last + 1) != ":"
    ):  # `Laut einer Studie von 2020 sinkt …`: what stands before the verb belongs to the phrase
        finites = [clause.finite for clause in scene.draft.clauses[cue.sentence] if clause.kind == "main"]
        behind = [token for token in behind if token >= (finites[0] if finites and finites[0] else 0)]
    forms = scene.draft.forms
    if before and behind and forms[cue.first] == "so" and "," not in forms[cue.last + 1 : behind[-1]]:
        behind = []  # `…, so der Sprecher | der Stadt am Montag`
    if before and behind and _goes_on_joined(scene, cue, behind):
        return [scene.span(before), scene.span(behind)]
    own = _up_to_other(scene, cue, behind if not before else (before if not behind else words))
    if not own or all(token in scene.quoted for token in own) or _is_direct(scene, own[0]):
        return []
    return [scene.span(own)]


def _is_direct(scene: Scene, first: int) -> bool:
    """`„Ich habe gebremst“, sagte der Fahrer laut Polizei`: whose words they are has been told."""
    return any(one.first == first and (one.whole or one.words >= PART) for one in scene.passages)


def _without_neighbours(scene: Scene, cue: Cue) -> list[int]:
    """The words of the sentence between the main clauses that the article tells before and behind `laut X`.

    `Es ist voll, laut Roth ist nicht sicher, ob es hält; der Bau beginnt im Mai`: a clause of its own behind comma
    or semicolon.
    """
    words, forms = scene.words_of(cue.sentence), scene.draft.forms
    main = [one for one in scene.draft.clauses[cue.sentence] if one.kind == "main" and one.finite is not None]
    start = next((one.start_token for one in main if one.start_token == cue.first), words[0])
    stops = [one.start_token for one in main if one.start_token > cue.last and forms[one.start_token - 1] == ";"]
    plain = [
        stop
        for stop, one in zip(stops, (one for one in main if one.start_token in stops), strict=True)
        if not is_subjunctive(scene, one)
    ]
    return [token for token in words if start <= token < min(plain, default=words[-1] + 1)]


def _clause_within(scene: Scene, cue: Cue) -> list[int]:
    """`Die Bäume fallen, weil sie laut Gutachten krank sind`: only the clause behind `weil` is what X says."""
    clauses = scene.draft.clauses[cue.sentence]
    own = next((one for one in clauses if cue.first in one.tokens), None)
    first = next((one for one in clauses if one.kind in {"main", "verb-first"} and one.finite is not None), None)
    if own and own is not first and own.kind == "main" and own.finite == own.start_token + 1 < cue.first:
        joined = scene.draft.forms[own.start_token] == "und" and own.finite not in scene.quoted
        return list(own.tokens)[1:] if joined else []  # `Roth war Köchin und hört nach eigenen Angaben nichts`
    if own is None or first is None or own.kind != "verb-last" or own.start_token < first.start_token:
        return []
    joins = scene.draft.tag(own.start_token) == "KOUS" and scene.draft.forms[own.start_token] not in {"dass", "ob"}
    return list(own.tokens)[joins:] if first.finite not in scene.quoted else []


def _goes_on_joined(scene: Scene, cue: Cue, behind: Sequence[int]) -> bool:
    """`Er verhandle, so Renn, und sei guter Dinge`: behind `so X` a second clause with a verb of its own."""
    opens = scene.draft.forms[behind[0]] in _JOINING
    told = [scene.draft.words[token].features.get("Mood") == "Sub" for token in behind if token not in scene.quoted]
    main = any(
        one.kind == "main" and one.start_token == behind[0] and is_subjunctive(scene, one)
        for one in scene.draft.clauses[cue.sentence]
    )  # `…, so Renn, zwei Ärzte hätten zugesagt`
    return scene.draft.forms[cue.first] == "so" and ((opens and any(told)) or main)
