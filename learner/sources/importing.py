"""The way of one article from a source to an analysis or a lesson, the same for every face."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from learner.errors import LessonError
from learner.exercises.lesson import Lesson, Origin
from learner.language.analysis import Analysis
from learner.lexicon.lexeme import LEVELS, Level
from learner.sources.reading import Source, read
from learner.text.article import Article

_ENOUGH = 10  # items for which a learner need not go nearer to the text's level
Progress = Callable[[float, str], None]
"""Called with the share done (0-1) and what is being done, while the word table is built."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a lesson is to be: level (None: the text's own), seed, minutes or exam, what its author changes."""

    level: Level | None = None
    seed: int = 0
    minutes: int | None = None
    exam: str = ""
    adjust: Callable[[Analysis], Analysis] = lambda analysis: analysis


def read_article(name: str, stdin: BinaryIO | None = None) -> tuple[Source, Article]:
    """The source behind a path, address or `-`, and its cleaned article. Raises SourceError or TextError."""
    from learner.text.reading import article

    source = read(name, stdin=stdin)
    return source, article(source.text, source.kind, title=source.title)


def analyse(article: Article, progress: Progress | None = None) -> Analysis:
    """The analysis of an article; the word table is built first where it is missing."""
    from learner.language.analyzing import analyze
    from learner.lexicon import wordtable
    from learner.lexicon.lexicon import Lexicon

    return analyze(article, Lexicon.shared(wordtable.ensure(progress)))


def make_lesson(source: Source, article: Article, request: Request, progress: Progress | None = None) -> Lesson:
    """The lesson of a source's article. Raises LessonError where the article cannot carry one."""
    analysis = request.adjust(analyse(article, progress))
    return _made(source, analysis, request, request.level or analysis.level.cefr)


def lesson_for(source: Source, article: Article, learner: Level, seed: int, progress: Progress | None = None) -> Lesson:
    """The lesson for a learner of a level, at the nearest level up to the text's own at which it has enough items.

    Where no level gives so many, the one that gives the most. Raises LessonError where none gives any.
    """
    analysis = analyse(article, progress)
    made: list[Lesson] = []
    refused: LessonError | None = None
    for level in _between(learner, analysis.level.cefr):
        try:
            made.append(_made(source, analysis, Request(seed=seed), level))
        except LessonError as error:
            refused = refused or error
            continue
        if len(made[-1].items) >= _ENOUGH:
            return made[-1]
    if not made and refused is not None:
        raise refused
    return max(made, key=lambda lesson: len(lesson.items))


def _between(one: Level, other: Level) -> tuple[Level, ...]:
    """The levels from one to the other, both with them."""
    first, last = LEVELS.index(one), LEVELS.index(other)
    return LEVELS[first : last + 1] if first <= last else LEVELS[last : first + 1][::-1]


def _made(source: Source, analysis: Analysis, request: Request, level: Level) -> Lesson:
    from learner.exercises.making import make
    from learner.lexicon.lexicon import Lexicon

    return make(
        analysis,
        level=level,
        seed=request.seed,
        lexicon=Lexicon.shared(),
        origin=Origin(source=source.origin),
        source_text=source.text,
        minutes=request.minutes,
        exam=request.exam,
    )
