"""Verb phrases: the finite verb with its infinitives, participles and particle as one unit across the clause.

Tense, mood and voice are read off the chain of verbs, from the finite one down to the verb that carries the meaning.
What can be read in two ways is marked as not certain; `tense`, `mood` and `voice` are empty where nothing is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from learner.language.analysis import Analysis, Word
from learner.language.clauses import Clause, clauses
from learner.language.segments import INFINITIVES, PARTICIPLES
from learner.language.wordbook import wordbook
from learner.lexicon.lexicon import Lexicon

Tense = Literal["Präsens", "Präteritum", "Perfekt", "Plusquamperfekt", "Futur I", "Futur II", ""]
Mood = Literal["Indikativ", "Konjunktiv I", "Konjunktiv II", "Imperativ", ""]
Voice = Literal["Aktiv", "Vorgangspassiv", "Zustandspassiv", ""]

_NONFINITE = INFINITIVES | PARTICIPLES | {"VV(IZU)", "PTKZU"}
_WITH_ZU = frozenset({"haben", "sein", "scheinen", "brauchen", "pflegen"})  # their infinitive with zu stays inside
_AUXILIARIES = frozenset({"haben", "sein", "werden"})
_HELPERS = frozenset({"lassen", "gehen", "bleiben", "lernen", "helfen", "sehen", "hören", "kommen"})


@dataclass(frozen=True, slots=True)
class VerbPhrase:
    """The verbs of one clause; tokens are indexes into the article's tokens, in the order of the text.

    `lemma` is the verb that carries the meaning; `modal` the modal verb above it (`müssen`; `sein zu` for `ist zu
    lösen`), empty where there is none. `right` is the right bracket: particle, participles, infinitives; of a
    subordinate clause all its verbs. `clause` counts the clauses of the sentence.
    """

    clause: int
    finite: int | None
    right: tuple[int, ...]
    tokens: tuple[int, ...]
    lemma: str
    tense: Tense
    mood: Mood
    voice: Voice
    modal: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a clause as token indexes; `left` is the finite verb or what opens a subordinate clause."""

    vorfeld: tuple[int, ...]
    left: tuple[int, ...]
    mittelfeld: tuple[int, ...]
    right: tuple[int, ...]
    nachfeld: tuple[int, ...]
    certain: bool


def verb_phrases(analysis: Analysis, sentence: int, lexicon: Lexicon) -> list[VerbPhrase]:
    """The verb phrases of a sentence in the order of its clauses; clauses without a verb have none."""
    found = (
        _worn(analysis.words, clause, number, lexicon) or _phrase(analysis.words, clause, number, lexicon)
        for number, clause in enumerate(clauses(analysis, sentence))
        if clause.kind != "fragment"
    )
    return [phrase for phrase in found if phrase]


def fields(analysis: Analysis, clause: Clause, phrase: VerbPhrase) -> Fields:
    """Where Vorfeld, Mittelfeld and Nachfeld of a clause lie, given its verb phrase."""
    own = [token for token in clause.tokens if analysis.words[token].pos != "PUNCT"]
    last = phrase.right[-1] if phrase.right else -1
    behind = tuple(token for token in own if phrase.right and token > last)
    inside = [token for token in own if token not in phrase.right and token not in behind]
    if clause.kind in {"verb-last", "infinitive"}:
        opener = tuple(
            inside[: clause.kind == "verb-last" or analysis.words[inside[0]].tag == "KOUI"] if inside else ()
        )
        return Fields((), opener, tuple(inside[len(opener) :]), phrase.right, behind, phrase.certain)
    assert phrase.finite is not None
    vorfeld = tuple(clause.vorfeld) if clause.vorfeld is not None else ()
    left = (phrase.finite,)
    middle = tuple(token for token in inside if token > phrase.finite)
    return Fields(vorfeld, left, middle, phrase.right, behind, phrase.certain and not behind)


def _phrase(words: Sequence[Word], clause: Clause, number: int, lexicon: Lexicon) -> VerbPhrase | None:
    if clause.finite is None:
        return _infinitive(words, clause, number, lexicon)
    runs = _runs(words, clause)
    right, sure = _right(words, clause, runs)
    particle = tuple(token for token in right if words[token].head == clause.finite)
    verbs = [token for token in right if token != clause.finite and token not in particle]
    chain = [clause.finite, *(token for token in reversed(verbs) if words[token].tag != "PTKZU")]
    reading = _Chain(words, lexicon).read(chain)
    tokens = tuple(sorted({clause.finite, *right}))
    own = right if clause.kind != "verb-last" else tokens
    meaning = reading.lemma or words[clause.finite].lemma
    sure = sure and clause.certain and reading.certain
    return VerbPhrase(
        number, clause.finite, own, tokens, meaning, reading.tense, reading.mood, reading.voice, reading.modal, sure
    )


