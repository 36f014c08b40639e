"""Direct speech: quotations told from titles and scare quotes, each with the cue that names its speaker."""

from collections.abc import Iterable, Iterator, Sequence

from learner.language.analysis import Quote
from learner.language.beside import behind_report, beside, between, goes_on_alone, led
from learner.language.called import is_title, is_work, mark_before, next_word
from learner.language.clauses import Clause
from learner.language.cue import Cue
from learner.language.judged import judged
from learner.language.phrases import phrase_from
from learner.language.portrait import behind_act, over_all
from learner.language.questions import to_free_question
from learner.language.scene import PART, Passage, Scene, with_speaker
from learner.language.segments import FINITE
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
_HEARD = frozenset({"hören", "lesen", "vernehmen"})
_SOUNDING = frozenset({"schallen", "tönen", "ertönen", "erklingen", "hallen", "stehen", "prangen"})
_ASKING_BACK = frozenset({"nachhaken", "nachfragen", "erkundigen"})  # who asks back answers himself
_QUOTED = 4  # words of a quotation by which a headline can be known to repeat it
_NAME = 4  # words that a name in quotation marks has at most
_SHORT = 3  # words of a quotation that may as well be the answer to a question
_ASKING = frozenset({"fragen", "wollen", "erkundigen"})  # `wollte sie wissen`
_LEAD = 6  # words of a lead without a verb (`Ihr Wunsch für die Zukunft: „…“`)
_OFFERING = frozenset({"anbieten", "versprechen", "vorgeben", "vorschlagen", "drohen", "androhen", "raten"})
_URGING = frozenset({"Und", "Und?", "Aber", "Wirklich?"})
_ONLY = frozenset({"nur", "und", "aber", "dann", "immerhin"})
_NEAR = 25  # tokens between two quotations of one sentence with the same speaker


def cued(scene: Scene) -> dict[Passage, Quote]:
    """The passages that a cue beside or around them attributes."""
    found: dict[Passage, Quote] = {}
    for passage in scene.passages:
        if is_work(scene, passage):
            continue
        cue = _behind(scene, passage) or _before(scene, passage) or _around(scene, passage) or judged(scene, passage)
        if cue and cue.speaker is None and (around := _around(scene, passage)):  # `nennt es „…“, will aber zustimmen`
            cue = around if around.speaker and around.speaker.name else cue
        if cue or _is_only_heard(scene, passage):
            found[passage] = scene.quote(passage.span, "direct", cue)
    return found


def remaining(scene: Scene, found: dict[Passage, Quote], indirect: Sequence[Quote]) -> list[Quote]:
    """The other passages that are speech: inside reported speech, going on, led up to, or by nobody named."""
    quotes: list[Quote] = []
    before: tuple[Passage, Quote] | None = None
    for passage in scene.passages:
        quote = found.get(passage)
        work = is_work(scene, passage)
        called = work or _is_called(scene, passage)
        if quote is None and not called and not _is_term(scene, passage) and (inside := _within(passage, indirect)):
            quote = with_speaker(passage.span, "direct", inside)
            if _is_offered(scene, passage):
                quote = scene.quote(passage.span, "direct", None)
        alone = (passage.whole or _is_sentence(scene, passage)) and not work
        if quote is None and alone and not is_title(scene, passage):
            quote = (
                _continued(scene, passage, before)
                or _answer(scene, passage, quotes, indirect)
                or to_free_question(scene, passage, [*quotes, *indirect])
                or behind_report(scene, passage, indirect)
            )
            quote = quote or led(scene, passage) or beside(scene, passage, before)
            quote = quote or goes_on_alone(scene, passage, before) or behind_act(scene, passage, quotes)
            quote = quote or scene.quote(passage.span, "direct", None)
        if quote:
            quotes.append(quote)
            before = passage, quote
    return over_all(scene, _repeated(scene, between(scene, quotes)))


def _is_sentence(scene: Scene, passage: Passage) -> bool:
    """`„Immer.“`: one or two words that are a sentence by themselves."""
    forms, sentence = scene.draft.forms, scene.draft.sentences[passage.begins]
    before = [form for form in forms[sentence.start : passage.first] if form[0].isalnum()]
    return not before and forms[passage.last] in {".", "!", "?", "…"}


