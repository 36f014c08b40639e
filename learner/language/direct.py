"""Direct speech: quotations told from titles and scare quotes, each with the cue that names its speaker."""

from collections.abc import Iterable, Sequence

from learner.language.analysis import Quote
from learner.language.answering import answer, continued
from learner.language.beside import behind_report, beside, between, goes_on_alone, led, led_by_report
from learner.language.called import is_title, is_work, next_word
from learner.language.introduced import cue_around, cue_before, cue_behind
from learner.language.judged import judged
from learner.language.portrait import behind_act, over_all
from learner.language.questions import to_free_question
from learner.language.repeated import repeated
from learner.language.resumed import resumed
from learner.language.scene import PART, Passage, Scene, with_speaker
from learner.language.terms import is_called, is_offered, is_term
from learner.lexicon.wordclasses import wordclass

_HEARD = wordclass("verbs.hearing")
_SOUNDING = wordclass("verbs.sounding")


def cued(scene: Scene) -> dict[Passage, Quote]:
    """The passages that a cue beside or around them attributes."""
    found: dict[Passage, Quote] = {}
    for passage in scene.passages:
        if is_work(scene, passage):
            continue
        cue = (
            cue_behind(scene, passage)
            or cue_before(scene, passage)
            or cue_around(scene, passage)
            or judged(scene, passage)
        )
        if (
            cue and cue.speaker is None and (around := cue_around(scene, passage))
        ):  # `nennt es „…“, will aber zustimmen`
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
        called = work or is_called(scene, passage)
        if quote is None and not called and not is_term(scene, passage) and (inside := _within(passage, indirect)):
            quote = with_speaker(passage.span, "direct", inside)
            if is_offered(scene, passage):
                quote = scene.quote(passage.span, "direct", None)
        alone = (passage.whole or _is_sentence(scene, passage)) and not work
        if quote is None and alone and not is_title(scene, passage):
            quote = (
                continued(scene, passage, before)
                or answer(scene, passage, quotes, indirect)
                or to_free_question(scene, passage, [*quotes, *indirect])
                or behind_report(scene, passage, indirect)
                or led_by_report(scene, passage, indirect)
            )
            quote = quote or led(scene, passage) or beside(scene, passage, before)
            quote = quote or goes_on_alone(scene, passage, before) or behind_act(scene, passage, quotes)
            quote = quote or resumed(scene, passage, [*quotes, *indirect])
            quote = quote or scene.quote(passage.span, "direct", None)
        if quote:
            quotes.append(quote)
            before = passage, quote
    return over_all(scene, repeated(scene, between(scene, quotes)))


def _is_sentence(scene: Scene, passage: Passage) -> bool:
    """`„Immer.“`: one or two words that are a sentence by themselves."""
    forms, sentence = scene.draft.forms, scene.draft.sentences[passage.begins]
    before = [form for form in forms[sentence.start : passage.first] if form[0].isalnum()]
    return not before and forms[passage.last] in {".", "!", "?", "…"}


def _is_only_heard(scene: Scene, passage: Passage) -> bool:
    """`„…“, war zu hören`, `„…“, schallte es`: nobody is named for it."""
    token = next_word(scene, passage.last)
    if token is None or "," not in scene.draft.forms[passage.last + 1 : token]:
        return False
    words = scene.draft.words
    rest = range(token, scene.draft.sentences[scene.draft.sentence_of(token)].stop)
    heard = any(words[one].lemma in _HEARD and words[one - 1].tag == "PTKZU" for one in rest)
    return words[token].lemma in _SOUNDING or (words[token].lemma == "sein" and heard)


def _within(passage: Passage, indirect: Iterable[Quote]) -> Quote | None:
    if passage.words < PART:
        return None
    return next((one for one in indirect if one.start <= passage.span.start and passage.span.end <= one.end), None)
