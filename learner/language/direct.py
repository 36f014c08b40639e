"""Direct speech: quotations told from titles and scare quotes, each with the cue that names its speaker."""

from collections.abc import Iterable, Sequence

from learner.language.analysis import Quote
from learner.language.beside import beside, between, led
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
_JUDGING = frozenset(
    {
        "halten",
        "sehen",
        "einstufen",
        "werten",
        "bewerten",
        "abtun",
        "empfinden",
        "taufen",
        "betrachten",
        "einschätzen",
        "beurteilen",
        "verspotten",
        "rühmen",
        "schmähen",
        "feiern",
        "deuten",
    }
)
_AS = frozenset({"als", "für"})
_HEARD = frozenset({"hören", "lesen", "vernehmen"})
_SOUNDING = frozenset({"schallen", "tönen", "ertönen", "erklingen", "hallen", "stehen", "prangen"})
_DEFINITE = frozenset({"der", "die", "das", "den", "dem", "des"})
_NEAR_AS = 2  # tokens between `für` and the quotation
_NEAR = 25  # tokens between two quotations of one sentence with the same speaker


def cued(scene: Scene) -> dict[Passage, Quote]:
    """The passages that a cue beside or around them attributes."""
    found: dict[Passage, Quote] = {}
    for passage in scene.passages:
        cue = _behind(scene, passage) or _before(scene, passage) or _around(scene, passage) or _judged(scene, passage)
        if cue or _is_only_heard(scene, passage):
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
        alone = passage.whole or _is_sentence(scene, passage)
        if quote is None and alone and not _is_title(scene, passage):
            quote = _continued(scene, passage, before) or led(scene, passage) or beside(scene, passage, before)
            quote = quote or scene.quote(passage.span, "direct", None)
        if quote:
            quotes.append(quote)
            before = passage, quote
    return _repeated(scene, between(scene, quotes))


def _is_sentence(scene: Scene, passage: Passage) -> bool:
    """`„Immer.“`: one or two words that are a sentence by themselves."""
    forms, sentence = scene.draft.forms, scene.draft.sentences[passage.begins]
    before = [form for form in forms[sentence.start : passage.first] if form[0].isalnum()]
    return not before and forms[passage.last] in {".", "!", "?", "…"}


def _repeated(scene: Scene, quotes: Sequence[Quote]) -> list[Quote]:
    """Quotations without a speaker (in a headline) get that of the same words elsewhere."""
    text = scene.draft.article.text
    known = {_words(text[quote.start : quote.end]): quote for quote in reversed(quotes) if quote.speaker}
    found: list[Quote] = []
    for quote in quotes:
        same = None if quote.speaker or quote.cue else known.get(_words(text[quote.start : quote.end]))
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


def _judged(scene: Scene, passage: Passage) -> Cue | None:
    """`Sie hält den Preis für „nett, aber unnötig“`: what a person with a name takes something for."""
    start = _mark_before(scene, passage)
    sentence = scene.draft.sentence_of(start) if start >= 0 else passage.begins
    if passage.words < PART or sentence != passage.begins:
        return None
    if scene.draft.forms[scene.draft.sentences[sentence].start] == "Für" and (cue := _for_someone(scene, passage)):
        return cue
    near = {scene.draft.forms[token].lower() for token in range(max(0, start - _NEAR_AS), start + 1)}
    for clause in scene.draft.clauses[sentence]:
        if clause.finite is None or passage.first not in clause.tokens or not near & _AS:
            continue
        verbs = {scene.draft.words[token].lemma for token in clause.tokens if token not in scene.quoted}
        speaker = scene.speakers.speaker(scene.speakers.subject(clause, scene.quoted), clause.finite, sentence)
        if verbs & _JUDGING and speaker and scene.is_person(speaker):
            first, last = sorted((clause.finite, speaker.phrase.first))
            return Cue(sentence, clause, first, last, speaker, "d")
    return None


def _for_someone(scene: Scene, passage: Passage) -> Cue | None:
    """`Für Keller ist das „reine Zeitverschwendung“`."""
    start = scene.draft.sentences[passage.begins].start
    clause = next((one for one in scene.draft.clauses[passage.begins] if passage.first in one.tokens), None)
    phrase = phrase_from(scene.draft, start + 1)
    if clause is None or phrase is None or scene.draft.words[clause.finite or 0].lemma != "sein":
        return None
    speaker = scene.speakers.only_person(range(phrase.first, phrase.last + 1))
    return Cue(passage.begins, clause, start, phrase.last, speaker, "d") if speaker else None


def _is_only_heard(scene: Scene, passage: Passage) -> bool:
    """`„…“, war zu hören`, `„…“, schallte es`: nobody is named for it."""
    token = _next(scene, passage.last)
    if token is None or "," not in scene.draft.forms[passage.last + 1 : token]:
        return False
    words = scene.draft.words
    rest = range(token, scene.draft.sentences[scene.draft.sentence_of(token)].stop)
    heard = any(words[one].lemma in _HEARD and words[one - 1].tag == "PTKZU" for one in rest)
    return words[token].lemma in _SOUNDING or (words[token].lemma == "sein" and heard)


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
