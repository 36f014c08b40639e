"""What a verb of saying governs: the clauses behind it, those before it in the subjunctive, those around it."""

from collections.abc import Sequence

from learner.language.claims import ACCORDING
from learner.language.clause import Clause
from learner.language.cue import Cue
from learner.language.extents import (
    around_insertion,
    is_complete,
    is_inserted,
    is_subjunctive,
    joined_clause,
    parts,
    rest_of_bracket,
    supplement,
    to_its_end,
    with_piece,
)
from learner.language.inquiries import is_put
from learner.language.scene import PART, Scene
from learner.language.speakers import Speaker
from learner.language.told import UNCHANGED
from learner.lexicon.wordclasses import wordclass
from learner.text.article import Span

_CONDITIONS = wordclass("conjunctions.of-circumstance")
_ASKING = wordclass("verbs.asking", "verbs.wondering")
_DEGREES = wordclass("adverbs.degree")
_PURPOSE = wordclass("conjunctions.of-infinitives")
_FREE = wordclass("pronouns.free-relative")


def governed_by(scene: Scene, cue: Cue, clauses: Sequence[Clause]) -> list[Span]:
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
        if behind and _is_reported(scene, behind[0], cue) and not is_put(scene, behind[0])
        else []
    )
    if found and _is_only_condition(scene, behind) and not is_subjunctive(scene, clauses[0]):
        return []
    around = next((clause for clause in clauses[:place] if _surrounds(clause, cue.clause)), None)
    if around and not found:
        told = is_subjunctive(scene, around) and around.finite not in scene.quoted
        first = [token for token in around.tokens if token < cue.first]
        added = supplement(scene, cue) if told and is_complete(scene, around, first) else []
        return [scene.span(first), *added] if added else [scene.span(around.tokens)] * told
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
    told = is_subjunctive(scene, cue.clause)  # `Er schilderte, wie er den Hund gefunden habe`
    if cue.strength != "s" or told or scene.draft.forms[cue.clause.start_token].lower() != "wie":
        return []
    called = scene.draft.words[cue.clause.finite or 0].lemma == "heißen"
    if called and scene.draft.form(cue.clause.start_token + 1) != "es":  # `wie sie heißt, wollte sie nicht sagen`
        return []
    if scene.draft.form(cue.clause.start_token + 1) in _DEGREES:  # `zählte, wie viele Tiere das Licht finden`
        return []
    own = [token for token in scene.words_of(cue.sentence) if token not in cue.clause.tokens]
    if not own or any(token in scene.quoted for token in own):
        return []
    if _is_amid_clause(scene, cue, cue.clause):
        return [scene.span(own)]
    before = [token for token in own if token < cue.clause.start_token]
    behind = [token for token in own if token > cue.clause.end_token - 1]
    return [scene.span(before or behind)]


def _is_amid_clause(scene: Scene, cue: Cue, wie: Clause) -> bool:
    """`Er hat das Haus, wie er sagt, selbst gebaut`: a clause that goes on behind the one with `wie`."""
    clauses = scene.draft.clauses[cue.sentence]
    return any(one.start_token < wie.start_token and wie.end_token < one.end_token for one in clauses)


def _is_reported(scene: Scene, clause: Clause, cue: Cue) -> bool:
    if clause.start_token in scene.quoted or scene.draft.forms[clause.start_token].lower() in {"als", *ACCORDING}:
        return False
    if clause.kind == "infinitive":
        purpose = scene.draft.forms[clause.start_token].lower() in _PURPOSE
        return cue.strength == "s" and not purpose and clause.certain
    # `Drei hätten abgelehnt, die vierte habe geschwiegen`
    if clause.finite is None or (clause.kind == "main" and _is_declined(scene, cue)):
        return False
    if is_subjunctive(scene, clause):
        told = clause.kind in {"main", "verb-last"} and not _is_free_relative(scene, clause, cue)
        return told and not _is_unreal_attribute(scene, clause)
    if clause.kind == "main" and scene.draft.forms[clause.start_token - 1] in {":", ","}:
        named = cue.speaker is not None and bool(cue.speaker.name)
        return cue.strength == "s" and named and _is_plural_past(scene, clause)
    opener = scene.draft.words[clause.start_token]
    asked = opener.tag in {"PWAV", "PWS", "PWAT"} and _wants_to_know(scene, cue)
    return clause.kind == "verb-last" and cue.strength == "s" and (opener.lemma in {"dass", "daß", "ob"} or asked)


def _wants_to_know(scene: Scene, cue: Cue) -> bool:
    """`Sie will wissen, warum es teurer wird`, `er fragte, wann es beginnt`: what somebody asks."""
    asks = cue.clause is not None and scene.draft.words[cue.clause.finite or 0].lemma in _ASKING
    return asks and not (cue.clause and any(scene.draft.forms[token] == "nicht" for token in cue.clause.tokens))


def _is_free_relative(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """`Sie erzählt, was andere verschweigen würden`: a thing, unless somebody asks or wonders."""
    what = scene.draft.forms[clause.start_token].lower() in _FREE and clause.kind == "verb-last"
    asks = cue.clause is not None and scene.draft.words[cue.clause.finite or 0].lemma in _ASKING
    return what and not asks and scene.draft.words[clause.finite or 0].features.get("Tense") == "Past"


def _is_unreal_attribute(scene: Scene, clause: Clause) -> bool:
    """`Sie sagten einen Preis zu, der höher gewesen wäre`: tells of a thing what did not come true."""
    opener = scene.draft.words[clause.start_token]
    relative = clause.kind == "verb-last" and opener.tag == "PRELS" and opener.lemma != "was"
    return relative and scene.draft.words[clause.finite or 0].features.get("Tense") == "Past"


def _is_plural_past(scene: Scene, clause: Clause) -> bool:
    """`warteten`, `verliefen`: looks the same in Konjunktiv II."""
    features = scene.draft.words[clause.finite or 0].features
    form = scene.draft.forms[clause.finite or 0]
    alike = form.endswith("ten") or UNCHANGED.search(form) is not None
    return features.get("Tense") == "Past" and features.get("Number") == "Plur" and alike


def _is_declined(scene: Scene, cue: Cue) -> bool:
    """Whether the verb is `ablehnen`, which no main clause depends on."""
    return cue.clause is not None and any(scene.draft.words[token].lemma == "ablehnen" for token in cue.clause.tokens)
