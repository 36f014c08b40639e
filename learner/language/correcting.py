"""Tags HanTa gets wrong, put right by what the clause needs and the lexicon knows."""

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from learner.language import gazetteer
from learner.language.numbers import value
from learner.language.segments import FINITE, INFINITIVES, PARTICIPLES, Segment, TaggedSentence, segments
from learner.language.wordbook import Wordbook

_BEFORE_NOUNS = frozenset({"ART", "ADJ(A)", "APPRART", "PPOSAT", "PIAT", "PDAT", "CARD"})
_OF_NOBLES = frozenset({"von", "vom", "zu", "zum"})
_LONG_NUMERAL = 8  # letters; shorter ones HanTa knows
_TO_FINITE = {
    "VV(INF)": "VV(FIN)",
    "VA(INF)": "VA(FIN)",
    "VM(INF)": "VM(FIN)",
    "VV(PP)": "VV(FIN)",
    "ADJ(D)": "VV(FIN)",
}


def corrected(forms: Sequence[str], tags: Sequence[str], wordbook: Wordbook) -> list[str]:
    """The tags of a sentence after correction."""
    lemmas = forms  # segments are cut by forms and tags alone
    found = [_by_word(place, forms, tags, wordbook) for place in range(len(forms))]
    for segment in segments(TaggedSentence(forms, found, lemmas)):
        _mark_relative(segment, found)
    parts = segments(TaggedSentence(forms, found, lemmas))
    for segment, following in zip_longest(parts, parts[1:]):
        _give_finite(segment, following, forms, found, wordbook)
        _find_subjunctive(segment, forms, found, wordbook)
        _take_second_finite(segment, forms, found)
        _give_infinitive(segment, forms, found, wordbook)
    return found


def settled(lines: Sequence[Sequence[str]], guesses: Sequence[Sequence[str]]) -> list[list[str]]:
    """First words of sentences take the tag they have elsewhere in the article, where the capital tells more.

    `Blinken machte …` looks like an infinitive until `sagte Blinken` has been seen.
    """
    capitals: dict[str, set[str]] = {}
    for line, guess in zip(lines, guesses, strict=True):
        for form, found in zip(line[1:], guess[1:], strict=True):
            if form[:1].isupper():
                capitals.setdefault(form, set()).add(found)
    return [_settled(line, list(guess), capitals) for line, guess in zip(lines, guesses, strict=True)]


def _settled(line: Sequence[str], guess: list[str], capitals: dict[str, set[str]]) -> list[str]:
    seen = capitals.get(line[0], set()) if line else set()
    if len(seen) == 1 and guess[0].startswith(("VV", "ADJ")):
        (other,) = seen
        if other in {"NE", "NN", "NNI", "NNA"}:
            guess[0] = other
    return guess


def _by_word(place: int, forms: Sequence[str], tags: Sequence[str], wordbook: Wordbook) -> str:
    """The tag of one word, seen with its neighbours."""
    form = forms[place]
    tag = "CARD" if len(form) > _LONG_NUMERAL and value(form) else tags[place]
    before = tags[place - 1] if place else ""
    if tag == "NE":
        return _name_or_noun(form, before, wordbook)
    if tag.startswith("ADJ"):
        return _adjective_or_not(form, tag, forms[place + 1 : place + 2], wordbook)
    if tag == "NN":
        return _noun_or_not(form, forms[max(0, place - 3) : place], wordbook)
    if tag in {"PPOSAT", "PPER", "ART", "APPR", "KOUS"}:
        return _function_word(form, tag, tags[place + 1 : place + 2], shouting=_shouts(forms))
    if tag.startswith("VV") and form[0].isupper():
        return _verb_or_not(form, tag, before if place else "$.", forms[place + 1 : place + 2], wordbook)
    return tag


