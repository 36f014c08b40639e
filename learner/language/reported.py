"""Reported speech: what a verb of saying governs, what `laut X` marks, and sentences that go on in Konjunktiv I."""

from collections.abc import Iterable, Sequence

from learner.language.analysis import Quote
from learner.language.clauses import Clause
from learner.language.cues import Cue, is_finite
from learner.language.scene import Scene, with_speaker
from learner.language.segments import INFINITIVES, PARTICIPLES
from learner.text.article import Span

_PURPOSE = frozenset({"um", "ohne", "statt", "anstatt"})


def reported(scene: Scene) -> list[Quote]:
    """All reported speech with a cue in its own sentence."""
    return [quote for sentence in range(len(scene.draft.sentences)) for quote in _of_sentence(scene, sentence)]


def _of_sentence(scene: Scene, sentence: int) -> list[Quote]:
    found: list[Quote] = []
    clauses = scene.draft.clauses[sentence]
    for cue in scene.cues:
        if cue.sentence != sentence or "i" not in cue.kinds:
            continue
        span = _governed(scene, cue, clauses) if cue.clause else _sentence_without(scene, cue)
        if span and not any(span.start < quote.end and quote.start < span.end for quote in found):
            found.append(scene.quote(span, "indirect", cue))
    return found


def _governed(scene: Scene, cue: Cue, clauses: Sequence[Clause]) -> Span | None:
    """What a verb of saying governs: the clauses behind it, else those before or around it."""
    assert cue.clause is not None
    assert cue.clause.finite is not None
    place = clauses.index(cue.clause)
    if cue.clause.kind == "verb-last":
        return _beside_wie(scene, cue)
    behind = [clause for clause in clauses[place + 1 :] if clause.start_token > cue.clause.finite]
    if behind and _is_reported(scene, behind[0], cue):
        return _through(scene, behind)
    around = next((clause for clause in clauses[:place] if _surrounds(clause, cue.clause)), None)
    if around:
        return scene.span(around.tokens) if _is_subjunctive(scene, around) else None
    vorfeld = cue.clause.vorfeld
    if vorfeld and place and vorfeld.start <= clauses[0].start_token and _precedes(scene, clauses[0], cue):
        return scene.span(
            [*(token for clause in clauses[:place] for token in clause.tokens), *_rest(scene, cue, clauses)]
        )
    return None


def _rest(scene: Scene, cue: Cue, clauses: Sequence[Clause]) -> list[int]:
    """`Sie wolle, erklärt sie, mit allen reden`: the end of the bracket behind the cue."""
    behind = [token for token in scene.words_of(cue.sentence) if token > cue.last]
    finite = clauses[0].finite
    if not behind or finite is None or scene.draft.words[finite].tag not in {"VM(FIN)", "VA(FIN)"}:
        return []
    comma = scene.draft.forms[behind[0] - 1] == ","
    closes = scene.draft.words[behind[-1]].tag in INFINITIVES | PARTICIPLES
    return behind if comma and closes and not any(is_finite(scene.draft, token) for token in behind) else []


def _surrounds(outer: Clause, inner: Clause) -> bool:
    """`Die Firma, sagte er, habe keine Schulden`: the reported clause stands on both sides."""
    return outer.start_token < inner.start_token and inner.end_token <= outer.end_token and outer.finite is not None


def _precedes(scene: Scene, first: Clause, cue: Cue) -> bool:
    """`Die Lage sei ernst, sagte er`; after a verb of speech also `Acht Milliarden fehlten, warnte er`."""
    if first.finite is None or first.finite in scene.quoted or first.start_token in scene.quoted:
        return False
    if _is_subjunctive(scene, first):
        return True
    assert cue.clause is not None
    between = range(first.start_token, cue.clause.finite or 0)
    plain = not any(token in scene.quoted or scene.draft.forms[token] == ":" for token in between)
    return plain and first.kind == "main" and cue.strength == "s" and first.certain


def _beside_wie(scene: Scene, cue: Cue) -> Span | None:
    """`Wie X sagte, …` and `…, wie X mitteilte`: the rest of the sentence."""
    assert cue.clause is not None
    if cue.strength != "s" or scene.draft.forms[cue.clause.start_token].lower() != "wie":
        return None
    own = [token for token in scene.words_of(cue.sentence) if token not in cue.clause.tokens]
    if not own or any(token in scene.quoted for token in own):
        return None
    before = [token for token in own if token < cue.clause.start_token]
    behind = [token for token in own if token > cue.clause.end_token - 1]
    return scene.span(before or behind)


