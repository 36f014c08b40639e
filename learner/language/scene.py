"""What finding speech starts from: the passages between quotation marks, the cues, and who can speak."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal

from msgspec import structs

from learner.language.analysis import Name, Quote, Word
from learner.language.bylines import without_authors
from learner.language.clause import Clause
from learner.language.cue import Cue
from learner.language.cues import cues
from learner.language.draft import Draft
from learner.language.quotation import passages
from learner.language.segments import FINITE
from learner.language.speakers import Speaker, Speakers
from learner.text.article import Span

PART = 2  # words from which a quotation inside a clause is a part of speech
_WHOLE = 5  # words from which it can stand for a sentence


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation as tokens: first and last, the sentences it begins and ends in.

    `whole` says that it can stand as a sentence, `verbal` that a finite verb stands in it, `open` that no mark closes
    it because it goes on in the next paragraph, `ended` that a full stop or the like stands at its end.
    """

    span: Span
    first: int
    last: int
    begins: int
    ends: int
    words: int
    whole: bool
    verbal: bool
    open: bool
    ended: bool


class Scene:
    """One article with everything its speech is found by."""

    def __init__(self, draft: Draft, names: Sequence[Name]) -> None:
        self.draft = draft
        self.names = names = without_authors(draft, names)
        self.passages = [passage for span in passages(draft.article) if (passage := self._passage(span))]
        self._alike = {draft.article.slice(one.span): one for one in reversed(self.passages)}
        self.quoted = frozenset(token for passage in self.passages for token in range(passage.first, passage.last + 1))
        named = {
            token for name in names if name.kind == "person" for one in name.mentions for token in draft.tokens_in(one)
        }
        self.draft = draft = _told(draft, self.quoted, named)
        self.speakers = Speakers(draft, names, self.quoted)
        self.cues = cues(draft, self.speakers, self.quoted)

    def _passage(self, span: Span) -> Passage | None:
        draft = self.draft
        tokens = draft.tokens_in(span)
        if not tokens:
            return None
        words = sum(draft.forms[token][0].isalnum() for token in tokens)
        verbal = any(draft.words[token].tag in FINITE for token in tokens)
        ended = draft.forms[tokens[-1]] in {".", "!", "?", "…", "..."}
        behind = draft.article.text[span.end : span.end + 1]
        return Passage(
            span,
            tokens[0],
            tokens[-1],
            draft.sentence_of(tokens[0]),
            draft.sentence_of(tokens[-1]),
            words,
            whole=words >= _WHOLE or (words > PART and (verbal or ended)) or (ended and verbal),
            verbal=verbal,
            open=not behind.strip(),
            ended=ended,
        )

    def first_alike(self, passage: Passage) -> Passage:
        """The first passage with the same words, which may be this one."""
        return self._alike[self.draft.article.slice(passage.span)]

    def paragraph(self, sentence: int) -> int:
        """The paragraph a sentence stands in."""
        return self.draft.article.sentences[sentence].paragraph

    def span(self, tokens: Sequence[int]) -> Span:
        """From the first of the tokens to the last."""
        return self.draft.span(min(tokens), max(tokens))

    def words_of(self, sentence: int) -> list[int]:
        """The tokens of a sentence that are words."""
        return [token for token in self.draft.sentences[sentence] if self.draft.forms[token][0].isalnum()]

    def subject_of(self, sentence: int) -> Speaker | None:
        """Whom the subject of the sentence's first main clause means."""
        return self.speakers.subject_of(sentence, self.quoted)

    def is_person(self, speaker: Speaker) -> bool:
        """Whether a speaker is a person with a name."""
        return self.is_called_person(speaker.name)

    def is_called_person(self, name: str | None) -> bool:
        """Whether it is the name of a person."""
        return any(one.name == name and one.kind == "person" for one in self.names)

    def names_person(self, sentence: int) -> bool:
        """Whether the article itself names a person in a sentence."""
        tokens = [token for token in self.draft.sentences[sentence] if token not in self.quoted]
        return self.speakers.names_person(tokens)

    def quote(self, span: Span, kind: Literal["direct", "indirect"], cue: Cue | None) -> Quote:
        """Speech that a cue attributes."""
        speaker: Speaker | None = cue.speaker if cue else None
        return Quote(
            span.start,
            span.end,
            kind,
            speaker.name if speaker else None,
            certain=bool(speaker and speaker.name and speaker.certain),
            cue=self.draft.span(cue.first, cue.last) if cue else None,
        )


