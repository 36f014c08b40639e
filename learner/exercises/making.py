"""An analysed article becomes a lesson, or an exam set as far as the article can carry it."""

import hashlib

from learner.errors import LessonError
from learner.exercises.composing import compose
from learner.exercises.exams import compose_exam
from learner.exercises.generators import GENERATORS
from learner.exercises.lesson import Lesson, Origin
from learner.exercises.material import Material
from learner.language.analysis import Analysis
from learner.language.garbage import uncollected
from learner.lexicon.lexeme import Level
from learner.lexicon.lexicon import Lexicon

_FEWEST_WORDS = 60
_UNKNOWN = Origin()


@uncollected()
def make(
    analysis: Analysis,
    *,
    level: Level,
    seed: int,
    lexicon: Lexicon,
    origin: Origin = _UNKNOWN,
    source_text: str = "",
    minutes: int | None = None,
    exam: str = "",
) -> Lesson:
    """The lesson of an analysed article; the same arguments make the same lesson, byte for byte.

    `minutes` bounds the time of practice; `exam` names a set of `assets/exercises/exams`. Raises LessonError where the
    article is too short for a lesson or carries no sound item.
    """
    if sum(word.pos != "PUNCT" for word in analysis.words) < _FEWEST_WORDS:
        hint = f"A lesson needs at least {_FEWEST_WORDS} words of running text."
        raise LessonError("the article is too short for a lesson.", hint=hint)
    material = Material(analysis, lexicon, level, seed)
    items, made = compose_exam(material, exam) if exam else (compose(material, minutes), None)
    if not items:
        raise LessonError("no sound exercise can be made from this article.", hint="Try another level or article.")
    text = source_text or analysis.article.text
    uid = hashlib.sha256(text.encode()).hexdigest()[:16]
    title = analysis.article.title or _first_words(analysis)
    return Lesson(uid, title, level, seed, analysis, items, origin, made)


def _first_words(analysis: Analysis) -> str:
    words = analysis.article.text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


__all__ = ["GENERATORS", "compose", "make"]
