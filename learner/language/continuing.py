"""Reported speech that goes on: sentences in Konjunktiv I behind speech, or behind the one who is talking."""

import re
from collections.abc import Iterable, Mapping, Sequence

from learner.language import gazetteer
from learner.language.analysis import Quote
from learner.language.claims import DENYING
from learner.language.clauses import Clause
from learner.language.cue import Cue
from learner.language.questions import is_free_question, last_before
from learner.language.scene import Scene, with_speaker
from learner.language.segments import FINITE
from learner.language.speakers import Speaker
from learner.text.article import Span

_UNCHANGED = re.compile(r"(?:ie|i|e)[^aeiouäöü]+en$")  # strong pasts without a vowel that would take an umlaut
_LOOK_PRESENT = frozenset({"führen", "trügen"})  # of fahren and tragen
_OPENERS = 2  # words among which a conjunction opens a clause (`auch wenn`)
_ADDING = frozenset({"zugleich", "zudem", "außerdem", "ausserdem", "gleichzeitig", "überdies"})
_ASKING = frozenset({"fragen", "nachfragen", "nachhaken", "erkundigen"})
_BACK = 2  # sentences back in the paragraph in which somebody may have begun to talk


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
        mood = "" if sentence in covered else _mood(scene, sentence)
        follows = False
        if not mood and sentence not in covered and sentence - 1 in last:
            stays = _stays(scene, sentence, last[sentence - 1]) or _is_between(scene, sentence, last)
            mood = "sure" if stays else ""
            follows = not mood and _is_accordingly(scene, sentence, last[sentence - 1])
        if mood == "likely" and sentence - 1 not in last and _leads_to_report(scene, sentence):
            mood = "sure"
        if not mood and not follows and sentence not in covered and sentence - 1 not in last:
            said = _said_so(scene, sentence - 1)
            follows = said is not None and _is_accordingly(scene, sentence, said)
            last |= {sentence - 1: said} if said and follows else {}
        if follows:
            last[sentence - 1] = _less_certain(last[sentence - 1], "sure") or last[sentence - 1]
            mood = "sure"
        answer = _behind_answer(scene, sentence, last) if mood == "sure" else None
        source = answer or _source(scene, sentence, last, mood) if mood else None
        source = source or (_behind_quotation(scene, sentence, last) if mood else None)
        if source and (_is_put(scene, sentence) or _is_answer(scene, sentence, source)):
            source = Quote(source.start, source.end, source.kind, cue=source.cue)
        if source and not _is_told_of_himself(scene, sentence, source):
            quote = with_speaker(scene.span(scene.words_of(sentence)), "indirect", source)
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


def _said_so(scene: Scene, sentence: int) -> Quote | None:
    """`Das sagte eine Sprecherin am Sonntag.`: who has said what the sentence before tells."""
    first = scene.draft.forms[scene.draft.sentences[sentence].start]
    return _announced(scene, sentence) if first in {"Das", "Dies"} else None


def _leads_to_report(scene: Scene, sentence: int) -> bool:
    """`Andere hätten abgeraten. Man sei dann gegangen`: a form that may be reported before one that surely is."""
    behind = sentence + 1
    follows = behind < len(scene.draft.sentences) and scene.paragraph(behind) == scene.paragraph(sentence)
    return follows and _mood(scene, behind) == "sure" and not _is_unreal(scene, sentence)


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


def _mood(scene: Scene, sentence: int) -> str:
    """`sure` where a main clause is in Konjunktiv I, `likely` where its form only stands in for it, else empty."""
    clauses = [clause for clause in scene.draft.clauses[sentence] if clause.kind == "main" and clause.finite]
    if not clauses and _has_only_condition(scene, sentence):
        return "sure"
    if not clauses or any(clause.finite in scene.quoted for clause in clauses):
        return ""
    if any(cue.sentence == sentence and not _is_told(scene, cue, clauses) for cue in scene.cues):
        return ""
    moods = [_mood_of(scene, clause) for clause in clauses]
    if "sure" in moods:
        return "sure" if moods[0] or _may_be_subjunctive(scene, clauses[0]) else ""
    return "" if _is_condition(scene, sentence) else moods[0]


