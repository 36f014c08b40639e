"""The clauses of an analysed sentence, found once and kept."""

from functools import lru_cache

from learner.language.analysis import Analysis, Same
from learner.language.assembly import find
from learner.language.clause import Clause
from learner.language.segments import TaggedSentence

__all__ = ["Clause", "clause_of", "clauses"]


def clauses(analysis: Analysis, sentence: int) -> list[Clause]:
    """The clauses of a sentence in the order in which they begin."""
    known = _known(Same(analysis))
    if sentence not in known:
        known[sentence] = _found(analysis, sentence)
    return list(known[sentence])


@lru_cache(maxsize=2)
def _known(_analysis: Same) -> dict[int, tuple[Clause, ...]]:
    """The clauses found so far by sentence, kept because every exercise asks for them anew."""
    return {}


def _found(analysis: Analysis, sentence: int) -> tuple[Clause, ...]:
    tokens = analysis.article.tokens_of(analysis.article.sentences[sentence])
    words = [analysis.words[token] for token in tokens]
    tagged = TaggedSentence(
        [analysis.form(token) for token in tokens], [word.tag for word in words], [word.lemma for word in words]
    )
    return tuple(clause.moved(tokens.start) for clause in find(tagged))


def clause_of(analysis: Analysis, sentence: int, token: int) -> Clause | None:
    """The clause of a sentence that holds a token; None for what belongs to none."""
    return next((clause for clause in clauses(analysis, sentence) if token in clause.tokens), None)
