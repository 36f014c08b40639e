"""Cuts a tagged sentence where clauses can meet: at commas, dashes, brackets, and between two finite verbs at `und`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from learner.lexicon.wordclasses import wordclass

FINITE = frozenset({"VV(FIN)", "VA(FIN)", "VM(FIN)", "VV(IMP)", "VA(IMP)"})
INFINITIVES = frozenset({"VV(INF)", "VA(INF)", "VM(INF)"})
PARTICIPLES = frozenset({"VV(PP)", "VA(PP)", "VM(PP)"})
WITH_ZU = frozenset({"PTKZU", "VV(IZU)"})  # `zu verstehen`, `einzumarschieren`
QUOTATION_MARKS = frozenset("„“”\"»«‚‘’'‹›‟") | {"``", "''"}
_DASHES = frozenset({"-", "–", "—", "--", "(", ")", "[", "]", "/", "•"})
_NOMINAL = frozenset({"NN", "NE", "NNA", "NNI", "CARD", "PIS", "PDS", "PPER", "TRUNC", "FM"})
_NOUNS = frozenset({"NN", "NE", "NNA", "NNI"})
_RELATIVES = wordclass("pronouns.relative")
_FOCUS = wordclass("adverbs.before-openers")
_COORDINATING = wordclass("conjunctions.coordinating")

_SHORTEST_WIE = 2

Opener = Literal["subordinate", "relative", "question", "infinitive", ""]


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """The forms of a sentence, their STTS tags as HanTa writes them, and their lemmas."""

    forms: Sequence[str]
    tags: Sequence[str]
    lemmas: Sequence[str]

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Form, lemma and tag of every token."""
        return zip(self.forms, self.lemmas, self.tags, strict=True)

    def has_zu_infinitive(self, tokens: Sequence[int]) -> bool:
        """Whether `zu verstehen` or `einzumarschieren` stands among the tokens."""
        tags = [self.tags[token] for token in tokens]
        return "VV(IZU)" in tags or any(one == "PTKZU" and other in INFINITIVES for one, other in pairwise(tags))


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of tokens between two cuts; quotation marks and the cuts themselves are left out.

    `lead` is the place in `tokens` behind a conjunction (`und`, `aber`); `opener` says what the words there introduce.
    """

    tokens: tuple[int, ...]
    lead: int
    opener: Opener
    finites: tuple[int, ...]
    aside: bool = False

    @property
    def body(self) -> tuple[int, ...]:
        """The tokens without a leading conjunction."""
        return self.tokens[self.lead :]

    @property
    def first(self) -> int:
        """The first token behind a leading conjunction."""
        return self.tokens[min(self.lead, len(self.tokens) - 1)]


def segments(sentence: TaggedSentence) -> list[Segment]:
    """The segments of a sentence in order; none is empty."""
    found: list[Segment] = []
    for tokens, aside in _cut(sentence):
        found += [_segment(sentence, part, aside=aside) for part in _parted(sentence, tokens)]
    return found


def _cut(sentence: TaggedSentence) -> Iterator[tuple[tuple[int, ...], bool]]:
    run: list[int] = []
    depth = 0
    for token, (form, tag) in enumerate(zip(sentence.forms, sentence.tags, strict=True)):
        if form in QUOTATION_MARKS:
            continue
        if not _separates(sentence, token, tag):
            run.append(token)
            continue
        if run:
            yield tuple(run), depth > 0
        run = []
        depth = max(depth + (form in "([") - (form in ")]"), 0)
    if run:
        yield tuple(run), depth > 0


def _separates(sentence: TaggedSentence, token: int, tag: str) -> bool:
    if tag == "$,":
        return not _between_adjectives(sentence, token)
    return tag == "$." or sentence.forms[token] in _DASHES or sentence.forms[token] in {":", ";"}


def _between_adjectives(sentence: TaggedSentence, comma: int) -> bool:
    before, after = list(sentence.tags[comma - 1 : comma]), list(sentence.tags[comma + 1 : comma + 3])
    return before == ["ADJ(A)"] and (after[:1] == ["ADJ(A)"] or after == ["ADV", "ADJ(A)"])


def _parted(sentence: TaggedSentence, tokens: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Cuts at a conjunction wherever a finite verb stands on both sides of it, or an infinitive with zu on each."""
    finites = [place for place, token in enumerate(tokens) if sentence.tags[token] in FINITE]
    finites = finites or _zu_infinitives(sentence, tokens)
    start = 0
    for left, right in pairwise(finites):
        cut = _conjunction(sentence, tokens, left, right)
        if cut is not None:
            yield tokens[start:cut]
            start = cut
    yield tokens[start:]


