"""Slips of whole sentences: all their clauses depend on another one, or on nothing."""

from learner.exercises.extent import sentence_of
from learner.exercises.read_sentence import ReadSentence, stretches
from learner.language.clauses import clauses
from learner.lexicon.wordclasses import wordclass

_MARKS = frozenset('„“”"«»‚‘')
_HANGING = frozenset(word.capitalize() for word in wordclass("pronouns.continuing"))
_MAIN = wordclass("conjunctions.joining-main")
_NOUN_AND_CLAUSE = 2  # stretches


def is_fragment(one: ReadSentence) -> bool:
    """`Weil es regnet.`, `Ein Plus, das bleibt.`, `Wie es ihm geht.`: all its clauses depend on another sentence."""
    if one.forms[-1] == "?":
        return _asks_with_clause(one)
    if not set(one.forms[-2:]) <= {".", *_MARKS} and one.forms[-1] != ".":
        return False
    if _MARKS.intersection(one.forms):
        return _depends_whole(one)
    runs = [run for run in stretches(one) if len(run)]
    open_ = one.words[0].tag == "KOUS" and one.forms[runs[0].stop] == ":"  # `Wenn er lacht wie ein Kind: Seine …`
    if one.forms[0] == "Wobei" or list(one.forms[:3]) == ["Und", "das", ","] or open_ or _is_noun_with_clause(one):
        return True
    return _depends_whole(one)


def _asks_with_clause(one: ReadSentence) -> bool:
    """`Wie man in Minuten Vertrauen herstellt?`: its only finite verb stands last."""
    opens = one.words[0].tag in {"KOUS", "PWAV", "PWS"}
    finite = [place for place, word in enumerate(one.words) if word.tag.endswith("(FIN)")]
    return opens and finite == [len(one.words) - 2]


def _depends_whole(one: ReadSentence) -> bool:
    """Whether it has clauses, and none that stands by itself."""
    kinds = {clause.kind for clause in clauses(one.material.analysis, sentence_of(one.material.analysis, one.first))}
    return "verb-last" in kinds and not kinds & {"main", "verb-first"}


def hangs_on_nothing(one: ReadSentence) -> bool:
    """`Was nicht weiter verwunderte, denn er …`: what the first clause tells of, no main clause behind it takes up."""
    runs = [run for run in stretches(one) if len(run)]
    found = clauses(one.material.analysis, sentence_of(one.material.analysis, one.first))
    if one.forms[0] not in _HANGING or found[0].kind != "verb-last" or len(runs) < _NOUN_AND_CLAUSE:
        return False
    return one.forms[runs[0].stop] == "," and one.forms[runs[1].start] in _MAIN


def _is_noun_with_clause(one: ReadSentence) -> bool:
    """`Eine Gemeinschaft, in der jeder bringt – und so beiträgt.`: behind a relative clause no verb goes on."""
    runs = [run for run in stretches(one) if len(run)]
    if len(runs) < _NOUN_AND_CLAUSE or one.forms[runs[0].stop] != ",":
        return False
    opener = [one.words[place].tag for place in runs[1][:2]]
    relative = opener[:1] in (["PRELS"], ["KOUS"]) or opener == ["APPR", "PRELS"]
    relative = relative or one.forms[runs[1].start] in {"insofern", "wo"}
    reports = one.words[0].tag == "APPR" and any(
        one.words[place].features.get("Mood") == "Sub" for place in runs[1][:2]
    )  # `Mit der Begründung, es gebe keine Pflicht, …`
    verbs = [one.words[place].tag.startswith("V") for place in (*runs[0], *(run.start for run in runs[2:]))]
    return (relative or reports) and not any(verbs)
