"""topic: in which paragraph it is about money, school, animals …; the beginnings of four paragraphs to choose from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from learner.exercises import extent
from learner.exercises.correct import is_correct
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.material import Material, fingerprint
from learner.exercises.paragraphs import sentences_of
from learner.exercises.passage import safe
from learner.exercises.readable import is_readable
from learner.exercises.subheadings import beginning
from learner.exercises.topics import Words, is_touched, said_in, told, topics
from learner.exercises.voices import fields, is_spoken, lacks_voice, voice

EXERCISE = "topic"
_LEVELS = frozenset({"A2", "B1"})  # above them so wide a topic is found too easily
_FEWEST_WORDS = 28  # of a paragraph
_FIRST_WORDS = range(5, 10)
_WRONG, _FEWEST_WRONG = 3, 2
_MOSTLY = 0.8  # of its sentences that tell the topic
_THEME = 0.34  # of the paragraphs; what more of them tell is what the article is about
_STEM = 6  # letters
_SIGNS = '.,:;!?„“"»«›‹()–-…'
_READABLE = 0.75  # of a paragraph's sentences


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is asked for, its paragraph, the others to choose from, how many first words are shown, the proof."""

    stem: str
    number: int
    wrong: list[int]
    shown: int
    evidence: tuple[str, ...]
    right: Feedback
    reason: str


def generate(material: Material) -> tuple[Item, ...]:
    """One question for each topic and each field somebody speaks for, of every paragraph one, the clearest first."""
    if material.level not in _LEVELS:
        return ()
    made: dict[int, Item] = {}
    for one in (*_topics(material), *_voices(material)):
        if one.number not in made and len(one.wrong) >= _FEWEST_WRONG:
            made[one.number] = _item(material, one)
    return tuple(made.values())


def _topics(material: Material) -> Iterator[_Sought]:
    """In which paragraph it is about money, school and the like."""
    for name, number in _found(material):
        one, topic = told(material)[number][name], topics()[name]
        yield _Sought(
            f"In welchem dieser Absätze geht es um {topic.name}?",
            number,
            _few(material, name, (it for it in _paragraphs(material) if not is_touched(topic, said_in(material, it)))),
            _shown(material, topic.tells, topic.name, number),
            tuple(material.analysis.sentence_text(sentence) for sentence in one.sentences),
            Feedback(f"{EXERCISE}.right", {"words": ", ".join(f"„{word}“" for word in one.words)}),
            f"{EXERCISE}.wrong",
        )


def _voices(material: Material) -> Iterator[_Sought]:
    """In which paragraph a scholar, a politician, … speaks."""
    for name, field in fields().items():
        shown = {number: _shown(material, field.people, field.name, number) for number in _paragraphs(material)}
        spoken = ((number, voice(material, name, number)) for number, words in shown.items() if words)
        number, found = next(((number, one) for number, one in spoken if one), (0, None))
        if found is None:
            continue
        who, quote = found
        wrong = _few(material, name, (it for it in _paragraphs(material) if lacks_voice(material, name, it)))
        if not any(_begins_quoted(material, one) for one in wrong) and _begins_quoted(material, number):
            continue  # the one that begins with a quotation mark
        sentences = extent.sentences(material.analysis, quote.start, quote.end)
        yield _Sought(
            f"In welchem dieser Absätze kommt {field.name} zu Wort?",
            number,
            wrong,
            shown[number],
            tuple(material.analysis.sentence_text(sentence) for sentence in sentences),
            Feedback(f"{EXERCISE}.voice", {"who": who}),
            f"{EXERCISE}.no-voice",
        )


def _begins_quoted(material: Material, number: int) -> bool:
    """Whether the paragraph begins with a quotation mark."""
    return beginning(material, number, 1)[:1] in set('„“”"»«')


def _few(material: Material, name: str, paragraphs: Iterable[int]) -> list[int]:
    """Some of the paragraphs, those first in which somebody speaks as well."""
    free = list(paragraphs)
    material.rng(f"{EXERCISE} {name}").shuffle(free)
    return sorted(free, key=lambda number: not is_spoken(material, number))[:_WRONG]


