"""Separable verbs whose parts stand apart: `ging … einher` is one verb, einhergehen.

A particle is joined only if the verb so built exists and the bracket fits: the finite verb stands in the second or
first place of its clause, the particle at its end.
"""

from collections.abc import Sequence
from functools import cache

from learner.language.clause import Clause
from learner.language.finite import auxiliary_verbs
from learner.language.segments import INFINITIVES, PARTICIPLES, QUOTATION_MARKS, TaggedSentence
from learner.language.tables import column, mapping
from learner.language.wordbook import Wordbook

_DOUBTFUL = frozenset({"ADV", "APPR", "ADJ(D)", "PROAV", "APZR", "KOUS", "NN", "APPO"})
_END_OF_CLAUSE = frozenset({"$,", "$.", "$(", "KOUS", "KOKOM", "KOUI"})
_PHRASE = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "ADJ(A)", "CARD", "NN", "NE", "ADV"})
_NOUN_AHEAD = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "ADJ(A)", "CARD", "NN", "NE", "PPER", "PRF", "PIS", "PDS"})


def joined(sentence: TaggedSentence, clauses: Sequence[Clause], wordbook: Wordbook) -> dict[int, tuple[int, str]]:
    """Particle token -> (its verb's token, the whole verb's infinitive)."""
    found: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for token in reversed(range(len(sentence.forms))):
        if not _may_be_particle(sentence, token):
            continue
        for verb in _verbs_before(sentence, clauses, token):
            infinitive = sentence.forms[token] + sentence.lemmas[verb]
            if verb not in taken and (_exists(infinitive, wordbook) or _moves(sentence, token, verb, wordbook)):
                found[token] = verb, infinitive
                taken.add(verb)
                break
    return found


def _exists(infinitive: str, wordbook: Wordbook) -> bool:
    lexeme = wordbook.lookup(infinitive, "VERB")
    return infinitive in column("separable.tsv") or (lexeme is not None and bool(lexeme.verb and lexeme.verb.particle))


def _moves(sentence: TaggedSentence, token: int, verb: int, wordbook: Wordbook) -> bool:
    """`stieg … heraus`: particles of direction join verbs freely, so the simple verb is witness enough."""
    directed = mapping("particles.tsv")[sentence.forms[token]] == "d" and sentence.tags[token] == "PTKVZ"
    return directed and wordbook.is_verb(sentence.lemmas[verb]) and sentence.lemmas[verb] not in auxiliary_verbs()


def _may_be_particle(sentence: TaggedSentence, token: int) -> bool:
    """A word that can be a particle, at the end of its clause, in no idiom."""
    form, tag = sentence.forms[token], sentence.tags[token]
    kind = mapping("particles.tsv").get(form)
    if not kind or _in_idiom(sentence, token) or not _closes_bracket(sentence, token):
        return False
    if kind == "v":
        return tag in {"PTKVZ", "VV(FIN)", "VV(INF)", "NN"}
    if tag == "PTKVZ" or kind in {"p", "d"}:
        return not _ends_circumposition(sentence, token)
    return tag in _DOUBTFUL and form not in column("adverbs-first.tsv") and not _ends_circumposition(sentence, token)


def _in_idiom(sentence: TaggedSentence, token: int) -> bool:
    """`nach wie vor`, `hin und her`, `immer wieder`."""
    for start in range(max(token - 2, 0), token + 1):
        for length in (2, 3):
            if start + length > token and " ".join(sentence.forms[start : start + length]).lower() in _idioms():
                return True
    return False


@cache
def _idioms() -> frozenset[str]:
    return column("particle-idioms.tsv")


def _ends_circumposition(sentence: TaggedSentence, token: int) -> bool:
    """`vom ersten Tag an`, `nach Teneriffa, von Köln aus`: it closes a phrase that `von` opened right before it."""
    if sentence.forms[token] == "aus":
        return any(
            sentence.forms[max(token - length, 0) : token - length + 2] == [",", "von"]
            and all(tag in _PHRASE for tag in sentence.tags[token - length + 2 : token])
            for length in range(3, min(token, 6) + 1)
        )
    if sentence.forms[token] != "an" or not token or not _is_time(sentence, token - 1):
        return False
    start = token - 1
    while start >= 0 and sentence.tags[start] in _PHRASE:
        start -= 1
    return 0 <= start < token - 1 and sentence.forms[start].lower() in {"von", "vom"}


def _is_time(sentence: TaggedSentence, token: int) -> bool:
    return sentence.tags[token] == "CARD" or sentence.lemmas[token] in column("times.tsv")


def _closes_bracket(sentence: TaggedSentence, token: int) -> bool:
    """Nothing of the Mittelfeld follows: the end, a comma, a conjunction, or what may stand behind the bracket."""
    behind = [place for place in range(token + 1, len(sentence.forms)) if sentence.forms[place] not in QUOTATION_MARKS]
    if not behind:
        return True
    tag = sentence.tags[behind[0]]
    if sentence.forms[token] == "mit" and tag in {"APPR", "APPRART"}:  # `kommt mit nach Rom`
        return True
    if tag == "KON":
        return not (len(behind) > 1 and sentence.tags[behind[1]] in {"APPR", "PTKVZ"} and behind[1] - token == 2)
    if tag in _END_OF_CLAUSE:
        return True
    return sentence.tags[token] == "PTKVZ" and (tag not in _NOUN_AHEAD or not _is_preposition(sentence.forms[token]))


def _is_preposition(form: str) -> bool:
    return form in column("prepositions.tsv")


def _verbs_before(sentence: TaggedSentence, clauses: Sequence[Clause], token: int) -> list[int]:
    """Finite verbs the particle can belong to: its own clause's; out of a subordinate clause also those around it."""
    own = next((clause for clause in clauses if token in clause.tokens), None)
    candidates = [own] if own else []
    while candidates and not _governs(candidates[-1], token) and candidates[-1].parent is not None:
        candidates.append(clauses[candidates[-1].parent])
    return [
        clause.finite
        for clause in candidates
        if clause.finite is not None and clause.finite < token and _is_open(sentence, clause, token)
    ]


def _governs(clause: Clause, token: int) -> bool:
    """Whether the clause has its finite verb in second or first place, in front of the token."""
    return clause.kind in {"main", "verb-first"} and clause.finite is not None and clause.finite < token


def _is_open(sentence: TaggedSentence, clause: Clause, token: int) -> bool:
    """Whether the clause's bracket still waits: verb second or first, no infinitive or participle that closes it."""
    assert clause.finite is not None
    if clause.kind not in {"main", "verb-first"} or sentence.tags[clause.finite] not in {
        "VV(FIN)",
        "VV(IMP)",
        "VA(FIN)",
    }:
        return False
    rest = [sentence.tags[one] for one in clause.tokens if one > clause.finite]
    if sentence.tags[clause.finite] == "VA(FIN)":
        return not set(rest) & (INFINITIVES | PARTICIPLES)
    before = [sentence.tags[one] for one in clause.tokens if clause.finite < one < token]
    return sentence.tags[token] == "PTKVZ" or not set(before[-1:]) & (INFINITIVES | PARTICIPLES)
