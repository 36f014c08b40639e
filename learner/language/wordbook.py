"""The lexicon with a memory: what has been looked up once in this process is not looked up again."""

from functools import lru_cache

from learner.lexicon.lexeme import Lexeme
from learner.lexicon.lexicon import Lexicon, NounAnalysis

_REMEMBERED = 20_000  # a thousand articles ask for more, but seldom twice
_SHORTEST_HEAD = 3
_SOUND_HEAD = 6  # letters; behind what is no word a shorter one may be chance (`S-hirt`)
_LONGEST_HEAD = 80  # letters; no noun of the lexicon is that long
_LINKS = ("s", "es", "n", "en", "er", "e", "-")


@lru_cache(maxsize=2)
def wordbook(lexicon: Lexicon) -> "Wordbook":
    """The memory that belongs to a lexicon."""
    return Wordbook(lexicon)


class Wordbook:
    """What tagging asks about forms and lemmas; answers are those of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        remember = lru_cache(maxsize=_REMEMBERED)
        self.lookup = remember(lexicon.lookup)
        self.twins = remember(lexicon.twins)
        self.nouns = remember(lexicon.noun_analyses)
        self.lemmas = remember(lexicon.lemmas)
        self.analyses = remember(lexicon.analyses)
        self.head = remember(self._head)
        self._nouns_of = lexicon.nouns_of

    def is_noun(self, form: str) -> bool:
        """Whether the form is one of a noun in the lexicon."""
        return bool(self.lemmas(form, "NOUN"))

    def verb_readings(self, form: str, lemma: str) -> tuple[str, ...]:
        """The features the lexicon gives a form of this very verb (`Fin|Ind|Pres|3|Sing`)."""
        for found, pos, features in self.analyses(form):
            if found == lemma and pos == "VERB":
                return tuple(features.split(";"))
        return ()

    def is_verb(self, lemma: str) -> bool:
        """Whether the infinitive is a verb of the lexicon."""
        return self._verb(lemma) is not None

    def _verb(self, lemma: str) -> Lexeme | None:
        return self.lookup(lemma, "VERB")

    def _head(self, form: str) -> tuple[int, str] | None:
        """Where the head of an unknown compound begins, and the noun it is a form of (`Rheinfähren`: 5, Fähre).

        The longest ending that is a noun and leaves a word in front of it (Pflege + Hilfe, not Pfle + Gehilfe); the
        longest one if none does.
        """
        starts = range(max(1, len(form) - _LONGEST_HEAD), len(form) - _SHORTEST_HEAD + 1)
        endings = {start: form[start:].capitalize() for start in starts}
        known = self._nouns_of(tuple(endings.values()))
        nouns = [(start, known[ending]) for start, ending in endings.items() if ending in known]
        return next((one for one in nouns if self.is_first_part(form[: one[0]].lower())), nouns[0] if nouns else None)

    def is_first_part(self, text: str) -> bool:
        """Whether the text can stand in front of a compound's head."""
        stems = [text, text + "e", *(text.removesuffix(link) for link in _LINKS if text.endswith(link))]
        return (
            any(self.is_noun(stem.capitalize()) for stem in stems if len(stem) >= _SHORTEST_HEAD)
            or self.is_verb(text + "en")
            or any(pos == "ADJ" for _, pos, _ in self.analyses(text))
        )

    def noun_readings(self, form: str) -> tuple[NounAnalysis, ...]:
        """The readings of a noun's form; of an unknown compound those of its head, with the whole as lemma."""
        known = self.nouns(form)
        found = None if known else self.head(form)
        if not found:
            return known
        start, _ = found
        if len(form) - start < _SOUND_HEAD and not self.is_first_part(form[:start].lower()):
            return ()
        return tuple(
            NounAnalysis(form[:start] + one.lemma.lower(), one.gender, one.case, one.number)
            for one in self.nouns(form[start:].capitalize())
        )
