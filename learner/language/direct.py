"""Direct speech: quotations told from titles and scare quotes, each with the cue that names its speaker."""

from collections.abc import Iterable, Sequence

from learner.language.analysis import Quote
from learner.language.cues import Cue, phrase_from
from learner.language.scene import PART, Passage, Scene, with_speaker
from learner.language.segments import QUOTATION_MARKS
from learner.language.speakers import Speaker
from learner.text.article import Span

_NAMING = frozenset(
    {
        "nennen",
        "bezeichnen",
        "sprechen",
        "beschreiben",
        "kritisieren",
        "loben",
        "verurteilen",
        "wünschen",
        "attestieren",
    }
)
_DEFINITE = frozenset({"der", "die", "das", "den", "dem", "des"})
_NEAR = 25  # tokens between two quotations of one sentence with the same speaker


def cued(scene: Scene) -> dict[Passage, Quote]:
    """The passages that a cue beside or around them attributes."""
    found: dict[Passage, Quote] = {}
    for passage in scene.passages:
        cue = _behind(scene, passage) or _before(scene, passage) or _around(scene, passage)
        if cue:
            found[passage] = scene.quote(passage.span, "direct", cue)
    return found


def remaining(scene: Scene, found: dict[Passage, Quote], indirect: Sequence[Quote]) -> list[Quote]:
    """The other passages that are speech: inside reported speech, going on, led up to, or by nobody named."""
    quotes: list[Quote] = []
    before: tuple[Passage, Quote] | None = None
    for passage in scene.passages:
        quote = found.get(passage)
        if quote is None and (inside := _within(passage, indirect)):
            quote = with_speaker(passage.span, "direct", inside)
        if quote is None and passage.whole and not _is_title(scene, passage):
            quote = _continued(scene, passage, before) or _led(scene, passage) or _beside(scene, passage)
            quote = quote or scene.quote(passage.span, "direct", None)
        if quote:
            quotes.append(quote)
            before = passage, quote
    return _repeated(scene, quotes)


def _repeated(scene: Scene, quotes: Sequence[Quote]) -> list[Quote]:
    """Quotations without a speaker (in a headline) get that of the same words elsewhere."""
    text = scene.draft.article.text
    known = {_words(text[quote.start : quote.end]): quote for quote in reversed(quotes) if quote.speaker}
    found: list[Quote] = []
    for quote in quotes:
        same = None if quote.speaker else known.get(_words(text[quote.start : quote.end]))
        found.append(with_speaker(Span(quote.start, quote.end), quote.kind, same) if same else quote)
    return found


def _words(said: str) -> str:
    return said.strip(" .,!?").lower()


def _behind(scene: Scene, passage: Passage) -> Cue | None:
    """`„…“, sagte X` and `„…“, so X`."""
    token = _next(scene, passage.last)
    if token is None:
        return None
    comma = any(scene.draft.forms[place] == "," for place in range(passage.last + 1, token))
    if not (passage.whole or passage.words >= PART or comma) or (not comma and _is_title(scene, passage)):
        return None
    if scene.draft.forms[token] == "so":
        phrase = phrase_from(scene.draft, token + 1)
        speaker = scene.speakers.speaker(phrase, None, scene.draft.sentence_of(token))
        if speaker and not speaker.name:
            speaker = scene.speakers.only_person(_up_to_sign(scene, token + 1)) or speaker
        return Cue(passage.ends, None, token, phrase.last, speaker, "d") if phrase else None
    return next((cue for cue in scene.cues if cue.clause and cue.clause.finite == token and "d" in cue.kinds), None)


def _up_to_sign(scene: Scene, token: int) -> range:
    """The tokens from here to the next punctuation."""
    end = token
    while end < len(scene.draft.forms) and scene.draft.forms[end][0].isalnum():
        end += 1
    return range(token, end)


