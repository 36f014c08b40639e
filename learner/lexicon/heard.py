"""Forms that no dictionary of ours has and that people write all the same: `Rücknahme`, `Berchtesgaden`, `topgesetzt`.

The frequency list has them, and slips as well (`seperat`). A slip is far rarer than the word it was meant for, so a
form is left out where one letter parts it from a word that is written far more often.
"""

from collections.abc import Iterable, Iterator, Mapping

_LEAST = 2.4  # Zipf; of rarer forms too many are slips or foreign
_SHORTEST = 6  # letters; shorter forms are near too many words
_WELL_KNOWN = 3.4  # Zipf of a word that slips are meant for
_FAR = 1.2  # Zipf steps between a word and its slips
_SPELT_OUT = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))


def heard(frequencies: Mapping[str, float], known: Iterable[str]) -> Iterator[str]:
    """The forms, case folded, that are frequent enough, not known, and no slip of a known word.

    `frequencies` has the Zipf value of every case-folded form, `known` the case-folded forms of the dictionaries.
    """
    words = frozenset(known)
    usual = {word: value for word in words if (value := frequencies.get(word, 0.0)) >= _WELL_KNOWN}
    near: dict[str, float] = {}
    for word, value in usual.items():
        for one in _shortened(word):
            near[one] = max(near.get(one, 0.0), value)
    for form, value in frequencies.items():
        if value >= _LEAST and len(form) >= _SHORTEST and form.isalpha() and form not in words:
            meant = max(near.get(one, 0.0) for one in _shortened(form))
            if meant < value + _FAR and not any(form.replace(*pair) in words for pair in _SPELT_OUT):
                yield form


def _shortened(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters: two words that share one are a letter apart, or swapped."""
    yield word
    yield from (word[:place] + word[place + 1 :] for place in range(len(word)))
