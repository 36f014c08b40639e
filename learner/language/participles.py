"""Participles that two verbs share, told apart by the auxiliary: `hat gehört` (hören), `ist gefallen` (fallen)."""

from collections.abc import Iterator, Sequence
from functools import cache

from learner.language.clause import Clause
from learner.language.segments import PARTICIPLES, TaggedSentence
from learner.language.tables import rows
from learner.lexicon.wordclasses import wordclass

_AUXILIARIES = wordclass("verbs.auxiliary")
_BELONGS = frozenset({"zu", "zum", "zur"})  # `hat zu den Besten gehört`


def told(sentence: TaggedSentence, clauses: Sequence[Clause]) -> dict[int, str]:
    """Token of a participle -> infinitive, where the auxiliary of its clause decides."""
    return dict(_found(sentence, clauses))


def _found(sentence: TaggedSentence, clauses: Sequence[Clause]) -> Iterator[tuple[int, str]]:
    for clause in clauses:
        beside = {sentence.lemmas[token] for token in clause.tokens}
        (*auxiliaries,) = beside & _AUXILIARIES
        for token in clause.tokens:
            form = sentence.forms[token].lower()
            if sentence.tags[token] not in PARTICIPLES or len(auxiliaries) != 1:
                continue
            infinitive = _shared().get((form, auxiliaries[0]))
            if infinitive and not (form == "gehört" and beside & _BELONGS):
                yield token, infinitive


@cache
def _shared() -> dict[tuple[str, str], str]:
    return {(participle, auxiliary): infinitive for participle, auxiliary, infinitive in rows("participles.tsv")}
