"""Reported speech: what a verb of saying governs, what `laut X` marks, and sentences that go on in Konjunktiv I."""

from collections.abc import Sequence
from dataclasses import replace

from learner.language.analysis import Quote
from learner.language.claims import ACCORDING, claims, is_claim
from learner.language.clauses import Clause
from learner.language.cue import Cue
from learner.language.extents import (
    around_insertion,
    at_semicolons,
    is_inserted,
    is_subjunctive,
    joined_clause,
    parts,
    rest_of_bracket,
    supplement,
    through,
    to_its_end,
    with_piece,
)
from learner.language.headlines import in_headline
from learner.language.phrases import phrase_from
from learner.language.scene import PART, Scene
from learner.language.segments import FINITE
from learner.language.speakers import Speaker
from learner.language.verdicts import verdict
from learner.text.article import Span

_CONDITIONS = frozenset({"wenn", "falls", "sobald", "solange", "weil", "da", "obwohl", "bevor", "nachdem", "bis"})
_ASKING = frozenset({"fragen", "nachfragen", "rätseln", "wundern", "überlegen", "erkundigen", "wollen", "wissen"})
_DEGREES = frozenset("viel viele wenig wenige oft lange sehr weit groß gross hoch gut schlecht stark schnell".split())
_PURPOSE = frozenset({"um", "ohne", "statt", "anstatt"})


def reported(scene: Scene) -> list[Quote]:
    """All reported speech with a cue in its own sentence."""
    return [
        quote
        for sentence in range(len(scene.draft.sentences))
        for quote in (
            _of_sentence(scene, sentence)
            or _in_verdict(scene, sentence)
            or in_headline(scene, sentence)
            or _asked(scene, sentence)
            or _added(scene, sentence)
            or _behind_colon(scene, sentence)
        )
    ]


def _added(scene: Scene, sentence: int) -> list[Quote]:
    """`Kraus hält sich bedeckt, er wolle erst zuhören`: the words of the one whom the clause before tells of."""
    clauses = scene.draft.clauses[sentence]
    if len(clauses) < 2 or any(cue.sentence == sentence for cue in scene.cues):
        return []
    first, second = clauses[0], clauses[1]
    if first.kind != "main" or first.finite is None or is_subjunctive(scene, first) or not _is_told(scene, second):
        return []
    speaker = scene.subject_of(sentence)
    if is_claim(scene, second.start_token - 2):  # `wehrt sich gegen den Eindruck, er sei müde`
        return []
    if speaker is None or not speaker.name or speaker.phrase.last > first.end_token:
        return []
    if not scene.is_person(speaker) and scene.draft.forms[second.start_token - 1] != ":":
        return []
    likely = Speaker(speaker.name, certain=False, phrase=speaker.phrase)
    cue = Cue(sentence, first, speaker.phrase.first, max(first.finite, speaker.phrase.last), likely, "i")
    return [scene.quote(through(scene, clauses[1:]), "indirect", cue)]


def _behind_colon(scene: Scene, sentence: int) -> list[Quote]:
    """`Roth versucht zu beruhigen: Man sei im Gespräch`: the words of the one of whom is told before the colon."""
    clauses = scene.draft.clauses[sentence]
    colon = next(
        (one for one in clauses if scene.draft.forms[one.start_token - 1] == ":" and _is_told(scene, one)), None
    )
    if colon is None or is_subjunctive(scene, clauses[0]) or colon is clauses[0]:
        return []
    speaker = scene.subject_of(sentence)
    if clauses[0].finite is None:  # `versucht zu beruhigen`, whose verb looks like a participle
        start = scene.draft.sentences[sentence].start
        speaker = scene.speakers.speaker(phrase_from(scene.draft, start), None, sentence)
    if speaker is None or not speaker.name or speaker.phrase.last >= colon.start_token:
        return []
    likely = Speaker(speaker.name, certain=False, phrase=speaker.phrase)
    cue = Cue(sentence, clauses[0], speaker.phrase.first, speaker.phrase.last, likely, "i")
    return [scene.quote(through(scene, clauses[clauses.index(colon) :]), "indirect", cue)]