def _repeated(scene: Scene, quotes: Sequence[Quote]) -> list[Quote]:
    """Quotations without a speaker (in a headline) get that of the same words elsewhere."""
    text = scene.draft.article.text
    known = {_words(text[quote.start : quote.end]): quote for quote in reversed(quotes) if quote.speaker}
    known = {short: quote for words, quote in known.items() for short in _beginnings(words)} | known
    persons = {name.name for name in scene.names if name.kind == "person"}
    said = [(_words(text[quote.start : quote.end]), quote) for quote in reversed(quotes) if quote.speaker in persons]
    named = {short: quote for words, quote in said for short in (*_beginnings(words), words)}
    found: list[Quote] = []
    for quote in quotes:
        fuller = named.get(_words(text[quote.start : quote.end])) or _bearer(scene, quote, quotes)
        if quote.speaker not in persons and fuller and fuller.speaker in persons and _is_in_headline(scene, quote):
            found.append(with_speaker(Span(quote.start, quote.end), quote.kind, fuller))
            continue
        same = None if quote.speaker or quote.cue else known.get(_words(text[quote.start : quote.end]))
        if same is None and not quote.speaker and not quote.cue and _is_in_headline(scene, quote):
            same = _shortened(text[quote.start : quote.end], said)
        found.append(with_speaker(Span(quote.start, quote.end), quote.kind, same) if same else quote)
    return found


def _bearer(scene: Scene, quote: Quote, quotes: Iterable[Quote]) -> Quote | None:
    """`Wirtin rettet Schwan: „…“`: what the only person says who is a `Wirtin` in the article."""
    bearers = {one.name for one in scene.names if one.kind == "person" and one.role == quote.speaker}
    said = next((one for one in quotes if one.speaker in bearers), None)
    if said is None or len(bearers) != 1 or not quote.speaker:
        return None
    return Quote(said.start, said.end, said.kind, said.speaker, certain=False, cue=said.cue)


def _is_in_headline(scene: Scene, quote: Quote) -> bool:
    """`Mieterin findet Python: „…“`: in a first paragraph, where nobody has a name yet."""
    return scene.paragraph(scene.draft.sentence_at(quote.start + 1)) <= 1


def _beginnings(words: str) -> Iterator[str]:
    """What a headline may quote of a longer quotation: its first clause or sentence of some length."""
    for place, character in enumerate(words):
        if character in ",.!?;" and len(words[:place].split()) >= _QUOTED:
            yield words[:place]


def _shortened(words: str, said: Sequence[tuple[str, Quote]]) -> Quote | None:
    """The only speaker of `Wir haben uns im Streit verloren` for `Wir haben uns verloren`: with words left out."""
    short = _words(words).split()
    found = [quote for other, quote in said if len(short) >= _QUOTED and _leaves_out(short, other.split())]
    return found[0] if len({quote.speaker for quote in found}) == 1 else None


