"""An entry at each of its places: the sense chosen there, an expression it stands in, and the forms of that sense.

Which forms go with a sense says assets/language/forms-of-senses.tsv: er ist auf Widerstand getroffen, die See has no
plural, natürlich (of course) is not compared.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import cast

import msgspec

from learner.language.analysis import Entry, Occurrence, Reading
from learner.language.expressions import Found
from learner.language.finite import auxiliary_verbs
from learner.language.sense_forms import forms_of
from learner.lexicon.expressions import Expression
from learner.lexicon.lexeme import Gender, Gloss, Lexeme, Noun, Verb
from learner.lexicon.verb_forms import with_parts
from learner.lexicon.verbs import AUXILIARIES, Auxiliary

Whole = Mapping[int, Expression]  # by the number of a place the expression in which the word stands there


def read(entry: Entry, places: Sequence[Occurrence], chosen: Sequence[Gloss], whole: Whole) -> Entry:
    """The entry with its places, each with the reading of the sense chosen there."""
    lexeme = entry.lexeme
    senses: list[Gloss | None] = list(chosen or (lexeme.glosses[:1] or (None,)) * len(places))
    for number, expression in whole.items():
        senses[number] = _of_expression(expression)
    usual, first = _usual(whole, len(places)), lexeme
    for expression in dict.fromkeys(whole.values()):
        if expression != usual:
            first = _as_expression(first, expression)
    first = _as_usual(first, usual) if usual else fitted(first, first.glosses[0]) if first.glosses else first
    others = [gloss for gloss in dict.fromkeys(senses) if gloss and gloss in first.glosses[1:]]
    numbers = [others.index(sense) + 1 if sense and sense in others else 0 for sense in senses]
    wholes = {_of_expression(one): one for one in whole.values()}
    return msgspec.structs.replace(
        entry,
        lexeme=first,
        occurrences=tuple(
            Occurrence(place.sentence, place.tokens, number) if number else place
            for place, number in zip(places, numbers, strict=True)
        ),
        readings=tuple(_reading(lexeme, first, gloss, wholes.get(gloss)) for gloss in others),
    )


def _usual(whole: Whole, places: int) -> Expression | None:
    """The expression in which the word stands at more than half of its places."""
    if not whole:
        return None
    [(best, count)] = Counter(whole.values()).most_common(1)
    return best if 2 * count > places else None


def _reading(lexeme: Lexeme, first: Lexeme, gloss: Gloss, expression: Expression | None) -> Reading:
    """What differs from the entry where another sense is meant."""
    there = _as_usual(lexeme, expression) if expression else fitted(lexeme, gloss)
    return Reading(
        first.glosses.index(gloss),
        there.verb if there.verb != first.verb else None,
        there.noun if there.noun != first.noun else None,
        bool(first.comparison) and not there.comparison,
    )


def in_expressions(lexeme: Lexeme, places: Sequence[Occurrence], phrases: Sequence[Found]) -> Whole:
    """By the number of a place the expression that says there what the word means (`stellt … in Frage`)."""
    firsts = {place.tokens[0]: number for number, place in enumerate(places)}
    return {
        firsts[token]: expression
        for expression, found in phrases
        if _means_all(expression, lexeme)
        for token in found.tokens
        if token in firsts
    }


def _means_all(expression: Expression, lexeme: Lexeme) -> bool:
    """Whether a member says little without the expression: its full verb, else any of its words."""
    if expression.verb in auxiliary_verbs() or not expression.verb:
        return lexeme.pos != "VERB"
    return lexeme.lemma == expression.verb


def _of_expression(expression: Expression) -> Gloss:
    return msgspec.structs.replace(expression.senses[0], hint=expression.text)


def _as_expression(lexeme: Lexeme, expression: Expression) -> Lexeme:
    """The word with the expression's meaning behind its own."""
    return msgspec.structs.replace(lexeme, glosses=(*lexeme.glosses, _of_expression(expression)))


def _as_usual(lexeme: Lexeme, expression: Expression) -> Lexeme:
    """The word with the expression's meaning in front, a verb with the auxiliary it has in it."""
    gloss = _of_expression(expression)
    others = (one for one in lexeme.glosses if one.text != gloss.text)
    verb = lexeme.verb
    if verb is not None and lexeme.lemma == expression.verb:
        verb = expression.fitted(verb)
    return msgspec.structs.replace(lexeme, glosses=(gloss, *others), verb=verb)


def fitted(lexeme: Lexeme, gloss: Gloss) -> Lexeme:
    """The word with the forms that go with one of its senses."""
    forms = forms_of(lexeme.lemma, gloss)
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
    told = cast(tuple[Auxiliary, ...], tuple(form for form in forms if form in AUXILIARIES))
    verb = with_parts(verb, [form for form in forms if form not in AUXILIARIES])
    if any(with_sich) and not all(with_sich) and "figurative" not in gloss.hint:
        reflexive = "sich" in gloss.hint.split()
        auxiliaries: tuple[Auxiliary, ...] = ("hat",) if reflexive else verb.auxiliaries
        return msgspec.structs.replace(verb, reflexive=reflexive, auxiliaries=told or auxiliaries)
    return msgspec.structs.replace(verb, auxiliaries=told) if told else verb
