"""headings: two key words for each paragraph, which stand in no other; two pairs too many."""

from collections.abc import Sequence

from learner.exercises.distractors import apart
from learner.exercises.item import Feedback, Item, Match
from learner.exercises.material import Material, fingerprint
from learner.exercises.paragraphs import prose, sentences_of, topics
from learner.exercises.passage import safe
from learner.exercises.usage import is_no_name, is_sensitive
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry, Occurrence
from learner.language.tables import column

EXERCISE = "headings"
_FEWEST, _MOST = 4, 5
_STEM = 5  # letters that the beginning of a paragraph must not share with its key words
_SPARE = 2
_COMMON = 4.6  # Zipf; more frequent nouns tell little of a paragraph
_FIRST_WORDS = 7
_FIRM = 3  # letters a noun must have more than


def generate(material: Material) -> tuple[Item, ...]:
    """At most one item, where six paragraphs have key words of their own: four are asked, two give the spare pairs."""
    headed = _headed(material)
    if len(headed) < _FEWEST + _SPARE:
        return ()
    asked = min(len(headed) - _SPARE, _MOST)
    unasked = set(material.rng(EXERCISE).sample(range(len(headed)), len(headed) - asked))
    own = [one for number, one in enumerate(headed) if number not in unasked]
    others = [one for number, one in enumerate(headed) if number in unasked][:_SPARE]
    evidence = tuple(dict.fromkeys(material.sentence_of(place) for _, found in own for _, place in found))
    if not all(map(safe, evidence)):
        return ()
    pairs = tuple((_left(material, paragraph), _joined(found)) for paragraph, found in own)
    return (
        Match(
            id=f"{EXERCISE}-{fingerprint(*(right for _, right in pairs))}",
            exercise=EXERCISE,
            skill="comprehension",
            level=material.level,
            stem="Welche Stichwörter gehören zu welchem Absatz? Zwei Paare bleiben übrig.",
            evidence=evidence,
            pairs=pairs,
            spare=tuple(_joined(found) for _, found in others),
            feedback=Feedback(f"{EXERCISE}.right", {}),
        ),
    )


def _headed(material: Material) -> list[tuple[int, list[tuple[Entry, Occurrence]]]]:
    """The paragraphs that have two key words of their own, which begin unlike those of the paragraphs before."""
    headed: list[tuple[int, list[tuple[Entry, Occurrence]]]] = []
    for paragraph in prose(material):
        found = _key_words(material, paragraph)
        before = {entry.lexeme.lemma[:_STEM] for _, words in headed for entry, _ in words}
        if len(found) == 2 and not any(entry.lexeme.lemma[:_STEM] in before for entry, _ in found):
            headed.append((paragraph, found))
    return headed


def _key_words(material: Material, paragraph: int) -> list[tuple[Entry, Occurrence]]:
    """Two nouns that stand in this paragraph alone, the ones it repeats and the rarer ones first."""
    own = set(sentences_of(material, paragraph))
    others = (number for number in range(len(material.analysis.article.sentences)) if number not in own)
    elsewhere = topics(material, others)
    able: list[tuple[Entry, Occurrence]] = [
        (entry, entry.occurrences[0])
        for entry in material.analysis.entries
        if _is_telling(entry)
        and all(place.sentence in own for place in entry.occurrences)
        and not _met(entry, elsewhere)
        and not _is_shown(material, entry, paragraph)
        and is_no_name(material, entry, entry.occurrences[0])
    ]
    able.sort(
        key=lambda pair: (
            not _is_special(pair[0]),
            -len(pair[0].occurrences),
            pair[0].lexeme.zipf or 0.0,
            pair[0].lexeme.lemma,
        )
    )
    chosen: list[tuple[Entry, Occurrence]] = []
    for entry, place in able:
        if all(apart(entry.lexeme, other.lexeme) for other, _ in chosen) and len(chosen) < 2:
            chosen.append((entry, place))
    return sorted(chosen, key=lambda pair: pair[1].tokens[0])


def _is_telling(entry: Entry) -> bool:
    lexeme = entry.lexeme
    if lexeme.pos != "NOUN" or lexeme.noun is None or lexeme.zipf is None or len(lexeme.lemma) <= _FIRM:
        return False
    return (
        lexeme.zipf < _COMMON
        and lexeme.level != "A1"
        and not lexeme.lemma.endswith(("en", "eln", "ern"))
        and not is_sensitive(lexeme.lemma)
        and lexeme.lemma not in grammar_words("idiom-words.txt")
        and lexeme.lemma not in column("times.tsv")
        and lexeme.noun.declension != "adjectival"
    )


def _is_special(entry: Entry) -> bool:
    """A compound, or a noun its paragraph repeats."""
    return bool(entry.compound) or len(entry.occurrences) > 1


def _met(entry: Entry, elsewhere: frozenset[str]) -> bool:
    """Whether the noun, a compound with it or its head stands in another paragraph."""
    lemma = entry.lexeme.lemma.lower()
    tails = {part.lower()[:6] for part in entry.compound if len(part) > _FIRM}
    return bool(({lemma[:6]} | tails) & elsewhere)


def _is_shown(material: Material, entry: Entry, paragraph: int) -> bool:
    """Whether the beginning of the paragraph, which the learner sees, holds the noun, a part or a kin of it."""
    shown = _beginning(material, paragraph).lower()
    parts = [part.lower()[:_STEM] for part in entry.compound if len(part) > _FIRM]
    return any(stem in shown for stem in (entry.lexeme.lemma.lower()[:_STEM], *parts))


def _joined(found: Sequence[tuple[Entry, Occurrence]]) -> str:
    return " und ".join(entry.lexeme.lemma for entry, _ in found)


def _left(material: Material, paragraph: int) -> str:
    """The paragraph by its first words; a number would count what the reader does not."""
    return f"{_beginning(material, paragraph)} …"


def _beginning(material: Material, paragraph: int) -> str:
    article = material.analysis.article
    return " ".join(article.slice(article.paragraphs[paragraph]).split()[:_FIRST_WORDS])