def _worn(words: Sequence[Word], clause: Clause, number: int, lexicon: Lexicon) -> VerbPhrase | None:
    """`sind verwelkt`, tagged as an adjective: the perfect of a verb with sein, though it may be said of a state."""
    own = [token for token in clause.tokens if token != clause.finite and words[token].pos != "PUNCT"]
    if clause.finite is None or not own or words[clause.finite].lemma != "sein" or words[own[-1]].tag != "ADJ(D)":
        return None
    lemma = _withered(words[own[-1]].lemma, lexicon)
    if not lemma:
        return None
    features = words[clause.finite].features
    tokens = tuple(sorted((own[-1], clause.finite)))
    right = tokens if clause.kind == "verb-last" else (own[-1],)
    tense = _lifted("Perfekt", features, "sein")
    return VerbPhrase(number, clause.finite, right, tokens, lemma, tense, _mood(features), "Aktiv", "", False)


def _withered(form: str, lexicon: Lexicon) -> str:
    """The infinitive with sein whose participle this is, if it is no adjective of the dictionary (`verschieden`)."""
    analyses = wordbook(lexicon).analyses(form)
    if any(pos != "VERB" for _, pos, _ in analyses):
        return ""
    for lemma, _, features in analyses:
        found = lexicon.lookup(lemma, "VERB") if "Part" in features.split(";") else None
        if found and found.verb and found.verb.auxiliaries == ("ist",):
            return lemma
    return ""


def _runs(words: Sequence[Word], clause: Clause) -> list[list[int]]:
    """Unbroken runs of infinitives, participles and particles of the clause."""
    assert clause.finite is not None
    lemma = words[clause.finite].lemma
    runs: list[list[int]] = []
    previous = -2
    for place, token in enumerate(clause.tokens):
        if token == clause.finite:
            previous += previous == place - 1  # the finite verb of a subordinate clause stands among the others
            continue
        if words[token].tag in _NONFINITE or words[token].head == clause.finite:
            if place == previous + 1 and not _begins_run(words, token, lemma):
                runs[-1].append(token)
            else:
                runs.append([token])
            previous = place
    return runs


def _begins_run(words: Sequence[Word], token: int, finite: str) -> bool:
    """`geprüft, geändert`; `hat angefangen zu lesen`: the bracket ends before what comes here."""
    if words[token - 1].tag == "$,":
        return True
    return finite in _AUXILIARIES and words[token].tag in {"PTKZU", "VV(IZU)"} and words[token - 1].tag in PARTICIPLES


def _right(words: Sequence[Word], clause: Clause, runs: list[list[int]]) -> tuple[tuple[int, ...], bool]:
    """The run that closes the bracket, and whether no other could; `und` joins a second one to the first."""
    assert clause.finite is not None
    lemma = words[clause.finite].lemma
    own = [run for run in runs if not _is_apart(words, run, lemma)]
    if clause.kind == "verb-last":
        near = [run for run in own if _touches(clause, run)]
        return (tuple(near[-1]) if near else ()), len(own) <= 1
    own = [run for run in own if run[0] > clause.finite]
    own = [run for run in own if not _has_zu(words, run)] or own  # `hat versprochen zu kommen`
    if not own:
        return (), True
    joined = any(words[token].tag == "KON" for token in range(own[0][-1], own[-1][0]))
    return tuple(own[0] if joined else own[-1]), len(own) == 1


def _touches(clause: Clause, run: Sequence[int]) -> bool:
    assert clause.finite is not None
    places = [clause.tokens.index(token) for token in (run[0], run[-1], clause.finite)]
    return places[1] + 1 == places[2] or places[0] == places[2] + 1 or run[0] < clause.finite < run[-1]


def _is_apart(words: Sequence[Word], run: Sequence[int], lemma: str) -> bool:
    """An infinitive with zu that is a clause of its own (`versucht zu schlafen`)."""
    return _has_zu(words, run) and lemma not in _WITH_ZU


def _has_zu(words: Sequence[Word], run: Sequence[int]) -> bool:
    return any(words[token].tag in {"PTKZU", "VV(IZU)"} for token in run)


