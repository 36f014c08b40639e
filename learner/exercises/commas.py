"""Slips of commas: one that is missing before a clause, or stands where none may."""

from collections.abc import Sequence
from itertools import pairwise

from learner.exercises import extent
from learner.exercises.read_sentence import NOUNS, OPENERS, STOPS, ReadSentence, end_of_stretch, stretches
from learner.exercises.wordlists import words
from learner.language.segments import WITH_ZU
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_RUNS, _FRONT = 2, 6  # stretches of the sentence, words of its front
_RELATIVE = wordclass("pronouns.relative") - {"des"}
_OPENING = wordclass("conjunctions.behind-commas")
_INSIDE = frozenset({"CARD", "PRF", "PPER", "PTKNEG"})
_NAMING = NOUNS | {"ADJ(A)", "CARD", "TRUNC", "FM"}
_SUBJECTS = wordclass("pronouns.behind-openers")
_NEUTER = frozenset({"sich", "man"})
_NO_NOUN = frozenset({"APPR", "APPRART", "PPER", "PRF", "ADV"})
_INFINITIVE = wordclass("conjunctions.of-infinitives")
_CLOSING = frozenset({")", "“", "”", "«", '"'})
_NEVER_BEHIND_ARTICLES = frozenset({"PPER", "PRF", "PPOSAT"})
_CONTENT = wordclass("conjunctions.behind-judgements")
_JOINING = _OPENING | _CONTENT
_BEHIND_PREPOSITIONS = wordclass("pronouns.relative-behind-prepositions")
_LITTLE = frozenset({"ADJ(D)", "PIS", "PIAT", "PTKVZ", "ADV"})
_SINGLING = wordclass("adverbs.singling-out")
_VERBS_AT_END = frozenset({"VV(FIN)", "VV(INF)", "VA(FIN)", "VM(FIN)"})
_PARTICIPLES = frozenset({"VV(PP)", "VV(FIN)"})
_HOW_MANY = frozenset({"CARD", "PIAT", "ADJ(A)"})
_SET_AGAINST = frozenset({"ADJ(A)", "ADJ(D)", "PTKNEG", "PTKA"})
_TEMPORAL = frozenset({"seit", "bis", "während"})
_COORDINATING = wordclass("conjunctions.joining-alike")


def lacks_comma(one: ReadSentence) -> bool:
    """`der Punkt der überschritten wird`, `er sagt dass`, `sie kam um zu helfen`."""
    return any(_opens_without_comma(one, place) for place in range(1, len(one.forms)))


def contrasts_bare(one: ReadSentence) -> bool:
    """`nicht müde sondern ratlos`; quotation marks may stand between (`…“, sagte sie, „sondern`)."""
    if "sondern" not in one.forms[1:]:
        return False
    before = [form for form in one.forms[: one.forms.index("sondern")] if form in STOPS or form[0].isalnum()]
    return bool(before) and before[-1] not in STOPS


def closes_bare(one: ReadSentence) -> bool:
    """`Prämien, bei denen offen ist, was sie bringen und Zulagen, die …`: no comma where the clause ends."""
    for run in stretches(one):
        opened = run and run.start and one.forms[run.start - 1] == "," and one.words[run[0]].tag in OPENERS | {"PWAT"}
        places = [place for place in run[1:-1] if one.words[place].tag.endswith("(FIN)")] if opened else []
        for place in places:
            behind = [word.tag for word in one.words[place + 1 : run.stop + 2]]
            joined = one.forms[place + 1] in _COORDINATING
            if joined and (_names_with_clause(behind[1:]) or _begins_main(behind[1 : run.stop - place - 1])):
                return True
    return False


def relates_behind_verb(one: ReadSentence) -> bool:
    """`hatte mit Orten verhandelt die kein Bad besitzen`: no comma before what relates behind the participle.

    Without its comma the participle and the verb at the end may be read as any form.
    """
    for run in stretches(one):
        tags = [one.words[place].tag for place in run]
        verb = next((near for near, tag in enumerate(tags) if tag == "VA(FIN)"), len(tags))
        main = bool(tags) and not tags[0].startswith(("KOU", "PREL", "PW")) and tags[-1] in _VERBS_AT_END
        for near in range(verb + 1, len(tags) - 2):
            relative = one.forms[run[near + 1]] in _RELATIVE - {"das"} and tags[near] in _PARTICIPLES
            if main and relative and not any(tag.startswith(("V", "PTKZU")) for tag in tags[near + 1 : -1]):
                return True
    return False


def _begins_main(tags: Sequence[str]) -> bool:
    """`… was sie hat und jedes Mal hört die Klasse zu`: a phrase, the verb, and behind it who does it."""
    verb = next((place for place, tag in enumerate(tags) if tag.endswith("(FIN)")), 0)
    return verb > 0 and tags[verb + 1 : verb + 2] in (["ART"], ["PPER"], ["PPOSAT"], ["NE"])


