"""Reported speech that goes on: sentences in Konjunktiv I behind speech, or behind the one who is talking."""

from collections.abc import Iterable, Mapping

from learner.language.analysis import Quote
from learner.language.announced import (
    BACK,
    announcement,
    carried,
    less_certain,
    names_anyone,
    said_so,
    tells_of_document,
    told_of,
)
from learner.language.cue import Cue
from learner.language.extents import behind_lead
from learner.language.questions import is_free_question, last_before
from learner.language.resumed import tells_of_others
from learner.language.scene import Scene, with_speaker
from learner.language.segments import FINITE
from learner.language.told import (
    goes_on_told,
    is_between,
    is_unreal,
    leading_colon,
    leads_to_report,
    may_stay,
    sentence_mood,
)
from learner.lexicon.wordclasses import wordclass

_ASKING = wordclass("verbs.asking")


def going_on(scene: Scene, found: Iterable[Quote]) -> list[Quote]:
    """Sentences in Konjunktiv I with no cue of their own, each with the speaker it goes on with."""
    spoken = sorted(found, key=lambda quote: quote.end)
    told = [quote for quote in spoken if not _is_told_by_another(scene, quote, spoken)]
    last = {scene.draft.sentence_at(quote.end): quote for quote in told}
    covered = {
        scene.draft.sentence_at(quote.start + 1)
        for quote in spoken
        if quote.kind == "indirect" and not _is_inside_run(scene, quote)
    }
    more: list[Quote] = []
    for sentence in range(1, len(scene.draft.sentences)):
        mood = "" if sentence in covered else sentence_mood(scene, sentence)
        follows = False
        if not mood and sentence not in covered and sentence - 1 in last:
            stays = may_stay(scene, sentence, last[sentence - 1]) or is_between(scene, sentence, last)
            mood = "sure" if stays else ""
            follows = not mood and _is_accordingly(scene, sentence, last[sentence - 1])
        if mood == "likely" and sentence - 1 not in last and leads_to_report(scene, sentence):
            mood = "sure"
        if not mood and not follows and sentence not in covered and sentence - 1 not in last:
            said = said_so(scene, sentence - 1)
            follows = said is not None and _is_accordingly(scene, sentence, said)
            last |= {sentence - 1: said} if said and follows else {}
        if follows:
            last[sentence - 1] = less_certain(last[sentence - 1], "sure") or last[sentence - 1]
            mood = "sure"
        answer = _behind_answer(scene, sentence, last) if mood == "sure" else None
        source = answer or _source(scene, sentence, last, mood) if mood else None
        source = source or (_behind_quotation(scene, sentence, last) if mood else None)
        if source and (_is_put(scene, sentence) or _is_answer(scene, sentence, source)):
            source = Quote(source.start, source.end, source.kind, cue=source.cue)
        if source and not _is_told_of_himself(scene, sentence, source):
            colon = leading_colon(scene, sentence)
            words = [token for token in scene.words_of(sentence) if colon is None or token < colon]
            quote = with_speaker(scene.span(behind_lead(scene, words)), "indirect", source)
            last[sentence] = quote
            more.append(quote)
    return more


def _is_accordingly(scene: Scene, sentence: int, before: Quote) -> bool:
    """`Vorgesehen ist demnach ein Preis`: what follows from the words before, in the paragraph."""
    tokens = scene.words_of(sentence)
    told = before.kind == "indirect" and bool(before.speaker)
    named = any(cue.sentence == sentence and cue.speaker and cue.speaker.name for cue in scene.cues)
    free = not named and not any(one in scene.quoted for one in tokens)
    same = scene.paragraph(sentence) == scene.paragraph(sentence - 1)
    return told and free and same and any(scene.draft.forms[token].lower() == "demnach" for token in tokens)


def _is_put(scene: Scene, sentence: int) -> bool:
    """`Was nun komme?`: a question with its verb at the end, put to the one who speaks or by him."""
    words = scene.words_of(sentence)
    asked = "?" in scene.draft.forms[words[-1] : scene.draft.sentences[sentence].stop]
    opens = (
        scene.draft.words[words[0]].tag in {"PWAV", "PWS", "PWAT", "KOUS"} or scene.draft.words[words[0]].lemma == "was"
    )
    return asked and opens and scene.draft.words[words[-1]].tag in FINITE


