"""Points for a response: every kind of item, with the verdict on each of its parts."""

from dataclasses import dataclass

from learner.exercises.answers import Outcome, Verdict, WordKnowledge, check
from learner.exercises.item import Choice, Feedback, Gap, Item, Match, Order
from learner.exercises.passage import Passage, parse

Response = int | tuple[int, ...] | tuple[str, ...]
"""Choice: the option's index. Gap: a string per gap. Match: an index into `match_options` per pair. Order: chunk indexes."""
_WORTH = {"equal": 1.0, "almost": 0.5, "wrong": 0.0}


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
    """The score of a response of the item's own kind. Raises ValueError for one of another kind."""
    if isinstance(item, Choice) and isinstance(response, int):
        return _choice(item, response)
    if isinstance(item, Gap) and isinstance(response, tuple):
        return _gaps(item, tuple(str(part) for part in response), words, almost_counts)
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
    option = item.options[response]
    key = next(option.text for option in item.options if option.correct)
    reason = option.feedback if option.feedback != Feedback() else item.feedback
    return Score(float(option.correct), 1.0, (_verdict(option.correct, key),), reason)


def _gaps(item: Gap, response: tuple[str, ...], words: WordKnowledge | None, almost_counts: bool) -> Score:
    passage = parse(item.passage)
    typed = response + ("",) * (len(passage.slots) - len(response))
    strict = item.exercise == "c-test"
    marks = tuple(_gap(passage, index, typed[index], None if strict else words) for index in range(len(passage.slots)))
    worth = _WORTH | ({"almost": 0.0} if strict or not almost_counts else {})
    points = sum(worth[mark.outcome] for mark in marks)
    first = next((mark for mark in marks if mark.outcome != "equal"), None)
    reason = Feedback(first.reason, first.values) if first and len(marks) == 1 else item.feedback
    return Score(points, float(len(marks)), marks, reason)


def _gap(passage: Passage, index: int, typed: str, words: WordKnowledge | None) -> Verdict:
    """The whole word and the missing part are both accepted; the better of the two verdicts counts."""
    slot = passage.slots[index]
    start = index == 0 and not passage.pieces[0].strip(' „»"“')
    whole = check(typed, slot.words, words, sentence_start=start)
    if whole.outcome == "equal" or not slot.given:
        return whole
    return check(slot.given + typed.strip(), slot.words, words, sentence_start=start) if typed.strip() else whole


def _match(item: Match, response: tuple[int | str, ...]) -> Score:
    options = match_options(item)
    chosen = [options[int(index)] if 0 <= int(index) < len(options) else "" for index in response]
    chosen += [""] * (len(item.pairs) - len(chosen))
    marks = tuple(_verdict(pick == right, right) for pick, (_, right) in zip(chosen, item.pairs, strict=False))
    return Score(float(sum(mark.outcome == "equal" for mark in marks)), float(len(marks)), marks, item.feedback)


def _order(item: Order, response: tuple[int | str, ...]) -> Score:
    orders = {tuple(range(len(item.chunks))), *item.accepted}
    right = tuple(int(index) for index in response) in orders
    return Score(float(right), 1.0, (_verdict(right, " ".join(item.chunks)),), item.feedback)