def _names_with_clause(tags: Sequence[str]) -> bool:
    """A noun, determiner and adjectives before it, a comma and a relative pronoun."""
    place = next((place for place, tag in enumerate(tags) if tag not in {"ART", "ADJ(A)", "PPOSAT"}), len(tags))
    return [*tags[place : place + 1], *tags[place + 1 : place + 3]] in (["NN", "$,", "PRELS"], ["NN", "$,", "PRELAT"])


def sets_against_bare(one: ReadSentence) -> bool:
    """`die schöne aber teure Halle`: a comma stands before `aber` between two adjectives."""
    return any(
        form == "aber" and before.tag == "ADJ(A)" and behind.tag in _SET_AGAINST
        for before, form, behind in zip(one.words, one.forms[1:], one.words[2:], strict=False)
    )


def takes_up_bare(one: ReadSentence) -> bool:
    """`den der am Schreibtisch sitzt`: two determiners side by side, and no noun behind the second."""
    triples = zip(one.forms, one.forms[1:], one.words[2:], strict=False)
    return any({first, second} <= _RELATIVE and behind.tag in _NO_NOUN for first, second, behind in triples)


def lists_with_comma(one: ReadSentence) -> bool:
    """`Irak, Iran, und Syrien`: a comma before the `und` that closes a list of bare nouns."""
    tags = [word.tag for word in one.words]
    return any(
        one.forms[place + 1] == one.forms[place + 3] == ","
        and one.forms[place + 4] in _COORDINATING
        and all(tags[noun] in NOUNS for noun in (place, place + 2, place + 5))
        and one.forms[place + 6] in STOPS
        for place in range(len(tags) - 6)
    )


def parts_front(one: ReadSentence) -> bool:
    """`Vor dem Bad, sagt der Trainer …`: a comma between a phrase with its preposition and the verb behind it."""
    comma = one.forms.index(",") if "," in one.forms else 0
    between = set(one.forms[:comma]) & STOPS
    bracketed = between == {"(", ")"} and one.forms.index(")") < comma
    if not comma or one.words[0].tag not in {"APPR", "APPRART"} or (between and not bracketed):
        return False
    plain = not any(word.tag.startswith(("V", "KOU", "PREL", "PW")) for word in one.words[:comma])
    if not plain or comma + 1 >= len(one.words) or not one.words[comma + 1].tag.endswith("(FIN)"):
        return False
    if one.forms[0] == "Als" or one.words[comma + 1].lemma in column("reporting.tsv"):
        return False  # `Bis 45, meint sie, dann …`
    return not _goes_on_behind(one, comma + 1)


def _goes_on_behind(one: ReadSentence, place: int) -> bool:
    """`Seit dem Umzug, sagt Sander, sei er ruhig`: who says it stands between two commas, and the verb behind them."""
    closing = next((far for far in range(place, len(one.forms) - 1) if one.forms[far] == ","), 0)
    return bool(closing) and one.words[closing + 1].tag.endswith("(FIN)")


def _opens_without_comma(one: ReadSentence, place: int) -> bool:
    form = one.forms[place]
    if form in _RELATIVE or form in _BEHIND_PREPOSITIONS:
        return _relates_bare(one, place)
    if form in _JOINING:
        return _joins_bare(one, place)
    return form in _INFINITIVE and _means_bare(one, place)


def _relates_bare(one: ReadSentence, place: int) -> bool:
    """`der Punkt der überschritten wird`, `Nachrichten die unsere Aufmerksamkeit brauchen`."""
    form, tag, before = one.forms[place], one.words[place].tag, one.words[place - 1]
    if form in _BEHIND_PREPOSITIONS and before.tag == "APPR" and place > 1:  # `120 Hektar von denen viele fehlen`
        ends = one.words[end_of_stretch(one, place) - 1].tag.startswith("V")  # not `über denen der Konkurrenz`
        return ends and one.words[place - 2].tag in NOUNS
    behind = one.words[place + 1].tag if place + 1 < len(one.words) else ""
    if form == "der" and before.tag == "NE" and behind in _INSIDE:
        return True  # `Keller der 19 Käufer vertritt`
    if form not in _RELATIVE or not (before.tag in NOUNS or _closes_noun(one, place - 1)):
        return False
    if form != "der" and (behind in _NEVER_BEHIND_ARTICLES or _is_person(one, place + 1)):
        return True
    following = one.forms[place + 1] if place + 1 < len(one.forms) else ""
    if one.forms[place - 1] == ")" and behind == "APPR":
        return False  # `an der Akademie (BBAW) die in der Presse sichtbaren Wörter`
    return tag == "PRELS" or following in (_NEUTER if form == "das" else _SUBJECTS)