def _is_answer(scene: Scene, sentence: int, source: Quote) -> bool:
    """`Der Richter fragte, ob er da war. Das wisse er nicht`: behind what somebody asked another one may answer."""
    tokens = scene.draft.tokens_in(source.cue) if source.cue else ()
    asks = source.kind == "indirect" and any(scene.draft.words[token].lemma in _ASKING for token in tokens)
    asked = scene.draft.sentences[scene.draft.sentence_of(tokens[0])] if tokens else ()
    wants = source.kind == "indirect" and any(scene.draft.words[token].lemma == "wollen" for token in tokens)
    wants = wants and any(scene.draft.forms[token] == "wissen" for token in asked)
    behind = scene.words_of(sentence)[-1] + 1
    return (asks or wants) and scene.draft.forms[behind : behind + 1] != ["?"]


def _is_told_of_himself(scene: Scene, sentence: int, source: Quote) -> bool:
    """`Minister Dorn sei das bewusst` cannot be Dorn's own words."""
    words = scene.words_of(sentence)
    own = next((name for name in scene.names if name.name == source.speaker and name.kind == "person"), None)
    inside = {token for mention in (own.mentions if own else ()) for token in scene.draft.tokens_in(mention)}
    front = next((one.vorfeld for one in scene.draft.clauses[sentence] if one.kind == "main"), None)
    return any(token in inside for token in words if token in (front or ()))


def _is_inside_run(scene: Scene, quote: Quote) -> bool:
    """`Man wisse nie, ob …`, `er habe gesagt, …`: what a verb governs that stands in Konjunktiv I itself."""
    tokens = scene.draft.tokens_in(quote.cue) if quote.cue else range(0)
    features = [scene.draft.words[token].features for token in tokens]
    told = [one for one in features if one.get("Mood") == "Sub"]
    return any(one.get("Tense") == "Pres" or one.get("Number") == "Plur" for one in told)


def _is_told_by_another(scene: Scene, quote: Quote, spoken: Iterable[Quote]) -> bool:
    """`„Geh“, habe der Chef gesagt, erzählt Kranz`: what follows are the words of the one who tells of it.

    He may tell so in the sentence before: `Ihr Chef sei grob, sagt sie. „Geh“, habe er gerufen.`
    """
    if quote.kind != "direct" or quote.cue is None or not _is_inside_run(scene, quote):
        return False
    sentence = scene.draft.sentence_at(quote.cue.start + 1)
    before = [one for one in spoken if scene.draft.sentence_at(one.end) == sentence - 1 and one.kind == "indirect"]
    same = sentence > 0 and scene.paragraph(sentence - 1) == scene.paragraph(sentence)
    if same and any(one.speaker not in {None, quote.speaker} for one in before):
        return True
    return any(cue.sentence == sentence and _is_told_now_by(scene, cue) for cue in scene.cues)


def _is_told_now_by(scene: Scene, cue: Cue) -> bool:
    """Whether a cue has a verb in the indicative and somebody who speaks."""
    finite = cue.clause.finite if cue.clause else None
    named = cue.speaker is not None and cue.speaker.name is not None
    return named and finite is not None and scene.draft.words[finite].features.get("Mood") != "Sub"


def _source(scene: Scene, sentence: int, last: dict[int, Quote], mood: str) -> Quote | None:
    """The speech this goes on with; the quotation is only a carrier where nothing has been said yet."""
    same = scene.paragraph(sentence) == scene.paragraph(sentence - 1)
    before = last.get(sentence - 1)
    if before:
        return _from_before(scene, sentence, before, mood) if same else less_certain(before, mood)
    if not same or sentence < 1:
        return None
    announced = announcement(scene, sentence - 1)
    still = mood == "likely" and not is_unreal(scene, sentence) and _is_still_told_of(scene, sentence, last)
    if (announced or mood != "sure") and not still:
        return announced if mood == "sure" or not is_unreal(scene, sentence) else None
    if tells_of_document(scene, sentence - 1):
        return Quote(0, 1, "indirect")
    two_back = sentence >= BACK and scene.paragraph(sentence - BACK) == scene.paragraph(sentence)
    asked = two_back and sentence - BACK in last and _is_asked(last[sentence - BACK])
    if two_back and sentence - BACK in last and not asked and not _names_another(scene, sentence, last):
        return less_certain(last[sentence - BACK], "sure")
    opens = scene.words_of(sentence)[0] in scene.quoted  # `„Komm“, habe sie gerufen`
    return None if opens else told_of(scene, sentence) or _resumed(scene, sentence, last)


