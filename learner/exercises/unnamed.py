"""Persons without a name who say something: `eine Sprecherin des Ministeriums`, met once and named nowhere."""

import re
from functools import lru_cache

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.questions.nouns import is_role
from learner.language.analysis import Name, Quote
from learner.lexicon.wordclasses import wordclass
from learner.text.article import Span

_ARTICLE = re.compile(r"[Ee]in(?:e[rsmn]?)?")
_SPEAKS_FOR = "Sprecher"
_ANYBODY = wordclass("persons.unnamed")
_ARTICLES = {"m": ("ein", "einem"), "f": ("eine", "einer")}


@lru_cache(maxsize=2)
def unnamed(material: Material) -> tuple[Name, ...]:
    """Who is brought in by `ein` or `eine` and an office or occupation, and is the only one of it in the article."""
    found = [one for quote in material.analysis.quotes if (one := _of(material, quote)) is not None]
    heads = [one.role for one in dict.fromkeys(found)]
    return tuple(one for one in dict.fromkeys(found) if heads.count(one.role) == 1 and _is_alone(material, one))


def _of(material: Material, quote: Quote) -> Name | None:
    """The speaker of a quote whose cue holds `ein` and his label; his role is the noun that names the office."""
    if quote.speaker is None or quote.cue is None:
        return None
    cue = list(extent.tokens(material.analysis, quote.cue.start, quote.cue.end))
    label = re.findall(r"[\w-]+", quote.speaker)
    head = next((word for word in label if is_role(word)), None)
    place = next((token for token in cue if material.analysis.words[token].lemma == head), None)
    if head is None or place is None or label[0] != head or not _is_brought_in(material, place, cue):
        return None
    if label == [head] and (head.removesuffix("in") == _SPEAKS_FOR or head in _ANYBODY):  # for whom? which woman?
        return None
    lexeme = material.lexicon.lookup(head, "NOUN")
    if lexeme is None or lexeme.noun is None or lexeme.noun.genders not in {("m",), ("f",)}:
        return None
    span = material.analysis.article.tokens[place]
    gender = lexeme.noun.genders[0]
    return Name(quote.speaker, "person", (Span(span.start, span.end),), head, "f" if gender == "f" else "m")


def _is_brought_in(material: Material, place: int, cue: list[int]) -> bool:
    """Whether `ein` stands before the noun, one adjective between them at most."""
    before = [token for token in range(place - 2, place) if token in cue]
    words = [material.analysis.words[token].tag for token in before]
    forms = [material.analysis.form(token) for token in before]
    if forms and _ARTICLE.fullmatch(forms[-1]):
        return True
    return len(forms) > 1 and words[-1] == "ADJ(A)" and _ARTICLE.fullmatch(forms[0]) is not None


def _is_alone(material: Material, one: Name) -> bool:
    """Whether the noun stands nowhere else in the article, and no person has that role."""
    places = [token for token, word in enumerate(material.analysis.words) if word.lemma == one.role]
    named = (name.role for name in material.analysis.names if name.kind == "person")
    stem = one.role.removesuffix("in").lower()
    return len(places) == 1 and not any(stem in role.lower() for role in named)


def with_article(one: Name) -> tuple[str, str]:
    """The label as an answer, in the nominative and behind `von`: `ein Sprecher der Stadt`, `von einem …`."""
    nominative, dative = _ARTICLES[one.gender or "m"]
    return f"{nominative} {one.name}", f"von {dative} {one.name}"


def speaks_unnamed(material: Material, quote: Quote) -> bool:
    """Whether the quote has such a person in its own cue, in the sentence of the cue or the one beside it."""
    if quote.cue is None or not any(quote.speaker == one.name for one in unnamed(material)):
        return False
    spoken = extent.sentences(material.analysis, quote.start, quote.end)
    said = extent.sentences(material.analysis, quote.cue.start, quote.cue.end)[0]
    return any(abs(number - said) <= 1 for number in spoken)


def is_named(one: Name) -> bool:
    """Whether the person has a name, and is not only called by what he does."""
    return not one.name.startswith(one.role) if one.role else True
