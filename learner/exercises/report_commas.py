"""Slips of commas around who says something: `…“ betont er`, `…, berichtete der Mann und könne …`."""

from collections.abc import Sequence
from itertools import pairwise

from learner.exercises.read_sentence import STOPS, ReadSentence, stretches
from learner.language.analysis import Word
from learner.language.tables import column

_OPENING_MARKS = frozenset({"„", "»", '"'})
_CLOSING_MARKS = frozenset({"“", "”", "«", '"'})


def follows_quotation_bare(one: ReadSentence) -> bool:
    """`„Ich habe nichts gegen ihn“ betont er`: no comma behind a quoted sentence that opens the report."""
    if one.forms[0] not in _OPENING_MARKS:
        return False
    for place in range(1, len(one.forms) - 2):
        if one.forms[place] in _CLOSING_MARKS and one.words[place + 1].lemma in column("reporting.tsv"):
            said = _has_finite(one.words[1:place]) and one.forms[place - 1] not in STOPS
            return said and one.words[place + 1].tag == "VV(FIN)" and one.words[place + 2].tag in {"PPER", "NE", "ART"}
    return False


def closes_report_bare(one: ReadSentence) -> bool:
    """`Er fahre um fünf, berichtete der Mann und könne nie sicher sein`: no comma where the report goes on."""
    for run in stretches(one):
        words = [one.words[place] for place in run]
        told = run.start and words and words[0].tag == "VV(FIN)" and words[0].lemma in column("reporting.tsv")
        pairs = pairwise(words) if told else ()
        for first, second in pairs:
            joined = first.tag == "KON" and second.tag.endswith("(FIN)")
            if joined and second.features.get("Mood") == "Sub" and second.features.get("Tense") == "Pres":
                return True
    return False


def _has_finite(words: Sequence[Word]) -> bool:
    return any(word.tag.endswith("(FIN)") for word in words)
