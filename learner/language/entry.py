"""The entry of a word in its article: the lexicon's lexeme, every place it stands, its forms."""

from collections.abc import Iterable

from learner.language.analysis import Entry, Occurrence, Word
from learner.lexicon.lexeme import Lexeme
from learner.lexicon.lexicon import Lexicon

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


def entries(
    words: tuple[Word, ...], forms: list[str], sentences: Iterable[range], lexicon: Lexicon
) -> tuple[Entry, ...]:
    """One entry per lemma and part of speech, in order of first occurrence."""
    units: dict[tuple[str, str], list[Occurrence]] = {}
    particles = {word.head: index for index, word in enumerate(words) if word.head is not None}
    for number, tokens in enumerate(sentences):
        for token in tokens:
            word = words[token]
            if word.pos in CONTENT and word.head is None and forms[token][0].isalpha():
                unit = (token, particles[token]) if token in particles else (token,)
                units.setdefault((word.lemma, word.pos), []).append(Occurrence(number, unit))
    return tuple(
        Entry(lexeme(lemma, pos, lexicon), tuple(places), _forms(places, forms))
        for (lemma, pos), places in units.items()
    )


def _forms(places: list[Occurrence], forms: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(forms[token] for token in place.tokens) for place in places))


def lexeme(lemma: str, pos: str, lexicon: Lexicon) -> Lexeme:
    """The lexicon's entry, or a bare one with nothing but the frequency."""
    return lexicon.lookup(lemma, pos) or Lexeme(lemma, pos, zipf=lexicon.zipf(lemma, pos))
