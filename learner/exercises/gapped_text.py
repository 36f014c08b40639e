"""gapped-text: a sentence taken out of its paragraph, among sentences from elsewhere that something keeps out."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from learner.exercises.authors import tells_of_author
from learner.exercises.cohesion.places import Place, Reason, is_self_contained, misfit, tie
from learner.exercises.cohesion.pointers import PERSONAL
from learner.exercises.contexts import DATELINE, clean, shows
from learner.exercises.correct import is_correct
from learner.exercises.difficulty import at_least
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.leaning import tells_all
from learner.exercises.lost_quotes import doubtful, lost_quotation
from learner.exercises.material import Material, fingerprint
from learner.exercises.paragraphs import lead_paragraph, prose, sentences_of, topics
from learner.exercises.passage import BLANK
from learner.exercises.readable import is_easy_passage, is_readable
from learner.lexicon.lexeme import LEVELS
from learner.lexicon.wordclasses import wordclass

EXERCISE = "gapped-text"
_STEM = "Welcher Satz gehört in die Lücke?"
_LENGTH = range(6, 34)  # tokens of a sentence taken out, or offered
_WINDOWS = ((4, 2), (3, 2), (2, 2), (3, 1), (2, 1))  # sentences shown before and behind, the most that can be taken in
_FEWEST_SHOWN = 2
_REACH = 8  # sentences of a long paragraph that belong together
_FEWEST_WORDS = 18  # of what is shown
_FEWEST_WRONG, _MOST_WRONG = 2, 3
_APART = 2  # paragraphs; nearer ones speak of the same matter in other words
_MOST_USES = 2  # items in which the same sentence is a wrong one
_LONGER = 2.2  # times as long as the key stands out
_FEWEST_HARD = 10  # tokens of a sentence that is worth placing at C1
_STRAY = frozenset(f"misfit.{where}{kind}" for where in ("", "next-") for kind in PERSONAL)
_MARKS = frozenset("[]|()!")
_CAPITALISING = frozenset("„«»:")  # behind them a small word has a capital, and no mark is lost
_OWN = wordclass("pronouns.first-person", "pronouns.first-plural")
_Wrong = tuple[int, Reason]  # a sentence from elsewhere, and what keeps it out


@dataclass(frozen=True, slots=True)
class Gap:
    """A place, the sentences that are shown around it, and what ties its own sentence to them."""

    place: Place
    shown: tuple[int, ...]
    tied: Reason


def generate(material: Material) -> tuple[Item, ...]:
    """Items of different places, the firmest ties first; what one of them shows or asks no other one asks or offers."""
    able = [number for number in range(1, len(material.analysis.article.sentences)) if is_movable(material, number)]
    items: list[Item] = []
    shown: set[int] = set()
    offered: Counter[int] = Counter()
    for gap in sorted(_gaps(material, able), key=lambda one: -one.tied.weight):
        place, here = gap.place, {gap.place.number, *gap.shown}
        if here & shown.union(offered):
            continue
        free = [number for number in able if number not in shown and offered[number] < _MOST_USES]
        material.rng(f"{EXERCISE} {place.number}").shuffle(free)
        alike = frozenset(number for number in free if _tells_alike(material, number, gap))
        wrong = _wrong(material, place, sorted(free, key=lambda number: (number not in alike, offered[number])))
        new = [one for one in wrong if not offered[one[0]]]
        wrong = [*new, *(one for one in wrong if offered[one[0]])][: len(new) + 1]
        if len(wrong) >= _FEWEST_WRONG and _is_hard_enough(material, place, wrong, alike):
            items.append(_item(material, gap, wrong))
            shown |= here
            offered.update(number for number, _ in wrong)
    return tuple(items)


def is_movable(material: Material, number: int) -> bool:
    """Whether a sentence can be shown alone: told, of middle length, correct, its quotations whole, without `ich`."""
    article = material.analysis.article
    sentence, text = article.sentences[number], material.analysis.sentence_text(number)
    tokens = article.tokens_of(sentence)
    if article.paragraphs[sentence.paragraph].kind != "body" or len(tokens) not in _LENGTH or _MARKS & set(text):
        return False
    if text[-1] not in ".?“«»" or not shows(material, number) or not is_readable(material, tokens):
        return False
    if number in doubtful(material) or tells_of_author(material, number) or _stands_twice(material, number):
        return False
    if not _CAPITALISING & set(text) and lost_quotation(material, number):
        return False
    own = any(material.analysis.form(token).lower() in _OWN for token in tokens)
    return not own and _holds_its_quotations(material, number)


def _stands_twice(material: Material, number: int) -> bool:
    """Whether the article says it again word for word, as a page does with what belongs to the page."""
    return material.analysis.article.text.count(material.analysis.sentence_text(number)) > 1


def _holds_its_quotations(material: Material, number: int) -> bool:
    """Whether every quotation lies within the sentence, together with who says it."""
    bounds = material.analysis.article.sentences[number]
    direct = (one for one in material.analysis.quotes if one.kind == "direct")
    here = [one for one in direct if one.start < bounds.end and one.end > bounds.start]
    parts = [part for one in here for part in (one, one.cue)]
    return all(part is not None and bounds.start <= part.start and part.end <= bounds.end for part in parts)


def _gaps(material: Material, able: Sequence[int]) -> Iterator[Gap]:
    """The places from which a sentence can be taken; the first paragraph only tells in short what the others tell."""
    article = material.analysis.article
    several = len(article.paragraphs) > 1
    running = {one for one in prose(material) if article.paragraphs[one].kind == "body" and (one or not several)}
    for number in able:
        paragraph = article.sentences[number].paragraph
        if paragraph not in running:
            continue
        whole = [one for one in sentences_of(material, paragraph) if abs(one - number) <= _REACH]
        place = Place(number, tuple(one for one in whole if one < number), tuple(one for one in whole if one > number))
        if place.before and place.behind and is_self_contained(material, place):
            tied = tie(material, place)
            shown = _shown(material, place, tied)
            if shown:
                yield Gap(place, shown, tied)


def _shown(material: Material, place: Place, tied: Reason) -> tuple[int, ...]:
    """The sentences around a place that can be shown, with the one that ties it to them; empty where none can."""
    windows = ((*place.before[-before:], *place.behind[:behind]) for before, behind in _WINDOWS)
    proof = {tied.sentence} - {None, place.number}
    return next((one for one in windows if proof <= set(one) and _is_showable(material, place, one)), ())


def _is_showable(material: Material, place: Place, shown: Sequence[int]) -> bool:
    """Whether enough is shown, all of it is correct running text, and no quotation is cut in two."""
    text = _text(material, place, shown)
    if len(shown) < _FEWEST_SHOWN or len(text.split()) < _FEWEST_WORDS or DATELINE.match(text):
        return False
    article = material.analysis.article
    whole = range(article.sentences[shown[0]].first, article.sentences[shown[-1]].last)
    if not is_easy_passage(material, whole):
        return False
    running = all(material.is_running(one) and is_correct(material, one) for one in shown)
    return running and tells_all(material, range(shown[0], shown[-1] + 1)) and clean(text.replace(BLANK, ""))


def _text(material: Material, place: Place, shown: Sequence[int]) -> str:
    """What is shown of the paragraph, with a blank in the place."""
    before = " ".join(material.analysis.sentence_text(one) for one in shown if one < place.number)
    behind = " ".join(material.analysis.sentence_text(one) for one in shown if one > place.number)
    return f"{before} {BLANK} {behind}".strip()


def _wrong(material: Material, place: Place, free: Sequence[int]) -> list[_Wrong]:
    """Sentences of other paragraphs that something keeps out, of a length like the key's."""
    found: list[_Wrong] = []
    for number in free:
        if material.analysis.article.sentences[number].paragraph == lead_paragraph(material):
            continue  # tells in short what the place tells
        apart = _distance(material, number, place.number)
        if not apart or _stands_out(material, number, place.number):
            continue
        reason = misfit(material, number, place, near=apart < _APART)
        if reason is not None:
            found.append((number, reason))
        if len(found) == _MOST_WRONG:
            break
    return found


