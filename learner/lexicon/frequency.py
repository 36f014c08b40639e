"""How frequent a form is: the only door to wordfreq (data CC BY-SA 4.0)."""

from functools import cache
from math import log10


@cache
def _frequencies() -> dict[str, float]:
    from wordfreq import get_frequency_dict

    return get_frequency_dict("de", wordlist="large")


def frequency(form: str) -> float:
    """The share of the form among running words, case folded; 0.0 where it is unknown.

    The table's keys are casefolded (`mutmassung`), so the form is folded the same way.
    """
    return _frequencies().get(form.casefold(), 0.0)


def frequencies() -> dict[str, float]:
    """The Zipf value of every form there is, case folded."""
    return {form: value for form, share in _frequencies().items() if (value := zipf(share)) is not None}


def zipf(share: float) -> float | None:
    """The Zipf value of a share of running words (log10 of occurrences per billion); None for an unknown one."""
    return round(log10(share) + 9, 2) if share > 0 else None