def _zu_infinitives(sentence: TaggedSentence, tokens: tuple[int, ...]) -> list[int]:
    """`abzubauen` and `zu schließen`; of the latter the place of `zu`."""
    return [place for place, token in enumerate(tokens) if sentence.tags[token] in WITH_ZU]


def _conjunction(sentence: TaggedSentence, tokens: tuple[int, ...], left: int, right: int) -> int | None:
    places = [
        place
        for place in range(left + 1, right)
        if sentence.tags[tokens[place]] == "KON" and sentence.forms[tokens[place]].lower() in _COORDINATING
    ]
    beside = [place for place in places if place in {left + 1, right - 1}]
    return next(reversed(beside or places), None)


def _segment(sentence: TaggedSentence, tokens: tuple[int, ...], *, aside: bool) -> Segment:
    lead = _lead(sentence, tokens)
    finites = tuple(token for token in tokens if sentence.tags[token] in FINITE)
    return Segment(tokens, lead, _opener(sentence, tokens[lead:], finites), finites, aside)


def _lead(sentence: TaggedSentence, tokens: tuple[int, ...]) -> int:
    for place, token in enumerate(tokens):
        if sentence.tags[token] != "KON":
            return place
    return len(tokens) - 1


def _opener(sentence: TaggedSentence, body: tuple[int, ...], finites: tuple[int, ...]) -> Opener:
    place = 0
    while place < min(2, len(body) - 1) and sentence.forms[body[place]].lower() in _FOCUS:
        place += 1
    for start in dict.fromkeys((0, place)):
        found = _introduced(sentence, body[start:], finites)
        if found:
            return found
    return ""


def _introduced(sentence: TaggedSentence, body: tuple[int, ...], finites: tuple[int, ...]) -> Opener:
    tags = [sentence.tags[token] for token in body[:2]]
    if tags[0] == "KOUS":
        return "subordinate"
    if tags[0] == "KOUI":
        return "infinitive"
    if tags[0] == "APPR" and tags[1:]:
        tags = tags[1:]
    if tags[0] in {"PRELS", "PRELAT"}:
        return "relative"
    if tags[0] in {"PWS", "PWAV", "PWAT"} and not set(finites) & set(body[1:3]):
        return "question"
    if sentence.forms[body[0]].lower() == "wie" and len(body) > _SHORTEST_WIE and finites == (body[-1],):
        return "question"  # `Wie Sommer sagte, …`
    return _hidden_relative(sentence, body, finites)


def _hidden_relative(sentence: TaggedSentence, body: tuple[int, ...], finites: tuple[int, ...]) -> Opener:
    """A relative pronoun tagged as an article: behind a noun and a comma, with the finite verb at the end."""
    pronoun = body[1] if sentence.tags[body[0]] == "APPR" and len(body) > 1 else body[0]
    behind = [token for token in body if token > pronoun]
    fits = (
        sentence.forms[pronoun] in _RELATIVES
        and sentence.tags[pronoun] in {"ART", "PDS"}
        and body[0] >= 2
        and sentence.tags[body[0] - 1] == "$,"
        and sentence.tags[body[0] - 2] in _NOMINAL
        and len(behind) >= 2
        and finites == (body[-1],)
        and not is_phrase(sentence, body[:-1])
    )
    return "relative" if fits else ""


def is_phrase(sentence: TaggedSentence, tokens: Sequence[int]) -> bool:
    """Whether the tokens can be one phrase in front of a verb (`der alte Mann`, `dann`)."""
    tags = [sentence.tags[token] for token in tokens]
    if len(tags) == 1:
        return True
    return set(tags) <= _NOMINAL | {"ART", "ADJ(A)", "PIAT"} and not any(
        one in _NOUNS and other == "ART" for one, other in pairwise(tags)
    )
