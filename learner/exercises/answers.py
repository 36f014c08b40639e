"""One typed answer against its key: the table "Checking an answer", row by row, the first that fits decides."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, Protocol

from learner.exercises.spelling import one_letter_off, other_case, sharp, undotted, variants

Outcome = Literal["equal", "almost", "wrong"]
RANKS: dict[Outcome, int] = {"equal": 0, "almost": 1, "wrong": 2}
_ARTICLE = re.compile(r"(der|die|das)\s+(\S.*)", re.IGNORECASE)
_SLIP_LENGTH = 5


class WordKnowledge(Protocol):
    """What the checker asks about words; the lexicon answers."""

    def is_word(self, form: str) -> bool:
        """Whether the form is a form of any German word."""

    def analyses(self, form: str) -> tuple[tuple[str, str, str], ...]:
        """Every reading as lemma, part of speech and features."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an answer compares with the key, the wording key of the reason, and its values."""

    outcome: Outcome
    reason: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Case:
    response: str
    key: str
    words: WordKnowledge | None
    sentence_start: bool

    def said(self, outcome: Outcome, reason: str, **more: str) -> Verdict:
        return Verdict(outcome, f"answer.{reason}", {"key": self.key, "typed": self.response, **more})


def check(
    response: str, accepted: tuple[str, ...], words: WordKnowledge | None = None, *, sentence_start: bool = False
) -> Verdict:
    """The verdict on a typed response; `accepted` holds the key first, then whatever is equally right.

    Without `words` the rows that ask about words fall to the stricter result.
    """
    given = tidy(response)
    if not given:
        return Verdict("wrong", "answer.empty", {"key": accepted[0]})
    verdicts = [_against(_Case(given, tidy(key), words, sentence_start)) for key in accepted]
    return min(verdicts, key=lambda verdict: (RANKS[verdict.outcome], verdict.reason != "answer.equal"))


def tidy(text: str) -> str:
    """NFC, without outer spaces and a full stop at the end, runs of spaces as one."""
    return " ".join(unicodedata.normalize("NFC", text).split()).rstrip(".").strip()


def _against(case: _Case) -> Verdict:
    verdicts = (row(case) for row in _ROWS)
    return next((verdict for verdict in verdicts if verdict is not None), case.said("wrong", "wrong"))


def _same(case: _Case) -> Verdict | None:
    free_case = case.sentence_start and not _is_noun(case)
    same = case.key in {case.response, other_case(case.response) if free_case else case.response}
    return case.said("equal", "equal") if same else None


def _is_noun(case: _Case) -> bool:
    """Whether the key can only be a noun, which is capitalised everywhere."""
    if case.words is None or case.words.is_word(other_case(case.key)):
        return False
    return any(pos == "NOUN" for _, pos, _ in case.words.analyses(case.key))


def _transcribed(case: _Case) -> Verdict | None:
    """ae, oe, ue, ss: expanded from the key, never collapsed in the response (neue, Steuer, aktuell stay whole)."""
    if sharp(case.response) == sharp(case.key):
        return case.said("equal", "equal")
    if case.response not in variants(case.key):
        return None
    if case.words is None:  # only ss for ß can make another word
        return case.said("almost", "sharp-s") if "ß" in case.key else case.said("equal", "spelling")
    return case.said("almost", "other-word") if _is_other_word(case) else case.said("equal", "spelling")


def _is_other_word(case: _Case) -> bool:
    """Whether the response is a word, and not the same word in another spelling (Spass beside Spaß)."""
    assert case.words is not None
    own = {spelling for lemma, _, _ in case.words.analyses(case.key) for spelling in variants(lemma)}
    found = {lemma for lemma, _, _ in case.words.analyses(case.response)}
    return case.words.is_word(case.response) and not (found and found <= own)


def _umlaut(case: _Case) -> Verdict | None:
    typed = {case.response, other_case(case.response)}
    alike = undotted(case.key) in {undotted(spelling) for spelling in typed}
    return case.said("wrong", "umlaut") if alike and case.key not in typed else None


def _lower_case(case: _Case) -> Verdict | None:
    capital = other_case(case.response)
    lower = case.key[:1].isupper() and case.response[:1].islower()
    return case.said("almost", "capital") if lower and capital in variants(case.key) | {case.key} else None


def _slip(case: _Case) -> Verdict | None:
    """One letter off in one word of five letters or more, and not another German word."""
    found = _differing_word(case)
    if case.words is None or found is None:
        return None
    typed, right = found
    if len(right) < _SLIP_LENGTH or not one_letter_off(typed, right):
        return None
    known = any(case.words.is_word(form) for form in (typed, other_case(typed)))
    return None if known else case.said("almost", "slip")


def _differing_word(case: _Case) -> tuple[str, str] | None:
    """The one word in which response and key differ, as typed and as it should be."""
    typed, right = case.response.split(), case.key.split()
    pairs = [(one, other) for one, other in zip(typed, right, strict=False) if one != other]
    return pairs[0] if len(typed) == len(right) and len(pairs) == 1 else None


def _other_form(case: _Case) -> Verdict | None:
    found = _differing_word(case)
    if case.words is None or found is None:
        return None
    typed, right = (list(_readings(case.words, word)) for word in found)
    shared = [(one[2], other[2], other[1]) for other in right for one in typed if one[:2] == other[:2]]
    return case.said("almost", f"form.{difference(*shared[0])}") if shared else None


def _readings(words: WordKnowledge, form: str) -> Iterator[tuple[str, str, str]]:
    """The readings of a form without the old dative (`dem Kriege`), which would hide that it is a plural."""
    for lemma, pos, features in words.analyses(form):
        kept = [one for one in features.split(";") if not (form == lemma + "e" and one.endswith("|Dat|Sing"))]
        yield lemma, pos, ";".join(kept) or features


def difference(typed: str, right: str, pos: str) -> str:
    """What differs in every pair of readings (`m|Nom|Sing;m|Acc|Sing`) of two forms; `any` if nothing does."""
    pairs = [(set(one.split("|")), set(other.split("|"))) for one in typed.split(";") for other in right.split(";")]
    named = (name for name, values in _GROUPS.items() if all((a & values) != (b & values) for a, b in pairs))
    return next(named, "ending" if pos == "ADJ" else "any")


def _other_article(case: _Case) -> Verdict | None:
    typed, right = _ARTICLE.fullmatch(case.response), _ARTICLE.fullmatch(case.key)
    if not typed or not right or typed[1].lower() == right[1].lower():
        return None
    same = typed[2] in variants(right[2]) | {right[2]}
    return case.said("wrong", "article", article=right[1], noun=right[2]) if same else None


_GROUPS = {
    "verbform": {"Fin", "Inf", "Part"},
    "degree": {"Pos", "Cmp", "Sup"},
    "tense": {"Pres", "Past"},
    "number": {"Sing", "Plur"},
    "mood": {"Ind", "Sub", "Imp"},
    "person": {"1", "2", "3"},
    "case": {"Nom", "Gen", "Dat", "Acc"},
}
_ROWS: tuple[Callable[[_Case], Verdict | None], ...] = (
    _same,
    _transcribed,
    _umlaut,
    _lower_case,
    _slip,
    _other_form,
    _other_article,
)
