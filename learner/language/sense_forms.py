"""Which forms of a word go with which of its senses: assets/language/forms-of-senses.tsv, read both ways.

The sense says what is shown (to create: schuf, geschaffen); a form that only one sense has says which sense is meant.
"""

from collections.abc import Iterable
from functools import cache

from learner.language.tables import rows
from learner.lexicon.lexeme import Gloss, Lexeme
from learner.lexicon.verbs import AUXILIARIES

_ENDINGS = frozenset({"", "e", "en", "em", "er", "es", "n", "st", "t"})


def forms_of(lemma: str, gloss: Gloss) -> tuple[str, ...]:
    """The forms the table names for a sense; empty where it names none."""
    return next((told for sense, told in _table().get(lemma, ()) if _is_meant(sense, gloss)), ())


def speaks_for(lexeme: Lexeme, gloss: Gloss, own: Iterable[str]) -> bool:
    """Whether a verb stands in a form of this sense that its other senses do not have (`schuf`: to create)."""
    if lexeme.verb is None or lexeme.lemma not in _table():
        return False
    mine = _parts(lexeme, gloss)
    others = frozenset[str]().union(*(_parts(lexeme, one) for one in lexeme.glosses if one != gloss)) - mine
    return bool(others) and any(_is_form(form, mine - others) and not _is_form(form, others) for form in own)


def _parts(lexeme: Lexeme, gloss: Gloss) -> frozenset[str]:
    """Preterite and participle of a sense."""
    told = [form for form in forms_of(lexeme.lemma, gloss) if form not in AUXILIARIES]
    if not told and lexeme.verb:
        told = [lexeme.verb.preterite.split()[0], lexeme.verb.participle]
    return frozenset(told[-2:])


def _is_form(form: str, parts: Iterable[str]) -> bool:
    return any(form.startswith(part) and form[len(part) :] in _ENDINGS for part in parts)


def _is_meant(sense: str, gloss: Gloss) -> bool:
    return sense == gloss.hint or sense in gloss.text.replace(",", " ").split()


@cache
def _table() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """By lemma: a sense's hint or a word of its gloss, and its forms."""
    found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for lemma, sense, forms in rows("forms-of-senses.tsv"):
        found[lemma] = (*found.get(lemma, ()), (sense, tuple(forms.split())))
    return found
