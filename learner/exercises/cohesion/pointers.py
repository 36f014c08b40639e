"""Everything in a sentence that takes up something said before, and whether other sentences hold it.

Two questions are asked of the same words: whether a sentence certainly finds there what it takes up, so that it belongs
there, and whether it possibly does, so that nothing says that it does not.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from learner.exercises.cohesion.antecedents import can_be_meant
from learner.exercises.cohesion.personal import meant, personal
from learner.exercises.cohesion.pointer import Pointer
from learner.exercises.cohesion.things import demonstratives, names, names_thing, nouns
from learner.exercises.cohesion.voices import reports, speaks
from learner.exercises.material import Material
from learner.exercises.persons import mentioned, persons
from learner.exercises.pronouns import is_finite
from learner.exercises.wordlists import words
from learner.language.analysis import Name
from learner.language.clauses import clauses

_GENDERS = {"er": "m", "ihn": "m", "ihm": "m", "sei": "m", "sie": "f", "ihr": "f"}  # by the first letters of the form
PERSONAL = frozenset({"pronoun", "several", "own", "object"})


@lru_cache(maxsize=512)
def pointers(material: Material, sentence: int) -> tuple[Pointer, ...]:
    """Everything in a sentence that takes up something said before it, the firmest kinds first."""
    return (
        *personal(material, sentence),
        *demonstratives(material, sentence),
        *reports(material, sentence),
        *names(material, sentence),
        *nouns(material, sentence),
        *_adverb(material, sentence),
    )


def _adverb(material: Material, sentence: int) -> Iterator[Pointer]:
    """A word that joins the sentence to the one before: `Dort` or `Doch` at its beginning, `deshalb` inside."""
    bounds = material.analysis.article.sentences[sentence]
    first = bounds.first
    word, form = material.analysis.words[first], material.analysis.form(first)
    opens = form in words("joining_openers.txt") and word.tag not in {"ART", "PDAT"}
    if opens or (form.lower() in _joining() and is_finite(material, first + 1)):
        yield Pointer("adverb", sentence, first, form)
        return
    main = next((one for one in clauses(material.analysis, sentence) if one.kind == "main"), None)
    for token in main.tokens[1:] if main else ():
        if material.analysis.form(token) not in words("joining_inside.txt"):
            continue
        if not any(material.analysis.form(one) == "," for one in range(token + 1, bounds.last)):
            yield Pointer("adverb", sentence, token, material.analysis.form(token))
            return


@cache
def _joining() -> frozenset[str]:
    return words("joining_inside.txt") | words("connectives.txt")


def certainly(material: Material, pointer: Pointer, sentences: Sequence[int]) -> int | None:
    """The last of some sentences that holds what the pointer takes up; None where that is not certain."""
    if pointer.kind in {"pronoun", "own"}:
        return _naming(material, meant(material, pointer), sentences)
    if pointer.kind == "name":
        return _naming(material, person_of(material, pointer), sentences)
    if pointer.kind == "report":
        return next((one for one in reversed(sentences) if speaks(material, one)), None)
    if pointer.kind in {"demonstrative", "noun"}:
        return next((one for one in reversed(sentences) if names_thing(material, pointer.wanted, one)), None)
    return None


def person_of(material: Material, pointer: Pointer) -> Name:
    """The person whose last name stands alone."""
    return next(one for one in persons(material) if one.name == pointer.wanted)


def _naming(material: Material, person: Name | None, sentences: Sequence[int]) -> int | None:
    bounds = material.analysis.article.sentences
    naming = (one for one in reversed(sentences) if person and mentioned([person], bounds[one].start, bounds[one].end))
    return next(naming, None)


def possibly(material: Material, pointer: Pointer, sentences: Iterable[int]) -> bool:
    """Whether something in some sentences could be what the pointer takes up."""
    if pointer.kind in PERSONAL:
        return any(_has_meant(material, pointer, one, brought_in=False) for one in sentences)
    return pointer.kind == "adverb" or certainly(material, pointer, list(sentences)) is not None


def is_brought_in(material: Material, pointer: Pointer, sentence: int) -> bool:
    """Whether the sentence brings in, as a name or without a definite article, what a pronoun could mean."""
    return _has_meant(material, pointer, sentence, brought_in=True)


def names_whom(material: Material, sentence: int, behind: int) -> bool:
    """Whether a sentence brings in somebody or something that a pronoun of the one behind it could mean."""
    sentences = material.analysis.article.sentences
    tokens = material.analysis.article.tokens_of(sentences[sentence])
    forms = (
        material.analysis.form(token).lower()
        for token in material.analysis.article.tokens_of(sentences[behind])
        if material.analysis.words[token].tag in {"PPER", "PPOSAT"}
    )
    wanted = {gender for form in forms for gender in _GENDERS.get(form[:3], "")}
    return any(can_be_meant(material, one, tokens, of_person=one != "p", brought_in=True) for one in wanted)


@lru_cache(maxsize=4096)
def _has_meant(material: Material, pointer: Pointer, sentence: int, *, brought_in: bool) -> bool:
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    return can_be_meant(material, pointer.wanted, tokens, of_person=pointer.of_person, brought_in=brought_in)
