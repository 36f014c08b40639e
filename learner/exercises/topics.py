"""What the paragraphs of an article are about, as far as their words tell it: money, school, animals and the like."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from learner.exercises.material import Material
from learner.exercises.paragraphs import prose, sentences_of
from learner.exercises.wordlists import table

_STEM = 5
_LONG = 5  # letters; shorter words stand in others by chance
_YEAR, _PAST = "jahreszahl", re.compile(r"1\d{3}")
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


@dataclass(frozen=True, slots=True)
class Words:
    """Lemmas, beginnings and ends of lemmas."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]

    def hold(self, lemma: str) -> bool:
        """Whether a lemma in small letters is one of them."""
        return lemma in self.whole or lemma.startswith(self.begins) or lemma.endswith(self.ends)

    def inside(self, word: str) -> bool:
        """Whether a word has one of the longer ones in it, as compounds have."""
        return any(one in word for one in (*self.whole, *self.begins, *self.ends) if len(one) >= _LONG)


@dataclass(frozen=True, slots=True)
class Topic:
    """Its name behind `um`, how many words tell it, which, and those that touch it without telling it."""

    name: str
    fewest: int
    tells: Words
    touches: Words


@dataclass(frozen=True, slots=True)
class Told:
    """What a paragraph has of one topic: the different words that tell it, and the sentences with one of them."""

    words: tuple[str, ...]
    sentences: tuple[int, ...]


@cache
def topics() -> Mapping[str, Topic]:
    """Every topic by its id."""
    return {row[0]: Topic(row[1], int(row[2]), words_of(row[3]), words_of(row[4])) for row in table("topics.tsv")}


def words_of(cell: str) -> Words:
    """The words of a cell: `haus` a lemma, `haus*` a beginning, `*haus` an end, `*haus*` both, the feminine as well."""
    said = cell.split()
    begins = tuple(one.strip("*") for one in said if one.endswith("*"))
    ends = tuple(one.strip("*") for one in said if one.startswith("*"))
    feminine = tuple(f"{one.strip('*')}in" for one in said if one.startswith("*") and one.endswith("*"))
    return Words(frozenset(one for one in said if "*" not in one), begins, (*ends, *feminine))


@lru_cache(maxsize=2)
def told(material: Material) -> Mapping[int, Mapping[str, Told]]:
    """For every paragraph of running text the topics that its words tell."""
    return {number: _of_paragraph(material, number) for number in prose(material)}


def _of_paragraph(material: Material, number: int) -> Mapping[str, Told]:
    found: dict[str, Told] = {}
    said = list(_content(material, number))
    for name, topic in topics().items():
        places = [(lemma, form, sentence) for lemma, form, sentence in said if topic.tells.hold(lemma)]
        if places:
            stems = {lemma[:_STEM]: form for lemma, form, _ in reversed(places)}
            sentences = sorted({sentence for _, _, sentence in places})
            found[name] = Told(tuple(reversed(stems.values())), tuple(sentences))
    return found


def _content(material: Material, number: int) -> Iterable[tuple[str, str, int]]:
    """The content words of a paragraph: the lemma in small letters, the form, the sentence."""
    article, words = material.analysis.article, material.analysis.words
    for sentence in sentences_of(material, number):
        for token in article.tokens_of(article.sentences[sentence]):
            if words[token].pos in _CONTENT | {"NUM"}:
                form = material.analysis.form(token)
                yield _YEAR if _PAST.fullmatch(form) else words[token].lemma.lower(), form, sentence


def is_touched(topic: Topic, said: Iterable[str]) -> bool:
    """Whether one of these words in small letters tells or touches a topic, if only as a part of a compound."""
    return any(one.hold(word) or one.inside(word) for word in said for one in (topic.tells, topic.touches))


@lru_cache(maxsize=64)
def said_in(material: Material, number: int) -> frozenset[str]:
    """The lemmas and the forms of a paragraph in small letters: where a lemma is wrong, the form may tell."""
    article, analysis = material.analysis.article, material.analysis
    tokens = [token for one in sentences_of(material, number) for token in article.tokens_of(article.sentences[one])]
    forms = {analysis.form(token) for token in tokens}
    years = {_YEAR for form in forms if _PAST.fullmatch(form)}
    return frozenset(
        {form.lower() for form in forms} | {analysis.words[token].lemma.lower() for token in tokens} | years
    )