def _resumed(scene: Scene, sentence: int, last: Mapping[int, Quote]) -> Quote | None:
    """`„…“, sagte Kranz. Das Team will im Mai testen. Es sei ein Anfang`: the only one who speaks in the paragraph."""
    here = scene.paragraph(sentence)
    near = [one for one in last if one < sentence and scene.paragraph(one) == here]
    if len({last[one].speaker for one in near}) != 1 or not scene.is_called_person(last[near[-1]].speaker):
        return None
    if any(tells_of_others(scene, one, last[near[-1]].speaker or "") for one in range(max(near) + 1, sentence)):
        return None
    return less_certain(last[max(near)], "sure")


def _names_another(scene: Scene, sentence: int, last: Mapping[int, Quote]) -> bool:
    """Whether the sentence before names anyone but the one who speaks in the one before that."""
    if not names_anyone(scene, sentence - 1):
        return False
    return not _is_still_told_of(scene, sentence, last)


def _is_still_told_of(scene: Scene, sentence: int, last: Mapping[int, Quote]) -> bool:
    """`„…“, warnt Kranz. Er sammelt Namen. 3000 hätten unterschrieben`: told of the one who has just spoken."""
    spoke = last.get(sentence - BACK)
    subject = scene.subject_of(sentence - 1)
    same = scene.paragraph(sentence - BACK) == scene.paragraph(sentence) if sentence >= BACK else False
    if spoke is None or not spoke.speaker or subject is None or not same:
        return False
    named = scene.speakers.named(one for one in scene.draft.sentences[sentence - 1] if one not in scene.quoted)
    return subject.name == spoke.speaker and not named - {spoke.speaker}


def _from_before(scene: Scene, sentence: int, before: Quote, mood: str) -> Quote | None:
    """The speech of the sentence before, or of whoever is asked there; none for `300 wären nötig` by itself."""
    if mood == "likely" and is_unreal(scene, sentence) and not goes_on_told(scene, sentence):
        return None
    return _asked_of(scene, sentence - 1, before) or before


def _is_asked(quote: Quote) -> bool:
    """Whether it is a question that nobody is named for, so that it cannot go on."""
    return quote.kind == "indirect" and not quote.speaker and not quote.cue


def _asked_of(scene: Scene, sentence: int, before: Quote) -> Quote | None:
    """`Auf die Frage, was fehle, muss Kranz lachen. Sie habe alles`: whoever is asked, if he is the subject."""
    if not _is_asked(before):
        return None
    speaker = scene.subject_of(sentence)
    return carried(scene, speaker) if speaker and speaker.name and scene.is_person(speaker) else None


def _behind_quotation(scene: Scene, sentence: int, last: dict[int, Quote]) -> Quote | None:
    """`Er sei müde, sagte Kranz. „Das war viel.“ Nun wolle er schlafen`: the report before whole quotations."""
    before = sentence - 1
    while before > 0 and (_is_quotation(scene, before) or _is_quoted_in_report(scene, before)):
        before -= 1
    same = scene.paragraph(before) == scene.paragraph(sentence)
    if before == sentence - 1 or not same or before not in last or sentence_mood(scene, sentence) != "sure":
        return None
    return less_certain(last[before], "sure")


def _is_quoted_in_report(scene: Scene, sentence: int) -> bool:
    """`„Fliegen wir?“, habe er gefragt`: a quotation with a verb of saying in Konjunktiv I, told by another."""
    words = scene.words_of(sentence)
    cue = next((one for one in scene.cues if one.sentence == sentence and one.clause), None)
    features = scene.draft.words[cue.clause.finite or 0].features if cue and cue.clause else {}
    told = features.get("Mood") == "Sub" and features.get("Tense") == "Pres"
    return told and bool(words) and words[0] in scene.quoted


def _behind_answer(scene: Scene, sentence: int, last: Mapping[int, Quote]) -> Quote | None:
    """`Ob Renn gesetzt sei? „Was glauben Sie?“ Ein Platz sei ihm sicher`: the one who has answered goes on."""
    before = sentence - 1
    while before > 0 and before not in last and _is_quotation(scene, before):
        before -= 1
    same = scene.paragraph(before) == scene.paragraph(sentence)
    if before == sentence - 1 or not same or not is_free_question(scene, before):
        return None
    answered = last_before(scene, before, last.values())
    return less_certain(answered, "sure") if answered else None


def _is_quotation(scene: Scene, sentence: int) -> bool:
    """Whether a sentence stands in quotation marks as a whole."""
    return all(token in scene.quoted for token in scene.words_of(sentence))
