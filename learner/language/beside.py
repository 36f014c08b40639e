"""Quotations that no verb of saying introduces: the one who acts beside them, or speaks around them, is likely."""

from collections.abc import Sequence

from learner.language.analysis import Quote
from learner.language.called import is_work
from learner.language.cue import Cue
from learner.language.scene import PART, Passage, Scene, with_speaker
from learner.language.segments import FINITE, QUOTATION_MARKS
from learner.language.speakers import Speaker
from learner.language.told import leading_colon
from learner.lexicon.wordclasses import wordclass

TAKING_IN = wordclass("verbs.hearing", "verbs.receiving")
LONG = 6  # words from which a quotation is no short answer of somebody else
_POINTING = wordclass("pronouns.pointing-to-him")


def beside(scene: Scene, passage: Passage, before: tuple[Passage, Quote] | None) -> Quote | None:
    """`Agnes schaut in den Hof. „…“` and `„…“ Agnes hebt die Hand.`: the one who acts beside it is likely to speak."""
    first, last = scene.draft.sentences[passage.begins].start, scene.draft.sentences[passage.ends].stop
    around = [*range(first, passage.first), *range(passage.last + 1, last)]
    if any(scene.draft.forms[token][0].isalnum() for token in around):
        return _before_act(scene, passage, first)
    here = scene.paragraph(passage.begins)
    for sentence in (passage.begins - 1, passage.ends + 1):
        if not 0 <= sentence < len(scene.draft.sentences) or scene.paragraph(sentence) != here:
            continue
        if _is_quoted_in(scene, sentence, passage):
            continue
        if any(scene.draft.words[token].lemma in TAKING_IN for token in scene.draft.sentences[sentence]):
            continue
        if _is_reported(scene, sentence):
            continue
        speaker = scene.subject_of(sentence) or (_only_named(scene, sentence) if sentence < passage.begins else None)
        if speaker and _is_talked_about(scene, speaker, passage, sentence):
            continue
        if speaker and _may_go_on(scene, speaker, passage, before, is_behind=sentence > passage.ends):
            likely = Speaker(speaker.name, certain=False, phrase=speaker.phrase)
            phrase = speaker.phrase
            return scene.quote(passage.span, "direct", Cue(sentence, None, phrase.first, phrase.last, likely, "d"))
    return None


def _is_quoted_in(scene: Scene, sentence: int, passage: Passage) -> bool:
    """Whether another quotation stands in a sentence, which is not only what something is called (`im „Steinpark“`)."""
    others = (one for one in scene.passages if one is not passage and sentence in {one.begins, one.ends})
    return any((one.words >= PART or one.ended) and not is_work(scene, one) for one in others)


def _is_talked_about(scene: Scene, speaker: Speaker, passage: Passage, sentence: int) -> bool:
    """`Neben ihr steht Lehrling Tim Bach. „Den habe ich geholt.“`: shown beside her who talks of him."""
    start = scene.draft.sentences[sentence].start
    beside_other = scene.draft.tag(start) == "APPR" and scene.draft.tag(start + 1) == "PPER"
    name = next((one for one in scene.names if one.name == speaker.name), None)
    new = name is not None and scene.draft.sentence_at(name.mentions[0].start + 1) == sentence
    word, form = scene.draft.words[passage.first], scene.draft.forms[passage.first]
    pointing = word.tag in {"PDS", "PPER"} and form in _POINTING
    return beside_other or (new and pointing and name is not None and name.gender == "m")


def _is_reported(scene: Scene, sentence: int) -> bool:
    """`Sein Verein werde klagen, sagte er`: what a sentence tells of first is what somebody says."""
    first = next((one for one in scene.draft.clauses[sentence] if one.kind == "main" and one.finite is not None), None)
    features = scene.draft.words[first.finite or 0].features if first else {}
    return features.get("Mood") == "Sub" and features.get("Tense") == "Pres"


def _only_named(scene: Scene, sentence: int) -> Speaker | None:
    """`Für Karla Henn aber schon.`: the one person in a sentence without a verb."""
    tokens = scene.draft.sentences[sentence]
    if any(scene.draft.words[token].tag in FINITE for token in tokens):
        return None
    return scene.speakers.only_person(tokens)


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


def led(scene: Scene, passage: Passage) -> Quote | None:
    """`Lindner winkt ab. „…“`: the sentence before has a verb of saying and no speech of its own."""
    sentence = passage.begins - 1
    starts = scene.draft.sentences[passage.begins].start
    opening = all(scene.draft.forms[token] in QUOTATION_MARKS for token in range(starts, passage.first))
    if sentence < 0 or not opening or scene.paragraph(sentence) != scene.paragraph(passage.begins):
        return None
    if _is_quoted_in(scene, sentence, passage):
        return None
    cue = next((cue for cue in scene.cues if cue.sentence == sentence and cue.clause and "d" in cue.kinds), None)
    if cue is None or cue.speaker is None or not cue.speaker.name or cue.clause is None or cue.clause.kind != "main":
        return None
    likely = Speaker(cue.speaker.name, certain=False, phrase=cue.speaker.phrase)
    return scene.quote(passage.span, "direct", Cue(sentence, cue.clause, cue.first, cue.last, likely, "d"))


