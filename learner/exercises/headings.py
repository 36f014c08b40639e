"""headings: two key words for each paragraph, which stand in no other; two pairs too many."""

from collections.abc import Iterator, Sequence

from learner.exercises.distractors import apart
from learner.exercises.item import Feedback, Item, Match
from learner.exercises.material import Material, fingerprint
from learner.exercises.paragraphs import prose, sentences_of, topics
from learner.exercises.passage import safe
from learner.exercises.word_bank import is_usual
from learner.language.analysis import Entry, Occurrence
from learner.language.tables import column
from learner.lexicon.lexeme import Lexeme

EXERCISE = "headings"
_FEWEST, _MOST = 3, 5
_SPARE = 2
_COMMON = 4.4  # Zipf; more frequent nouns tell little of a paragraph
_RARE = 4.0
_SPARE_ZIPF = 4.4
_FIRST_WORDS = 7
_FIRM = 3  # letters a noun must have more than


def generate(material: Material) -> tuple[Item, ...]:
    """At most one item, where three paragraphs or more have key words of their own."""
    pairs: list[tuple[str, str]] = []
    lexemes: list[Lexeme] = []
    evidence: list[str] = []
    for paragraph in prose(material):
        found = _key_words(material, paragraph)
        if len(found) == 2 and len(pairs) < _MOST:
            pairs.append((_left(material, paragraph), _joined(material, found)))
            lexemes += [entry.lexeme for entry, _ in found]
            evidence += [material.sentence_of(place) for _, place in found]
    spare = _spare(material, lexemes)
    if len(pairs) < _FEWEST or len(spare) < _SPARE or not all(map(safe, evidence)):
        return ()
    return (
        Match(
            id=f"{EXERCISE}-{fingerprint(*(right for _, right in pairs))}",
            exercise=EXERCISE,
            skill="comprehension",
            level=material.level,
            stem="Welche Stichwörter gehören zu welchem Absatz? Zwei Paare bleiben übrig.",
            evidence=tuple(dict.fromkeys(evidence)),
            pairs=tuple(pairs),
            spare=spare,
            feedback=Feedback(f"{EXERCISE}.right", {}),
        ),
    )


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
    special = any(_is_special(entry) for entry, _ in chosen)
    return sorted(chosen, key=lambda pair: pair[1].tokens[0]) if special else []


def _is_telling(entry: Entry) -> bool:
    lexeme = entry.lexeme
    if lexeme.pos != "NOUN" or lexeme.noun is None or lexeme.zipf is None or len(lexeme.lemma) <= _FIRM:
        return False
    return (
        lexeme.zipf < (_COMMON if _is_special(entry) else _RARE)
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


def _joined(material: Material, found: Sequence[tuple[Entry, Occurrence]]) -> str:
    return " und ".join(_cited(material, entry, place) for entry, place in found)


def _cited(material: Material, entry: Entry, place: Occurrence) -> str:
    """The noun in the nominative, in the plural where the text has it."""
    noun = entry.lexeme.noun
    plural = material.analysis.words[place.tokens[0]].features.get("Number") == "Plur"
    return noun.plurals[0] if noun and noun.plurals and plural else entry.lexeme.lemma


def _left(material: Material, paragraph: int) -> str:
    """The paragraph by its number among those of running text and its first words."""
    article = material.analysis.article
    words = article.slice(article.paragraphs[paragraph]).split()
    number = prose(material).index(paragraph) + 1
    return f"Absatz {number}: {' '.join(words[:_FIRST_WORDS])} …"


def _spare(material: Material, lexemes: Sequence[Lexeme]) -> tuple[str, ...]:
    """Pairs of nouns as frequent as those of the paragraphs, which the article has nowhere."""
    found: list[Lexeme] = []
    for other in _strangers(material, lexemes):
        if all(apart(other, one) for one in (*lexemes, *found)):
            found.append(other)
        if len(found) == 2 * _SPARE:
            break
    pairs = zip(found[::2], found[1::2], strict=False)
    return tuple(f"{one.lemma} und {two.lemma}" for one, two in pairs)


def _strangers(material: Material, lexemes: Sequence[Lexeme]) -> Iterator[Lexeme]:
    here = topics(material, range(len(material.analysis.article.sentences)))
    seen: set[str] = set()
    for lexeme in lexemes:
        near = list(material.lexicon.neighbours("NOUN", max(lexeme.zipf or 0.0, _SPARE_ZIPF), glossed=True, limit=30))
        material.rng(f"{EXERCISE} {lexeme.lemma}").shuffle(near)
        for other in near[:12]:
            if is_usual(other) and other.lemma.lower()[:6] not in here and other.lemma not in seen:
                seen.add(other.lemma)
                yield other
