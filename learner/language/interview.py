"""Interviews printed as question and answer: whose words the answers are, though no marks stand around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from learner.language.analysis import Quote
from learner.language.scene import Scene
from learner.language.segments import FINITE

_LABEL = 3  # words before the colon that say who talks
_ENOUGH = 2  # questions and answers from which a page is an interview
_UNLABELLED = 3  # the same where nothing but the order of paragraphs tells
_ADDRESSES = frozenset({"Herr", "Frau"})


@dataclass(frozen=True, slots=True)
class _Turn:
    """One paragraph: its tokens, what stands before its colon, the first token of what is said, `?` at its end."""

    number: int
    tokens: range
    label: str
    said: int
    asks: bool


def answers(scene: Scene) -> list[Quote]:
    """The answers of an interview, by labels (`Keller: …`) or behind questions that first address `Frau Keller`."""
    turns = list(_turns(scene))
    return _labelled(scene, turns) or _behind_questions(scene, turns)


def _turns(scene: Scene) -> Iterator[_Turn]:
    draft = scene.draft
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for sentence, tokens in enumerate(draft.sentences):
        if tokens:
            first.setdefault(scene.paragraph(sentence), tokens.start)
            last[scene.paragraph(sentence)] = tokens.stop
    for number, start in first.items():
        tokens = range(start, last[number])
        head = draft.forms[start : start + _LABEL + 1]
        colon = head.index(":") if ":" in head[1:] else 0
        plain = not any(word.tag in FINITE for word in draft.words[start : start + colon])
        label = " ".join(head[:colon]) if plain else ""
        said = start + colon + 1 if label else start
        yield _Turn(number, tokens, label, min(said, tokens.stop - 1), draft.forms[tokens[-1]] == "?")


def _labelled(scene: Scene, turns: Sequence[_Turn]) -> list[Quote]:
    """`ZEITUNG: Warum?` and `Keller: Darum.`: one who asks under one label, and a person who answers."""
    asking = [turn.label for turn in turns if turn.label and turn.asks]
    asks = max(asking, key=asking.count, default="")
    if asking.count(asks) < _ENOUGH:
        return []
    told = [turn for turn in turns if turn.label and turn.label != asks and turn.said not in scene.quoted]
    found = [quote for turn in told if (quote := _answer(scene, turn))]
    return found if len(found) >= _ENOUGH else []


def _answer(scene: Scene, turn: _Turn) -> Quote | None:
    """The words behind the label of a person."""
    label = range(turn.tokens.start, turn.said - 1)
    speaker = scene.speakers.only_person(label)
    if speaker is None or scene.draft.forms[turn.said][0] in '„“»«"':
        return None
    span = scene.draft.span(turn.said, turn.tokens[-1])
    cue = scene.draft.span(label.start, label[-1])
    return Quote(span.start, span.end, "direct", speaker.name, certain=False, cue=cue)


def _behind_questions(scene: Scene, turns: Sequence[_Turn]) -> list[Quote]:
    """`Frau Keller, warum?` and the paragraphs right behind this and the other questions."""
    pairs: list[tuple[_Turn, _Turn]] = []
    for one, two in pairwise(turns):
        answered = bool(pairs) and pairs[-1][1] is one  # `Wer will das schon?` may end an answer
        if one.asks and not answered and one.tokens.start not in scene.quoted:
            pairs.append((one, two))
    if len(pairs) < _UNLABELLED or any(turn.label for pair in pairs for turn in pair):
        return []
    opening = pairs[0][0].tokens
    if scene.draft.forms[opening.start] not in _ADDRESSES:
        return []
    speaker = scene.speakers.only_person(opening[: _LABEL + 1])
    if speaker is None or any(turn.tokens.start in scene.quoted for _, turn in pairs):
        return []
    spans = [scene.draft.span(turn.tokens.start, turn.tokens[-1]) for _, turn in pairs]
    return [Quote(span.start, span.end, "direct", speaker.name, certain=False, cue=None) for span in spans]