def behind_report(scene: Scene, passage: Passage, indirect: Sequence[Quote]) -> Quote | None:
    """`Er habe oft gefehlt. „Das ging nicht.“`: behind reported speech in the paragraph the same one goes on."""
    starts = scene.draft.sentences[passage.begins].start
    opening = all(scene.draft.forms[token] in QUOTATION_MARKS for token in range(starts, passage.first))
    before = passage.begins - 1
    if before < 0 or not opening:
        return None
    if scene.paragraph(before) != scene.paragraph(passage.begins) and not _stands_alone(scene, passage):
        return None
    reports = [one for one in indirect if scene.draft.sentence_at(one.end) == before]
    others = [other for other in scene.passages if before in {other.begins, other.ends} and not is_work(scene, other)]
    if others or not reports:
        return None
    last = max(reports, key=lambda one: one.end)
    if last.speaker is None or not _ends(scene, before, last):
        return None
    return Quote(passage.span.start, passage.span.end, "direct", last.speaker, certain=False, cue=last.cue)


def led_by_report(scene: Scene, passage: Passage, indirect: Sequence[Quote]) -> Quote | None:
    """`Eines sei sicher: „Wir bauen.“`: the words of the one whose report leads to the colon."""
    colon = leading_colon(scene, passage.begins)
    end = scene.draft.article.tokens[colon].start if colon is not None and colon < passage.first else None
    last = next((one for one in indirect if one.end == end and one.speaker), None)
    return with_speaker(passage.span, "direct", last) if last else None


def _ends(scene: Scene, sentence: int, report: Quote) -> bool:
    """Whether no other clause follows in the sentence on a report and what introduces it."""
    end = max(report.end, report.cue.end if report.cue else 0)
    rest = [token for token in scene.words_of(sentence) if scene.draft.article.tokens[token].start >= end]
    return not any(scene.draft.words[token].tag in FINITE for token in rest)


def _stands_alone(scene: Scene, passage: Passage) -> bool:
    """A long quotation that is a paragraph by itself."""
    span = Quote(passage.span.start, passage.span.end, "direct")
    return passage.words >= LONG and is_alone(scene, span)


def _may_go_on(
    scene: Scene, speaker: Speaker, passage: Passage, before: tuple[Passage, Quote] | None, *, is_behind: bool
) -> bool:
    """A person; or a role that has just spoken. Behind the quotation nobody who follows on another's words."""
    other = (
        before[1].speaker if before and scene.paragraph(passage.begins) - scene.paragraph(before[0].ends) < 2 else None
    )
    if speaker.name is None or not (scene.is_person(speaker) or speaker.name == other):
        return False
    return not is_behind or other is None or other == speaker.name


def between(scene: Scene, quotes: Sequence[Quote]) -> list[Quote]:
    """A quotation that is a paragraph by itself between two of one speaker, who asked nothing, is likely his."""
    found = list(quotes)
    for place in range(1, len(found) - 1):
        before, one, after = found[place - 1 : place + 2]
        if one.speaker or one.cue or before.speaker is None or before.speaker != after.speaker:
            continue
        if is_alone(scene, one) and _follows(scene, before, one) and _follows(scene, one, after):
            found[place] = Quote(one.start, one.end, one.kind, before.speaker, certain=False, cue=before.cue)
    return found


def is_alone(scene: Scene, quote: Quote) -> bool:
    """Whether nothing but the quotation stands in its paragraph."""
    article = scene.draft.article
    paragraph = article.paragraphs[scene.paragraph(scene.draft.sentence_at(quote.start + 1))]
    around = article.text[paragraph.start : quote.start] + article.text[quote.end : paragraph.end]
    return not any(character.isalnum() for character in around)


def _follows(scene: Scene, before: Quote, quote: Quote) -> bool:
    """Whether a quotation stands in the next paragraph and answers no question."""
    paragraphs = [scene.paragraph(scene.draft.sentence_at(one.start + 1)) for one in (before, quote)]
    asked = scene.draft.article.text[before.start : before.end].endswith("?")
    return paragraphs[1] - paragraphs[0] == 1 and not asked


def goes_on_alone(scene: Scene, passage: Passage, before: tuple[Passage, Quote] | None) -> Quote | None:
    """A long quotation that is a paragraph by itself, right behind a paragraph that ends with one speaker's words."""
    if before is None or before[1].speaker is None or passage.words < LONG:
        return None
    other, quote = before
    text = scene.draft.article.text
    span = Quote(passage.span.start, passage.span.end, "direct")
    if not is_alone(scene, span) or not _follows(scene, quote, span):
        return None
    last = max(other.last, scene.draft.tokens_in(quote.cue)[-1] if quote.cue else 0)
    here = scene.paragraph(other.ends)
    ends = scene.draft.sentences[scene.draft.sentence_of(last)].stop
    same = ends >= len(scene.draft.forms) or scene.paragraph(scene.draft.sentence_of(ends)) != here
    article = scene.draft.article
    whole = text[article.paragraphs[here].start : article.paragraphs[here].end]
    if not same or whole.rstrip().endswith("?"):
        return None
    return Quote(span.start, span.end, "direct", quote.speaker, certain=False, cue=quote.cue)
