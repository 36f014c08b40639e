"""Quotations alone in their paragraph in an article about one person: nobody else is likely to be quoted there."""

from collections import Counter
from collections.abc import Sequence

from learner.language.analysis import Quote
from learner.language.beside import LONG, TAKING_IN, is_alone
from learner.language.scene import Passage, Scene
from learner.language.speakers import Speaker
from learner.lexicon.wordclasses import wordclass

_ASKING = wordclass("verbs.asking", "verbs.requesting")
_HEADLINES = 2  # paragraphs at the top that may be headlines
_MANY = 3  # quotations of the one from whom a headline quotes
_ENOUGH = 2  # quotations that a person whom the article is about has at least


def behind_act(scene: Scene, passage: Passage, quotes: Sequence[Quote]) -> Quote | None:
    """`… schweigt sie eine Weile. ¶ „Da war Scham.“`: the one who acts last before, if he has been quoted already."""
    sentence = passage.begins - 1
    span = Quote(passage.span.start, passage.span.end, "direct")
    if sentence < 0 or passage.words < LONG or not is_alone(scene, span):
        return None
    if scene.paragraph(passage.begins) - scene.paragraph(sentence) != 1 or _is_taken(scene, sentence):
        return None
    speaker = scene.subject_of(sentence)
    if speaker is None or not scene.is_person(speaker) or _names_another(scene, sentence, speaker):
        return None
    if not any(quote.speaker == speaker.name for quote in quotes):
        return None
    return _by(scene, passage.span.start, passage.span.end, speaker)


def _is_taken(scene: Scene, sentence: int) -> bool:
    """Whether a sentence has a quotation of its own, or tells of somebody who asks or listens."""
    quoted = any(sentence in {other.begins, other.ends} for other in scene.passages)
    verbs = {scene.draft.words[token].lemma for token in scene.draft.sentences[sentence]}
    return quoted or bool(verbs & (_ASKING | TAKING_IN))


def _names_another(scene: Scene, sentence: int, speaker: Speaker) -> bool:
    """Whether a person stands in a sentence who is not the speaker."""
    named = scene.speakers.named(scene.draft.sentences[sentence])
    return bool(named - {speaker.name})


def over_all(scene: Scene, quotes: Sequence[Quote]) -> list[Quote]:
    """`„Es lohnt sich“ ¶ Karla Henn leitet das Museum.`: over a portrait the words of the one it is about."""
    first = quotes[0] if quotes else None
    sentence = scene.draft.sentence_at(first.end) + 1 if first else 0
    if most := _most_quoted(scene, quotes):
        return most
    if first is None or first.speaker or first.cue or not is_alone(scene, first):
        return list(quotes)
    if scene.draft.sentence_at(first.start + 1) > 0 or sentence >= len(scene.draft.sentences):
        return list(quotes)
    speaker = scene.subject_of(sentence)
    said = [quote.speaker for quote in quotes[1:] if quote.speaker]
    if speaker is None or not scene.is_person(speaker) or said[:1] != [speaker.name]:
        return list(quotes)
    own = said.count(speaker.name or "")
    if own < _ENOUGH or own * 2 < len(said):
        return list(quotes)
    return [_by(scene, first.start, first.end, speaker), *quotes[1:]]


def _most_quoted(scene: Scene, quotes: Sequence[Quote]) -> list[Quote]:
    """A headline's quotation is by the one whom the article quotes first and most often; else empty."""
    first = quotes[0] if quotes else None
    if first is None or first.speaker or first.cue or not _is_headline(scene, first):
        return []
    said = Counter(quote.speaker for quote in quotes[1:] if quote.speaker).most_common(2)
    if not said or said[0][1] < _MANY or (len(said) > 1 and said[0][1] == said[1][1]):
        return []
    source = next(quote for quote in quotes if quote.speaker)
    person = any(one.name == source.speaker and one.kind == "person" for one in scene.names)
    if source.speaker != said[0][0] or not person:
        return []
    return [Quote(first.start, first.end, "direct", source.speaker, certain=False, cue=source.cue), *quotes[1:]]


def _is_headline(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation ends one of the first two paragraphs, with no full stop behind it."""
    article = scene.draft.article
    number = scene.paragraph(scene.draft.sentence_at(quote.start + 1))
    paragraph = article.paragraphs[number]
    behind = article.text[quote.end : paragraph.end]
    return number < _HEADLINES and not any(sign.isalnum() or sign in ".,;:" for sign in behind)


def _by(scene: Scene, start: int, end: int, speaker: Speaker) -> Quote:
    """The quotation, likely by the one who is told of."""
    cue = scene.draft.span(speaker.phrase.first, speaker.phrase.last)
    return Quote(start, end, "direct", speaker.name, certain=False, cue=cue)