def _has_only_condition(scene: Scene, sentence: int) -> bool:
    """`Vielleicht im Herbst, wenn das Laub weg sei`: no main verb, and the other one in Konjunktiv I."""
    clauses = [one for one in scene.draft.clauses[sentence] if one.finite is not None]
    return (
        len(clauses) == 1
        and clauses[0].kind == "verb-last"
        and _mood_of(scene, clauses[0]) == "sure"
        and clauses[0].finite not in scene.quoted
        and scene.draft.forms[clauses[0].start_token].lower() in {"wenn", "weil", "sobald", "falls", "bis", "dass"}
        and not any(cue.sentence == sentence for cue in scene.cues)
        and not any(token in scene.quoted for token in scene.words_of(sentence))
    )


def _stays(scene: Scene, sentence: int, before: Quote) -> bool:
    """`Im Winter fehlten die Fenster`: in a run of reported sentences a form that may be Konjunktiv II is one.

    It is where a clause beside it is in Konjunktiv I, where the run goes on behind it, and where the one who talks
    does so in the present, so that the article itself would not tell in the past.
    """
    clauses = scene.draft.clauses[sentence]
    main = [clause for clause in clauses if clause.kind == "main" and clause.finite is not None]
    if before.kind != "indirect" or not main or not all(_may_stand_in(scene, clause) for clause in main):
        return False
    if scene.paragraph(sentence) != scene.paragraph(sentence - 1) or any(
        cue.sentence == sentence for cue in scene.cues
    ):
        return False
    if any(clause.finite in scene.quoted for clause in main) or _is_condition(scene, sentence):
        return False
    if not any(_mood_of(scene, clause) == "sure" for clause in scene.draft.clauses[sentence - 1]):
        return False
    beside = any(_mood_of(scene, clause) for clause in clauses)
    further = sentence + 1 < len(scene.draft.sentences) and scene.paragraph(sentence + 1) == scene.paragraph(sentence)
    duty = all(scene.draft.forms[clause.finite or 0].lower() == "sollten" for clause in main)
    return duty or beside or (further and _mood(scene, sentence + 1) == "sure") or _is_told_now(scene, before)


def _is_between(scene: Scene, sentence: int, last: Mapping[int, Quote]) -> bool:
    """`Zugleich weigerten sich die Händler`: an addition between two sentences of one speaker, the first reported."""
    before, after = last.get(sentence - 1), last.get(sentence + 1)
    if before is None or after is None or before.kind != "indirect" or before.speaker is None:
        return False
    main = [one for one in scene.draft.clauses[sentence] if one.kind == "main" and one.finite is not None]
    same = scene.paragraph(sentence - 1) == scene.paragraph(sentence) == scene.paragraph(sentence + 1)
    adds = scene.draft.forms[scene.draft.sentences[sentence].start].lower() in _ADDING
    fits = bool(main) and all(_may_stand_in(scene, one) and one.finite not in scene.quoted for one in main)
    return before.speaker == after.speaker and same and adds and fits


def _may_stand_in(scene: Scene, clause: Clause) -> bool:
    """Konjunktiv, or a plural of the past (`fehlten`, `blieben`) or `führen` that looks the same in Konjunktiv II."""
    word, form = scene.draft.words[clause.finite or 0], scene.draft.forms[clause.finite or 0].lower()
    if form.startswith("möcht"):  # tells a wish in everybody's words
        return False
    if word.features.get("Mood") == "Sub" or form in _LOOK_PRESENT:
        return True
    past = word.features.get("Tense") == "Past" and word.features.get("Number") == "Plur"
    weak = form.endswith("ten") and form[:-3].removesuffix("e") in word.lemma
    return past and (weak or _UNCHANGED.search(form) is not None)


