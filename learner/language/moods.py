"""Moods that only the context tells: `Sei still!`, `man sollte`, `Rette sich, wer kann`, `als ob es regnete`.

A form that is preterite and Konjunktiv II alike loses its mood where the sentence speaks of what is not so.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from learner.language.clause import Clause
from learner.language.segments import INFINITIVES, PARTICIPLES, TaggedSentence
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

Features = dict[str, str]

_IMPERATIVES = wordclass("verbs.imperative-forms")
_SUBJECTS = wordclass("pronouns.nominative")
_ADVICE = wordclass("verbs.advising-forms")
_CONDITIONS = wordclass("conjunctions.of-condition")
_COMPARING = frozenset({"ob", "wenn"})  # als ob, als wenn
_WEAK = re.compile(r"(.+?)e?te(?:n|st|t)?")
_UMLAUT_COMES = re.compile(r"[aou][^aeiouäöü]*en$")  # `kamen`, whose Konjunktiv is `kämen`
_IMPERATIVE = {"Mood": "Imp", "VerbForm": "Fin"}


def settle(sentence: TaggedSentence, clauses: Sequence[Clause], found: list[Features]) -> None:
    """Put right in `found` what the sentence around a finite verb says of its mood."""
    for clause in clauses:
        verb = clause.finite
        if verb is None or not found[verb]:
            continue
        form = sentence.forms[verb].lower()
        if _is_imperative(sentence, clause, form):
            found[verb] = dict(_IMPERATIVE)
        elif _is_wish(sentence, clause, found[verb], form):
            found[verb] = _third_person()
        elif form in _ADVICE:
            found[verb] = _advised(sentence, clauses, clause, found)
    for verb in _unreal(sentence, clauses, found):
        found[verb].pop("Mood", None)


def _third_person() -> Features:
    return {"Mood": "Sub", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}


def _is_imperative(sentence: TaggedSentence, clause: Clause, form: str) -> bool:
    """`Sei vorsichtig`, `Seien Sie leise`, `Werde glücklich!`: verb first and nobody but the one who is spoken to."""
    if form not in _IMPERATIVES or clause.kind != "verb-first" or clause.finite != clause.start_token:
        return False
    behind = clause.start_token + 1
    follows = sentence.forms[behind] if behind < len(sentence.forms) else ""
    if form == "seien":
        return follows == "Sie" and sentence.forms[-1] != "?"
    if form == "werde" and (sentence.forms[-1] != "!" or _has_verb_below(sentence, clause)):
        return False
    return follows.lower() not in _SUBJECTS and sentence.tags[behind : behind + 1] not in (["ART"], ["NE"], ["PPOSAT"])


def _has_verb_below(sentence: TaggedSentence, clause: Clause) -> bool:
    return any(sentence.tags[token] in INFINITIVES | PARTICIPLES for token in clause.tokens)


def _is_wish(sentence: TaggedSentence, clause: Clause, features: Features, form: str) -> bool:
    """`Rette sich, wer kann`: a first person or imperative cannot have `sich`."""
    verb = clause.finite
    assert verb is not None
    reflexive = [one.lower() for one in sentence.forms[verb + 1 : verb + 2]] == ["sich"]
    own = features.get("Mood") == "Imp" or features.get("Person") == "1"
    return reflexive and own and form.endswith("e") and clause.kind == "verb-first"


def _advised(
    sentence: TaggedSentence, clauses: Sequence[Clause], clause: Clause, found: Sequence[Features]
) -> Features:
    """`man sollte`, `du solltest` and `Sollte er kommen, …` advise or suppose; else only the past makes a preterite."""
    verb = clause.finite
    assert verb is not None
    forms = {sentence.forms[token].lower() for token in clause.tokens}
    if any(form in column("past-adverbs.tsv") for form in forms):
        return found[verb]
    second = found[verb].get("Person") == "2"
    if second or "man" in forms or (clause.kind == "verb-first" and _leads(clauses, clause)):
        return found[verb] | {"Mood": "Sub", "Tense": "Past"}
    if _tells_past(verb, found):
        return found[verb]
    return {name: value for name, value in found[verb].items() if name != "Mood"}


def _leads(clauses: Sequence[Clause], clause: Clause) -> bool:
    """Whether the clause stands in the Vorfeld of a later one (`Sollte es regnen, bleiben wir`)."""
    return any(
        one is not clause and one.vorfeld is not None and clause.start_token in one.vorfeld for one in clauses
    ) or any(one.kind == "verb-first" and one.start_token > clause.start_token for one in clauses)


def _tells_past(verb: int, found: Sequence[Features]) -> bool:
    """Whether another finite verb places the sentence in the past."""
    others = (features for token, features in enumerate(found) if token != verb)
    return any(one.get("Tense") == "Past" and one.get("Mood") == "Ind" for one in others)


def _unreal(sentence: TaggedSentence, clauses: Sequence[Clause], found: Sequence[Features]) -> Iterator[int]:
    """Finite verbs that may be Konjunktiv II: behind `als ob`, and beside one in a condition."""
    for clause in clauses:
        verb = clause.finite
        if verb is None or not _is_double(sentence.forms[verb].lower(), sentence.lemmas[verb], found[verb]):
            continue
        if _compares(sentence, clause) or any(
            _is_unreal(found, other) for other in _partners(sentence, clauses, clause)
        ):
            yield verb


def _is_double(form: str, lemma: str, features: Features) -> bool:
    """A preterite that looks like the Konjunktiv II: of a weak verb, or a plural that takes no umlaut (`gingen`)."""
    if features.get("Mood") != "Ind" or features.get("Tense") != "Past":
        return False
    weak = _WEAK.fullmatch(form)
    if weak:
        return lemma.removesuffix("n").removesuffix("e").endswith(weak[1])
    return form.endswith("en") and not _UMLAUT_COMES.search(form)


def _compares(sentence: TaggedSentence, clause: Clause) -> bool:
    """Whether `als ob` or `als wenn` opens the clause."""
    start = clause.start_token
    first = [form.lower() for form in sentence.forms[max(start - 1, 0) : start + 2]]
    return any(one == "als" and other in _COMPARING for one, other in pairwise(first))


def _partners(sentence: TaggedSentence, clauses: Sequence[Clause], clause: Clause) -> Iterator[Clause]:
    """The other half of a condition: `wenn …, …` or `hätten wir …, …`."""
    if clause.finite is None:
        return
    if clause.kind != "verb-last" and sentence.lemmas[clause.finite] in column("reporting.tsv"):
        return
    number = next(place for place, one in enumerate(clauses) if one is clause)
    below = (one for one in clauses if one.parent == number)
    above = () if clause.parent is None else (clauses[clause.parent],)
    for other in chain(above, below):
        if any(_is_condition(sentence, one) for one in (clause, other)):
            yield other


def _is_condition(sentence: TaggedSentence, clause: Clause) -> bool:
    opener = {sentence.forms[token].lower() for token in clause.tokens[:2]}
    return bool(opener & _CONDITIONS) or clause.kind == "verb-first"


def _is_unreal(found: Sequence[Features], clause: Clause) -> bool:
    features = found[clause.finite] if clause.finite is not None else {}
    return features.get("Mood") == "Sub" and features.get("Tense") == "Past"