def _joins_bare(one: ReadSentence, place: int) -> bool:
    """`er sagt dass`, `auch deshalb weil`, `Es ist toll wenn …`."""
    form, tag, before = one.forms[place], one.words[place].tag, one.words[place - 1]
    if tag != "KOUS" and form != "ob":
        return False
    if before.tag == "ADJ(D)":
        return form in _CONTENT and one.forms[place - 1].lower() not in _SINGLING
    if form not in _OPENING:
        return False
    if place > 1 and one.words[place - 2].tag in _HOW_MANY and before.lemma in column("times.tsv"):
        return False  # `vier Tage bevor das Spiel beginnt`
    if form == "ob" and not _has_finite([one.words[far].tag for far in range(place, end_of_stretch(one, place))]):
        return False  # `in St. Oswald ob der Mur`
    announced = before.tag == "PROAV" and form in {"weil", "dass", "ob"}
    return announced or before.tag.startswith("VV") or before.tag in NOUNS or _closes_noun(one, place - 1)


def _means_bare(one: ReadSentence, place: int) -> bool:
    """`sie kam um zu helfen`, `Wir brauchen nur wenig um glücklich zu sein`."""
    form, tag, before = one.forms[place], one.words[place].tag, one.words[place - 1]
    start = max((far + 1 for far in range(place) if one.forms[far] in STOPS), default=0)
    if not _has_finite([one.words[far].tag for far in range(start, place)]):
        return False  # `…, den Lift um einen Euro zu kaufen`: the group began before
    if form == "um" and before.tag in _LITTLE and one.forms[place - 1] not in _SINGLING:
        return _opens_purpose(one, place)
    noun = before.tag in NOUNS or _closes_noun(one, place - 1)
    measured = [word.tag for word in one.words[place + 1 : place + 2]]  # `um drei Monate`, `statt Masse`
    if not (noun or before.tag.startswith("VV")) or measured in (["CARD"], ["NN"]):
        return False
    return tag == "KOUI" or (
        (noun or before.tag == "VV(PP)")
        and any(word.tag in WITH_ZU for word in one.words[place + 2 : end_of_stretch(one, place)])
    )


def _closes_noun(one: ReadSentence, place: int) -> bool:
    """Whether a bracket or quotation mark stands here that ends behind a noun (`das „Problem“ das wir haben`)."""
    return place > 0 and one.forms[place] in _CLOSING and one.words[place - 1].tag in NOUNS


def _opens_purpose(one: ReadSentence, place: int) -> bool:
    """Whether an infinitive with `zu` and no finite verb ends what `um` begins, which tells no hour."""
    if one.words[place + 1].tag == "CARD":
        return False
    tags = [word.tag for word in one.words[place + 1 : end_of_stretch(one, place)]]
    return bool(WITH_ZU.intersection(tags)) and not any(tag.endswith("(FIN)") for tag in tags)


def leaves_insertion_open(one: ReadSentence) -> bool:
    """`Tuben, meist mit Blüten umrankt versprechen …`: a participle closes an insertion, no comma before the verb."""
    for run in stretches(one):
        tags = [one.words[place].tag for place in run]
        inserted = run.start > 0 and one.forms[run.start - 1] == "," and not OPENERS.intersection(tags[:1])
        pairs = (place for place, pair in zip(run, pairwise(tags), strict=False) if pair == ("VV(PP)", "VV(FIN)"))
        if inserted and any(one.words[place + 1].lemma not in words("with_participle.txt") for place in pairs):
            return True
    return False


def parts_predicates(one: ReadSentence) -> bool:
    """`Sie werden degradiert, oder müssen gehen`: a comma between two verbs of one subject.

    Also at the end of a list: `Er wich aus, durchbrach einen Zaun, und verschwand`.
    """
    runs = [run for run in stretches(one) if len(run)]
    if len(runs) < _RUNS or runs[0].start:
        return False
    last = 1
    while last + 1 < len(runs) and _goes_on_with_verb(one, runs[last]):
        last += 1
    first, second = ([one.words[place].tag for place in runs[number]] for number in (0, last))
    parted = all(one.forms[run.start - 1] == "," for run in runs[1 : last + 1])
    main = not first[0].startswith(("KOU", "PREL", "PW")) and _has_finite(first[1:])
    return parted and main and one.forms[runs[last].start] in _COORDINATING and _has_finite(second[1:2])


def _goes_on_with_verb(one: ReadSentence, run: range) -> bool:
    """`…, durchbrach einen Zaun, …`; not `…, sagte Keller, …`."""
    word = one.words[run[0]]
    return word.tag == "VV(FIN)" and word.lemma not in column("reporting.tsv")


def _has_finite(tags: Sequence[str]) -> bool:
    return any(tag.endswith("(FIN)") for tag in tags)


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


def lacks_comma_in_front(one: ReadSentence) -> bool:
    """`Aus Briefen an die Schwester die Wegerich fand, geht hervor …`: a relative clause ends the front."""
    runs = [run for run in stretches(one) if len(run)]
    if len(runs) < _RUNS or len(runs[0]) < _FRONT or one.forms[runs[0].stop] != ",":
        return False
    front, behind = runs[0], runs[1]
    tags = [one.words[place].tag for place in front]
    opened = one.forms[front[0]].lower() in _TEMPORAL or one.forms[front[0] + 1] == "als"  # `Seit …`, `Erst als …`
    if opened or any(tag.startswith(("KOU", "PREL", "PW")) for tag in tags[:2]) or not tags[-1].endswith("(FIN)"):
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