def _is_told_now(scene: Scene, quote: Quote) -> bool:
    """`Edda erzählt, …`: the verb of the quotation's cue is in the present."""
    tokens = scene.draft.tokens_in(quote.cue) if quote.cue else ()
    # `hat verkündet` is past
    features = [scene.draft.words[token].features for token in tokens if scene.draft.words[token].tag != "VA(FIN)"]
    return any(one.get("Mood") == "Ind" and one.get("Tense") == "Pres" for one in features)


def _is_told(scene: Scene, cue: Cue, clauses: Sequence[Clause]) -> bool:
    """`Er habe gewarnt, …`: the verb of saying stands in the subjunctive itself, so somebody else tells of it.

    Or it stands in a clause that says when or though: `auch wenn die Nachbarn schimpften`.
    """
    if cue.clause is None:
        return False
    openers = range(cue.clause.start_token, cue.clause.start_token + _OPENERS)
    links = {scene.draft.forms[token].lower() for token in openers if scene.draft.tag(token) == "KOUS"}
    aside = cue.clause.kind == "verb-last" and bool(links - {"wie"})
    hung = cue.clause not in clauses and scene.draft.words[cue.clause.finite or 0].features.get("Mood") == "Sub"
    features = scene.draft.words[cue.clause.finite or 0].features
    beside = features.get("Mood") == "Sub" and _mood_of(scene, clauses[0]) == "sure"  # `…, nur hätte er gewünscht`
    return aside or hung or (cue.clause in clauses and (beside or bool(_mood_of(scene, cue.clause))))


def _mood_of(scene: Scene, clause: Clause) -> str:
    """Konjunktiv I; or Konjunktiv II in the plural, where Konjunktiv I would be no form of its own."""
    features = scene.draft.words[clause.finite or 0].features
    if features.get("Mood") != "Sub":
        return ""
    if features.get("Tense") == "Pres":
        return "sure"
    return "likely" if features.get("Number") == "Plur" else ""


def _may_be_subjunctive(scene: Scene, clause: Clause) -> bool:
    """`pumpten`, `zeigten`: a plural of the past that looks the same in Konjunktiv II."""
    word = scene.draft.words[clause.finite or 0]
    weak = scene.draft.forms[clause.finite or 0].endswith("ten")
    return weak and word.features.get("Tense") == "Past" and word.features.get("Number") == "Plur"


def _is_condition(scene: Scene, sentence: int) -> bool:
    """`Wäre er gekommen, hätten …`: told by the article itself."""
    first = scene.draft.clauses[sentence][0]
    return first.kind == "verb-first" or scene.draft.forms[first.start_token].lower() in {"wenn", "falls"}


def _source(scene: Scene, sentence: int, last: dict[int, Quote], mood: str) -> Quote | None:
    """The speech this goes on with; the quotation is only a carrier where nothing has been said yet."""
    same = scene.paragraph(sentence) == scene.paragraph(sentence - 1)
    before = last.get(sentence - 1)
    if before:
        return _from_before(scene, sentence, before, mood) if same else _less_certain(before, mood)
    if not same or sentence < 1:
        return None
    announced = _announced(scene, sentence - 1)
    if announced or mood != "sure":
        return announced if mood == "sure" or not _is_unreal(scene, sentence) else None
    if _is_document(scene, sentence - 1):
        return Quote(0, 1, "indirect")
    two_back = sentence >= _BACK and scene.paragraph(sentence - _BACK) == scene.paragraph(sentence)
    if two_back and sentence - _BACK in last and not _names_anyone(scene, sentence - 1):
        return _less_certain(last[sentence - _BACK], mood)
    opens = scene.words_of(sentence)[0] in scene.quoted  # `„Komm“, habe sie gerufen`
    return None if opens else _told_of(scene, sentence)


