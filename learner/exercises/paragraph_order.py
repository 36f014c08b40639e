"""paragraph-order: parts that each take up the one before by a pronoun or `dieser`; else left to authors."""

from itertools import pairwise

from learner.exercises.item import Feedback, Item, Order
from learner.exercises.material import Material, fingerprint
from learner.exercises.paragraphs import prose, sentences_of, topics
from learner.exercises.passage import safe
from learner.exercises.persons import PRONOUNS, antecedent
from learner.lexicon.lexeme import LEVELS

EXERCISE = "paragraph-order"
_PARTS = range(4, 7)
_MOST_WORDS = 75
_DEMONSTRATIVE = ("diese", "dieser", "dieses", "diesen", "diesem")


def generate(material: Material) -> tuple[Item, ...]:
    """At most one item: neighbouring paragraphs of which every one ties to exactly the one before it."""
    numbers = prose(material)
    for count in reversed(_PARTS):
        for start in range(len(numbers) - count + 1):
            run = numbers[start : start + count]
            if run[-1] - run[0] == count - 1 and _is_chain(material, run):
                return (_item(material, run),)
    return ()


def _is_chain(material: Material, run: list[int]) -> bool:
    article = material.analysis.article
    short = all(len(article.slice(article.paragraphs[number]).split()) <= _MOST_WORDS for number in run)
    plain = all(safe(article.slice(article.paragraphs[number])) for number in run)
    return short and plain and all(_ties(material, after, run) == {before} for before, after in pairwise(run))


def _ties(material: Material, paragraph: int, run: list[int]) -> set[int]:
    """The other parts that hold what the paragraph's first words take up."""
    article = material.analysis.article
    first = article.sentences[sentences_of(material, paragraph)[0]]
    form = material.analysis.form(first.first).lower()
    others = [number for number in run if number != paragraph]
    if form in PRONOUNS and material.analysis.words[first.first].tag == "PPER":
        person = antecedent(material, form, article.tokens[first.first].start)
        spans = [article.paragraphs[number] for number in others]
        return {
            number
            for number, span in zip(others, spans, strict=True)
            if person and any(span.start <= mention.start < span.end for mention in person.mentions)
        }
    if form in _DEMONSTRATIVE and material.analysis.words[first.first + 1].pos == "NOUN":
        noun = material.analysis.words[first.first + 1].lemma.lower()[:6]
        return {number for number in others if noun in topics(material, sentences_of(material, number))}
    return set()


def _item(material: Material, run: list[int]) -> Order:
    article = material.analysis.article
    parts = tuple(article.slice(article.paragraphs[number]) for number in run)
    return Order(
        id=f"{EXERCISE}-{fingerprint(*parts)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=max(material.level, "B1", key=LEVELS.index),
        stem="Bringe die Teile in die richtige Reihenfolge. Der erste steht fest.",
        evidence=tuple(material.analysis.sentence_text(sentences_of(material, number)[0]) for number in run[1:]),
        chunks=parts,
        feedback=Feedback(f"{EXERCISE}.right", {}),
    )