def _told(draft: Draft, quoted: frozenset[int], named: AbstractSet[int]) -> Draft:
    """The draft where the verb of `In der Studie „Gehörte Zeit“ schreibt sie` is the one outside the marks.

    Nor is a name a verb (`Torwart Lasse Kranz fehlt`).
    """
    no_verbs = quoted | named | (attributes := _attributes(draft))

    def outside(clause: Clause) -> Clause:
        if clause.kind == "verb-last" and (second := _second(draft, clause)) is not None:
            return replace(clause, kind="main", finite=second, vorfeld=range(clause.start_token, second))
        if clause.finite is None or clause.finite not in no_verbs:
            return clause
        verbs = [one for one in clause.tokens if one not in no_verbs and draft.words[one].tag in FINITE]
        return replace(clause, finite=verbs[0]) if len(verbs) == 1 else clause

    words = [_no_order(draft, token) for token in range(len(draft.words))]
    words = [structs.replace(one, tag="ADJ(A)") if token in attributes else one for token, one in enumerate(words)]
    return Draft(draft.article, draft.forms, words, [[outside(one) for one in own] for own in draft.clauses])


def _attributes(draft: Draft) -> frozenset[int]:
    """The `beteiligte` of `Der nicht an der Studie beteiligte Zoologe nannte …`, taken for the verb of the clause."""
    found: set[int] = set()
    for clause in (one for own in draft.clauses for one in own if one.kind == "main" and one.finite is not None):
        verb = clause.finite or 0
        place = clause.start_token + 1
        while draft.tag(place) in {"PTKNEG", "ADV", "ADJ(D)"}:
            place += 1
        noun = draft.tag(verb + 1) in {"NN", "NE", "ADJ(A)"}
        inside = draft.tag(clause.start_token) == "ART" and draft.tag(place) in {"APPR", "APPRART"} and place < verb
        others = any(one > verb and draft.words[one].tag in FINITE for one in clause.tokens)
        if inside and noun and others and draft.forms[verb].endswith(("te", "ten")):
            found.add(verb)
    return frozenset(found)


def _no_order(draft: Draft, token: int) -> Word:
    """The word; the `sei` of `Das Kalb, teilt er mit, sei wohlauf` is no imperative behind a comma."""
    word = draft.words[token]
    if draft.forms[token] != "sei" or word.features.get("Mood") != "Imp" or draft.forms[token - 1] != ",":
        return word
    return structs.replace(word, features=word.features | {"Mood": "Sub", "Tense": "Pres", "Number": "Sing"})


def _second(draft: Draft, clause: Clause) -> int | None:
    """The verb of `die Gemeinde lasse niemanden stehen`, whose infinitive looks like a verb in the last place."""
    words = draft.words
    if clause.certain or words[clause.start_token].tag not in {"ART", "NN", "NE", "PPOSAT", "PPER"}:
        return None
    verbs = [token for token in clause.tokens if words[token].tag in FINITE and token != clause.finite]
    told = [token for token in verbs if words[token].features.get("Mood") == "Sub"]
    first = told[0] if len(verbs) == 1 and told else None
    return first if first is not None and words[first].features.get("Tense") == "Pres" else None


def with_speaker(span: Span, kind: Literal["direct", "indirect"], other: Quote) -> Quote:
    """Speech attributed by the cue of another quotation."""
    return Quote(span.start, span.end, kind, other.speaker, certain=other.certain, cue=other.cue)