def _next(scene: Scene, token: int) -> int | None:
    """The next word behind a closing mark, unless a new sentence begins there with a capital letter."""
    forms = scene.draft.forms
    token += 1
    while token < len(forms) and not forms[token][0].isalnum():
        token += 1
    if token >= len(forms) or token in scene.quoted:
        return None
    begins = scene.draft.sentences[scene.draft.sentence_of(token)].start == token
    return None if begins and forms[token][0].isupper() else token


def _before(scene: Scene, passage: Passage) -> Cue | None:
    """`X sagte: „…“` and `X sagte nach dem Treffen, „…“`."""
    token = _mark_before(scene, passage)
    if token < 0 or scene.draft.forms[token] not in {":", ","}:
        return None
    sentence = scene.draft.sentence_of(token)
    near = [
        cue
        for cue in scene.cues
        if cue.sentence == sentence and cue.clause and cue.last < passage.first and "d" in cue.kinds
    ]
    if near:
        return near[-1]
    return _colon(scene, token, sentence) if scene.draft.forms[token] == ":" else None


def _mark_before(scene: Scene, passage: Passage) -> int:
    """The token before the opening mark."""
    token = passage.first - 1
    while token >= 0 and scene.draft.forms[token] in QUOTATION_MARKS:
        token -= 1
    return token


def _colon(scene: Scene, colon: int, sentence: int) -> Cue | None:
    """`Der Minister wird deutlich: „…“`: no verb of saying, so the speaker is likely and no more."""
    last = _before_brackets(scene, colon - 1)
    for clause in scene.draft.clauses[sentence]:
        if last not in clause.tokens:
            continue
        phrase = scene.speakers.subject(clause, scene.quoted) or phrase_from(scene.draft, clause.start_token)
        speaker = scene.speakers.speaker(phrase, clause.finite, sentence)
        if speaker is None or not speaker.name:
            speaker = scene.speakers.only_person(clause.tokens)
        if speaker and speaker.name:
            sure = Speaker(speaker.name, speaker.certain and clause.finite is None, speaker.phrase)
            return Cue(sentence, clause, speaker.phrase.first, speaker.phrase.last, sure, "d")
    return None


def _before_brackets(scene: Scene, token: int) -> int:
    """The token before what stands in brackets: `Vera Kranz (52): „…“`."""
    if scene.draft.forms[token] != ")":
        return token
    while token and scene.draft.forms[token] != "(":
        token -= 1
    return token - 1


def _around(scene: Scene, passage: Passage) -> Cue | None:
    """A quotation inside the clause of a verb of saying (`nannte die Gespräche „hilfreich“`)."""
    for cue in scene.cues:
        if cue.sentence != passage.begins or cue.clause is None or "d" not in cue.kinds:
            continue
        inside = passage.first in cue.clause.tokens
        naming = scene.draft.words[cue.clause.finite or 0].lemma in _NAMING
        known = passage.whole or (cue.speaker is not None and cue.speaker.name is not None)
        if inside and (naming or (known and passage.words >= PART and not _is_title(scene, passage))):
            return cue
        beside = cue.sentence == passage.ends and abs(cue.last - passage.first) < _NEAR
        if passage.whole and not inside and beside:
            return cue
    return None


def _is_title(scene: Scene, passage: Passage) -> bool:
    """`der „Bild am Sonntag“`, `der Zeitschrift „Schlaf und Gesundheit“`: a name behind an article or a noun."""
    before = _mark_before(scene, passage)
    if passage.verbal or before < 0 or not scene.draft.forms[passage.first][0].isupper():
        return False
    word = scene.draft.words[before]
    if scene.draft.forms[before] == "(":
        return True
    tokens = range(passage.first, passage.last + 1)
    if word.tag == "APPR" and all(scene.draft.forms[token][0].isupper() for token in tokens):
        return True
    return scene.draft.forms[before].lower() in _DEFINITE or word.tag in {"NN", "APPRART", "ADJ(A)"}


def _within(passage: Passage, indirect: Iterable[Quote]) -> Quote | None:
    if passage.words < PART:
        return None
    return next((one for one in indirect if one.start <= passage.span.start and passage.span.end <= one.end), None)


