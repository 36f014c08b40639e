"""Slips of endings behind numbers: `61 kleinen Betriebe`, `mit elf Betroffene`, `zwei storniertes Projekte`."""

from learner.exercises.read_sentence import NOUNS, ReadSentence
from learner.exercises.wordlists import words
from learner.language.dates import is_year
from learner.language.tables import column, mapping
from learner.language.wordbook import wordbook

_BETWEEN = frozenset({"ADV", "PPOSAT"})  # of preposition and number (`mit ihren 190 Schülern`)
_BEFORE_BARE = frozenset({"KON", "VV(FIN)", "VA(FIN)", "VM(FIN)", "NN", "NE", "PPER"})
_DETERMINING = frozenset({"ART", "APPRART", "PPOSAT", "PDAT", "PIAT", "ADJ(A)", "CARD"})


def ends_weakly(one: ReadSentence) -> bool:
    """`61 kleinen Betriebe`: behind a number without a determiner the plural is strong, but for the dative."""
    quadruples = zip(one.words, one.words[1:], one.words[2:], one.forms[1:], one.forms[2:], strict=False)
    before = ("", *(word.tag for word in one.words))
    return any(
        number.tag == "CARD"
        and before[place] not in _DETERMINING
        and inner.tag == "ADJ(A)"
        and adjective.islower()
        and adjective == inner.lemma.removesuffix("e") + "en"
        and head.tag == "NN"
        and noun.endswith("e")
        for place, (number, inner, head, adjective, noun) in enumerate(quadruples)
    )


def counts_with_single(one: ReadSentence) -> bool:
    """`zwei längst storniertes Projekte`: behind a number no adjective ends as behind `ein`."""
    return any(
        number.tag == "CARD" and form.islower() and form.isalpha() and form != "ein" and _ends_as_single(one, place + 1)
        for place, (form, number) in enumerate(one.pairs())
    )


def _ends_as_single(one: ReadSentence, place: int) -> bool:
    """Whether an adjective in -es, an adverb or two before it, stands there before a noun that is several."""
    while place < len(one.words) and one.words[place].tag in {"ADV", "ADJ(D)"}:
        place += 1
    if place + 1 >= len(one.words) or one.words[place].tag != "ADJ(A)" or not one.forms[place].endswith("es"):
        return False
    readings = wordbook(one.material.lexicon).noun_readings(one.forms[place + 1])
    return bool(readings) and all(reading.number == "Plur" for reading in readings)


def counts_in_nominative(one: ReadSentence) -> bool:
    """`mit elf Betroffene`: a noun behind a number and a preposition with the dative has it as well."""
    book = wordbook(one.material.lexicon)
    for place in range(2, len(one.words)):
        if one.words[place - 1].tag == "CARD" and one.words[place].tag in NOUNS and _is_behind_dative(one, place - 1):
            cases = [reading.case for reading in book.noun_readings(one.forms[place]) if reading.number == "Plur"]
            measure = one.words[place].lemma in words("measures.txt")  # `von zehn Meter` is right too
            year = is_year(one.forms[place - 1])  # `seit 2019 Rohlinge gießen`
            if cases and "Dat" not in cases and not measure and not year:
                return True
    return False


def tells_time_in_dative(one: ReadSentence) -> bool:
    """`soll drei Monaten gelten`: a length of time in the dative, with nothing before it that asks for that."""
    book = wordbook(one.material.lexicon)
    for place in range(2, len(one.words)):
        counted = one.words[place - 1].tag == "CARD" and one.words[place].lemma in column("times.tsv")
        cases = {reading.case for reading in book.noun_readings(one.forms[place])} if counted else set()
        governed = any(word.tag.startswith("APPR") for word in one.words[:place])
        if cases == {"Dat"} and one.words[place - 2].tag in _BEFORE_BARE and not governed:
            return True
    return False


def _is_behind_dative(one: ReadSentence, number: int) -> bool:
    """Whether a preposition with the dative stands before a number, an adverb between them; `bis zu` only counts.

    `mit zwei bis drei Jahre` counts with the first number; `vor drei Jahre` tells when.
    """
    noun = one.words[number + 1].lemma
    if number > 1 and one.forms[number - 1] == "bis" and one.words[number - 2].tag == "CARD":
        number -= 2
    place = number - 1 - (one.words[number - 1].tag in _BETWEEN)
    before = one.forms[place].lower() if place >= 0 else ""
    if before == "nach" and place and one.words[place - 1].tag in NOUNS:  # `ihrer Schätzung nach noch sieben Jahre`
        return False
    ago = before == "vor" and noun in column("times.tsv")
    governed = ago or mapping("government.tsv").get(before, "") == "Dat"
    return governed and not (place and one.forms[place - 1].lower() == "bis")
