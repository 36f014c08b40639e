"""Slips of capitals: what stands for a noun is written small."""

import re
from itertools import pairwise

from learner.exercises.read_sentence import NOUNS, STOPS, ReadSentence, end_of_stretch
from learner.lexicon.wordclasses import wordclass, wordrow

_COUNTS = wordrow("nouns.round-numbers")
_BEHIND_NOUN = frozenset({"KON", "APPR", "VV(FIN)", "VA(FIN)", "VM(FIN)"})
_AGE = re.compile(r"\d+-jährige[rn]?")
_UNIT = 3  # letters of `km`, `kWh`
_OPENING = frozenset({"ART", "PPOSAT"})
_PART = 4  # letters
_PHRASE = 6  # tokens behind a colon
_SENTENCE = 4  # tokens of a sentence behind a colon
_OPENING_SENTENCES = frozenset({"ART", "PPER", "PDS", "PDAT", "PWS", "PWAV", "PPOSAT", "ADV", "PIS", "PIAT", "APPR"})
_SUMMING_UP = wordclass("pronouns.summing-up")
_FUSED = wordclass("prepositions.with-article")
_VAGUE = wordclass("pronouns.before-adjectives")
_TURNS = wordclass("adverbs.joined-to-nouns")


def is_lowered(one: ReadSentence) -> bool:
    """`beim aufstellen`, `etwas neues`, `oder ähnliches`: what stands for a noun has a capital."""
    small = (_is_small_noun, _is_small_pair, _is_small_age)
    if any(looks(one, place) for place in range(len(one.forms)) for looks in small):
        return True
    ends = [*one.words[1:], None]
    for place, (form, word) in enumerate(one.pairs()):
        behind = ends[place]
        if behind is None or not one.forms[place + 1].islower():
            continue
        inserted = one.forms[place + 2 : place + 3] == ["–"]  # `den – vielleicht etwas naiven – Traum`
        last = (
            ends[place + 1] is None
            or (one.forms[place + 2] in STOPS and not inserted)
            or one.words[place + 2].tag in _BEHIND_NOUN
        )
        if form == "nach" and one.forms[place + 1] == behind.lemma and one.forms[place + 2 : place + 3] == ["zumute"]:
            return True  # `war ihr nach feiern zumute`
        infinitive = behind.tag in {"VV(INF)", "VV(FIN)"} and behind.lemma == one.forms[place + 1]
        if form.lower() in _FUSED and word.tag == "APPRART" and infinitive:
            return True
        if form.lower() in _VAGUE and behind.tag == "ADJ(A)" and last and not behind.lemma.startswith("ander"):
            return True
        if form == "oder" and one.forms[place + 1] in {"ähnliches", "ähnlichem", "ähnliche"} and last:
            return True
    return False


def is_raised(one: ReadSentence) -> bool:
    """`das Amtliche Endergebnis` where the page has `das amtliche Endergebnis` too; `besuchten sich Zuhause`."""
    if any(_is_raised_adverb(one, place) for place in range(1, len(one.forms))):
        return True
    inside = (place for place in range(1, len(one.forms) - 1) if one.forms[place - 1][-1].isalnum())
    raised = [place for place in inside if one.words[place].tag == "ADJ(A)" and one.forms[place].istitle()]
    pairs = [(one.forms[place].lower(), one.forms[place + 1]) for place in raised if one.words[place + 1].tag == "NN"]
    if not pairs:
        return False
    analysis = one.material.analysis
    return not set(pairs).isdisjoint(pairwise(analysis.form(token) for token in range(len(analysis.words))))


def _is_raised_adverb(one: ReadSentence, place: int) -> bool:
    """`besuchten sich gegenseitig Zuhause`, but `ein neues Zuhause`, `hat Familie und Zuhause verloren`."""
    before = one.words[place - 1].tag
    return one.forms[place] == "Zuhause" and (before.startswith("V") or before in {"ADJ(D)", "ADV", "PRF", "PPER"})


def is_raised_behind_colon(one: ReadSentence) -> bool:
    """`etwas anderes: Die Option, bei der …`: behind a colon no sentence follows, only a noun with its clause."""
    colon = next((place for place, form in enumerate(one.forms) if form == ":"), 0)
    behind = list(one.words[colon + 1 :])
    if not colon or len(behind) < _PHRASE or not one.forms[colon + 1].istitle() or behind[0].tag not in _OPENING:
        return False
    comma = next((place for place in range(colon + 1, len(one.forms) - 1) if one.forms[place] == ","), 0)
    relative = comma and {word.tag for word in one.words[comma + 1 : comma + 3]} & {"PRELS", "PRELAT"}
    finite = sum(word.tag.endswith("(FIN)") for word in behind)
    plain = not any(word.tag.endswith("(FIN)") for word in one.words[colon + 1 : comma])
    return bool(relative) and plain and finite == 1


def is_lowered_behind_colon(one: ReadSentence) -> bool:
    """`Im Gegenteil: immer öfter gibt es Spott`: a whole sentence behind a colon begins with a capital."""
    colon = next((place for place, form in enumerate(one.forms) if form == ":"), 0)
    behind = range(colon + 1, end_of_stretch(one, colon + 1))
    if not colon or len(behind) < _SENTENCE or not one.forms[colon + 1].islower():
        return False
    finite = [place for place in behind if one.words[place].tag.endswith("(FIN)")]
    opener = one.words[colon + 1].tag in _OPENING_SENTENCES and one.forms[colon + 1] not in _SUMMING_UP
    return opener and len(finite) == 1 and finite[0] < behind[-1] and finite[0] > behind[0]


def _is_small_noun(one: ReadSentence, place: int) -> bool:
    """Whether a noun has no capital; not `km`, not `dutzende`, no adjective, no word that is written small."""
    form, behind = one.forms[place], one.words[place + 1 : place + 2]
    small = one.words[place].tag == "NN" and form.isalpha() and form.islower() and len(form) > _UNIT
    if not small or form.startswith(_COUNTS) or any(word.tag in NOUNS for word in behind):
        return False
    return not one.material.lexicon.is_word(form) and not _ends_as_adjective(one, form)


def _ends_as_adjective(one: ReadSentence, form: str) -> bool:
    """`strombetrieben`, `richtigerweise`: taken for a noun, and put together of a word and a participle or adverb."""
    tails = (form[cut:] for cut in range(_PART, len(form) - _PART))
    readings = (features for tail in tails for _, _, features in one.material.lexicon.analyses(tail))
    return form.endswith("erweise") or any("Part" in features for features in readings)


def _is_small_age(one: ReadSentence, place: int) -> bool:
    """`Der 51-jährige bestreitet alles`: an age that stands for a person."""
    behind = one.words[place + 1].tag if place + 1 < len(one.words) else "$."
    return _AGE.fullmatch(one.forms[place]) is not None and not behind.startswith(
        ("N", "ADJ", "KON", "TRUNC", "CARD", "FM")
    )


def _is_small_pair(one: ReadSentence, place: int) -> bool:
    """`nach langem hin und her`: two adverbs that an adjective or an article makes a noun."""
    before = one.words[place - 1].tag if place else ""
    return " ".join(one.forms[place : place + 3]) in _TURNS and before in {"ADJ(A)", "ART", "PIAT", "APPRART"}