def _function_word(form: str, tag: str, behind: Sequence[str], *, shouting: bool) -> str:
    """`bis zum Sommer` holds no conjunction; `IHR` in capitals is an acronym."""
    if tag == "KOUS":
        return "APPR" if form.lower() == "bis" and list(behind) == ["APPRART"] else tag
    return "NE" if len(form) > 1 and form.isupper() and not shouting else tag


def _verb_or_not(form: str, tag: str, before: str, behind: Sequence[str], wordbook: Wordbook) -> str:
    """A capital letter: `1990er-Jahre`, `Wendt zufolge`; inside a sentence an imperative is a name."""
    if list(behind) == ["zufolge"]:
        return "NE"
    if "-" in form and form.rpartition("-")[2][:1].isupper():
        return "NN"
    return "NE" if tag == "VV(IMP)" and before != "$." and not wordbook.is_noun(form) else tag


def _noun_or_not(form: str, before: Sequence[str], wordbook: Wordbook) -> str:
    if form[0].islower():
        return _lower_case(form, "NN", wordbook)
    return "NE" if _is_noble(before) and not wordbook.is_noun(form) else "NN"


def _is_noble(before: Sequence[str]) -> bool:
    """Whether a first name and `von der`, `von`, `vom`, `zu` stand before (`Ursula von der` Leyen)."""
    if list(before[1:]) == ["von", "der"]:
        return bool(gazetteer.sex(before[0]))
    return len(before) > 1 and before[-1] in _OF_NOBLES and bool(gazetteer.sex(before[-2]))


def _name_or_noun(form: str, before: str, wordbook: Wordbook) -> str:
    if form[0].islower():
        return _lower_case(form, "NE", wordbook)
    if before in _BEFORE_NOUNS and _is_common_noun(form, wordbook):
        return "NN"
    foreign = before != "NE" and form.endswith("s") and _is_foreign_plural(form, wordbook)
    return "NN" if foreign else "NE"


def _adjective_or_not(form: str, tag: str, behind: Sequence[str], wordbook: Wordbook) -> str:
    if "-" in form and form.rpartition("-")[2][:1].isupper():
        return "NN"
    if tag == "ADJ(D)" and behind == ["bekommen"] and _is_participle(form, wordbook):
        return "VV(PP)"
    return tag


def _is_participle(form: str, wordbook: Wordbook) -> bool:
    return any(pos == "VERB" and features.startswith("Part") for _, pos, features in wordbook.analyses(form))


def _shouts(forms: Sequence[str]) -> bool:
    """Whether most of the sentence stands in capitals."""
    words = [form for form in forms if form.isalpha()]
    return 2 * sum(form.isupper() for form in words) > len(words)


def _is_common_noun(form: str, wordbook: Wordbook) -> bool:
    known = gazetteer.match([form])
    return wordbook.is_noun(form) and (known is None or known.ordinary) and not gazetteer.sex(form)


def _is_foreign_plural(form: str, wordbook: Wordbook) -> bool:
    """`Sticks`, `Copyrights`: a form that only the plural of a noun has."""
    readings = wordbook.nouns(form)
    numbers = {one.number for one in readings}
    return numbers == {"Plur"} and gazetteer.match([form]) is None and not gazetteer.sex(form.removesuffix("s"))


def _lower_case(form: str, tag: str, wordbook: Wordbook) -> str:
    """A small letter: an adjective the tagger did not know (`lecker`), else as it was."""
    for lemma, pos, _ in wordbook.analyses(form):
        if pos == "ADJ":
            return "ADJ(D)" if lemma == form else "ADJ(A)"
        if pos == "ADV":
            return "ADV"
    return tag


def _mark_relative(segment: Segment, tags: list[str]) -> None:
    """The pronoun that opens a relative clause, where it was taken for an article."""
    if segment.opener != "relative":
        return
    for token in segment.body[:2]:
        if tags[token] in {"ART", "PDS"}:
            tags[token] = "PRELS"
            return
        if tags[token] == "PRELS":
            return


