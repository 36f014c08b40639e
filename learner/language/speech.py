"""Speech in an article: direct quotations and reported clauses, each with its speaker where the text makes it clear."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from learner.language.analysis import Name, Quote
from learner.language.clauses import Clause
from learner.language.cues import Cue, cues, phrase_from
from learner.language.draft import Draft
from learner.language.quotation import passages
from learner.language.segments import FINITE, QUOTATION_MARKS
from learner.language.speakers import Speaker, Speakers
from learner.text.article import Span

_NAMING = frozenset({"nennen", "bezeichnen", "sprechen", "beschreiben", "kritisieren", "loben", "verurteilen"})
_WORDS_OF_A_SENTENCE = 5
_WORDS_OF_A_PART = 2


@dataclass(frozen=True, slots=True)
class _Passage:
    """A quotation as tokens: first and last, the sentences it begins and ends in, whether it stands as a sentence."""

    span: Span
    first: int
    last: int
    begins: int
    ends: int
    words: int
    whole: bool


def quotes(draft: Draft, names: Sequence[Name]) -> tuple[Quote, ...]:
    """All speech in the order of the text."""
    return _Speech(draft, names).quotes()


class _Speech:
    def __init__(self, draft: Draft, names: Sequence[Name]) -> None:
        self._draft = draft
        self._speakers = Speakers(draft, names)
        self._sentences = draft.sentences
        self._passages = [passage for span in passages(draft.article) if (passage := self._passage(span))]
        self._quoted = frozenset(
            token for passage in self._passages for token in range(passage.first, passage.last + 1)
        )
        self._cues = cues(draft, self._speakers, self._quoted)

    def quotes(self) -> tuple[Quote, ...]:
        indirect = self._indirect()
        direct = self._direct(indirect)
        return tuple(sorted([*direct, *indirect], key=lambda quote: (quote.start, -quote.end)))

    def _passage(self, span: Span) -> _Passage | None:
        tokens = self._draft.tokens_in(span)
        if not tokens:
            return None
        words = sum(self._draft.forms[token][0].isalnum() for token in tokens)
        finite = any(self._draft.words[token].tag in FINITE for token in tokens)
        ended = self._draft.forms[tokens[-1]] in {".", "!", "?", "…", "..."}
        whole = words >= _WORDS_OF_A_SENTENCE or (words > _WORDS_OF_A_PART and (finite or ended))
        return _Passage(
            span,
            tokens[0],
            tokens[-1],
            self._draft.sentence_of(tokens[0]),
            self._draft.sentence_of(tokens[-1]),
            words,
            whole,
        )

    # Direct speech

    def _direct(self, indirect: Sequence[Quote]) -> list[Quote]:
        found: list[Quote] = []
        for passage in self._passages:
            cue = self._behind(passage) or self._before(passage) or self._around(passage)
            if cue:
                found.append(self._quote(passage.span, "direct", cue.speaker, cue))
            elif inside := self._within(passage, indirect):
                found.append(_with_speaker(passage.span, inside))
            elif passage.whole:
                found.append(self._continued(passage, found))
        return found

    def _quote(self, span: Span, kind: str, speaker: Speaker | None, cue: Cue | None) -> Quote:
        return Quote(
            span.start,
            span.end,
            "direct" if kind == "direct" else "indirect",
            speaker.name if speaker else None,
            certain=bool(speaker and speaker.name and speaker.certain),
            cue=self._draft.span(cue.first, cue.last) if cue else None,
        )

    def _behind(self, passage: _Passage) -> Cue | None:
        """`„…“, sagte X` and `„…“, so X`."""
        token = self._next(passage.last)
        if token is None or (not passage.whole and passage.words < _WORDS_OF_A_PART):
            return None
        if self._draft.forms[token] == "so":
            phrase = phrase_from(self._draft, token + 1)
            speaker = self._speakers.speaker(phrase, None, self._draft.sentence_of(token))
            return Cue(passage.ends, None, token, phrase.last, speaker, "d") if phrase else None
        return next((cue for cue in self._cues if cue.clause and cue.clause.finite == token and "d" in cue.kinds), None)

    def _next(self, token: int) -> int | None:
        """The next word behind a closing mark, unless a new sentence begins there with a capital letter."""
        token += 1
        while token < len(self._draft.forms) and not self._draft.forms[token][0].isalnum():
            token += 1
        if token >= len(self._draft.forms) or token in self._quoted:
            return None
        begins = any(tokens.start == token for tokens in self._sentences)
        return None if begins and self._draft.forms[token][0].isupper() else token

    def _before(self, passage: _Passage) -> Cue | None:
        """`X sagte: „…“` and `X sagte nach dem Treffen, „…“`."""
        token = passage.first - 1
        while token >= 0 and self._draft.forms[token] in QUOTATION_MARKS:
            token -= 1
        if token < 0 or self._draft.forms[token] not in {":", ","}:
            return None
        sentence = self._draft.sentence_of(token)
        near = [cue for cue in self._cues if cue.sentence == sentence and cue.clause and cue.last < passage.first]
        near = [cue for cue in near if "d" in cue.kinds]
        if near:
            return near[-1]
        return self._colon(token, sentence) if self._draft.forms[token] == ":" else None

    def _colon(self, colon: int, sentence: int) -> Cue | None:
        """`Der Minister wird deutlich: „…“`: no verb of saying, so the speaker is likely and no more."""
        for clause in self._draft.clauses[sentence]:
            if colon - 1 not in clause.tokens:
                continue
            phrase = self._speakers.subject(clause, self._quoted) or phrase_from(self._draft, clause.start_token)
            speaker = self._speakers.speaker(phrase, clause.finite, sentence)
            if speaker and speaker.name:
                return Cue(
                    sentence,
                    clause,
                    speaker.phrase.first,
                    speaker.phrase.last,
                    Speaker(speaker.name, clause.finite is None, speaker.phrase),
                    "d",
                )
        return None

    def _around(self, passage: _Passage) -> Cue | None:
        """A quotation inside the clause of a verb of saying (`nannte die Gespräche „hilfreich“`)."""
        for cue in self._cues:
            if cue.sentence != passage.begins or cue.clause is None:
                continue
            inside = passage.first in cue.clause.tokens
            naming = self._draft.words[cue.clause.finite or 0].lemma in _NAMING
            if inside and (passage.words >= _WORDS_OF_A_PART or naming) and "d" in cue.kinds:
                return cue
            if passage.whole and not inside and self._beside(passage, cue):
                return cue
        return None

    def _beside(self, passage: _Passage, cue: Cue) -> bool:
        """Another quotation of the same sentence (`„…“, sagte er, „…“`)."""
        return "d" in cue.kinds and cue.sentence == passage.ends and abs(cue.last - passage.first) < 25

    def _within(self, passage: _Passage, indirect: Iterable[Quote]) -> Quote | None:
        if passage.words < _WORDS_OF_A_PART:
            return None
        return next((one for one in indirect if one.start <= passage.span.start and passage.span.end <= one.end), None)

    def _continued(self, passage: _Passage, found: Sequence[Quote]) -> Quote:
        """A quotation right behind another one goes on with the same speaker."""
        text = self._draft.article
        last = found[-1] if found else None
        if last is None or last.speaker is None:
            return self._quote(passage.span, "direct", None, None)
        paragraphs = [
            text.sentences[sentence].paragraph for sentence in (self._draft.sentence_at(last.end), passage.begins)
        ]
        adjacent = passage.begins - self._draft.sentence_at(last.end) <= 1
        if not adjacent or paragraphs[0] != paragraphs[1]:
            return self._quote(passage.span, "direct", None, None)
        return _with_speaker(passage.span, last)

    # Reported speech

    def _indirect(self) -> list[Quote]:
        found: list[Quote] = []
        for sentence in range(len(self._sentences)):
            reported = self._reported(sentence)
            found += reported
            if not reported and (going := self._going_on(sentence, found)):
                found.append(going)
        return found

    def _reported(self, sentence: int) -> list[Quote]:
        found: list[Quote] = []
        clauses = self._draft.clauses[sentence]
        for cue in self._cues:
            if cue.sentence != sentence or "i" not in cue.kinds:
                continue
            span = self._dependent(cue, clauses) if cue.clause else self._sentence_without(cue)
            if span and not any(span.start < quote.end and quote.start < span.end for quote in found):
                found.append(self._quote(span, "indirect", cue.speaker, cue))
        return found

    def _dependent(self, cue: Cue, clauses: Sequence[Clause]) -> Span | None:
        """What the verb of saying governs: the clauses behind it, else the one that stands in its Vorfeld."""
        assert cue.clause is not None
        place = clauses.index(cue.clause)
        behind = clauses[place + 1 :]
        if behind and self._is_reported(behind[0], cue):
            return self._through(behind)
        if cue.clause.vorfeld and place and self._is_subjunctive(clauses[0]):
            tokens = [token for clause in clauses[:place] for token in clause.tokens]
            return self._span(tokens)
        return None

    def _is_reported(self, clause: Clause, cue: Cue) -> bool:
        if clause.start_token in self._quoted or clause.finite is None:
            return False
        if self._is_subjunctive(clause):
            return clause.kind in {"main", "verb-last"}
        opener = self._draft.words[clause.start_token]
        return clause.kind == "verb-last" and cue.strength == "s" and opener.lemma in {"dass", "daß", "ob"}

    def _is_subjunctive(self, clause: Clause) -> bool:
        return clause.finite is not None and self._draft.words[clause.finite].features.get("Mood") == "Sub"

    def _through(self, clauses: Sequence[Clause]) -> Span:
        """From the first clause to the last one that still belongs to it."""
        tokens = list(clauses[0].tokens)
        for clause in clauses[1:]:
            if clause.kind == "main" and not self._is_subjunctive(clause):
                break
            tokens += clause.tokens
        return self._span(tokens)

    def _span(self, tokens: Sequence[int]) -> Span:
        return self._draft.span(min(tokens), max(tokens))

    def _sentence_without(self, cue: Cue) -> Span:
        """The sentence that `laut X` marks as somebody's words: behind the phrase, or before it, or all of it."""
        tokens = self._sentences[cue.sentence]
        words = [token for token in tokens if self._draft.forms[token][0].isalnum()]
        before = [token for token in words if token < cue.first]
        behind = [token for token in words if token > cue.last]
        return self._span(behind if not before else (before if not behind else words))

    def _going_on(self, sentence: int, found: Sequence[Quote]) -> Quote | None:
        """A sentence in Konjunktiv I right behind reported speech goes on with it."""
        clauses = self._draft.clauses[sentence]
        if not clauses or not found or clauses[0].finite in self._quoted:
            return None
        head = next((clause for clause in clauses if clause.kind == "main"), None)
        if head is None or not self._is_subjunctive(head) or head.finite is None:
            return None
        if self._draft.words[head.finite].features.get("Tense") != "Pres":
            return None
        sentences = self._draft.article.sentences
        last = found[-1]
        near = self._draft.sentence_at(last.end) == sentence - 1
        if not near or sentences[sentence].paragraph != sentences[sentence - 1].paragraph:
            return None
        words = [token for token in self._sentences[sentence] if self._draft.forms[token][0].isalnum()]
        return _with_speaker(self._span(words), last, kind="indirect")


def _with_speaker(span: Span, other: Quote, kind: str = "direct") -> Quote:
    """A quote attributed by the cue of another."""
    return Quote(
        span.start,
        span.end,
        "direct" if kind == "direct" else "indirect",
        other.speaker,
        certain=other.certain,
        cue=other.cue,
    )
