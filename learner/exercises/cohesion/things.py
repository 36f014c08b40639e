"""Nouns and names that take up one said before: `dieser Brief`, `der Brief`, `Keller` for Jonas Keller."""

from collections.abc import Iterator
from functools import lru_cache

from learner.exercises import extent
from learner.exercises.cohesion.antecedents import NOUNS, is_somebody
from learner.exercises.cohesion.personal import noun_behind
from learner.exercises.cohesion.pointer import Pointer
from learner.exercises.extent import in_name
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.persons import persons
from learner.exercises.wordlists import words
from learner.language.agreement import NounPhrase
from learner.language.analysis import Name
from learner.language.tables import column

_POINTS = ("dies", "jene", "solch")
_SAME = ("dieselb", "derselb", "dasselb", "demselb")
_RELATIVE = frozenset({"PRELS", "PRELAT"})
_ATTRIBUTES = frozenset({"ART", "NE", "PPOSAT", "APPR", "APPRART"})
_ABSTRACT = ("ung", "heit", "keit", "schaft", "tion", "tät", "nis", "mus")
_TIMES = ("tag", "abend", "morgen", "nacht", "mittag", "woche", "monat", "jahr", "jahrhundert", "zeit", "saison", "mal")
_REACH = 3  # sentences back in which a noun was named
_SHORT = 4  # letters; shorter nouns meet by chance


def demonstratives(material: Material, sentence: int) -> Iterator[Pointer]:
    """`dieser Brief`, `ein solcher Brief`, but no `in diesem Jahr` and no `jener Brief, der …`.

    Firm where the noun stands in the sentences before and sums up nothing.
    """
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    for token in tokens:
        form, tag = material.analysis.form(token).lower(), material.analysis.words[token].tag
        points = tag in {"PDAT", "PIAT"} and form.startswith(_POINTS) and not form.startswith(_SAME)
        head = noun_behind(material, token, tokens.stop) if points else None
        if head is None or _says_which(material, head):
            continue
        lemma = material.analysis.words[head].lemma
        text = " ".join(map(material.analysis.form, range(token, head + 1)))
        firm = not _sums_up(material, lemma) and _was_named(material, lemma.lower(), sentence)
        yield Pointer("demonstrative", sentence, token, text, lemma.lower(), firm)


def _says_which(material: Material, head: int) -> bool:
    """Whether it is a time, or a relative clause says which one is meant."""
    relative = any(word.tag in _RELATIVE for word in material.analysis.words[head + 2 : head + 4])
    return relative or is_time(material.analysis.words[head].lemma)


def _sums_up(material: Material, lemma: str) -> bool:
    """Whether a noun with `dieser` can mean more than a thing of that name: what was said, or whoever was told of."""
    return lemma in words("summing_nouns.txt") or lemma.endswith(_ABSTRACT) or is_somebody(material, lemma)


def _was_named(material: Material, lemma: str, sentence: int) -> bool:
    """Whether one of the sentences right before has the noun."""
    return any(names_thing(material, lemma, number) for number in range(max(0, sentence - _REACH), sentence))


def is_time(lemma: str) -> bool:
    """Whether a noun is one of time, or a compound of one (`Dienstagabend`)."""
    return lemma in column("times.tsv") or lemma.lower().endswith(_TIMES)


@lru_cache(maxsize=4096)
def names_thing(material: Material, lemma: str, sentence: int) -> bool:
    """Whether the sentence has the noun, or one of the two is the last part of the other."""
    article = material.analysis.article
    nouns = (
        material.analysis.words[token].lemma.lower()
        for token in article.tokens_of(article.sentences[sentence])
        if material.analysis.words[token].tag in NOUNS
    )
    return any(noun == lemma or _ends_in(noun, lemma) or _ends_in(lemma, noun) for noun in nouns)


def _ends_in(noun: str, part: str) -> bool:
    return len(part) > _SHORT and noun.endswith(part)


def nouns(material: Material, sentence: int) -> Iterator[Pointer]:
    """`der Brief`, where one of the sentences right before speaks of a letter."""
    for phrase in noun_phrases(material, sentence):
        lemma = material.analysis.words[phrase.head].lemma.lower()
        if _is_bare(material, phrase) and _was_named(material, lemma, sentence):
            text = " ".join(map(material.analysis.form, phrase.tokens))
            yield Pointer("noun", sentence, phrase.tokens[0], text, lemma)


def _is_bare(material: Material, phrase: NounPhrase) -> bool:
    """Whether it is a definite article and a noun, and nothing says which one is meant."""
    lemma = material.analysis.words[phrase.head].lemma
    if len(phrase.tokens) != 2 or phrase.determiner != phrase.tokens[0] or len(lemma) < _SHORT or is_time(lemma):
        return False
    definite = material.analysis.form(phrase.tokens[0]).lower().startswith("d")
    behind = [word.tag for word in material.analysis.words[phrase.head + 1 : phrase.head + 3]]
    told = not _ATTRIBUTES.isdisjoint(behind[:1]) or not _RELATIVE.isdisjoint(behind[1:])
    sums = lemma in words("summing_nouns.txt")
    return definite and not told and not sums and not in_name(material.analysis, phrase.head)


def names(material: Material, sentence: int) -> Iterator[Pointer]:
    """The last names that stand alone of persons whom another sentence names in full."""
    bounds = material.analysis.article.sentences[sentence]
    for person in persons(material):
        first = next((one for one in person.mentions if bounds.start <= one.start < bounds.end), None)
        written = material.analysis.article.slice(first) if first else ""
        if first is None or not _is_short(person, written) or full_name(material, person) in {None, sentence}:
            continue
        token = extent.tokens(material.analysis, first.start, first.end).start
        if token == bounds.first or material.analysis.words[token - 1].tag not in {"NN", "NNA"}:  # `Familie Keller`
            yield Pointer("name", sentence, token, written, person.name)


def _is_short(person: Name, written: str) -> bool:
    last = person.name.split()[-1]
    return not set(" .") & set(written) and " " in person.name and last.startswith(written.rstrip("s’'"))


def full_name(material: Material, person: Name) -> int | None:
    """The sentence that names a person in full for the first time."""
    full = (one for one in person.mentions if " " in material.analysis.article.slice(one))
    first = next(full, None)
    return None if first is None else extent.sentences(material.analysis, first.start, first.end)[0]


def shared_noun(material: Material, sentence: int, other: int) -> str:
    """The first noun of a sentence that the other one has too, also as part of a compound; empty where none is."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    for token in tokens:
        lemma = material.analysis.words[token].lemma
        if material.analysis.words[token].tag not in {"NN", "NNA"} or len(lemma) < _SHORT or is_time(lemma):
            continue
        if names_thing(material, lemma.lower(), other):
            return material.analysis.form(token)
    return ""
