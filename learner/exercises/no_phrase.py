"""What stands like determiner, adjectives and noun of one phrase, and is none: `, die grundlegende Fragen klärt`."""

from learner.exercises.read_sentence import ReadSentence, end_of_stretch
from learner.exercises.wordlists import words
from learner.language.segments import WITH_ZU
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_ARTICLES = wordclass("determiners.definite")
_DETERMINED = frozenset({"ART", "PDAT"})
_NEUTER = wordclass("determiners.before-made-nouns")
_FROM = frozenset({"von", "vom"})
_DEGREES = ("st", "fach", "doppelt")
_SPAN = 5  # words from `vom` to its `an`
_SHORTEST = 4  # letters of a verb that ends a noun (`Aktenkopieren`)


def is_no_phrase(one: ReadSentence, start: int, head: int) -> bool:
    """Whether the words from `start` to the noun `head` belong to two phrases, or to none that endings tell of."""
    return (
        _begins_with_pronoun(one, start, head)
        or _goes_on(one, head)
        or _stands_behind_noun(one, start)
        or _is_set(one, start)
        or _opens_purpose(one, start)
        or _closes_span(one, start)
        or _is_made_noun(one, start, head)
        or one.words[head].lemma in words("measures.txt")
        or (one.words[start].tag == "APPRART" and _ends_in_verb(one, head))
    )


def _begins_with_pronoun(one: ReadSentence, start: int, head: int) -> bool:
    """`, die niedrigere Kosten verursachen`, `macht das Sinn`, `Ihr Journalisten`, `dem einen Ergebnis`."""
    form, before = one.forms[start].lower(), one.forms[start - 1] if start else ""
    if start and form in _ARTICLES and (before == "," or one.words[start - 1].tag in _DETERMINED):
        return True
    if start and form == "das" and start + 1 == head and one.words[start - 1].tag.endswith("(FIN)"):
        return True
    return form == "ihr" and one.words[head].features.get("Number") == "Plur"


def _goes_on(one: ReadSentence, head: int) -> bool:
    """`eine Jahrhunderte übergreifende Sammlung`, `der tausenden ankommenden Leute`, `am Lerchenfelder Gürtel`."""
    if head + 1 >= len(one.words):
        return False
    behind = one.words[head + 1].tag
    adjective = behind == "ADJ(A)" and one.forms[head + 1].islower()
    return adjective or (behind == "NN" and one.forms[head].endswith("er"))


def _stands_behind_noun(one: ReadSentence, start: int) -> bool:
    """`aller Voraussicht nach eine Hürde`, `vom Standort Berlin aus gute Angebote`: it governs what is before."""
    form = one.forms[start].lower()
    if form == "aus":
        return not {"von", "vom"}.isdisjoint(one.forms[:start])
    before = start - 1 if one.forms[start - 1] == "nach" else start
    return start > 1 and one.forms[before] == "nach" and one.words[before - 1].tag == "NN"


def _closes_span(one: ReadSentence, start: int) -> bool:
    """`vom vierten Jahr an ein Überschuss`, `den Abend über der Beste`, `bis ein Arzt kommt`, `ab und zu ein Kopf`."""
    place = start if one.words[start].tag.startswith(("APPR", "KOUS")) else start - 1
    if place < 0:
        return False
    form, before = one.forms[place].lower(), list(one.forms[max(0, place - _SPAN) : place])
    timed = place > 0 and one.words[place - 1].lemma in column("times.tsv")
    if form == "über":
        return timed
    since = form == "an" and any(word.lower() in _FROM for word in before)
    return since or form == "bis" or (form == "zu" and before[-2:] == ["ab", "und"])


def _is_made_noun(one: ReadSentence, start: int, head: int) -> bool:
    """`das Doppelte`, `das Tropfen`, `um ein Uhr`, `der einen Hand`: of a noun with another gender no table tells."""
    form, article = one.forms[head], one.forms[start].lower()
    counted = article == "ein" and form == "Uhr"
    again = article.startswith("ein") and start > 0 and one.words[start - 1].tag == "ART"
    if counted or again or start + 1 != head or article not in _NEUTER:
        return counted or again
    stem = form.lower().removesuffix("n").removesuffix("e")
    lexicon = one.material.lexicon
    adjective = form.endswith(("e", "en")) and (lexicon.lookup(stem, "ADJ") is not None or stem.endswith(_DEGREES))
    return adjective or lexicon.lookup(form.lower(), "VERB") is not None


def _is_set(one: ReadSentence, start: int) -> bool:
    """`mit ein Grund dafür`, `außer unsere Spuren`, `der am häufigsten gezeigten Bilder`."""
    form, before = one.forms[start].lower(), one.forms[start - 1].lower() if start else ""
    superlative = form == "am" and one.forms[start + 1].endswith("sten")
    return superlative or before == "außer" or (before, form) == ("mit", "ein")


def _opens_purpose(one: ReadSentence, start: int) -> bool:
    """`Um der Verhaftung zu entgehen`: `um` belongs to the infinitive."""
    opened = start > 0 and one.forms[start - 1].lower() == "um"
    return opened and any(word.tag in WITH_ZU for word in one.words[start : end_of_stretch(one, start)])


def _ends_in_verb(one: ReadSentence, head: int) -> bool:
    """`zum Aktenkopieren`: what is done, not several things."""
    form = one.forms[head]
    cuts = range(_SHORTEST - 1, len(form) - _SHORTEST)
    return any(one.material.lexicon.lookup(form[cut:], "VERB") is not None for cut in cuts)
