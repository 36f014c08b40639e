"""Points for a response: every kind of item, with the verdict on each of its parts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from learner.exercises.answers import RANKS, Outcome, Verdict, WordKnowledge, check
from learner.exercises.item import Choice, Feedback, Gap, Item, Match, Order
from learner.exercises.passage import Passage, parse

Response = int | tuple[int, ...] | tuple[str, ...]
"""Choice: an option's index. Gap: a string per gap. Match: an index into `match_options` each. Order: chunk indexes."""
_WORTH: dict[Outcome, float] = {"equal": 1.0, "almost": 0.5, "wrong": 0.0}
_SENTENCE_START = re.compile(r"(^|[.!?:…][“”»«\"’)]*\s|\n)[\s„“»«\"‚(–-]*$")
_HYPHENED = re.compile(r"[\w-]*-$")
_EXACT = frozenset({"c-test"})


@dataclass(frozen=True, slots=True)
class Score:
    """Points of points possible, the verdict on each part, and the reason as feedback."""

    points: float
    possible: float
    marks: tuple[Verdict, ...]
    feedback: Feedback

    @property
    def outcome(self) -> Outcome:
        """Equal where all is right, wrong where nothing is, almost between."""
        if self.points == self.possible:
            return "equal"
        return "almost" if self.points else "wrong"


def score(item: Item, response: Response, *, words: WordKnowledge | None = None, almost_counts: bool = True) -> Score:
    """The score of a response of the item's own kind. Raises ValueError for one of another kind.

    An answer that is almost right is worth half a point, where `almost_counts`; in a C-test it is worth nothing.
    """
    if isinstance(item, Choice) and isinstance(response, int):
        return _choice(item, response)
    if isinstance(item, Gap) and isinstance(response, tuple):
        return _gaps(item, tuple(str(part) for part in response), words, almost_counts=almost_counts)
    if isinstance(item, Match) and isinstance(response, tuple):
        return _match(item, response)
    if isinstance(item, Order) and isinstance(response, tuple):
        return _order(item, response)
    raise ValueError(f"{response!r} is no response to a {type(item).__name__}")


def match_options(item: Match) -> tuple[str, ...]:
    """The right-hand sides a learner chooses from, spare ones among them, in alphabetical order."""
    return tuple(sorted({right for _, right in item.pairs} | set(item.spare)))


def _verdict(right: bool, key: str) -> Verdict:
    return Verdict("equal", "answer.equal") if right else Verdict("wrong", "answer.wrong", {"key": key})


def _choice(item: Choice, response: int) -> Score:
    if not 0 <= response < len(item.options):
        raise ValueError(f"there is no option {response}")
    option = item.options[response]
    key = next(option.text for option in item.options if option.correct)
    reason = option.feedback if option.feedback != Feedback() else item.feedback
    return Score(float(option.correct), 1.0, (_verdict(option.correct, key),), reason)


def _gaps(item: Gap, response: Sequence[str], words: WordKnowledge | None, *, almost_counts: bool) -> Score:
    passage = parse(item.passage)
    typed = [*response, *("" for _ in passage.slots)]
    marks = tuple(_gap(passage, index, typed[index], words) for index in range(len(passage.slots)))
    worth = _WORTH | ({} if almost_counts and item.exercise not in _EXACT else {"almost": 0.0})
    points = sum(worth[mark.outcome] for mark in marks)
    return Score(points, float(len(marks)), marks, _reason(item, marks))


def _reason(item: Gap, marks: Sequence[Verdict]) -> Feedback:
    """What was wrong with the only gap that was; the item's own feedback where all or several were."""
    faults = [mark for mark in marks if mark.outcome != "equal" or mark.reason == "answer.spelling"]
    return Feedback(faults[0].reason, faults[0].values) if len(faults) == 1 else item.feedback


def _gap(passage: Passage, index: int, typed: str, words: WordKnowledge | None) -> Verdict:
    """The missing part, the whole word, and that with what stands before a hyphen are accepted; the best counts."""
    slot = passage.slots[index]
    start = bool(_SENTENCE_START.search("".join(_before(passage, index))))
    hyphened = _HYPHENED.search(passage.pieces[index])
    bare = typed.strip().removeprefix(hyphened[0] if hyphened else "")
    readings = [bare] if bare.startswith(slot.given) else [slot.given + bare, bare]
    if slot.given and bare.startswith(slot.given):
        readings.append(slot.given + bare)
    verdicts = [check(reading if bare else "", slot.words, words, sentence_start=start) for reading in readings]
    return min(verdicts, key=lambda verdict: (RANKS[verdict.outcome], verdict.reason == "answer.wrong"))


def _before(passage: Passage, index: int) -> list[str]:
    """The text before a gap, the keys of the gaps before it filled in."""
    keys = [slot.words[0] for slot in passage.slots[:index]]
    return [part for pair in zip(passage.pieces, [*keys, ""], strict=False) for part in pair]


def _match(item: Match, response: Sequence[int | str]) -> Score:
    options = match_options(item)
    chosen = [options[int(index)] if 0 <= int(index) < len(options) else "" for index in response]
    chosen += [""] * (len(item.pairs) - len(chosen))
    marks = tuple(_verdict(pick == right, right) for pick, (_, right) in zip(chosen, item.pairs, strict=False))
    return Score(float(sum(mark.outcome == "equal" for mark in marks)), float(len(marks)), marks, item.feedback)


def _order(item: Order, response: Sequence[int | str]) -> Score:
    orders = {tuple(range(len(item.chunks))), *item.accepted}
    right = tuple(int(index) for index in response) in orders
    return Score(float(right), 1.0, (_verdict(right, " ".join(item.chunks)),), item.feedback)