def _leaves_out(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether all words of one stand in the other in their order."""
    rest = iter(full)
    return all(word in rest for word in short)


def _words(said: str) -> str:
    return said.strip(" .,!?").lower()


def _behind(scene: Scene, passage: Passage) -> Cue | None:
    """`„…“, sagte X` and `„…“, so X`."""
    token = next_word(scene, passage.last)
    if token is None:
        return None
    if passage.words < PART and _is_inside_sentence(scene, passage):  # `er sei kein „Held“, sagte er`
        return None
    comma = any(scene.draft.forms[place] == "," for place in range(passage.last + 1, token))
    if not (passage.whole or passage.words >= PART or comma) or (
        not comma and (is_title(scene, passage) or _is_called(scene, passage))
    ):
        return None
    if scene.draft.forms[token] == "so":
        phrase = phrase_from(scene.draft, token + 1)
        speaker = scene.speakers.speaker(phrase, None, scene.draft.sentence_of(token))
        if speaker and not speaker.name:
            speaker = scene.speakers.only_person(_up_to_sign(scene, token + 1)) or speaker
        return Cue(passage.ends, None, token, phrase.last, speaker, "d") if phrase else None
    return next((cue for cue in scene.cues if cue.clause and cue.clause.finite == token and "d" in cue.kinds), None)


def _is_inside_sentence(scene: Scene, passage: Passage) -> bool:
    """Whether a word stands right before the opening mark in the same sentence."""
    before = mark_before(scene, passage)
    same = before >= scene.draft.sentences[passage.begins].start
    return same and scene.draft.forms[before][0].isalnum() and before not in scene.quoted


def _up_to_sign(scene: Scene, token: int) -> range:
    """The tokens from here to the next punctuation."""
    end = token
    while end < len(scene.draft.forms) and scene.draft.forms[end][0].isalnum():
        end += 1
    return range(token, end)


def _before(scene: Scene, passage: Passage) -> Cue | None:
    """`X sagte: „…“` and `X sagte nach dem Treffen, „…“`."""
    token = mark_before(scene, passage)
    if token < 0 or scene.draft.forms[token] not in {":", ","}:
        return None
    sentence = scene.draft.sentence_of(token)
    near = [
        cue
        for cue in scene.cues
        if cue.sentence == sentence and cue.clause and cue.last < passage.first and "d" in cue.kinds
    ]
    last = near[-1] if near else None
    thought = last and last.clause and _is_hung(scene, last.clause) and not _is_known(last)
    if near and not (thought and scene.draft.forms[token] == ":"):  # `sprach aus, was viele dachten: „…“`
        return near[-1]
    return _colon(scene, token, sentence) if scene.draft.forms[token] == ":" else None


def _is_hung(scene: Scene, clause: Clause) -> bool:
    """A clause with its verb at the end, also where a quotation behind its colon hides that."""
    opener = scene.draft.words[clause.start_token]
    asks = opener.tag in {"PWS", "PWAV", "PWAT"} or opener.lemma == "was"
    return clause.kind == "verb-last" or (asks and clause.parent is not None)


def _is_known(cue: Cue) -> bool:
    """Whether a cue tells who speaks."""
    return cue.speaker is not None and bool(cue.speaker.name)


def _colon(scene: Scene, colon: int, sentence: int) -> Cue | None:
    """`Der Minister wird deutlich: „…“`: no verb of saying, so the speaker is likely and no more."""
    last = _before_brackets(scene, colon - 1)
    if alone := scene.speakers.alone_at(last):  # `Parlament stimmt ab – Roth: „…“`
        return Cue(sentence, None, alone.phrase.first, alone.phrase.last, alone, "d")
    if going := _goes_on_before(scene, colon, sentence):
        return going
    for clause in scene.draft.clauses[sentence]:
        if last not in clause.tokens:
            continue
        if clause.finite is not None and scene.draft.words[clause.finite].features.get("Mood") == "Sub":
            return None  # somebody tells of it
        phrase = scene.speakers.subject(clause, scene.quoted) or phrase_from(scene.draft, clause.start_token)
        speaker = scene.speakers.speaker(phrase, clause.finite, sentence)
        if speaker is None or not speaker.name:
            speaker = scene.speakers.only_person(clause.tokens)
        if _is_hung(scene, clause) and (speaker is None or not speaker.name):
            main = scene.subject_of(sentence)  # `Roth sprach aus, was viele dachten: „…“`
            speaker = main if main and scene.is_person(main) and main.phrase.last < clause.start_token else speaker
        if clause.kind == "verb-last" and speaker and not scene.is_person(speaker):
            return None  # `Warum die Stadt das Bad schließt: „…“`
        if speaker and speaker.name:
            sure = Speaker(speaker.name, speaker.certain and clause.finite is None, speaker.phrase)
            return Cue(sentence, clause, speaker.phrase.first, speaker.phrase.last, sure, "d")
    return None


def _goes_on_before(scene: Scene, colon: int, sentence: int) -> Cue | None:
    """`Wo gespart wird, ließ er offen. Nur so viel: „…“`, `Sein Fazit: „…“`: whom the sentence before tells of."""
    start = scene.draft.sentences[sentence].start
    own, words = scene.draft.forms[start].lower(), scene.draft.words[start:colon]
    if not words or len(words) > _LEAD or any(word.tag in FINITE for word in words) or sentence == 0:
        return None
    if words[0].tag == "PPOSAT" and own.startswith(("sein", "ihr")):
        mine = scene.speakers.possessor(start, sentence)
        return Cue(sentence, None, start, start, mine, "d") if mine.name else None
    if own not in _ONLY or scene.paragraph(sentence - 1) != scene.paragraph(sentence):
        return None
    found = scene.subject_of(sentence - 1)
    if found is None or not found.name or not scene.is_person(found):
        return None
    return Cue(sentence, None, start, start, Speaker(found.name, certain=False, phrase=found.phrase), "d")


def _before_brackets(scene: Scene, token: int) -> int:
    """The token before what stands in brackets: `Vera Kranz (52): „…“`."""
    if scene.draft.forms[token] != ")":
        return token
    while token and scene.draft.forms[token] != "(":
        token -= 1
    return token - 1


def _around(scene: Scene, passage: Passage) -> Cue | None:
    """A quotation inside the clause of a verb of saying (`nannte die Gespräche „hilfreich“`)."""
    before = mark_before(scene, passage)
    for cue in scene.cues:
        if cue.sentence != passage.begins or cue.clause is None or "d" not in cue.kinds:
            continue
        if scene.draft.words[cue.clause.finite or 0].lemma == "meinen" and scene.draft.forms[before] == "mit":
            continue  # what a word stands for
        inside = passage.first in cue.clause.tokens
        if inside and not passage.whole and _is_told_of(scene, cue):
            continue  # `Die Fraktion werde „nie und nimmer“ zustimmen`: words of the one who tells of it
        naming = scene.draft.words[cue.clause.finite or 0].lemma in _NAMING
        known = passage.whole or (cue.speaker is not None and cue.speaker.name is not None)
        # not `man nennt sie „Trümmerfrauen“`
        called = naming and (passage.words >= PART or (known and not _is_talked_of(scene, cue, passage)))
        named = is_title(scene, passage) or _is_called(scene, passage)
        if inside and (called or (known and passage.words >= PART and not named)):
            return _by_another(scene, cue, before) or cue
        beside = cue.sentence == passage.ends and abs(cue.last - passage.first) < _NEAR
        if passage.whole and not inside and beside:
            return cue
    return None


def _is_told_of(scene: Scene, cue: Cue) -> bool:
    """Whether the verb of a cue stands in Konjunktiv I: somebody else tells what is said there."""
    features = scene.draft.words[cue.clause.finite or 0].features if cue.clause else {}
    return features.get("Mood") == "Sub" and features.get("Tense") == "Pres"


def _by_another(scene: Scene, cue: Cue, before: int) -> Cue | None:
    """`Renn nennt es „nett“, die Linke gar „schön“`: whoever stands behind a comma without a verb of his own."""
    comma = next((token for token in range(before, cue.last, -1) if scene.draft.forms[token] == ","), None)
    phrase = phrase_from(scene.draft, comma + 1) if comma is not None else None
    between = range(comma, before + 1) if comma is not None else range(0)
    if phrase is None or any(scene.draft.words[token].tag in FINITE for token in between):
        return None
    rest = scene.draft.words[phrase.last + 1 : before + 1]
    speaker = scene.speakers.speaker(phrase, None, cue.sentence)
    somebody = speaker is not None and (speaker.name or scene.draft.words[phrase.last].tag == "NNA")  # `die Linke`
    if speaker is None or not somebody or any(word.tag != "ADV" for word in rest):
        return None
    likely = Speaker(speaker.name, certain=False, phrase=phrase)
    return Cue(cue.sentence, cue.clause, phrase.first, phrase.last, likely, "d")


def _is_only_heard(scene: Scene, passage: Passage) -> bool:
    """`„…“, war zu hören`, `„…“, schallte es`: nobody is named for it."""
    token = next_word(scene, passage.last)
    if token is None or "," not in scene.draft.forms[passage.last + 1 : token]:
        return False
    words = scene.draft.words
    rest = range(token, scene.draft.sentences[scene.draft.sentence_of(token)].stop)
    heard = any(words[one].lemma in _HEARD and words[one - 1].tag == "PTKZU" for one in rest)
    return words[token].lemma in _SOUNDING or (words[token].lemma == "sein" and heard)


def _is_talked_of(scene: Scene, cue: Cue, passage: Passage) -> bool:
    """`Er sprach von einem „Schock“`: one noun that only stands out."""
    speaks = cue.clause is not None and scene.draft.words[cue.clause.finite or 0].lemma == "sprechen"
    return speaks and scene.draft.forms[passage.first][0].isupper() and not passage.ended


def _is_called(scene: Scene, passage: Passage) -> bool:
    """`das Warnportal „Sicher essen“ müsse reagieren`: a short name with a capital right behind a noun."""
    before, forms = mark_before(scene, passage), scene.draft.forms
    short = passage.words <= _NAME and not passage.ended and forms[passage.first][0].isupper()
    return short and before >= 0 and scene.draft.words[before].tag == "NN"


def _is_term(scene: Scene, passage: Passage) -> bool:
    """`auf ein „sicheres Konto“ überweisen`: an adjective and its noun behind preposition and article."""
    before = mark_before(scene, passage)
    governed = before > 0 and scene.draft.tag(before) == "ART" and scene.draft.tag(before - 1) == "APPR"
    return governed and passage.words == PART and scene.draft.tag(passage.last) == "NN"


def _is_offered(scene: Scene, passage: Passage) -> bool:
    """`Er habe angeboten, eine „sichere Abkürzung“ zu zeigen`: a short term of the one who is told of."""
    clauses = scene.draft.clauses[passage.begins]
    own = next((one for one in clauses if passage.first in one.tokens), None)
    if passage.words > _SHORT or passage.verbal or own is None or own.kind != "infinitive":
        return False
    told = [one for one in clauses if scene.draft.words[one.finite or 0].features.get("Mood") == "Sub"]
    return any(scene.draft.words[token].lemma in _OFFERING for one in told for token in one.tokens)


def _within(passage: Passage, indirect: Iterable[Quote]) -> Quote | None:
    if passage.words < PART:
        return None
    return next((one for one in indirect if one.start <= passage.span.start and passage.span.end <= one.end), None)


def _continued(scene: Scene, passage: Passage, before: tuple[Passage, Quote] | None) -> Quote | None:
    """A quotation right behind another one goes on with the same speaker, also from paragraph to paragraph."""
    if before is None or (before[1].speaker is None and before[1].cue is None):
        return None
    other, quote = before
    if (
        _is_put_to_another(scene, quote)
        or _is_short_question(scene, quote)
        or (passage.words <= _SHORT and _is_put(scene, quote, _ASKING))
    ):
        return None
    following = scene.paragraph(passage.begins) - scene.paragraph(other.ends)
    if other.open:
        return with_speaker(passage.span, "direct", quote) if following == 1 else None
    adjacent = passage.begins - max(other.ends, _end_of_cue(scene, quote)) <= 1
    return with_speaker(passage.span, "direct", quote) if adjacent and following == 0 else None


def _answer(scene: Scene, passage: Passage, quotes: Sequence[Quote], indirect: Sequence[Quote] = ()) -> Quote | None:
    """Behind `„Und dann?“, hakte sie nach.` the one who had spoken before in the paragraph answers."""
    if not quotes or not (_is_put_to_another(scene, quotes[-1]) or _is_short_question(scene, quotes[-1])):
        return None
    here = scene.paragraph(passage.begins)
    said = [*(one for one in indirect if one.end < passage.span.start), *quotes]
    near = [one for one in said if scene.paragraph(scene.draft.sentence_at(one.start + 1)) == here]
    others = {one.speaker for one in near} - {quotes[-1].speaker}
    if len(others) != 1 or quotes[-1] not in near:
        return None
    return Quote(passage.span.start, passage.span.end, "direct", others.pop(), certain=False, cue=quotes[-1].cue)


def _is_short_question(scene: Scene, quote: Quote) -> bool:
    """`„Und dann?“, fragte sie. „…“`: one or two words that ask another to go on."""
    words = scene.draft.article.text[quote.start : quote.end].split()
    return len(words) < _SHORT and words[0] in _URGING and _is_put(scene, quote, _ASKING)


def _is_put_to_another(scene: Scene, quote: Quote) -> bool:
    """`„Und dann?“, hakte sie nach. „…“`: what follows is the answer."""
    return _is_put(scene, quote, _ASKING_BACK)


def _is_put(scene: Scene, quote: Quote, verbs: frozenset[str]) -> bool:
    """Whether a quotation is a question with one of these verbs beside it."""
    asked = scene.draft.article.text[quote.start : quote.end].endswith("?")
    tokens = scene.draft.tokens_in(quote.cue) if asked and quote.cue else ()
    return any(scene.draft.words[token].lemma in verbs for token in tokens)


def _end_of_cue(scene: Scene, quote: Quote) -> int:
    return scene.draft.sentence_at(quote.cue.end) if quote.cue else -1