def _infinitive(words: Sequence[Word], clause: Clause, number: int, lexicon: Lexicon) -> VerbPhrase | None:
    """`um gewählt zu werden`: no finite verb, so neither mood nor tense but for the perfect."""
    verbs = [token for token in clause.tokens if words[token].tag in _NONFINITE]
    chain = [token for token in reversed(verbs) if words[token].tag != "PTKZU"]
    if not chain or not any(words[token].tag in {"PTKZU", "VV(IZU)"} for token in verbs):
        return None
    reading = _Chain(words, lexicon).below(chain)
    tense: Tense = "Perfekt" if reading.tense == "Perfekt" else ""
    sure = clause.certain and reading.certain
    return VerbPhrase(
        number, None, tuple(verbs), tuple(verbs), reading.lemma, tense, "", reading.voice, reading.modal, sure
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a chain of verbs says."""

    lemma: str
    tense: Tense = ""
    mood: Mood = ""
    voice: Voice = "Aktiv"
    modal: str = ""
    certain: bool = True


class _Chain:
    """Reads chains of verbs from the governing one down (`muss`, `sein`, `worden`, `gesehen`)."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon) -> None:
        self._words = words
        self._lexicon = lexicon

    def read(self, chain: Sequence[int]) -> _Reading:
        """A chain whose first verb is finite."""
        features = self._words[chain[0]].features
        mood, simple = _mood(features), _simple(features)
        below = self.below(chain)
        tense = _lifted(below.tense, features, self._words[chain[0]].lemma)
        if mood == "Imperativ":
            simple, tense = "", ""
        known = bool(mood)
        return _Reading(
            below.lemma, tense if below.tense else simple, mood, below.voice, below.modal, below.certain and known
        )

    def below(self, chain: Sequence[int]) -> _Reading:
        """What a chain says apart from the form of its first verb; `tense` is that of perfect and future."""
        lemma, rest = self._words[chain[0]].lemma, chain[1:]
        if not rest:
            return _Reading(lemma)
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
        return bool(tags & {"PTKZU", "VV(IZU)"})

    def _replaces(self, rest: Sequence[int]) -> bool:
        """`hat kommen müssen`: an infinitive in place of the participle."""
        word = self._words[rest[0]]
        return len(rest) > 1 and (word.tag == "VM(INF)" or word.lemma in _HELPERS)

    def _perfect(self, rest: Sequence[int]) -> _Reading:
        inner = self.below(rest)
        return _Reading(inner.lemma, "Perfekt", voice=inner.voice, modal=inner.modal, certain=inner.certain)

    def _with_sein(self, rest: Sequence[int]) -> _Reading:
        """`ist gegangen`, `ist geschlossen`, `ist geschlossen worden`, `ist geschlossen gewesen`."""
        word = self._words[rest[0]]
        if word.lemma in {"werden", "sein"} and len(rest) > 1:
            inner = self.below(rest)
            return _Reading(inner.lemma, "Perfekt", voice=inner.voice, certain=inner.certain)
        found = self._lexicon.lookup(word.lemma, "VERB")
        helpers = found.verb.auxiliaries if found and found.verb else ()
        if word.lemma in {"sein", "werden"} or helpers == ("ist",):
            return _Reading(word.lemma, "Perfekt")
        if helpers == ("hat",):
            return _Reading(word.lemma, voice="Zustandspassiv")
        return _Reading(word.lemma, "Perfekt", certain=False)

    def _passive(self, rest: Sequence[int]) -> _Reading:
        inner = self.below(rest)
        return _Reading(inner.lemma, voice="Vorgangspassiv", certain=inner.certain and len(rest) == 1)

    def _future(self, rest: Sequence[int]) -> _Reading:
        inner = self.below(rest)
        tense: Tense = "Futur II" if inner.tense == "Perfekt" else "Futur I"
        return _Reading(inner.lemma, tense, voice=inner.voice, modal=inner.modal, certain=inner.certain)

    def _governed(self, lemma: str, rest: Sequence[int]) -> _Reading:
        """An infinitive under a modal verb, `lassen`, or `haben`, `sein`, `scheinen`, `brauchen` with zu."""
        inner = self.below(rest)
        if self._words[rest[0]].tag in PARTICIPLES:  # `kommt gelaufen`, `bleibt geschlossen`
            return _Reading(lemma, certain=False)
        modal = f"{lemma} zu" if self._is_zu(rest) else lemma
        if lemma in _HELPERS - {"lassen"} and not self._is_zu(rest):
            return _Reading(lemma, certain=False)
        past: Tense = "Perfekt" if inner.tense == "Perfekt" else ""
        sure = inner.certain and not past and not inner.modal
        return _Reading(inner.lemma, voice=inner.voice, modal=modal, certain=sure)


def _mood(features: dict[str, str]) -> Mood:
    mood, tense = features.get("Mood", ""), features.get("Tense", "")
    if mood == "Sub":
        return "Konjunktiv I" if tense == "Pres" else "Konjunktiv II"
    found: dict[str, Mood] = {"Ind": "Indikativ", "Imp": "Imperativ"}
    return found.get(mood, "")


def _simple(features: dict[str, str]) -> Tense:
    """The tense of the finite form alone; the subjunctive knows no preterite."""
    if features.get("Mood") == "Ind" and features.get("Tense") == "Past":
        return "Präteritum"
    return "Präsens" if features.get("Tense") else ""


def _lifted(tense: Tense, features: dict[str, str], lemma: str) -> Tense:
    """The perfect and future under a finite form: `hatte gesagt`, `würde kommen`."""
    past = features.get("Tense") == "Past"
    if tense == "Perfekt" and past and features.get("Mood") == "Ind":
        return "Plusquamperfekt"
    if past and lemma == "werden":
        return "Perfekt" if tense == "Futur II" else ("Präsens" if tense == "Futur I" else tense)
    return tense