def _continued(scene: Scene, passage: Passage, before: tuple[Passage, Quote] | None) -> Quote | None:
    """A quotation right behind another one goes on with the same speaker, also from paragraph to paragraph."""
    if before is None or before[1].speaker is None:
        return None
    other, quote = before
    following = scene.paragraph(passage.begins) - scene.paragraph(other.ends)
    if other.open:
        return with_speaker(passage.span, "direct", quote) if following == 1 else None
    adjacent = passage.begins - max(other.ends, _end_of_cue(scene, quote)) <= 1
    return with_speaker(passage.span, "direct", quote) if adjacent and following == 0 else None


def _end_of_cue(scene: Scene, quote: Quote) -> int:
    return scene.draft.sentence_at(quote.cue.end) if quote.cue else -1


def _beside(scene: Scene, passage: Passage) -> Quote | None:
    """`Agnes schaut in den Hof. „…“` and `„…“ Agnes hebt die Hand.`: the one who acts beside it is likely to speak."""
    first, last = scene.draft.sentences[passage.begins].start, scene.draft.sentences[passage.ends].stop
    around = [*range(first, passage.first), *range(passage.last + 1, last)]
    if any(scene.draft.forms[token][0].isalnum() for token in around):
        return _before_act(scene, passage, first)
    here = scene.paragraph(passage.begins)
    for sentence in (passage.begins - 1, passage.ends + 1):
        if not 0 <= sentence < len(scene.draft.sentences) or scene.paragraph(sentence) != here:
            continue
        if any(other is not passage and sentence in {other.begins, other.ends} for other in scene.passages):
            continue
        speaker = scene.subject_of(sentence)
        if speaker and speaker.name and scene.is_person(speaker):
            likely = Speaker(speaker.name, certain=False, phrase=speaker.phrase)
            phrase = speaker.phrase
            return scene.quote(passage.span, "direct", Cue(sentence, None, phrase.first, phrase.last, likely, "d"))
    return None


def _before_act(scene: Scene, passage: Passage, first: int) -> Quote | None:
    """`„Sehen Sie?“ Vera Kranz hebt die Hand.`, where both are one sentence."""
    opening = all(not scene.draft.forms[token][0].isalnum() for token in range(first, passage.first))
    ended = scene.draft.forms[passage.last] in {"?", "!", "."}
    behind = next((form for form in scene.draft.forms[passage.last + 1 :] if form[0].isalnum()), "")
    speaker = scene.subject_of(passage.ends) if opening and ended and behind[:1].isupper() else None
    if not speaker or not speaker.name or not scene.is_person(speaker):
        return None
    likely = Speaker(speaker.name, certain=False, phrase=speaker.phrase)
    return scene.quote(
        passage.span, "direct", Cue(passage.ends, None, likely.phrase.first, likely.phrase.last, likely, "d")
    )


def _led(scene: Scene, passage: Passage) -> Quote | None:
    """`Lindner winkt ab. „…“`: the sentence before has a verb of saying and no speech of its own."""
    sentence = passage.begins - 1
    starts = scene.draft.sentences[passage.begins].start
    opening = all(scene.draft.forms[token] in QUOTATION_MARKS for token in range(starts, passage.first))
    if sentence < 0 or not opening or scene.paragraph(sentence) != scene.paragraph(passage.begins):
        return None
    if any(sentence in {other.begins, other.ends} for other in scene.passages):
        return None
    cue = next((cue for cue in scene.cues if cue.sentence == sentence and cue.clause and "d" in cue.kinds), None)
    if cue is None or cue.speaker is None or not cue.speaker.name or cue.clause is None or cue.clause.kind != "main":
        return None
    likely = Speaker(cue.speaker.name, certain=False, phrase=cue.speaker.phrase)
    return scene.quote(passage.span, "direct", Cue(sentence, cue.clause, cue.first, cue.last, likely, "d"))
