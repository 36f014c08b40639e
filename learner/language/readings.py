"""An entry at each of its places: the sense chosen there, an expression it stands in, and the forms of that sense.

Which forms go with a sense says assets/language/forms-of-senses.tsv: er ist auf Widerstand getroffen, die See has no
plural, natürlich (of course) is not compared.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import cast

import msgspec

from learner.language.analysis import Entry, Occurrence, Reading
from learner.language.expressions import Found
from learner.language.finite import auxiliary_verbs
from learner.language.tables import rows
from learner.lexicon.expressions import Expression
from learner.lexicon.lexeme import Gender, Gloss, Lexeme, Noun, Verb
from learner.lexicon.verbs import Auxiliary

Whole = tuple[Expression, frozenset[int]]  # an expression and the places where the word stands in it


def read(entry: Entry, places: Sequence[Occurrence], chosen: Sequence[Gloss], whole: Whole | None) -> Entry:
    """The entry with its places, each with the reading of the sense chosen there."""
    lexeme = entry.lexeme
    senses = list(chosen or lexeme.glosses[:1] * len(places))
    first = fitted(lexeme, lexeme.glosses[0]) if lexeme.glosses else lexeme
    if whole:
        gloss = msgspec.structs.replace(whole[0].senses[0], hint=whole[0].text)
        senses = [gloss if place in whole[1] else sense for place, sense in enumerate(senses or [gloss] * len(places))]
        first = _as_expression(lexeme, gloss, whole[0])
    others = [gloss for gloss in dict.fromkeys(senses) if gloss in first.glosses[1:]]
    numbers = [others.index(sense) + 1 if sense in others else 0 for sense in senses] or [0] * len(places)
    return msgspec.structs.replace(
        entry,
        lexeme=first,
        occurrences=tuple(
            Occurrence(place.sentence, place.tokens, number) for place, number in zip(places, numbers, strict=True)
        ),
        readings=tuple(_reading(lexeme, first, gloss) for gloss in others),
    )


def _reading(lexeme: Lexeme, first: Lexeme, gloss: Gloss) -> Reading:
    """What differs from the entry where another sense is meant."""
    there = fitted(lexeme, gloss)
    return Reading(
        first.glosses.index(gloss),
        there.verb if there.verb != first.verb else None,
        there.noun if there.noun != first.noun else None,
        bool(first.comparison) and not there.comparison,
    )


def in_expression(lexeme: Lexeme, places: Sequence[Occurrence], phrases: Sequence[Found]) -> Whole | None:
    """The expression a word mostly stands in here (`stellt … in Frage`) with the numbers of those places."""
    counts: Counter[Expression] = Counter()
    firsts = {place.tokens[0]: number for number, place in enumerate(places)}
    for expression, found in phrases:
        if _means_all(expression, lexeme):
            counts[expression] += sum(token in firsts for token in found.tokens)
    best = max(counts, key=counts.__getitem__, default=None)
    if best is None or 2 * counts[best] <= len(places):
        return None
    tokens = {token for one, found in phrases if one == best for token in found.tokens}
    return best, frozenset(number for token, number in firsts.items() if token in tokens)


def _means_all(expression: Expression, lexeme: Lexeme) -> bool:
    """Whether a member says little without the expression: its full verb, else any of its words."""
    if expression.verb in auxiliary_verbs() or not expression.verb:
        return lexeme.pos != "VERB"
    return lexeme.lemma == expression.verb


def _as_expression(lexeme: Lexeme, gloss: Gloss, expression: Expression) -> Lexeme:
    """The word with the expression's meaning in front, a verb with the auxiliary it has in it."""
    others = (one for one in lexeme.glosses if one.text != gloss.text)
    verb = lexeme.verb
    if verb is not None and lexeme.lemma == expression.verb:
        verb = msgspec.structs.replace(verb, auxiliaries=expression.auxiliaries(verb))
    return msgspec.structs.replace(lexeme, glosses=(gloss, *others), verb=verb)


def fitted(lexeme: Lexeme, gloss: Gloss) -> Lexeme:
    """The word with the forms that go with one of its senses."""
    forms = next((told for sense, told in _forms().get(lexeme.lemma, ()) if _is_meant(sense, gloss)), ())
    if lexeme.noun is not None and forms:
        return msgspec.structs.replace(lexeme, noun=_noun(lexeme.noun, forms))
    if lexeme.verb is not None:
        return msgspec.structs.replace(lexeme, verb=_verb(lexeme, lexeme.verb, gloss, forms))
    return msgspec.structs.replace(lexeme, comparison=()) if "-" in forms and lexeme.comparison else lexeme


def _noun(noun: Noun, forms: Sequence[str]) -> Noun:
    gender, genitive, *plurals = forms
    declension = noun.declension if genitive == noun.genitive else "strong"
    return Noun((cast(Gender, gender),), genitive, tuple(plurals), declension)


def _verb(lexeme: Lexeme, verb: Verb, gloss: Gloss, forms: Sequence[str]) -> Verb:
    """With `hat` where the sense has sich; `sich` only with the senses that have it, where some have and some not."""
    with_sich = ["sich" in one.hint.split() for one in lexeme.glosses]
    told = cast(tuple[Auxiliary, ...], tuple(forms))
    if any(with_sich) and not all(with_sich) and "figurative" not in gloss.hint:
        reflexive = "sich" in gloss.hint.split()
        auxiliaries: tuple[Auxiliary, ...] = ("hat",) if reflexive else verb.auxiliaries
        return msgspec.structs.replace(verb, reflexive=reflexive, auxiliaries=told or auxiliaries)
    return msgspec.structs.replace(verb, auxiliaries=told) if told else verb


def _is_meant(sense: str, gloss: Gloss) -> bool:
    return sense == gloss.hint or sense in gloss.text.replace(",", " ").split()


@cache
def _forms() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """By lemma: a sense's hint or a word of its gloss, and its forms."""
    found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for lemma, sense, forms in rows("forms-of-senses.tsv"):
        found[lemma] = (*found.get(lemma, ()), (sense, tuple(forms.split())))
    return found
