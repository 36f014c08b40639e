"""Which cue introduces a quotation: behind it, before it (also with nothing but a colon), or around it."""

from learner.language.called import is_title, mark_before, next_word
from learner.language.clause import Clause
from learner.language.cue import Cue
from learner.language.extents import is_subjunctive
from learner.language.phrases import phrase_from
from learner.language.reactions import reacts
from learner.language.scene import PART, Passage, Scene
from learner.language.segments import FINITE
from learner.language.speakers import Speaker
from learner.language.terms import is_called
from learner.lexicon.wordclasses import wordclass

_NAMING = wordclass("verbs.characterising")
_LEAD = 6  # words of a lead without a verb (`Ihr Wunsch für die Zukunft: „…“`)
_ONLY = wordclass("adverbs.before-quotations")
_NEAR = 25  # tokens between two quotations of one sentence with the same speaker


def cue_behind(scene: Scene, passage: Passage) -> Cue | None:
    """`„…“, sagte X` and `„…“, so X`."""
    token = next_word(scene, passage.last)
    if token is None:
        return None
    if passage.words < PART and _is_inside_sentence(scene, passage):  # `er sei kein „Held“, sagte er`
        return None
    comma = any(scene.draft.forms[place] == "," for place in range(passage.last + 1, token))
    if not (passage.whole or passage.words >= PART or comma) or (
        not comma and (is_title(scene, passage) or is_called(scene, passage))
    ):
        return None
    if scene.draft.forms[token] == "so":
        phrase = phrase_from(scene.draft, token + 1)
        speaker = scene.speakers.speaker(phrase, None, scene.draft.sentence_of(token))
        if speaker and not speaker.name:
            speaker = scene.speakers.only_person(_up_to_sign(scene, token + 1)) or speaker
        return Cue(passage.ends, None, token, phrase.last, speaker, "d") if phrase else None
    verb = token + (scene.draft.forms[token] == "davon")  # `„…“, davon ist Kranz überzeugt`
    return next((cue for cue in scene.cues if cue.clause and cue.clause.finite == verb and "d" in cue.kinds), None)


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


def cue_before(scene: Scene, passage: Passage) -> Cue | None:
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
    if going := _reaction(scene, colon, sentence) or _goes_on_before(scene, colon, sentence):
        return going
    for clause in scene.draft.clauses[sentence]:
        if last not in clause.tokens:
            continue
        if is_subjunctive(scene, clause):
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


def _reaction(scene: Scene, colon: int, sentence: int) -> Cue | None:
    """`Widerspruch kam von Renn: „…“`: whose reaction it is."""
    found = reacts(scene, sentence, colon)
    return Cue(sentence, None, found.phrase.first, found.phrase.last, found, "d") if found else None


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
    told = any(is_subjunctive(scene, one) for one in scene.draft.clauses[sentence - 1] if one.kind == "main")
    found = None if told else scene.subject_of(sentence - 1)
    if found is None or not found.name or not scene.is_person(found):
        found = _only_speaker(scene, sentence)
    if found is None or not found.name:
        return None
    return Cue(sentence, None, start, start, Speaker(found.name, certain=False, phrase=found.phrase), "d")


def _only_speaker(scene: Scene, sentence: int) -> Speaker | None:
    """`Man prüfe es, sagte Renn. Und dann, nach einer Pause: „…“`: the only one who has spoken in the paragraph."""
    here = scene.paragraph(sentence)
    before = [one.speaker for one in scene.cues if one.sentence < sentence and scene.paragraph(one.sentence) == here]
    named = [one for one in before if one and one.name]
    return named[-1] if len(before) == len(named) and len({one.name for one in named}) == 1 else None


def _before_brackets(scene: Scene, token: int) -> int:
    """The token before what stands in brackets: `Vera Kranz (52): „…“`."""
    if scene.draft.forms[token] != ")":
        return token
    while token and scene.draft.forms[token] != "(":
        token -= 1
    return token - 1


def cue_around(scene: Scene, passage: Passage) -> Cue | None:
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
        named = is_title(scene, passage) or is_called(scene, passage)
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


def _is_talked_of(scene: Scene, cue: Cue, passage: Passage) -> bool:
    """`Er sprach von einem „Schock“`: one noun that only stands out."""
    speaks = cue.clause is not None and scene.draft.words[cue.clause.finite or 0].lemma == "sprechen"
    return speaks and scene.draft.forms[passage.first][0].isupper() and not passage.ended