def _give_finite(
    segment: Segment, following: Segment | None, forms: Sequence[str], tags: list[str], wordbook: Wordbook
) -> None:
    """A subordinate clause ends with its finite verb, which may look like an infinitive (`die … ausmachen`)."""
    if segment.opener in {"", "infinitive"} or segment.finites or (following and _brings_verb(following)):
        return
    last = next((token for token in reversed(segment.tokens) if tags[token] in _TO_FINITE), None)
    if last is not None and tags[last] == "ADJ(D)" and (last != segment.tokens[-1] or not forms[last].endswith("t")):
        return
    if last is None or tags[last - 1] == "PTKZU" or not _at_end(segment, last, tags):
        return
    if tags[last] not in {"VV(PP)", "ADJ(D)"} or _can_be_finite(forms[last], wordbook):
        tags[last] = _TO_FINITE[tags[last]]


def _find_subjunctive(segment: Segment, forms: Sequence[str], tags: list[str], wordbook: Wordbook) -> None:
    """`das Licht breite sich aus`: no verb in the segment, and what looks like an adjective has no noun behind it."""
    if segment.opener or segment.finites:
        return
    for token, behind in pairwise(segment.tokens):
        pronoun = tags[behind] in {"PRF", "PPER", "PTKNEG"}
        if tags[token] == "ADJ(A)" and forms[token].endswith("e") and pronoun and _is_finite(forms[token], wordbook):
            tags[token] = "VV(FIN)"
            return


def _is_finite(form: str, wordbook: Wordbook) -> bool:
    return any(pos == "VERB" and "Fin|Sub|Pres|3|Sing" in features for _, pos, features in wordbook.analyses(form))


def _brings_verb(segment: Segment) -> bool:
    """Whether a segment closes the clause before it with a finite verb at its end."""
    return not segment.opener and bool(segment.finites) and segment.finites[-1] == segment.tokens[-1]


def _at_end(segment: Segment, verb: int, tags: Sequence[str]) -> bool:
    """Nothing but a phrase behind the verb (`befinden oder nicht`)."""
    behind = [token for token in segment.tokens if token > verb]
    return len(behind) <= 3 and not any(tags[token] in FINITE | PARTICIPLES | INFINITIVES for token in behind)


def _can_be_finite(form: str, wordbook: Wordbook) -> bool:
    return any(
        pos == "VERB" and any(one.startswith("Fin|Ind") for one in features.split(";"))
        for _, pos, features in wordbook.analyses(form.lower())
    )


def _take_second_finite(segment: Segment, forms: Sequence[str], tags: list[str]) -> None:
    """The last verb behind a modal verb is an infinitive (`können das weiterempfehlen`), behind haben a participle."""
    if segment.opener or len(segment.finites) != 2:
        return
    first, second = segment.finites
    if tags[second] != "VV(FIN)" or second != segment.tokens[-1] or second == first + 1:
        return
    if tags[first] == "VM(FIN)" and forms[second].endswith("n"):
        tags[second] = "VV(INF)"
    elif tags[first] == "VA(FIN)" and forms[second].endswith("t"):
        tags[second] = "VV(PP)"


def _give_infinitive(segment: Segment, forms: Sequence[str], tags: list[str], wordbook: Wordbook) -> None:
    """What closes a modal verb's bracket is an infinitive (`durfte ihn betreten`); so is `hätte kommen sollen`."""
    if not segment.finites:
        return
    first, last = segment.finites[0], segment.tokens[-1]
    below = tags[last - 1] in INFINITIVES | PARTICIPLES and forms[last].endswith("n")
    if tags[last] == "VM(FIN)" and tags[first] == "VA(FIN)" and first < last and below:
        tags[last] = "VM(INF)"
    elif segment.opener:
        return
    elif tags[last] == "VA(FIN)" and tags[first] == "VM(FIN)" and forms[last] in {"haben", "sein", "werden"} and below:
        tags[last] = "VA(INF)"
    elif tags[first] == "VM(FIN)" and tags[last] == "VV(PP)" and wordbook.is_verb(forms[last]):
        tags[last] = "VV(INF)"