def _tells_alike(material: Material, number: int, gap: Gap) -> bool:
    """Whether a sentence shares its matter with what is shown around the gap."""
    return bool(topics(material, [number]) & topics(material, gap.shown))


def _is_hard_enough(material: Material, place: Place, wrong: Sequence[_Wrong], alike: Collection[int]) -> bool:
    """Whether from B2 on its matter alone does not pick out the key, nor at C1 stray pronouns alone the wrong ones."""
    if not at_least(material.level, "B2"):
        return True
    near = any(number in alike and reason.key != "misfit.name" for number, reason in wrong)
    if not at_least(material.level, "C1"):
        return near
    article = material.analysis.article
    long_enough = len(article.tokens_of(article.sentences[place.number])) >= _FEWEST_HARD
    return near and long_enough and not all(reason.key in _STRAY for _, reason in wrong)


def _distance(material: Material, one: int, other: int) -> int:
    """How many paragraphs lie between two sentences; a text without paragraphs has one for every few sentences."""
    first, second = (material.analysis.article.sentences[number].paragraph for number in (one, other))
    return abs(first - second) or abs(one - other) // _REACH


def _stands_out(material: Material, one: int, other: int) -> bool:
    """Whether one of two sentences is much longer than the other."""
    sentences = material.analysis.article.sentences
    short, long = sorted(sentences[number].end - sentences[number].start for number in (one, other))
    return long / short > _LONGER


def _item(material: Material, gap: Gap, wrong: Sequence[_Wrong]) -> Choice:
    own, text, context = gap.place.number, material.analysis.sentence_text, _text(material, gap.place, gap.shown)
    proof = sorted({own, own if gap.tied.sentence is None else gap.tied.sentence})
    options = [Option(text(own), True, _feedback(gap.tied))]
    options += [Option(text(number), False, _feedback(reason)) for number, reason in wrong]
    return Choice(
        id=f"{EXERCISE}-{fingerprint(context)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=max(material.level, "B1", key=LEVELS.index),
        stem=_STEM,
        context=context,
        evidence=tuple(map(text, proof)),
        options=tuple(sorted(options, key=lambda option: option.text)),
    )


def _feedback(reason: Reason) -> Feedback:
    return Feedback(f"{EXERCISE}.{reason.key}", reason.values)
