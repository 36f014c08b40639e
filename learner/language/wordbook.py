"""The lexicon with a memory: what has been looked up once in this process is not looked up again."""

from functools import lru_cache

from learner.lexicon.lexeme import Lexeme
from learner.lexicon.lexicon import Lexicon, NounAnalysis

_REMEMBERED = 40_000
_SHORTEST_HEAD = 3


@lru_cache(maxsize=2)
def wordbook(lexicon: Lexicon) -> "Wordbook":
    """The memory that belongs to a lexicon."""
    return Wordbook(lexicon)


class Wordbook:
    """What tagging asks about forms and lemmas; answers are those of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        remember = lru_cache(maxsize=_REMEMBERED)
        self.lookup = remember(lexicon.lookup)
        self.nouns = remember(lexicon.noun_analyses)
        self.lemmas = remember(lexicon.lemmas)
        self.analyses = remember(lexicon.analyses)
        self.head = remember(self._head)

    def is_noun(self, form: str) -> bool:
        """Whether the form is one of a noun in the lexicon."""
        return bool(self.lemmas(form, "NOUN"))

    def verb_readings(self, form: str, lemma: str) -> frozenset[str]:
        """The features the lexicon gives a form of this very verb (`Fin|Ind|Pres|3|Sing`)."""
        for found, pos, features in self.analyses(form):
            if found == lemma and pos == "VERB":
                return frozenset(features.split(";"))
        return frozenset()

    def is_verb(self, lemma: str) -> bool:
        """Whether the infinitive is a verb of the lexicon."""
        return self._verb(lemma) is not None

    def _verb(self, lemma: str) -> Lexeme | None:
        return self.lookup(lemma, "VERB")

    def _head(self, form: str) -> tuple[int, str] | None:
        """Where the longest ending of a form begins that is a noun's form, and that noun (`Rheinfähren`: 5, Fähre)."""
        for start in range(1, len(form) - _SHORTEST_HEAD + 1):
            lemmas = self.lemmas(form[start:].capitalize(), "NOUN")
            if lemmas:
                return start, lemmas[0]
        return None

    def noun_readings(self, form: str) -> tuple[NounAnalysis, ...]:
        """The readings of a noun's form; of an unknown compound those of its head, with the whole as lemma."""
        known = self.nouns(form)
        found = None if known else self.head(form)
        if not found:
            return known
        start, _ = found
        return tuple(
            NounAnalysis(form[:start] + one.lemma.lower(), one.gender, one.case, one.number)
            for one in self.nouns(form[start:].capitalize())
        )
