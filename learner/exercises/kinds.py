"""What kind of thing a noun means, as far as lists and endings tell: person, time, an abstract thing, any other."""

from functools import cache
from typing import Literal

from learner.exercises.wordlists import grammar_table, grammar_words, words
from learner.language.tables import column
from learner.lexicon.lexeme import Lexeme

Kind = Literal["person", "time", "abstract", "thing", "word"]
_ABSTRACT = ("ung", "heit", "keit", "schaft", "ion", "tät", "ismus", "nis", "anz", "enz", "sal", "tum")
_PERSONAL = ("er", "erin", "ist", "istin", "ent", "entin", "ant", "antin", "or", "orin", "eur", "loge", "login", "ling")
_ENGLISH = ("er", "or", "ist", "ian", "ant", "ent", "man", "ee", "ess", "ate", "eur")
_SHORT = 4  # letters; shorter nouns end so by chance
_TIMES = frozenset("tag nacht woche monat jahr stunde minute sekunde zeit jahrzehnt jahrhundert abend morgen".split())


def kind_of(lexeme: Lexeme) -> Kind:
    """The kind of a noun; words of other parts of speech are all of one kind."""
    if lexeme.pos != "NOUN":
        return "word"
    if _is_person(lexeme):
        return "person"
    lemma = lexeme.lemma
    if lemma in column("times.tsv") | column("calendar.tsv") or lemma.lower().endswith(tuple(_TIMES)):
        return "time"
    return "abstract" if lemma.endswith(_ABSTRACT) and len(lemma) > 5 else "thing"


@cache
def adverb_group(lemma: str) -> str:
    """The group of an adverb by what it tells (`past`, `contrast`); empty where it is in none."""
    return next((group for group, members in grammar_table("adverbs.tsv") if lemma in members.split()), "")


def _is_person(lexeme: Lexeme) -> bool:
    lemma = lexeme.lemma
    known = grammar_words("persons.txt") | words("people.txt") | column("roles.tsv")
    if lemma in known or any(lemma.endswith(one.lower()) for one in known if len(one) > 5):
        return True
    if lexeme.noun is not None and lexeme.noun.declension == "adjectival" and "n" not in lexeme.noun.genders:
        return True
    things = grammar_words("no-persons.txt")
    thing = lemma in things or any(lemma.endswith(one.lower()) for one in things if len(one) > 4)
    masculine = lexeme.noun is not None and lexeme.noun.genders in {("m",), ("f",)}
    named = any(word.endswith(_ENGLISH) for gloss in lexeme.glosses for word in gloss.text.replace(",", " ").split())
    return lemma.endswith(_PERSONAL) and masculine and not thing and len(lemma) > _SHORT and named