def _in_verdict(scene: Scene, sentence: int) -> list[Quote]:
    """`Ihr Urteil: Das Tier ist gesund.`: the words of the one whom the sentence before tells of."""
    colon = verdict(scene.draft, sentence)
    words = [token for token in scene.words_of(sentence) if colon is not None and token > colon]
    if not words or any(token in scene.quoted for token in words):
        return []
    start = scene.draft.sentences[sentence].start
    mine = scene.speakers.possessor(start, sentence)
    if not mine.name or not any(scene.draft.words[token].tag in FINITE for token in words):
        return []
    likely = Speaker(mine.name, certain=False, phrase=mine.phrase)
    return [scene.quote(scene.span(words), "indirect", Cue(sentence, None, start, start, likely, "i"))]


def _is_told(scene: Scene, clause: Clause) -> bool:
    """A main clause in Konjunktiv I behind a comma or colon; not `es sei denn`, `koste es, was es wolle`."""
    if clause.kind != "main" or clause.finite is None or clause.finite == clause.start_token:
        return False
    features = scene.draft.words[clause.finite].features
    joined = scene.draft.forms[clause.start_token - 1] in {",", ":", ";"}
    idiom = scene.draft.forms[clause.finite + 1 : clause.finite + 2] == ["denn"]
    told = features.get("Mood") == "Sub" and features.get("Tense") == "Pres"
    return (
        joined and told and not idiom and clause.finite not in scene.quoted and clause.start_token not in scene.quoted
    )


def _asked(scene: Scene, sentence: int) -> list[Quote]:
    """`Auf die Frage, ob er bleibe, …`: a question in the subjunctive that nobody is named for."""
    return [
        scene.quote(scene.span(_with_infinitives(scene, clause, sentence)), "indirect", None)
        for clause in scene.draft.clauses[sentence]
        if clause.kind == "verb-last"
        and is_subjunctive(scene, clause)
        and (_follows_question(scene, clause) or _is_question(scene, clause, sentence))
    ]


def _with_infinitives(scene: Scene, clause: Clause, sentence: int) -> Sequence[int]:
    """The tokens of a question, to the end of the sentence where it is all of it."""
    return scene.words_of(sentence) if _is_question(scene, clause, sentence) else clause.tokens


def _is_question(scene: Scene, clause: Clause, sentence: int) -> bool:
    """`Ob das reichen werde?`: a sentence by itself."""
    others = [one for one in scene.draft.clauses[sentence] if one is not clause]
    alone = (
        all(one.kind in {"infinitive", "verb-last"} and one.start_token > clause.start_token for one in others)
        and scene.draft.forms[clause.start_token].lower() == "ob"
    )
    own = [scene.draft.forms[token] for token in scene.draft.sentences[sentence]]
    return alone and "?" in own[-2:] and clause.start_token not in scene.quoted


def _follows_question(scene: Scene, clause: Clause) -> bool:
    opener = scene.draft.words[clause.start_token]
    if opener.lemma not in {"ob", "was"} and opener.tag not in {
        "PWAV",
        "PWS",
        "PWAT",
    }:  # not `kommt nicht in Frage, da …`
        return False
    before = scene.draft.forms[max(0, clause.start_token - 2) : clause.start_token]
    return before in (["Frage", ","], ["Fragen", ","])


def _of_sentence(scene: Scene, sentence: int) -> list[Quote]:
    found: list[Quote] = list(claims(scene, sentence))
    clauses = scene.draft.clauses[sentence]
    own = [cue for cue in scene.cues if cue.sentence == sentence]
    # `er finde es gut, dass …, sagte X`: what is itself reported comes last
    for cue in sorted(
        own, key=lambda one: (bool(one.clause and is_subjunctive(scene, one.clause)), one.speaker is None)
    ):
        if "i" not in cue.kinds and (not cue.clause or is_subjunctive(scene, cue.clause)):
            continue
        # `scherzte er`: what only introduces quotations still governs what stands in the subjunctive
        known = cue if "i" in cue.kinds else replace(cue, strength="t")
        governed = _governed(scene, known, clauses) if cue.clause else _sentence_without(scene, cue)
        for span in (part for whole in governed for part in at_semicolons(scene, whole)):
            if not any(span.start < quote.end and quote.start < span.end for quote in found):
                found.append(scene.quote(span, "indirect", cue))
    return found


