"""Slips of commas around infinitives and comparisons: `Um sie zu retten verkauften sie …`, `länger, als bei …`."""

from collections.abc import Sequence
from itertools import pairwise

from learner.exercises.read_sentence import MARKS, NOUNS, OPENERS, STOPS, ReadSentence, end_of_stretch, stretches
from learner.language.segments import WITH_ZU
from learner.lexicon.wordclasses import wordclass

_INFINITIVE = wordclass("conjunctions.of-infinitives")
_OPENING_PHRASES = frozenset({"ART", "ADV", "PPOSAT", "PIAT", "NN", "PRF", "PPER", "ADJ(A)"})
_BETWEEN = frozenset({"PRF", "ADV", "ADJ(D)"})  # `ohne`, infinitive
_NEEDING_NONE = frozenset({"KON", "ADV", "PTKNEG", "KOUS", "KOKOM"})  # before `ohne`
_SUBJECTS = wordclass("pronouns.subjects")


def leaves_infinitive_open(one: ReadSentence) -> bool:
    """`Die Idee, das Bad zu nutzen stammt von ihr`: no comma behind an infinitive that hangs on the noun in front."""
    comma = one.forms.index(",") if "," in one.forms else 0
    tags = [word.tag for word in one.words]
    if not comma or tags[comma - 1] not in NOUNS or any(tag.endswith("(FIN)") for tag in tags[:comma]):
        return False
    last = next((place for place in range(comma, len(tags) - 1) if _closes_infinitive(tags, place)), 0)
    inside = tags[comma + 1 : last]
    plain = inside and inside[0] not in OPENERS and not any(tag.endswith("(FIN)") or tag == "$," for tag in inside)
    return bool(plain) and tags[last + 1].endswith("(FIN)")


def _closes_infinitive(tags: Sequence[str], place: int) -> bool:
    return tags[place] == "VV(IZU)" or (tags[place].endswith("(INF)") and tags[place - 1] == "PTKZU")


def opens_with_um(one: ReadSentence) -> bool:
    """`Um die Halle zu retten verkauften sie …`: no comma behind the infinitive, the verb follows."""
    return any(
        one.forms[run[0]].lower() in _INFINITIVE
        and any(
            one.words[place].tag in WITH_ZU and any(one.words[near].tag == "VV(FIN)" for near in run if near > place)
            for place in run
        )
        for run in stretches(one)
        if run
    )


def joins_ohne_bare(one: ReadSentence) -> bool:
    """`die ohne zu fragen gekommen sind`: no comma before `ohne`, which needs none behind `und`, `nicht`."""
    for place, form in enumerate(one.forms[:-2]):
        if form not in _INFINITIVE - {"um"} or not place or one.forms[place - 1] in STOPS | MARKS:
            continue
        behind = place + 1 + (one.words[place + 1].tag in _BETWEEN)
        closed = _ends_modal(one, place - 1)  # `kann nicht gehen ohne Etiketten zu lesen`
        behind += closed and one.words[behind].tag in NOUNS
        if one.words[min(behind, len(one.words) - 1)].tag in WITH_ZU and one.words[place - 1].tag not in _NEEDING_NONE:
            return True
    return False


def _ends_modal(one: ReadSentence, place: int) -> bool:
    """Whether an infinitive closes the clause of a modal verb, however the tagger took it."""
    modal = any(word.tag == "VM(FIN)" for word in one.words[:place])
    return modal and one.words[place].tag in {"VV(INF)", "VV(FIN)"} and one.forms[place].endswith("n")


def misplaces_als(one: ReadSentence) -> bool:
    """`länger, als bei anderen` without a verb; `besser als wenn …` without a comma."""
    for place, (form, behind) in enumerate(pairwise(one.forms)):
        if form == "als" and behind in {"wenn", "ob", "dass"} and place and one.forms[place - 1] not in STOPS | MARKS:
            return one.words[place - 1].tag != "KON"
        if form == "als" and place and _opens_bare_clause(one, place):
            return True  # `einfacher als man denkt`
        compared = place and form == "," and behind == "als" and one.forms[place - 1].endswith(("er", "mehr", "anders"))
        stretch = range(place + 1, end_of_stretch(one, place + 1))
        clause = any(
            one.words[near].tag.endswith("(FIN)") or one.words[near].tag in WITH_ZU or one.forms[near] == "wenn"
            for near in stretch
        )  # with `zu`: `nicht anders, als zu gehen`
        if compared and not clause and one.forms[place - 1] not in {"später", "früher"}:
            return True
    return False


def _opens_bare_clause(one: ReadSentence, place: int) -> bool:
    """Whether `als` stands without a comma before a pronoun and a clause that ends with its verb."""
    last = end_of_stretch(one, place) - 1
    bare = one.forms[place - 1] not in STOPS | MARKS | {"Erst"} and one.words[place - 1].tag != "KON"
    subject = one.forms[place + 1] in _SUBJECTS
    verb = one.words[last].tag.startswith("V")  # the tagger takes it for what goes with `als`
    return bare and subject and last > place + 1 and verb


def opens_bare_infinitive(one: ReadSentence) -> bool:
    """`eine Methode Energie zu sparen`, `andere Sorgen als ein Auto zu kaufen`: no comma before the infinitive."""
    return any(_opens_infinitive(one, place, run.stop) for run in stretches(one) for place in run[:-1])


def _opens_infinitive(one: ReadSentence, place: int, stop: int) -> bool:
    word, following = one.words[place], [near.tag for near in one.words[place + 1 : stop]]
    opens = word.tag == "NN" and word.lemma in wordclass("nouns.before-infinitives")
    verb = one.words[place - 1].lemma if place else ""
    announces = one.forms[place] == "es" and verb in wordclass("verbs.announcing-infinitives")
    compares = word.tag == "KOKOM" and one.forms[place : place + 2] != ["als", "auch"] and one.forms[place] == "als"
    ends = bool(WITH_ZU.intersection(following[2:]))
    return (
        (opens or compares or announces)
        and following[0] in _OPENING_PHRASES
        and ends
        and not any(tag.endswith("(FIN)") for tag in following)
    )
