"""gapped-text: sentences taken out of a passage, each tied to its place by words no other place has; two too many."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from learner.exercises.contexts import shows
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.material import Material, fingerprint
from learner.exercises.paragraphs import prose, sentences_of, topics
from learner.exercises.passage import Cut, gapped, safe
from learner.lexicon.lexeme import LEVELS

EXERCISE = "gapped-text"
_GAPS = range(3, 6)
_SPARE = 2
_LENGTH = range(7, 31)
_SENTENCES = range(8, 25)
_WIDESPREAD = 3  # sentences of the passage; a topic of more of them ties nothing to one place
_NEEDED = 2  # paragraphs between the passage and a sentence that does not belong to it


def generate(material: Material) -> tuple[Item, ...]:
    """At most one item: the first passage with three gaps or more that no sentence could change."""
    for passage in _passages(material):
        gaps = _gaps(material, passage)
        spare = _spare(material, passage, gaps) if gaps else []
        if len(spare) == _SPARE:
            return (_item(material, passage, gaps, spare),)
    return ()


def _passages(material: Material) -> Iterator[list[int]]:
    """Runs of whole neighbouring paragraphs of running text, short ones first."""
    numbers = prose(material)
    runs = [numbers[start : start + count] for count in (2, 3, 4, 5) for start in range(len(numbers) - count + 1)]
    for run in runs:
        if run[-1] - run[0] != len(run) - 1:
            continue
        sentences = [number for paragraph in run for number in sentences_of(material, paragraph)]
        text = " ".join(material.analysis.sentence_text(number) for number in sentences)
        if len(sentences) in _SENTENCES and safe(text):
            yield sentences


def _gaps(material: Material, passage: Sequence[int]) -> list[int]:
    """The sentences to take out: apart from each other, each with a topic in common with its own place alone."""
    common = _widespread(material, passage)
    able = [number for number in passage[1:-1] if _is_movable(material, number) and _tie(material, number) - common]
    for count in reversed(_GAPS):
        for chosen in combinations(able, count):
            apart = all(two - one > 2 for one, two in pairwise(chosen))
            if apart and _fits_once(material, chosen, common):
                return list(chosen)
    return []


def _is_movable(material: Material, number: int) -> bool:
    """A sentence of middle length without quotation, which does not open its paragraph."""
    article = material.analysis.article
    sentence = article.sentences[number]
    opens = number == 0 or article.sentences[number - 1].paragraph != sentence.paragraph
    text = material.analysis.sentence_text(number)
    return not opens and sentence.last - sentence.first in _LENGTH and not any(mark in text for mark in '„“”»«"|[]')


def _widespread(material: Material, passage: Sequence[int]) -> frozenset[str]:
    """The topics that run through the passage."""
    counted = Counter(topic for number in passage for topic in topics(material, [number]))
    return frozenset(topic for topic, count in counted.items() if count > _WIDESPREAD)


def _tie(material: Material, number: int) -> frozenset[str]:
    """The topics a sentence shares with the one before it."""
    return topics(material, [number]) & topics(material, [number - 1])


def _fits_once(material: Material, chosen: Sequence[int], common: frozenset[str]) -> bool:
    """Whether no sentence shares a topic of its own with the surroundings of another one's place."""
    return not any(
        (topics(material, [number]) - common) & topics(material, [place - 1, place + 1])
        for number in chosen
        for place in chosen
        if number != place
    )


def _spare(material: Material, passage: Sequence[int], gaps: Sequence[int]) -> list[int]:
    """Sentences from far away that name nothing the passage names, and something it lacks."""
    article = material.analysis.article
    near = {article.sentences[number].paragraph for number in passage}
    here = topics(material, [place + step for place in gaps for step in (-1, 0, 1)])
    able = [
        number
        for number in range(1, len(article.sentences))
        if shows(material, number)
        and _is_movable(material, number)
        and all(abs(article.sentences[number].paragraph - one) >= _NEEDED for one in near)
        and len(topics(material, [number])) >= 2
        and not topics(material, [number]) & here
    ]
    material.rng(EXERCISE).shuffle(able)
    return able[:_SPARE]


def _item(material: Material, passage: Sequence[int], gaps: Sequence[int], spare: Sequence[int]) -> Gap:
    article = material.analysis.article
    start, end = article.sentences[passage[0]].start, article.sentences[passage[-1]].end
    text = article.text[start:end]
    cuts = [Cut(article.sentences[number].start, article.sentences[number].end) for number in gaps]
    bank = [material.analysis.sentence_text(number) for number in (*gaps, *spare)]
    material.rng(f"{EXERCISE} bank").shuffle(bank)
    return Gap(
        id=f"{EXERCISE}-{fingerprint(text)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=max(material.level, "B1", key=LEVELS.index),
        stem="Welcher Satz passt in welche Lücke? Zwei Sätze bleiben übrig.",
        evidence=tuple(material.analysis.sentence_text(number) for number in gaps),
        passage=gapped(text, start, cuts),
        bank=tuple(bank),
        feedback=Feedback(f"{EXERCISE}.right", {}),
    )