def _governed(scene: Scene, cue: Cue, clauses: Sequence[Clause]) -> list[Span]:
    """What a verb of saying governs: the clauses behind it and, in the subjunctive, before it; else those around it."""
    assert cue.clause is not None
    assert cue.clause.finite is not None
    place = clauses.index(cue.clause)
    if cue.clause.kind == "verb-last":
        return _beside_wie(scene, cue)
    behind = [clause for clause in clauses[place + 1 :] if clause.start_token > cue.clause.finite]
    if behind and is_inserted(scene, cue, behind[0]):
        return around_insertion(scene, cue, clauses[:place], behind[0])
    joined = joined_clause(scene, cue, behind)
    if joined and place and _precedes(scene, _lead(scene, clauses[:place]), cue, alone=False):
        return [scene.span([*(token for one in clauses[:place] for token in one.tokens), *joined])]
    found = (
        [with_piece(scene, cue, to_its_end(scene, cue, behind))]
        if behind and _is_reported(scene, behind[0], cue)
        else []
    )
    if found and _is_only_condition(scene, behind) and not is_subjunctive(scene, clauses[0]):
        return []
    around = next((clause for clause in clauses[:place] if _surrounds(clause, cue.clause)), None)
    if around and not found:
        told = is_subjunctive(scene, around) and around.finite not in scene.quoted
        return [scene.span(around.tokens)] if told else []
    if (
        place
        and _stands_behind(cue.clause, clauses[0])
        and _precedes(scene, _lead(scene, clauses[:place]), cue, alone=not found)
    ):
        before = [token for clause in clauses[:place] for token in clause.tokens]
        rest = [] if found else rest_of_bracket(scene, cue, clauses)
        found[:0] = parts(scene, [*before, *rest], clauses[:place])
        found += [] if rest else supplement(scene, cue)
    return found


def _lead(scene: Scene, before: Sequence[Clause]) -> Clause:
    """The clause whose verb tells whether what stands before is reported: behind a `wenn` the main one."""
    main = [one for one in before if one.kind in {"main", "verb-first"} and is_subjunctive(scene, one)]
    if main and before[0].kind == "verb-first":
        return main[-1]
    return main[0] if main and before[0].kind in {"verb-last", "infinitive"} else before[0]


def _is_only_condition(scene: Scene, behind: Sequence[Clause]) -> bool:
    """`Man werde zustimmen, wenn es nötig sei`: what stands behind the verb is not what was said."""
    first = behind[0]
    conditional = first.kind == "verb-last" and scene.draft.forms[first.start_token].lower() in _CONDITIONS
    return conditional and not any(clause.kind == "main" and is_subjunctive(scene, clause) for clause in behind)


def _stands_behind(clause: Clause, first: Clause) -> bool:
    """Whether what stands before a clause is its Vorfeld; behind a comma also a verb that comes first."""
    if clause.kind == "verb-first":
        return True
    return clause.vorfeld is not None and clause.vorfeld.start <= first.start_token


def _surrounds(outer: Clause, inner: Clause) -> bool:
    """`Die Firma, sagte er, habe keine Schulden`: the reported clause stands on both sides."""
    return outer.start_token < inner.start_token and inner.end_token <= outer.end_token and outer.finite is not None


def _precedes(scene: Scene, first: Clause, cue: Cue, *, alone: bool) -> bool:
    """`Die Lage sei ernst, sagte er`; after a verb of speech also `Acht Milliarden fehlten, warnte er`."""
    according = scene.draft.form(first.start_token) in ACCORDING
    if first.finite is None or first.finite in scene.quoted or according or _opens_with_quotation(scene, first):
        return False
    if is_subjunctive(scene, first):
        tense = scene.draft.words[first.finite].features.get("Tense")
        opens = first.start_token <= scene.draft.sentences[cue.sentence].start + 1
        return not opens or first.kind != "verb-first" or tense == "Pres"  # `Sollte es regnen, droht …`
    if not alone or cue.clause is None:
        return False
    if cue.clause.finite == cue.clause.start_token and not _has_subject_behind(scene, cue):
        return False
    if cue.first < cue.clause.start_token:  # `Keller lobte die Helfer, warnte aber …`
        return False
    between = range(first.start_token, cue.clause.finite or 0)
    plain = not any(token in scene.quoted or scene.draft.forms[token] == ":" for token in between)
    return plain and first.kind == "main" and cue.strength == "s" and first.certain


def _opens_with_quotation(scene: Scene, clause: Clause) -> bool:
    """Whether a clause begins with what somebody said; not with a name in marks (`„Kaa“ sei zahm, sagte er`)."""
    opening = [one for one in scene.passages if one.first <= clause.start_token <= one.last]
    return any(one.words >= PART for one in opening)


