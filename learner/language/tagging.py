"""The only door to HanTa: part of speech, lemma and morphemes of the words of a sentence."""

import gc
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from learner.language.paths import Paths
from learner.language.searched import Searched, searched
from learner.language.sequence import Sequence as TagSearch

MODEL = "morphmodel_ger.pgz"

# The signs of the newspapers HanTa learnt from.
_SIGNS = {**dict.fromkeys("„“”»«‟", '"'), **dict.fromkeys("‚‘’‹›", "'"), "–": "-", "—": "-", "…": "...", "--": "-"}
_LONGEST = 80  # letters; the search takes quadratic time, and no German word is that long
_RECENT = 2_000  # words whose morphemes are kept; an article has fewer
_REMEMBERED = 60_000  # words whose analysis is kept; a thousand news articles hold about this many


class Morpheme(NamedTuple):
    """A piece of a word in lower case and its kind (`NN`, `FUGE`, `SUF_NN`)."""

    text: str
    kind: str


class Tagger:
    """HanTa's German model; loading takes about 0.2 s. Without what is `prepared` every word is searched anew."""

    def __init__(self, *, prepared: bool = True) -> None:
        from HanTa import HanoverTagger

        model: Any = HanoverTagger.HanoverTagger(MODEL)
        paths = Paths(model)
        found = searched(Path(HanoverTagger.__file__).parent / MODEL) if prepared else Searched(None)
        model.analyze_forward = lru_cache(maxsize=_REMEMBERED)(lambda word: found.classes(word) or paths.forward(word))
        best = lru_cache(maxsize=_RECENT)(paths.best)  # lemma and morphemes of a noun are asked for one after the other
        model.analyze_viterbi = lambda word, target: found.morphemes(word, target) or best(word, target)
        model.makelemma = partial(
            _lemma_of, model, {pos: max(map(len, ends)) for pos, ends in model.lemmasuffixtable.items() if ends}
        )
        self._model = model
        self._sequence = TagSearch(model, _REMEMBERED)
        self.lemma = lru_cache(maxsize=_REMEMBERED)(self._lemma)
        self.morphemes = lru_cache(maxsize=_REMEMBERED)(self._morphemes)
        gc.freeze()  # the model's tables live as long as the process; collecting garbage need not walk through them

    def tag(self, forms: Sequence[str]) -> list[str]:
        """One STTS-like tag (`VV(FIN)`) per form of a sentence."""
        if not forms:
            return []
        names: dict[int, str] = self._model.int2tag
        return [names[tag] for tag in self._sequence.tags([_SIGNS.get(form, form[:_LONGEST]) for form in forms])]

    def _lemma(self, form: str, tag: str) -> str:
        """The lemma of a form that is known to have this tag; takes longer than the tag, so it is asked for rarely."""
        found: str = form if len(form) > _LONGEST else self._model.analyze(form, pos=tag)[0]
        return found

    def _morphemes(self, form: str) -> tuple[Morpheme, ...]:
        """The pieces of a noun as it would be built from parts (`sicherheit`, `s`, `garantie`, `n`)."""
        _, pieces, _ = self._model.analyze(form[:_LONGEST], pos="NN", taglevel=3)
        return tuple(Morpheme(text, kind) for text, kind in pieces)


def _lemma_of(model: Any, longest: dict[str, int], stem: Sequence[str], pos: str) -> str:
    """The lemma made of a stem (HanTa's `makelemma`, which measures all endings of lemmas anew for every word)."""
    main, lemma = pos.partition("(")[0], "".join(stem)
    marked, suffixes, most = f"#{lemma}", model.lemmasuffixtable.get(main, {}), longest.get(main, 0)
    if len(marked) < most:
        most = len(lemma)
    endings = (marked[-size:] for size in range(most + 1, 0, -1))
    suffix = next((suffixes[ending] for ending in endings if ending in suffixes), "")
    if model.tag2int.get(pos, 0) in model.capitalizedlemmata:
        lemma = lemma[0].upper() + lemma[1:]
    return lemma + suffix


@cache
def tagger() -> Tagger:
    """The tagger of this process, loaded on first use."""
    return Tagger()
