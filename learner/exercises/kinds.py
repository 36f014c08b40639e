"""What kind of thing a noun means, as far as lists and endings tell: person, time, an abstract thing, any other."""

from functools import cache, lru_cache
from typing import Literal

from learner.exercises.wordlists import grammar_table, grammar_words, words
from learner.language.tables import column
from learner.lexicon.lexeme import Lexeme
from learner.lexicon.wordclasses import wordrow

Kind = Literal["person", "time", "abstract", "thing", "word"]
_ABSTRACT = wordrow("endings.of-ideas")
_PERSONAL = wordrow("endings.of-persons")
_ENGLISH = ("er", "or", "ist", "ian", "ant", "ent", "man", "ee", "ess", "ate", "eur")
_LONG = 6  # letters; the ends of shorter words end others by chance (Teller, Hersteller)
_SHORT = 4  # letters; shorter nouns end so by chance
_TIMES = wordrow("times.noun-endings")


@lru_cache(maxsize=8192)
def kind_of(lexeme: Lexeme) -> Kind:
    """The kind of a noun; words of other parts of speech are all of one kind."""
    if lexeme.pos != "NOUN":
        return "word"
    if _is_person(lexeme):
        return "person"
    lemma = lexeme.lemma
    if lemma in column("times.tsv") or lemma in column("calendar.tsv") or lemma.lower().endswith(_TIMES):
        return "time"
    return "abstract" if lemma.endswith(_ABSTRACT) and len(lemma) > 5 else "thing"


def adverb_group(lemma: str) -> str:
    """The group of an adverb by what it tells (`past`, `contrast`); empty where it is in none."""
    return _adverb_groups().get(lemma, "")


@cache
def _adverb_groups() -> dict[str, str]:
    """The group of every adverb; the first that has it."""
    rows = reversed(grammar_table("adverbs.tsv"))
    return {adverb: group for group, members in rows for adverb in members.split()}


def _is_person(lexeme: Lexeme) -> bool:
    lemma = lexeme.lemma
    things = grammar_words("no-persons.txt")
    if lemma in things:
        return False
    if lemma in _persons() or ends_in(lemma, ends_of(_persons(), _SHORT + 1)):
        return True
    if lexeme.noun is not None and lexeme.noun.declension == "adjectival" and "n" not in lexeme.noun.genders:
        return True
    thing = ends_in(lemma, ends_of(things, _LONG))
    masculine = lexeme.noun is not None and lexeme.noun.genders in {("m",), ("f",)}
    named = any(word.endswith(_ENGLISH) for gloss in lexeme.glosses for word in gloss.text.replace(",", " ").split())
    return lemma.endswith(_PERSONAL) and masculine and not thing and len(lemma) > _SHORT and named


@cache
def _persons() -> frozenset[str]:
    return grammar_words("persons.txt") | words("people.txt") | column("roles.tsv")


@cache
def ends_of(members: frozenset[str], longer: int) -> frozenset[str]:
    """The longer words of a list as the ends of compounds."""
    return frozenset(word.lower() for word in members if len(word) > longer)


def ends_in(lemma: str, ends: frozenset[str]) -> bool:
    """Whether a noun is or ends with one of them; asking each of a thousand would take longer."""
    return any(lemma[start:] in ends for start in range(len(lemma)))