def _has_subject_behind(scene: Scene, cue: Cue) -> bool:
    """`…, rechnete er vor`, `…, hieß es`: who says it stands right behind the verb; not `…, warnte aber`."""
    finite = cue.clause.finite if cue.clause else None
    if finite is None:
        return False
    behind = finite + 1 + (scene.draft.form(finite + 1) == "sich")
    known = cue.speaker is not None and cue.speaker.phrase.first == behind and _may_say(scene, cue.speaker)
    return known or scene.draft.form(finite + 1) in {"es", "man"}


def _may_say(scene: Scene, speaker: Speaker) -> bool:
    """Not the thing of `…, erzählt die Geschichte gern`: a speaker that is known, or a pronoun."""
    return bool(speaker.name) or scene.draft.words[speaker.phrase.first].tag not in {"ART", "PPOSAT", "PIAT"}


def _beside_wie(scene: Scene, cue: Cue) -> list[Span]:
    """`Wie X sagte, …` and `…, wie X mitteilte`: the rest of the sentence."""
    assert cue.clause is not None
    if cue.strength != "s" or scene.draft.forms[cue.clause.start_token].lower() != "wie":
        return []
    if scene.draft.form(cue.clause.start_token + 1) in _DEGREES:  # `zählte, wie viele Tiere das Licht finden`
        return []
    own = [token for token in scene.words_of(cue.sentence) if token not in cue.clause.tokens]
    if not own or any(token in scene.quoted for token in own):
        return []
    before = [token for token in own if token < cue.clause.start_token]
    behind = [token for token in own if token > cue.clause.end_token - 1]
    return [scene.span(before or behind)]


def _is_reported(scene: Scene, clause: Clause, cue: Cue) -> bool:
    if clause.start_token in scene.quoted or scene.draft.forms[clause.start_token].lower() in {"als", *ACCORDING}:
        return False
    if clause.kind == "infinitive":
        purpose = scene.draft.forms[clause.start_token].lower() in _PURPOSE
        return cue.strength == "s" and not purpose and clause.certain
    if clause.finite is None:
        return False
    if is_subjunctive(scene, clause):
        told = clause.kind in {"main", "verb-last"} and not _is_free_relative(scene, clause, cue)
        return told and not _is_unreal_attribute(scene, clause)
    if clause.kind == "main" and scene.draft.forms[clause.start_token - 1] in {":", ","}:
        named = cue.speaker is not None and bool(cue.speaker.name)
        return cue.strength == "s" and named and _is_plural_past(scene, clause)
    opener = scene.draft.words[clause.start_token]
    return clause.kind == "verb-last" and cue.strength == "s" and opener.lemma in {"dass", "daß", "ob"}


def _is_free_relative(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """`Sie erzählt, was andere verschweigen würden`: a thing, unless somebody asks or wonders."""
    what = scene.draft.forms[clause.start_token].lower() in {"was", "wen", "wer", "wem"} and clause.kind == "verb-last"
    asks = cue.clause is not None and scene.draft.words[cue.clause.finite or 0].lemma in _ASKING
    return what and not asks and scene.draft.words[clause.finite or 0].features.get("Tense") == "Past"


def _is_unreal_attribute(scene: Scene, clause: Clause) -> bool:
    """`Sie sagten einen Preis zu, der höher gewesen wäre`: tells of a thing what did not come true."""
    opener = scene.draft.words[clause.start_token]
    relative = clause.kind == "verb-last" and opener.tag == "PRELS" and opener.lemma != "was"
    return relative and scene.draft.words[clause.finite or 0].features.get("Tense") == "Past"


def _is_plural_past(scene: Scene, clause: Clause) -> bool:
    """`warteten`: looks the same in Konjunktiv II."""
    features = scene.draft.words[clause.finite or 0].features
    form = scene.draft.forms[clause.finite or 0]
    return features.get("Tense") == "Past" and features.get("Number") == "Plur" and form.endswith("ten")


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


def _sentence_without(scene: Scene, cue: Cue) -> list[Span]:
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
    if not own or all(token in scene.quoted for token in own):
        return []
    return [scene.span(own)]


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
    opens = scene.draft.forms[behind[0]] in {"und", "aber", "doch", "denn"}
    told = [scene.draft.words[token].features.get("Mood") == "Sub" for token in behind if token not in scene.quoted]
    main = any(
        one.kind == "main" and one.start_token == behind[0] and is_subjunctive(scene, one)
        for one in scene.draft.clauses[cue.sentence]
    )  # `…, so Renn, zwei Ärzte hätten zugesagt`
    return scene.draft.forms[cue.first] == "so" and ((opens and any(told)) or main)
