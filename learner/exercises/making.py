"""A lesson is composed: warm-up words, comprehension from global to detail, language work, the C-test at the end."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from learner.errors import LessonError
from learner.exercises import (
    article_plural,
    c_test,
    compound,
    connector,
    ending,
    match_meanings,
    meaning,
    particle,
    preposition,
    principal_parts,
    reported_speech,
    true_false,
    type_word,
    verb_form,
    w_question,
    who_said_it,
    word_bank,
    word_family,
    word_order,
)
from learner.exercises.balance import balanced
from learner.exercises.content import stamped
from learner.exercises.item import Gap, Item
from learner.exercises.lesson import Lesson, Origin
from learner.exercises.material import Material
from learner.language.analysis import Analysis
from learner.lexicon.lexeme import Level
from learner.lexicon.lexicon import Lexicon

_FEWEST_WORDS = 60
_UNKNOWN = Origin()
_SENTENCE_TWICE = 2
_PLAN: dict[str, tuple[tuple[str, int], ...]] = {
    "A1": (("meaning", 10), ("who-said-it", 4), ("true-false", 8), ("article-plural", 6), ("word-bank", 2)),
    "A2": (("meaning", 10), ("who-said-it", 4), ("true-false", 8), ("article-plural", 6), ("word-bank", 2)),
    "B1": (
        ("meaning", 8),
        ("who-said-it", 4),
        ("true-false", 8),
        ("article-plural", 5),
        ("word-bank", 2),
        ("type-word", 3),
        ("c-test", 1),
    ),
    "B2": (
        ("meaning", 8),
        ("who-said-it", 6),
        ("true-false", 8),
        ("article-plural", 4),
        ("word-bank", 1),
        ("type-word", 5),
        ("c-test", 1),
    ),
    "C1": (
        ("meaning", 6),
        ("who-said-it", 6),
        ("true-false", 8),
        ("article-plural", 3),
        ("type-word", 8),
        ("c-test", 1),
    ),
}
_PLAN["C2"] = _PLAN["C1"]
GENERATORS = {
    "meaning": meaning.generate,
    "w-question": w_question.generate,
    "who-said-it": who_said_it.generate,
    "true-false": true_false.generate,
    "article-plural": article_plural.generate,
    "word-bank": word_bank.generate,
    "type-word": type_word.generate,
    "c-test": c_test.generate,
    "compound": compound.generate,
    "connector": connector.generate,
    "ending": ending.generate,
    "match-meanings": match_meanings.generate,
    "particle": particle.generate,
    "preposition": preposition.generate,
    "principal-parts": principal_parts.generate,
    "reported-speech": reported_speech.generate,
    "verb-form": verb_form.generate,
    "word-family": word_family.generate,
    "word-order": word_order.generate,
}


def make(
    analysis: Analysis, *, level: Level, seed: int, lexicon: Lexicon, origin: Origin = _UNKNOWN, source_text: str = ""
) -> Lesson:
    """The lesson of an analysed article; the same arguments make the same lesson, byte for byte.

    Raises LessonError where the article is too short for a lesson or carries no sound item.
    """
    if sum(word.pos != "PUNCT" for word in analysis.words) < _FEWEST_WORDS:
        hint = f"A lesson needs at least {_FEWEST_WORDS} words of running text."
        raise LessonError("the article is too short for a lesson.", hint=hint)
    items = compose(Material(analysis, lexicon, level, seed))
    if not items:
        raise LessonError("no sound exercise can be made from this article.", hint="Try another level or article.")
    text = source_text or analysis.article.text
    uid = hashlib.sha256(text.encode()).hexdigest()[:16]
    title = analysis.article.title or _first_words(analysis)
    return Lesson(uid, title, level, seed, analysis, items, origin)


def compose(material: Material) -> tuple[Item, ...]:
    """The items of a lesson in the order of practice."""
    chosen: list[Item] = []
    asked = _Asked()
    for exercise, most in _PLAN[material.level]:
        pool = _preferred(exercise, GENERATORS[exercise](material), material)
        for item in pool:
            if sum(other.exercise == exercise for other in chosen) < most and asked.admits(item):
                chosen.append(item)
                asked.add(item)
    ordered = sorted(chosen, key=lambda item: [name for name, _ in _PLAN[material.level]].index(item.exercise))
    return tuple(stamped(item) for item in balanced(ordered, material.rng("balance")))


class _Asked:
    """What has been asked: no lemma in two items that give each other away, no sentence three times."""

    def __init__(self) -> None:
        self._lemmas: Counter[str] = Counter()
        self._sentences: Counter[str] = Counter()

    def admits(self, item: Item) -> bool:
        """Whether the item adds something new."""
        if item.lemma and self._lemmas[item.lemma]:
            return False
        if isinstance(item, Gap) and item.exercise != "type-word":
            return True
        return all(self._sentences[sentence] < _SENTENCE_TWICE for sentence in item.evidence)

    def add(self, item: Item) -> None:
        """Remember what an item asks."""
        self._lemmas[item.lemma] += 1
        self._sentences.update(item.evidence)


def _preferred(exercise: str, items: Iterable[Item], material: Material) -> list[Item]:
    """Words by their frequency in the article and the language; other items spread over the article."""
    found = list(items)
    weight = {
        entry.lexeme.lemma: (len(entry.occurrences), entry.lexeme.zipf or 0.0) for entry in material.analysis.entries
    }
    if exercise in {"meaning", "article-plural", "type-word"}:
        return sorted(found, key=lambda item: (*(-value for value in weight.get(item.lemma, (0, 0.0))), item.id))
    material.rng(f"spread {exercise}").shuffle(found)
    return found


def _first_words(analysis: Analysis) -> str:
    words = analysis.article.text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
