"""Slips of commas: one that is missing before a clause, or stands where none may."""

from itertools import pairwise

from learner.exercises import extent
from learner.exercises.read_sentence import MARKS, NOUNS, STOPS, ReadSentence, end_of_stretch, stretches
from learner.lexicon.wordclasses import wordclass

_RUNS, _FRONT = 2, 6  # stretches of the sentence, words of its front
_RELATIVE = wordclass("pronouns.relative") - {"des"}
_OPENING = wordclass("conjunctions.behind-commas")
_INSIDE = frozenset({"CARD", "PRF", "PPER", "PTKNEG"})
_NAMING = NOUNS | {"ADJ(A)", "CARD", "TRUNC", "FM"}
_SUBJECTS = wordclass("pronouns.behind-openers")
_NEUTER = frozenset({"sich", "man"})
_WITH_ZU = frozenset({"PTKZU", "VV(IZU)"})
_NO_NOUN = frozenset({"APPR", "APPRART", "PPER", "PRF", "ADV"})
_INFINITIVE = wordclass("conjunctions.of-infinitives")


def lacks_comma(one: ReadSentence) -> bool:
    """`der Punkt der überschritten wird`, `er sagt dass`, `sie kam um zu helfen`."""
    return any(_opens_without_comma(one, place) for place in range(1, len(one.forms)))


def contrasts_bare(one: ReadSentence) -> bool:
    """`nicht müde sondern ratlos`."""
    return "sondern" in one.forms[1:] and one.forms[one.forms.index("sondern") - 1] not in STOPS


def takes_up_bare(one: ReadSentence) -> bool:
    """`den der am Schreibtisch sitzt`: two determiners side by side, and no noun behind the second."""
    triples = zip(one.forms, one.forms[1:], one.words[2:], strict=False)
    return any({first, second} <= _RELATIVE and behind.tag in _NO_NOUN for first, second, behind in triples)


def parts_front(one: ReadSentence) -> bool:
    """`Vor dem Bad, sagt der Trainer …`: a comma between a phrase with its preposition and the verb behind it."""
    comma = one.forms.index(",") if "," in one.forms else 0
    if not comma or one.words[0].tag not in {"APPR", "APPRART"} or not set(one.forms[:comma]).isdisjoint(STOPS):
        return False
    plain = not any(word.tag.startswith(("V", "KOU", "PREL", "PW")) for word in one.words[:comma])
    return plain and comma + 1 < len(one.words) and one.words[comma + 1].tag.endswith("(FIN)")


def _opens_without_comma(one: ReadSentence, place: int) -> bool:
    form, tag, before = one.forms[place], one.words[place].tag, one.words[place - 1]
    noun = before.tag in NOUNS
    if form == "der" and before.tag == "NE" and place + 1 < len(one.words) and one.words[place + 1].tag in _INSIDE:
        return True  # `Keller der 19 Käufer vertritt`
    if form in {"denen", "dessen", "deren"} and before.tag == "APPR" and place > 1:  # `120 Hektar von denen`
        return one.words[place - 2].tag in NOUNS
    behind = one.forms[place + 1] if place + 1 < len(one.forms) else ""
    if form in _RELATIVE:
        other = behind in (_NEUTER if form == "das" else _SUBJECTS) or (form != "der" and _is_person(one, place + 1))
        return noun and (tag == "PRELS" or other)
    if form in _OPENING and (tag == "KOUS" or form == "ob"):
        announced = before.tag == "PROAV" and form in {"weil", "dass", "ob"}  # `auch deshalb weil`
        return noun or announced or before.tag.startswith("VV")
    measured = [word.tag for word in one.words[place + 1 : place + 2]]  # `um drei Monate`, `statt Masse`
    if form not in _INFINITIVE or not (noun or before.tag.startswith("VV")) or measured in (["CARD"], ["NN"]):
        return False
    return tag == "KOUI" or (
        (noun or before.tag == "VV(PP)")
        and any(word.tag in _WITH_ZU for word in one.words[place + 2 : end_of_stretch(one, place)])
    )


def is_bare_relative(one: ReadSentence) -> bool:
    """`Werkstätten die nie existierten`: noun, relative pronoun and, with no noun between, the verb at the end."""
    for run in stretches(one):
        for place in run[1:-1]:
            if one.forms[place] in _RELATIVE - {"das"} and one.words[place - 1].tag in NOUNS:
                behind = [one.words[near].tag for near in run if near > place]
                opened = one.words[run[0]].tag in {"KOUS", "PRELS", "PWAV", "PWS"}
                if not opened and behind[-1].endswith("(FIN)") and not _NAMING.intersection(behind):
                    return True
    return False


def opens_with_um(one: ReadSentence) -> bool:
    """`Um die Halle zu retten verkauften sie …`: no comma behind the infinitive, the verb follows."""
    return any(
        one.forms[run[0]].lower() in _INFINITIVE
        and any(
            one.words[place].tag in _WITH_ZU and any(one.words[near].tag == "VV(FIN)" for near in run if near > place)
            for place in run
        )
        for run in stretches(one)
        if run
    )


def lacks_comma_in_front(one: ReadSentence) -> bool:
    """`Aus Briefen an die Schwester die Wegerich fand, geht hervor …`: a relative clause ends the front."""
    runs = [run for run in stretches(one) if len(run)]
    if len(runs) < _RUNS or len(runs[0]) < _FRONT or one.forms[runs[0].stop] != ",":
        return False
    front, behind = runs[0], runs[1]
    tags = [one.words[place].tag for place in front]
    if tags[0].startswith(("KOU", "PREL", "PW")) or not tags[-1].endswith("(FIN)"):
        return False
    relative = any(
        one.forms[place] in _RELATIVE and one.words[place - 1].tag in NOUNS and one.words[place - 2].tag != "KON"
        for place in front[2:-1]
    )
    single = sum(tag.endswith("(FIN)") for tag in tags) == 1
    return relative and single and one.words[behind[0]].tag.endswith("(FIN)")


def _is_person(one: ReadSentence, place: int) -> bool:
    """Whether a person is named at the place: behind `die` he begins a relative clause (`die Frau die Keller sah`)."""
    return place < len(one.forms) and extent.in_person(one.material.analysis, one.first + place)


def misplaces_als(one: ReadSentence) -> bool:
    """`länger, als bei anderen` without a verb; `besser als wenn …` without a comma."""
    for place, (form, behind) in enumerate(pairwise(one.forms)):
        if form == "als" and behind in {"wenn", "ob", "dass"} and place and one.forms[place - 1] not in STOPS | MARKS:
            return one.words[place - 1].tag != "KON"
        compared = place and form == "," and behind == "als" and one.forms[place - 1].endswith(("er", "mehr", "anders"))
        stretch = range(place + 1, end_of_stretch(one, place + 1))
        clause = any(one.words[near].tag.endswith("(FIN)") or one.forms[near] == "wenn" for near in stretch)
        if compared and not clause and one.forms[place - 1] not in {"später", "früher"}:
            return True
    return False
