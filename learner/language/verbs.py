"""Verb phrases: the finite verb with its infinitives, participles and particle as one unit across the clause.

Tense, mood and voice are read off the chain of verbs, from the finite one down to the verb that carries the meaning.
What can be read in two ways is marked as not certain; `tense`, `mood` and `voice` are empty where nothing is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from learner.language.analysis import Analysis, Word
from learner.language.chains import Chain, Mood, Tense, Voice, lifted, mood
from learner.language.clause import Clause
from learner.language.clauses import clauses
from learner.language.segments import INFINITIVES, PARTICIPLES, WITH_ZU
from learner.language.wordbook import wordbook
from learner.lexicon.lexicon import Lexicon
from learner.lexicon.wordclasses import wordclass

_NONFINITE = INFINITIVES | PARTICIPLES | {"VV(IZU)", "PTKZU"}
_WITH_ZU = wordclass("verbs.with-zu")  # their infinitive with zu stays inside
_AUXILIARIES = wordclass("verbs.auxiliary")


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
    reading = Chain(words, lexicon).read(chain)
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
    tense = lifted("Perfekt", features, "sein")
    return VerbPhrase(number, clause.finite, right, tokens, lemma, tense, mood(features), "Aktiv", "", False)


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
    return finite in _AUXILIARIES and words[token].tag in WITH_ZU and words[token - 1].tag in PARTICIPLES


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
    joined = any(words[token].tag in {"KON", "$,"} for token in range(own[0][-1], own[-1][0]))
    return tuple(own[0] if joined else own[-1]), len(own) == 1


def _touches(clause: Clause, run: Sequence[int]) -> bool:
    assert clause.finite is not None
    places = [clause.tokens.index(token) for token in (run[0], run[-1], clause.finite)]
    return places[1] + 1 == places[2] or places[0] == places[2] + 1 or run[0] < clause.finite < run[-1]


def _is_apart(words: Sequence[Word], run: Sequence[int], lemma: str) -> bool:
    """An infinitive with zu that is a clause of its own (`versucht zu schlafen`)."""
    return _has_zu(words, run) and lemma not in _WITH_ZU


def _has_zu(words: Sequence[Word], run: Sequence[int]) -> bool:
    return any(words[token].tag in WITH_ZU for token in run)


def _infinitive(words: Sequence[Word], clause: Clause, number: int, lexicon: Lexicon) -> VerbPhrase | None:
    """`um gewählt zu werden`: no finite verb, so neither mood nor tense but for the perfect."""
    verbs = [token for token in clause.tokens if words[token].tag in _NONFINITE]
    chain = [token for token in reversed(verbs) if words[token].tag != "PTKZU"]
    if not chain or not any(words[token].tag in WITH_ZU for token in verbs):
        return None
    reading = Chain(words, lexicon).below(chain)
    tense: Tense = "Perfekt" if reading.tense == "Perfekt" else ""
    sure = clause.certain and reading.certain
    return VerbPhrase(
        number, None, tuple(verbs), tuple(verbs), reading.lemma, tense, "", reading.voice, reading.modal, sure
    )
