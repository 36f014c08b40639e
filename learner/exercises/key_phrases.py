"""What a paragraph is about, as one phrase: a noun of this paragraph alone with its adjective and its genitive."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.paragraphs import sentences_of, topics
from learner.exercises.questions.nouns import is_role
from learner.exercises.usage import is_sensitive
from learner.exercises.wordlists import words
from learner.language.agreement import NounPhrase
from learner.language.tables import column

_FIRM = 5  # letters a noun must have
_TELLING = 9  # letters; one noun alone has to be as long as a compound
_STEM = 5
_CONTENT = 2  # words of content a phrase needs to tell anything
_DETERMINERS = frozenset({"die", "das", "eine"})


@dataclass(frozen=True, slots=True)
class KeyPhrase:
    """The phrase in the nominative with its article, the sentence it stands in, the lemmas it is made of."""

    text: str
    sentence: int
    lemmas: tuple[str, ...]


def key_phrase(material: Material, paragraph: int, shown: str) -> KeyPhrase | None:
    """The first telling phrase whose nouns stand in no other paragraph; `shown` is what the learner sees of it."""
    own = sentences_of(material, paragraph)
    others = (number for number in range(len(material.analysis.article.sentences)) if number not in set(own))
    elsewhere = {topic[:_STEM] for topic in topics(material, others)}
    found = (one for number in own for one in _phrases(material, number))
    return next((one for one in found if _is_own(one, elsewhere, shown.lower())), None)


def _is_own(one: KeyPhrase, elsewhere: Iterable[str], shown: str) -> bool:
    stems = [lemma.lower()[:_STEM] for lemma in one.lemmas]
    return not set(stems) & set(elsewhere) and not any(stem in shown for stem in stems)


def _phrases(material: Material, sentence: int) -> Iterable[KeyPhrase]:
    """The phrases in the nominative, or in an accusative that looks like it, with the genitive behind them."""
    found = noun_phrases(material, sentence)
    for place, phrase in enumerate(found):
        if phrase.preposition is not None or not _is_nominative(material, phrase):
            continue
        genitive = _genitive(found[place + 1 :], phrase)
        tokens = (*phrase.tokens, *(genitive.tokens if genitive else ()))
        nouns = [token for token in tokens if material.analysis.words[token].tag in {"NN", "NNA"}]
        content = [token for token in tokens if material.analysis.words[token].tag in {"NN", "NNA", "ADJ(A)"}]
        if len(content) >= _CONTENT and _are_telling(material, tokens, nouns):
            text = material.analysis.article.text[_start(material, tokens[0]) : _end(material, tokens[-1])]
            lemmas = tuple(material.analysis.words[token].lemma for token in nouns)
            yield KeyPhrase(text[0].upper() + text[1:], sentence, lemmas)


def _is_nominative(material: Material, phrase: NounPhrase) -> bool:
    """Whether the phrase looks as it does in the nominative: `die …`, `das …`, `der …` as subject, a bare plural."""
    first = material.analysis.form(phrase.tokens[0]).lower()
    if phrase.cases == ("Nom",):
        return first in _DETERMINERS | {"der"}
    bare = phrase.number == "Plur" and material.analysis.words[phrase.tokens[0]].tag == "ADJ(A)"
    return set(phrase.cases) <= {"Nom", "Acc"} and (first in _DETERMINERS or bare)


def _genitive(following: Sequence[NounPhrase], phrase: NounPhrase) -> NounPhrase | None:
    """The phrase right behind that can only be a genitive."""
    if not following or following[0].tokens[0] != phrase.tokens[-1] + 1 or following[0].cases != ("Gen",):
        return None
    return following[0]


def _are_telling(material: Material, tokens: tuple[int, ...], nouns: list[int]) -> bool:
    if not nouns:
        return False
    lemmas = [material.analysis.words[token].lemma for token in nouns]
    tags = {material.analysis.words[token].tag for token in tokens}
    long = len(nouns) > 1 or any(len(lemma) >= _TELLING for lemma in lemmas)
    adjectives = [token for token in tokens if material.analysis.words[token].tag == "ADJ(A)"]
    sharp = all(_says_something(material, token) for token in adjectives)
    ordered = tokens[-1] - tokens[0] + 1 == len(tokens)
    known = not is_role(lemmas[0]) and all(
        len(lemma) >= _FIRM and not is_sensitive(lemma) and lemma not in column("times.tsv") for lemma in lemmas
    )
    return ordered and known and long and sharp and tags <= {"ART", "ADJ(A)", "NN", "NNA"}


def _says_something(material: Material, adjective: int) -> bool:
    """Whether an adjective is no order, no number and no `neu` or `wichtig`."""
    form, lemma = material.analysis.form(adjective), material.analysis.words[adjective].lemma.lower()
    return form.islower() and not lemma.startswith(tuple(words("vague_adjectives.txt")))


def _start(material: Material, token: int) -> int:
    return material.analysis.article.tokens[token].start


def _end(material: Material, token: int) -> int:
    return material.analysis.article.tokens[token].end
