"""The way of one article from a source to an analysis or a lesson, the same for every face."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from learner.exercises.lesson import Lesson, Origin
from learner.language.analysis import Analysis
from learner.lexicon.lexeme import Level
from learner.sources.reading import Source, read
from learner.text.article import Article

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
    from learner.exercises.making import make
    from learner.language.analyzing import analyze
    from learner.lexicon import wordtable
    from learner.lexicon.lexicon import Lexicon

    lexicon = Lexicon.shared(wordtable.ensure(progress))
    analysis = request.adjust(analyze(article, lexicon))
    return make(
        analysis,
        level=request.level or analysis.level.cefr,
        seed=request.seed,
        lexicon=lexicon,
        origin=Origin(source=source.origin),
        source_text=source.text,
        minutes=request.minutes,
        exam=request.exam,
    )
