"""Where an article says that somebody speaks: verbs of saying with their subjects, `laut`, `zufolge`, `so X`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from learner.language.clauses import Clause
from learner.language.draft import Draft
from learner.language.segments import FINITE, INFINITIVES, PARTICIPLES
from learner.language.speakers import Phrase, Speaker, Speakers
from learner.language.tables import column, rows

_AUXILIARIES = frozenset({"VA(FIN)", "VM(FIN)"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One attribution: its sentence, the verb's clause (None for `laut X`), first and last token, the speaker.

    `kinds` says what it can introduce (`d` direct, `i` indirect); `strength` is `s` for speech, `t` for thought.
    """

    sentence: int
    clause: Clause | None
    first: int
    last: int
    speaker: Speaker | None
    kinds: str
    strength: str = "s"


def cues(draft: Draft, speakers: Speakers, quoted: frozenset[int]) -> list[Cue]:
    """Every cue outside quotation marks, in order."""
    found: list[Cue] = []
    for sentence, clauses in enumerate(draft.clauses):
        verbs = [cue for clause in clauses if (cue := _verb_cue(draft, speakers, quoted, sentence, clause))]
        found += verbs
        found += _prepositional(draft, speakers, quoted, sentence)
    return sorted(found, key=lambda cue: cue.first)


def _verb_cue(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int, clause: Clause) -> Cue | None:
    if clause.finite is None or clause.finite in quoted:
        return None
    known = _saying(draft, clause)
    if not known:
        return None
    phrase = speakers.subject(clause, quoted)
    speaker = speakers.speaker(phrase, clause.finite, sentence)
    ends = [clause.finite, *((phrase.first, phrase.last) if phrase else ())]
    return Cue(sentence, clause, min(ends), max(ends), speaker, known[0], known[1])


def _saying(draft: Draft, clause: Clause) -> tuple[str, str] | None:
    """What the verb of a clause can introduce; looks through haben and modal verbs to participle and infinitive."""
    assert clause.finite is not None
    finite = draft.words[clause.finite]
    verbs = [finite.lemma]
    if finite.tag in _AUXILIARIES:
        verbs += [
            draft.words[token].lemma for token in clause.tokens if draft.words[token].tag in PARTICIPLES | INFINITIVES
        ]
    lemmas = {draft.words[token].lemma for token in clause.tokens}
    for verb in reversed(verbs):
        if _phrases().get(verb, frozenset()) & lemmas:
            return "di", "s"
        if verb in _verbs():
            return _verbs()[verb]
    return None


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    return {lemma: (kinds, strength) for lemma, kinds, strength in rows("reporting.tsv")}


@cache
def _phrases() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for verb, word in rows("reporting-phrases.tsv"):
        found.setdefault(verb, set()).add(word)
    return {verb: frozenset(words) for verb, words in found.items()}


def _prepositional(draft: Draft, speakers: Speakers, quoted: frozenset[int], sentence: int) -> Iterator[Cue]:
    for token in draft.sentences[sentence]:
        if token in quoted:
            continue
        phrase = _attributed(draft, token)
        if phrase:
            first, last = min(token, phrase.first), max(token, phrase.last)
            yield Cue(sentence, None, first, last, speakers.speaker(phrase, None, sentence), "i")


def _attributed(draft: Draft, token: int) -> Phrase | None:
    """The noun phrase that `laut`, `zufolge` or `nach Angaben von` governs."""
    form = draft.forms[token].lower()
    if form == "laut" and draft.words[token].tag in {"APPR", "ADJ(D)", "NN"}:
        return phrase_from(draft, token + 1)
    if form == "zufolge":
        return phrase_to(draft, token - 1)
    if form == "nach":
        return _by_noun(draft, token + 1)
    return None


def _by_noun(draft: Draft, token: int) -> Phrase | None:
    """`(nach) Angaben von X`, `(nach) den Worten des X`, `(nach) Ansicht Müllers`."""
    phrase = phrase_from(draft, token)
    noun = (
        next(
            (one for one in range(phrase.first, phrase.last + 1) if draft.forms[one] in column("attribution.tsv")), None
        )
        if phrase
        else None
    )
    if noun is None:
        return None
    behind = noun + 1
    if behind < len(draft.forms) and draft.forms[behind] in {"von", "vom"}:
        behind += 1
    return phrase_from(draft, behind)


_PHRASE = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "ADJ(A)", "CARD", "NN", "NE", "NNA", "NNI", "FM", "TRUNC"})
_NOUNS = frozenset({"NN", "NE", "NNA", "NNI", "FM"})


def phrase_from(draft: Draft, token: int) -> Phrase | None:
    """The noun phrase that begins at a token."""
    last, seen = token - 1, False
    while last + 1 < len(draft.words):
        tag = draft.words[last + 1].tag
        if tag not in _PHRASE or (seen and tag not in _NOUNS):
            break
        seen = seen or tag in _NOUNS
        last += 1
    return Phrase(token, last) if seen else None


def phrase_to(draft: Draft, token: int) -> Phrase | None:
    """The noun phrase that ends at a token."""
    first = token
    while first > 0 and draft.words[first - 1].tag in _PHRASE and draft.words[first].tag not in {"ART", "PPOSAT"}:
        first -= 1
    return Phrase(first, token) if draft.words[token].tag in _NOUNS else None


def is_finite(draft: Draft, token: int) -> bool:
    """Whether a token is a finite verb."""
    return draft.words[token].tag in FINITE
