"""Puts the segments of a sentence together to clauses: where the finite verb stands, how far the Vorfeld goes.

There is no parser under this. Segments between commas are joined to clauses by what they open with and where their
finite verb stands; what could be read in two ways is marked as not certain.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from learner.language.clause import Clause, Kind
from learner.language.segments import Segment, TaggedSentence, is_phrase, segments
from learner.language.tables import column

_SUBORDINATE = frozenset({"verb-last", "infinitive"})
_OUTSIDE = frozenset({"PTKANT", "ITJ"})  # `Ja, ich komme`: stands before the clause, not in its Vorfeld
_CLUSTER = frozenset({"VV(INF)", "VA(INF)", "VM(INF)", "VV(PP)", "VA(PP)", "VM(PP)"})
_MEMBERS = {
    **dict.fromkeys(("ART", "PPOSAT", "PDAT", "PIAT", "CARD"), "determined"),
    **dict.fromkeys(("NN", "NE", "NNA", "NNI", "ADJ(A)"), "bare"),
    **dict.fromkeys(("APPR", "APPRART"), "preposition"),
    **dict.fromkeys(("ADJ(D)", "ADV"), "adverb"),
}  # what can open a member of a list


def find(sentence: TaggedSentence) -> list[Clause]:
    """The clauses of a tagged sentence; token indexes count from its first token."""
    assembly = _Assembly(sentence)
    for segment in segments(sentence):
        assembly.add(segment)
    return [draft.finished() for draft in assembly.drafts]


@dataclass(slots=True)
class _Draft:
    """A clause while its segments are gathered; `open` until its finite verb or infinitive is found."""

    kind: Kind
    tokens: list[int]
    parent: int | None
    finite: int | None = None
    vorfeld: range | None = None
    certain: bool = True
    open: bool = False
    joint: int = 0  # how many tokens stood before the comma that parts the Vorfeld from its verb

    def finished(self) -> Clause:
        lost = self.finite is None and (self.kind != "infinitive" or self.open)
        return Clause(
            start_token=self.tokens[0],
            end_token=self.tokens[-1] + 1,
            kind="fragment" if lost else self.kind,
            finite=self.finite,
            vorfeld=self.vorfeld,
            certain=self.certain and not lost,
            tokens=tuple(self.tokens),
            parent=self.parent,
        )


class _Assembly:
    """Takes the segments of one sentence from left to right and builds its clauses."""

    def __init__(self, sentence: TaggedSentence) -> None:
        self._sentence = sentence
        self.drafts: list[_Draft] = []
        self._phrases: list[tuple[_Draft, Segment]] = []  # what was attached since the last verb

    def add(self, segment: Segment) -> None:
        """Give the segment to the clause it continues, or begin a new one."""
        if segment.opener or segment.finites:
            self._phrases = []
        if segment.opener == "infinitive":
            self._begin(segment, "infinitive").open = not self._sentence.has_zu_infinitive(segment.tokens)
        elif segment.opener:
            self._subordinate(segment)
        elif segment.finites:
            self._finite(segment)
        else:
            self._without_finite(segment)

    def _begin(self, segment: Segment, kind: Kind) -> _Draft:
        draft = _Draft(kind, list(segment.tokens), self._host())
        self.drafts.append(draft)
        return draft

    def _host(self) -> int | None:
        """The clause a new one depends on: the innermost open one, else the last."""
        waiting = [number for number, draft in enumerate(self.drafts) if draft.open]
        return waiting[-1] if waiting else (len(self.drafts) - 1 if self.drafts else None)

    def _open(self, *kinds: Kind) -> _Draft | None:
        return next((draft for draft in reversed(self.drafts) if draft.open and draft.kind in kinds), None)

    def _subordinate(self, segment: Segment) -> None:
        draft = self._begin(segment, "verb-last")
        draft.open = not segment.finites
        if segment.finites:
            self._finish(draft, segment)

    def _finish(self, draft: _Draft, segment: Segment) -> None:
        draft.finite = segment.finites[-1]
        draft.open = False
        draft.certain &= len(segment.finites) == 1

    def _finite(self, segment: Segment) -> None:
        waiting = self._open("verb-last")
        if waiting and self._ends_with_verb(segment):
            waiting.tokens += segment.tokens
            self._finish(waiting, segment)
            return
        if waiting:  # `wie erwartet`: a clause that never gets its verb
            waiting.open = False
        pending = self._open("main")
        if pending:
            self._complete(pending, segment)
        elif segment.finites[0] == segment.first:
            self._verb_first(segment)
        else:
            self._verb_later(segment)

    def _ends_with_verb(self, segment: Segment) -> bool:
        behind = [token for token in segment.tokens if token > segment.finites[-1]]
        return all(self._sentence.tags[token] in _CLUSTER for token in behind)

    def _complete(self, pending: _Draft, segment: Segment) -> None:
        """The Vorfeld was interrupted (`Das Treffen, das …, war kurz`); here comes its verb."""
        at_once = segment.finites[0] == segment.first
        pending.joint = len(pending.tokens)
        if not at_once and all(self._sentence.tags[token] in _OUTSIDE for token in pending.tokens):
            pending.open = False
            self._verb_later(segment)
            return
        pending.tokens += segment.tokens
        pending.certain &= at_once
        pending.finite = segment.finites[0]
        pending.certain &= len(segment.finites) == 1
        pending.vorfeld = range(self._vorfeld_start(pending), pending.finite)
        pending.open = False

    def _vorfeld_start(self, pending: _Draft) -> int:
        before = self.drafts[: self.drafts.index(pending)]
        led = bool(before) and all(draft.kind in _SUBORDINATE for draft in before)
        return before[0].tokens[0] if led else pending.tokens[self._conjunctions(pending.tokens)]

    def _conjunctions(self, tokens: Sequence[int]) -> int:
        """How many conjunctions stand in front of the Vorfeld."""
        count = 0
        while count < len(tokens) - 1 and self._sentence.tags[tokens[count]] == "KON":
            count += 1
        return count

    def _verb_first(self, segment: Segment) -> None:
        if self._resumes(segment):
            return
        before = list(self.drafts)
        draft = self._begin(segment, "verb-first")
        draft.finite = segment.finites[0]
        draft.certain = len(segment.finites) == 1
        led = all(one.kind in _SUBORDINATE or one.kind == "verb-first" for one in before)
        if before and not segment.lead and (led or self._reports(segment.tokens)):
            self._take_vorfeld(draft, before[0].tokens[0])
        elif segment.lead:  # `und ging nach Hause`: the subject stands in the clause before
            draft.kind, draft.certain = "main", False
        elif before:
            draft.certain = False

    def _resumes(self, segment: Segment) -> bool:
        """`Die Firma, sagte er, habe …`: what was taken for the verb of the Vorfeld only says who speaks."""
        outer = self.drafts[-1] if self.drafts else None
        if outer is None or not outer.joint or segment.lead or not self._reports(outer.tokens[outer.joint :]):
            return False
        inner = _Draft("verb-first", outer.tokens[outer.joint :], len(self.drafts) - 1, outer.finite, certain=False)
        outer.tokens = [*outer.tokens[: outer.joint], *segment.tokens]
        outer.finite, outer.joint, outer.certain = segment.finites[0], 0, False
        outer.vorfeld = range(outer.tokens[self._conjunctions(outer.tokens)], outer.finite)
        self.drafts.append(inner)
        return True

    def _reports(self, tokens: Sequence[int]) -> bool:
        """Whether there is a verb of saying among them, its auxiliary in front (`hatte Blinken gesagt`)."""
        verbs = [token for token in tokens if self._sentence.tags[token].startswith("V")]
        return any(self._sentence.lemmas[token] in column("reporting.tsv") for token in verbs)

    def _take_vorfeld(self, draft: _Draft, start: int) -> None:
        assert draft.finite is not None
        draft.kind, draft.vorfeld = "main", range(start, draft.finite)

    def _verb_later(self, segment: Segment) -> None:
        if self._continues_verb_last(segment):
            draft = self._begin(segment, "verb-last")
            self._finish(draft, segment)
            draft.certain = False
            return
        draft = self._begin(segment, "main")
        draft.finite = segment.finites[0]
        draft.vorfeld = range(segment.first, draft.finite)
        draft.certain = len(segment.finites) == 1

    def _continues_verb_last(self, segment: Segment) -> bool:
        """`dass er kommt und die Tür öffnet`: verb at the end, more than one phrase before it."""
        last = self.drafts[-1] if self.drafts else None
        before = [token for token in segment.body if token < segment.finites[-1]]
        return (
            last is not None
            and last.kind == "verb-last"
            and self._ends_with_verb(segment)
            and not is_phrase(self._sentence, before)
        )

    def _without_finite(self, segment: Segment) -> None:
        infinitive = self._sentence.has_zu_infinitive(segment.tokens)
        waiting = self._open("verb-last", "infinitive")
        if infinitive and not (waiting and waiting.kind == "infinitive"):
            self._take_list(segment, self._begin(segment, "infinitive"))
        elif waiting:
            waiting.tokens += segment.tokens
            waiting.open = not infinitive
        else:
            self._attach(segment)

    def _attach(self, segment: Segment) -> None:
        """A phrase between commas belongs to the clause around the last subordinate one, or opens a Vorfeld."""
        pending = self._open("main")
        host = pending or (self.drafts[-1] if self.drafts else None)
        while host and not pending and host.kind in _SUBORDINATE and not segment.aside:
            host = None if host.parent is None else self.drafts[host.parent]
        if host:
            host.tokens += segment.tokens
            self._phrases.append((host, segment))
        else:
            self._begin(segment, "main").open = True

    def _take_list(self, segment: Segment, draft: _Draft) -> None:
        """`plant, Brot, Käse und Wein zu kaufen`: what is like the first member of the list belongs to it as well."""
        kind = self._kind(segment)
        if any(self._sentence.tags[token] == "KON" for token in segment.body):
            while self._phrases and kind and self._kind(self._phrases[-1][1]) == kind:
                host, phrase = self._phrases.pop()
                del host.tokens[len(host.tokens) - len(phrase.tokens) :]
                draft.tokens = [*phrase.tokens, *draft.tokens]
                draft.certain &= kind != "determined"  # an apposition may look the same
        self._phrases = []

    def _kind(self, segment: Segment) -> str:
        """What a member of a list opens with, empty where no comma stands before it."""
        before = self._sentence.tags[segment.tokens[0] - 1] if segment.tokens[0] else ""
        return _MEMBERS.get(self._sentence.tags[segment.first], "") if before == "$," else ""