def _is_reported(scene: Scene, clause: Clause, cue: Cue) -> bool:
    if clause.start_token in scene.quoted:
        return False
    if clause.kind == "infinitive":
        purpose = scene.draft.forms[clause.start_token].lower() in _PURPOSE
        return cue.strength == "s" and not purpose and clause.certain
    if clause.finite is None:
        return False
    if _is_subjunctive(scene, clause):
        return clause.kind in {"main", "verb-last"}
    opener = scene.draft.words[clause.start_token]
    return clause.kind == "verb-last" and cue.strength == "s" and opener.lemma in {"dass", "daß", "ob"}


def _is_subjunctive(scene: Scene, clause: Clause) -> bool:
    return clause.finite is not None and scene.draft.words[clause.finite].features.get("Mood") == "Sub"


def _through(scene: Scene, clauses: Sequence[Clause]) -> Span:
    """From the first clause to the last one that still belongs to it."""
    tokens = list(clauses[0].tokens)
    for clause in clauses[1:]:
        if clause.kind == "main" and not _is_subjunctive(scene, clause):
            break
        tokens += clause.tokens
    return scene.span(tokens)


def _sentence_without(scene: Scene, cue: Cue) -> Span | None:
    """The sentence that `laut X` marks as somebody's words: behind the phrase, or before it, or all of it."""
    words = scene.words_of(cue.sentence)
    before = [token for token in words if token < cue.first]
    behind = [token for token in words if token > cue.last]
    if not before:  # `Laut einer Studie von 2020 sinkt …`: what stands before the verb belongs to the phrase
        finites = [clause.finite for clause in scene.draft.clauses[cue.sentence] if clause.kind == "main"]
        behind = [token for token in behind if token >= (finites[0] if finites and finites[0] else 0)]
    own = behind if not before else (before if not behind else words)
    if not own or all(token in scene.quoted for token in own):
        return None
    return scene.span(own)


def going_on(scene: Scene, found: Iterable[Quote]) -> list[Quote]:
    """Sentences in Konjunktiv I right behind speech, or behind a verb of saying that governs nothing yet."""
    by_sentence: dict[int, Quote] = {}
    for quote in sorted(found, key=lambda quote: quote.end):
        by_sentence[scene.draft.sentence_at(quote.end)] = quote
    covered = {scene.draft.sentence_at(quote.start + 1) for quote in by_sentence.values() if quote.kind == "indirect"}
    more: list[Quote] = []
    for sentence in range(1, len(scene.draft.sentences)):
        if scene.paragraph(sentence) != scene.paragraph(sentence - 1) or sentence in covered:
            continue
        last = by_sentence.get(sentence - 1) or _announced(scene, sentence - 1)
        if last and _continues(scene, sentence):
            quote = with_speaker(scene.span(scene.words_of(sentence)), "indirect", last)
            by_sentence[sentence] = quote
            more.append(quote)
    return more


def _announced(scene: Scene, sentence: int) -> Quote | None:
    """`Der Staatsanwalt hielt dagegen.` with nothing said yet; the quotation itself is only a carrier."""
    cue = next((cue for cue in scene.cues if cue.sentence == sentence and cue.clause and "i" in cue.kinds), None)
    return scene.quote(Span(0, 1), "indirect", cue) if cue and cue.strength == "s" and cue.speaker else None


def _continues(scene: Scene, sentence: int) -> bool:
    head = next((clause for clause in scene.draft.clauses[sentence] if clause.kind == "main"), None)
    if head is None or head.finite is None or head.finite in scene.quoted:
        return False
    if any(cue.sentence == sentence and cue.clause != head for cue in scene.cues):
        return False
    word = scene.draft.words[head.finite]
    if word.features.get("Mood") != "Sub":
        return False
    stands_in = word.lemma in {"haben", "werden"} and word.features.get("Number") == "Plur"  # `hätten` for `haben`
    return stands_in or word.features.get("Tense") == "Pres"