def _from_before(scene: Scene, sentence: int, before: Quote, mood: str) -> Quote | None:
    """The speech of the sentence before, or of whoever is asked there; none for `300 wären nötig` by itself."""
    if mood == "likely" and _is_unreal(scene, sentence) and not _goes_on_told(scene, sentence):
        return None
    return _asked_of(scene, sentence - 1, before) or before


def _goes_on_told(scene: Scene, sentence: int) -> bool:
    """Whether a clause beside the main one, or the next sentence of the paragraph, is surely reported."""
    if any(_mood_of(scene, one) == "sure" for one in scene.draft.clauses[sentence]):
        return True
    behind = sentence + 1
    follows = behind < len(scene.draft.sentences) and scene.paragraph(behind) == scene.paragraph(sentence)
    return follows and _mood(scene, behind) == "sure"


def _asked_of(scene: Scene, sentence: int, before: Quote) -> Quote | None:
    """`Auf die Frage, was fehle, muss Kranz lachen. Sie habe alles`: whoever is asked, if he is the subject."""
    if before.kind != "indirect" or before.speaker or before.cue:
        return None
    speaker = scene.subject_of(sentence)
    return _carrier(scene, speaker) if speaker and speaker.name and scene.is_person(speaker) else None


def _behind_quotation(scene: Scene, sentence: int, last: dict[int, Quote]) -> Quote | None:
    """`Er sei müde, sagte Kranz. „Das war viel.“ Nun wolle er schlafen`: the report before whole quotations."""
    before = sentence - 1
    while before > 0 and (_is_quotation(scene, before) or _is_quoted_in_report(scene, before)):
        before -= 1
    same = scene.paragraph(before) == scene.paragraph(sentence)
    if before == sentence - 1 or not same or before not in last or _mood(scene, sentence) != "sure":
        return None
    return _less_certain(last[before], "sure")


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
    return _less_certain(answered, "sure") if answered else None


def _is_quotation(scene: Scene, sentence: int) -> bool:
    """Whether a sentence stands in quotation marks as a whole."""
    return all(token in scene.quoted for token in scene.words_of(sentence))


def _is_unreal(scene: Scene, sentence: int) -> bool:
    """`Alle wären zufrieden`: where `seien` could be told from it, `wären` tells what did not come true."""
    main = next((one for one in scene.draft.clauses[sentence] if one.kind == "main" and one.finite), None)
    return main is not None and scene.draft.words[main.finite or 0].lemma == "sein"


def _less_certain(quote: Quote, mood: str) -> Quote | None:
    if mood != "sure":
        return None
    return Quote(quote.start, quote.end, quote.kind, quote.speaker, certain=False, cue=quote.cue)


def _announced(scene: Scene, sentence: int) -> Quote | None:
    """`Der Staatsanwalt hielt dagegen.` with nothing said yet."""
    cue = next(
        (cue for cue in scene.cues if cue.sentence == sentence and cue.clause and _may_announce(scene, cue)), None
    )
    if cue is None or cue.strength != "s" or cue.speaker is None:
        return None
    quote = scene.quote(Span(0, 1), "indirect", cue)
    # `pflichtete ihr bei. Sie könne …`
    beside = any(scene.draft.forms[token] in {"ihr", "ihm", "ihn"} for token in scene.draft.sentences[sentence])
    return _less_certain(quote, "sure") if beside else quote


def _may_announce(scene: Scene, cue: Cue) -> bool:
    """Whether reported speech can follow in the next sentence; also behind `Sie spricht offen darüber`."""
    finite = cue.clause.finite if cue.clause else None
    if finite is not None and scene.draft.words[finite].features.get("Mood") == "Sub":
        return False
    return "i" in cue.kinds or (finite is not None and scene.draft.words[finite].lemma == "sprechen")


def _names_anyone(scene: Scene, sentence: int) -> bool:
    """Whether a person is named in the sentence, or is the subject of its first main clause."""
    speaker = scene.subject_of(sentence)
    return (speaker is not None and speaker.name is not None) or scene.names_person(sentence)