def _found(material: Material) -> Iterator[tuple[str, int]]:
    """Each topic that a paragraph certainly has, with the one that tells most of it; the clearest first."""
    best: dict[str, tuple[int, int]] = {}
    for number in _paragraphs(material):
        for name, one in told(material)[number].items():
            apart = not _is_theme(material, name) and _is_topic(material, name, number)
            if apart and _shown(material, topics()[name].tells, topics()[name].name, number):
                best[name] = max(best.get(name, (0, 0)), (len(one.words), -number))
    yield from ((name, -place) for name, (_, place) in sorted(best.items(), key=lambda pair: pair[1], reverse=True))


@lru_cache(maxsize=2)
def _paragraphs(material: Material) -> tuple[int, ...]:
    """The paragraphs that can be offered: readable, and not the first one, which tells what the article is about."""
    article = material.analysis.article
    return tuple(
        number
        for number in list(told(material))[1:]
        if article.paragraphs[number].kind == "body"
        and len(article.slice(article.paragraphs[number]).split()) >= _FEWEST_WORDS
        and safe(beginning(material, number, _FIRST_WORDS.stop))
        and is_correct(material, sentences_of(material, number)[0])
        and _is_readable(material, number)
    )


def _is_readable(material: Material, number: int) -> bool:
    article = material.analysis.article
    sentences = sentences_of(material, number)
    able = sum(is_readable(material, article.tokens_of(article.sentences[one])) for one in sentences)
    return able >= _READABLE * len(sentences)


def _is_topic(material: Material, name: str, number: int) -> bool:
    """Whether enough different words in enough sentences tell the topic."""
    one = told(material)[number][name]
    enough = len(one.words) >= topics()[name].fewest and len(one.sentences) > 1
    return enough and _share(material, name, number) >= _MOSTLY


def _share(material: Material, name: str, number: int) -> float:
    """The share of the paragraph's sentences that tell the topic."""
    return len(told(material)[number][name].sentences) / len(sentences_of(material, number))


def _is_theme(material: Material, name: str) -> bool:
    """Whether title, lead, a heading or many paragraphs tell the topic, so that it is no one paragraph's."""
    article = material.analysis.article
    heads = [article.slice(one) for one in article.paragraphs if one.kind == "heading"]
    lead = next((article.slice(one) for one in article.paragraphs if one.kind == "body"), "")
    above = " ".join([article.title or "", lead, *heads])
    title = [word.strip(_SIGNS).lower() for word in above.split()]
    several = [name in one and len(one[name].words) > 1 for one in told(material).values()]
    many = sum(several) > max(2, _THEME * len(several))
    return many or is_touched(topics()[name], title)


def _shown(material: Material, telling: Words, asked: str, number: int) -> int:
    """How many of its first words are shown: as many as say nothing of the answer, 0 where too few do."""
    words = [word.strip(_SIGNS).lower() for word in beginning(material, number, _FIRST_WORDS.stop).split()]
    places = (place for place, word in enumerate(words) if telling.hold(word) or is_named(word, asked))
    silent = next(places, len(words))
    return min(silent, _FIRST_WORDS[-1]) if silent >= _FIRST_WORDS[0] else 0


def is_named(word: str, asked: str) -> bool:
    """Whether a word is of the family of one in the question (`wissenschaftlich`, `jemand aus der Wissenschaft`)."""
    stems = {one[:_STEM].lower() for one in asked.split() if len(one) >= _STEM and one[0].isupper()}
    return word[:_STEM] in stems


def _item(material: Material, one: _Sought) -> Choice:
    options = [f"{beginning(material, place, one.shown)} …" for place in (one.number, *one.wrong)]
    return Choice(
        id=f"{EXERCISE}-{fingerprint(one.stem, options[0])}",
        exercise=EXERCISE,
        skill="comprehension",
        level=material.level,
        stem=one.stem,
        evidence=one.evidence,
        options=(
            Option(options[0], correct=True, feedback=one.right),
            *(Option(text, feedback=Feedback(one.reason, {})) for text in options[1:]),
        ),
        feedback=one.right,
    )
