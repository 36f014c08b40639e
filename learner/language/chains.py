"""Chains of verbs: what `muss`, `sein`, `worden`, `gesehen` say together, read from the governing verb down."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from learner.language.analysis import Word
from learner.language.segments import PARTICIPLES, WITH_ZU
from learner.lexicon.lexicon import Lexicon
from learner.lexicon.wordclasses import wordclass

Tense = Literal["Präsens", "Präteritum", "Perfekt", "Plusquamperfekt", "Futur I", "Futur II", ""]
Mood = Literal["Indikativ", "Konjunktiv I", "Konjunktiv II", "Imperativ", ""]
Voice = Literal["Aktiv", "Vorgangspassiv", "Zustandspassiv", ""]

_HELPERS = wordclass("verbs.with-infinitive")


@dataclass(frozen=True, slots=True)
class ChainReading:
    """What a chain of verbs says."""

    lemma: str
    tense: Tense = ""
    mood: Mood = ""
    voice: Voice = "Aktiv"
    modal: str = ""
    certain: bool = True


class Chain:
    """Reads chains of verbs from the governing one down (`muss`, `sein`, `worden`, `gesehen`)."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon) -> None:
        self._words = words
        self._lexicon = lexicon

    def read(self, chain: Sequence[int]) -> ChainReading:
        """A chain whose first verb is finite."""
        features = self._words[chain[0]].features
        said, simple = mood(features), _simple(features)
        below = self.below(chain)
        tense = lifted(below.tense, features, self._words[chain[0]].lemma)
        if said == "Imperativ":
            simple, tense = "", ""
        known = bool(said)
        return ChainReading(
            below.lemma, tense if below.tense else simple, said, below.voice, below.modal, below.certain and known
        )

    def below(self, chain: Sequence[int]) -> ChainReading:
        """What a chain says apart from the form of its first verb; `tense` is that of perfect and future."""
        lemma, rest = self._words[chain[0]].lemma, chain[1:]
        if not rest:
            return ChainReading(lemma)
        participle = self._words[rest[0]].tag in PARTICIPLES
        if lemma == "haben" and not self._is_zu(rest) and (participle or self._replaces(rest)):
            return self._perfect(rest)
        if lemma == "sein" and participle:
            return self._with_sein(rest)
        if lemma == "werden":
            return self._passive(rest) if participle else self._future(rest)
        return self._governed(lemma, rest)

    def _is_zu(self, rest: Sequence[int]) -> bool:
        tags = {self._words[token - 1].tag for token in rest if token} | {self._words[token].tag for token in rest}
        return bool(tags & WITH_ZU)

    def _replaces(self, rest: Sequence[int]) -> bool:
        """`hat kommen müssen`: an infinitive in place of the participle."""
        word = self._words[rest[0]]
        return len(rest) > 1 and (word.tag == "VM(INF)" or word.lemma in _HELPERS)

    def _perfect(self, rest: Sequence[int]) -> ChainReading:
        inner = self.below(rest)
        return ChainReading(inner.lemma, "Perfekt", voice=inner.voice, modal=inner.modal, certain=inner.certain)

    def _with_sein(self, rest: Sequence[int]) -> ChainReading:
        """`ist gegangen`, `ist geschlossen`, `ist geschlossen worden`, `ist geschlossen gewesen`."""
        word = self._words[rest[0]]
        if word.lemma in {"werden", "sein"} and len(rest) > 1:
            inner = self.below(rest)
            return ChainReading(inner.lemma, "Perfekt", voice=inner.voice, certain=inner.certain)
        helpers = self._helpers(word.lemma)
        if word.lemma in {"sein", "werden"} or helpers == ("ist",):
            return ChainReading(word.lemma, "Perfekt")
        if helpers == ("hat",):
            return ChainReading(word.lemma, voice="Zustandspassiv")
        return ChainReading(word.lemma, "Perfekt", certain=False)

    def _helpers(self, lemma: str) -> tuple[str, ...]:
        """The auxiliaries of a verb; none is sure where the verb without its particle has sein (`umstürzen`)."""
        found = self._lexicon.lookup(lemma, "VERB")
        if found is None or found.verb is None:
            return ()
        simple = self._lexicon.lookup(lemma.removeprefix(found.verb.particle), "VERB") if found.verb.particle else None
        moves = simple is not None and simple.verb is not None and simple.verb.auxiliaries[:1] == ("ist",)
        return () if moves and found.verb.auxiliaries == ("hat",) else found.verb.auxiliaries

    def _passive(self, rest: Sequence[int]) -> ChainReading:
        inner = self.below(rest)
        return ChainReading(inner.lemma, voice="Vorgangspassiv", certain=inner.certain and len(rest) == 1)

    def _future(self, rest: Sequence[int]) -> ChainReading:
        inner = self.below(rest)
        tense: Tense = "Futur II" if inner.tense == "Perfekt" else "Futur I"
        return ChainReading(inner.lemma, tense, voice=inner.voice, modal=inner.modal, certain=inner.certain)

    def _governed(self, lemma: str, rest: Sequence[int]) -> ChainReading:
        """An infinitive under a modal verb, `lassen`, or `haben`, `sein`, `scheinen`, `brauchen` with zu."""
        inner = self.below(rest)
        if self._words[rest[0]].tag in PARTICIPLES:  # `kommt gelaufen`, `bleibt geschlossen`
            return ChainReading(lemma, certain=False)
        modal = f"{lemma} zu" if self._is_zu(rest) else lemma
        if lemma in _HELPERS - {"lassen"} and not self._is_zu(rest):
            return ChainReading(lemma, certain=False)
        past: Tense = "Perfekt" if inner.tense == "Perfekt" else ""
        sure = inner.certain and not past and not inner.modal
        return ChainReading(inner.lemma, voice=inner.voice, modal=modal, certain=sure)


def mood(features: dict[str, str]) -> Mood:
    """The mood as grammars call it, empty where none is known."""
    said, tense = features.get("Mood", ""), features.get("Tense", "")
    if said == "Sub":
        return "Konjunktiv I" if tense == "Pres" else "Konjunktiv II"
    found: dict[str, Mood] = {"Ind": "Indikativ", "Imp": "Imperativ"}
    return found.get(said, "")


def _simple(features: dict[str, str]) -> Tense:
    """The tense of the finite form alone; the subjunctive knows no preterite."""
    if features.get("Mood") == "Ind" and features.get("Tense") == "Past":
        return "Präteritum"
    return "Präsens" if features.get("Tense") else ""


def lifted(tense: Tense, features: dict[str, str], lemma: str) -> Tense:
    """The perfect and future under a finite form: `hatte gesagt`, `würde kommen`."""
    past = features.get("Tense") == "Past"
    if tense == "Perfekt" and past and features.get("Mood") == "Ind":
        return "Plusquamperfekt"
    if past and lemma == "werden":
        return "Perfekt" if tense == "Futur II" else ("Präsens" if tense == "Futur I" else tense)
    return tense
