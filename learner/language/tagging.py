"""The only door to HanTa: part of speech, lemma and morphemes of the words of a sentence."""

import math
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

_SIGNS = {**dict.fromkeys("„“”»«‟", '"'), **dict.fromkeys("‚‘’‹›", "'"), "–": "-", "—": "-", "…": "...", "--": "-"}
_REMEMBERED = 60_000  # words whose analysis is kept; a thousand news articles hold about this many


class Tagged(NamedTuple):
    """HanTa's lemma and its STTS-like tag (`VV(FIN)`)."""

    lemma: str
    tag: str


class Morpheme(NamedTuple):
    """A piece of a word in lower case and its kind (`NN`, `FUGE`, `SUF_NN`)."""

    text: str
    kind: str


class Tagger:
    """HanTa's German model; loading takes about 0.1 s."""

    def __init__(self) -> None:
        from HanTa import HanoverTagger

        HanoverTagger.logaddexp = _logaddexp
        self._model: Any = HanoverTagger.HanoverTagger("morphmodel_ger.pgz")
        self._model.cache = {word: _plain(tags) for word, tags in self._model.cache.items()}
        self._analyses: dict[tuple[str, str], Tagged] = {}

    def tag(self, forms: Sequence[str]) -> list[Tagged]:
        """One Tagged per form of a sentence."""
        if not forms:
            return []
        known = [_SIGNS.get(form, form) for form in forms]  # the signs of the newspapers HanTa learnt from
        tags = self._model.tag_sent(known, taglevel=0)
        return [self.analyse(form, tag) for form, tag in zip(forms, tags, strict=True)]

    def analyse(self, form: str, tag: str) -> Tagged:
        """The lemma of a form that is known to have this tag."""
        known = self._analyses.get((form, tag))
        if known is None:
            if len(self._analyses) > _REMEMBERED:
                self._analyses.clear()
            known = self._analyses[form, tag] = Tagged(self._model.analyze(form, pos=tag)[0], tag)
        return known

    def morphemes(self, form: str) -> tuple[Morpheme, ...]:
        """The pieces of a noun as it would be built from parts (`sicherheit`, `s`, `garantie`, `n`)."""
        _, pieces, _ = self._model.analyze(form, pos="NN", taglevel=3)
        return tuple(Morpheme(text, kind) for text, kind in pieces)


@cache
def tagger() -> Tagger:
    """The tagger of this process, loaded on first use."""
    return Tagger()


def _plain(tags: list[tuple[int, Any]]) -> list[tuple[int, float]]:
    return [(tag, float(probability)) for tag, probability in tags]


def _logaddexp(first: float, second: float) -> float:
    low, high = sorted((first, second))
    return high + math.log1p(math.exp(low - high))