def _told_of(scene: Scene, sentence: int) -> Quote | None:
    """`Die Sprecherin will sich nicht festlegen. Ein Entscheid sei …`: the subject of the sentence before."""
    if following := _follower(scene, sentence):
        return _carrier(scene, following)
    for back in range(1, _BACK + 1):
        if sentence < back or scene.paragraph(sentence - back) != scene.paragraph(sentence):
            return None
        clauses = [one for one in scene.draft.clauses[sentence - back] if one.kind == "main"]
        told = any(_mood_of(scene, one) for one in clauses if scene.draft.form(one.start_token) != "als")
        if told or _is_others_account(scene, sentence - back):
            return None
        speaker = scene.subject_of(sentence - back)
        if speaker and speaker.name:
            several = _is_several(scene, sentence - back) and not scene.is_person(speaker)
            return _carrier(scene, speaker) if _may_tell(scene, speaker) and not several else None
        if speaker and scene.names_person(sentence - back):
            return None
    return None


def _is_others_account(scene: Scene, sentence: int) -> bool:
    """`Ein Gutachter soll das klären`, `Medien zufolge geht Kraus`: the one told of has not begun to talk."""
    main = next((one for one in scene.draft.clauses[sentence] if one.kind == "main" and one.finite), None)
    ordered = main is not None and scene.draft.words[main.finite or 0].lemma == "sollen"
    return ordered or any(scene.draft.forms[token].lower() in {"zufolge", "laut"} for token in scene.words_of(sentence))


def _is_several(scene: Scene, sentence: int) -> bool:
    """`Züchter verdienten wenig`: told of many, of whom none has begun to talk."""
    main = next((one for one in scene.draft.clauses[sentence] if one.kind == "main" and one.finite), None)
    return main is not None and scene.draft.words[main.finite or 0].features.get("Number") == "Plur"


def _is_document(scene: Scene, sentence: int) -> bool:
    """`Die Antwort kam nach Wochen.`: what follows stands in it, whoever wrote it."""
    tokens = scene.draft.sentences[sentence]
    first = scene.draft.words[tokens.start + 1 : tokens.start + 2]
    article = scene.draft.forms[tokens.start].lower() in {"die", "der", "das", "eine", "ein"}
    return article and bool(first) and first[0].tag == "NN" and gazetteer.is_document(first[0].lemma)


def _follower(scene: Scene, sentence: int) -> Speaker | None:
    """`Probleme gebe es keine. Das Lernen helfe allen, meint Rektor Kunz`: who is named behind the next sentence."""
    behind = sentence + 1
    if behind >= len(scene.draft.sentences) or scene.paragraph(behind) != scene.paragraph(sentence):
        return None
    first = scene.draft.clauses[behind][0]
    cue = next((one for one in scene.cues if one.sentence == behind and one.clause and "i" in one.kinds), None)
    denied = any(scene.draft.words[token].lemma in DENYING for token in scene.draft.sentences[behind])
    reported = cue is not None and not denied and cue.first > first.end_token - 1 and _mood_of(scene, first) == "sure"
    speaker = cue.speaker if cue and reported else None
    pronoun = speaker is not None and scene.draft.words[speaker.phrase.first].tag == "PPER"
    return speaker if speaker and speaker.name and not pronoun else None


def _may_tell(scene: Scene, speaker: Speaker) -> bool:
    """A person, or a role a person has; not a body, of which articles tell as often as it speaks."""
    noun = scene.draft.words[speaker.phrase.last].lemma
    if scene.draft.words[speaker.phrase.last].tag == "PPER" and speaker.name:  # `ließ sie offen`
        noun = next((word for word in speaker.name.split() if word[0].isupper()), noun)
    return scene.is_person(speaker) or bool(gazetteer.role(noun) or gazetteer.sex_of_person(noun))


def _carrier(scene: Scene, speaker: Speaker) -> Quote:
    cue = scene.draft.span(speaker.phrase.first, speaker.phrase.last)
    return Quote(0, 1, "indirect", speaker.name, certain=False, cue=cue)
