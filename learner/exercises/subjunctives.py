"""Forms of the subjunctive: the Konjunktiv II of a past, and the second spelling some forms have."""

from collections.abc import Iterator, Sequence

from learner.exercises.wordlists import grammar_table
from learner.lexicon.lexicon import Lexicon


def unreal_forms(lexicon: Lexicon, past: str, lemma: str) -> tuple[str, ...]:
    """The Konjunktiv II of a verb by its past in the third person (`gab`, `gäbe`), both forms where there are two."""
    unreal = [one for one in _unreals(past) if _is_unreal(lexicon, one, lemma)]
    return tuple(dict.fromkeys((*unreal, *_twins(unreal))))


def spelt_otherwise(lemma: str, form: str) -> Iterator[str]:
    """`handele` for `handle`, `wandre` for `wandere`: verbs in -eln and -ern keep their e or drop it."""
    stem = lemma.removesuffix("n")
    if not stem.endswith(("el", "er")):
        return
    whole, short = f"{stem}e", f"{stem[:-2]}{stem[-1]}e"
    for one, other in ((whole, short), (short, whole)):
        if one.endswith(form):  # `steuere` of `zusteuern`
            yield other[len(one) - len(form) :]


def _twins(forms: Sequence[str]) -> Iterator[str]:
    """The other form where there are two (`stünde`, `stände`)."""
    for form in forms:
        for pair in grammar_table("twin-unreals.tsv"):
            for one, other in (pair, pair[::-1]):
                if form.endswith(one):
                    yield form.removesuffix(one) + other


def _unreals(past: str) -> Iterator[str]:
    """What a Konjunktiv II made of this past can be: `gäbe`; `ginge`; `gälte`, `gölte`; `hülfe`; `verstünde`."""
    ending = "" if past.endswith("e") else "e"
    for place in range(len(past) - 1, -1, -1):
        if past[place] in "aou":
            yield from (past[:place] + vowel + past[place + 1 :] + ending for vowel in "äöü")
    yield past + ending


def _is_unreal(lexicon: Lexicon, form: str, lemma: str) -> bool:
    found = lexicon.verb_analyses(form)
    return any(one.lemma == lemma and one.mood == "Sub" and one.tense == "Past" for one in found)
