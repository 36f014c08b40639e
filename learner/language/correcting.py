"""Tags HanTa gets wrong, put right by what the clause needs and the lexicon knows."""

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from learner.language.brackets import close
from learner.language.nominalised import decide
from learner.language.segments import FINITE, INFINITIVES, PARTICIPLES, Segment, TaggedSentence, is_phrase, segments
from learner.language.wordbook import Wordbook
from learner.language.wordwise import by_word, shouts
from learner.lexicon.wordclasses import wordclass

_SUBJECTS = frozenset({"NN", "NE", "NNA", "NNI", "PPER", "PIS", "PDS"})
_LEARNING = wordclass("verbs.learning-forms")
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
    loud = shouts(forms)
    found = [by_word(place, forms, tags, wordbook, shouting=loud) for place in range(len(forms))]
    decide(forms, found, wordbook)
    close(forms, found, wordbook)
    parts = segments(TaggedSentence(forms, found, lemmas))
    before = list(found)
    for segment in parts:
        _mark_relative(segment, found)
    if found != before:
        parts = segments(TaggedSentence(forms, found, lemmas))
    for segment, following in zip_longest(parts, parts[1:]):
        _give_finite(segment, following, forms, found, wordbook)
        _find_subjunctive(segment, forms, found, wordbook)
        _find_preterite(segment, forms, found, wordbook)
        _take_second_finite(segment, forms, found)
        _give_infinitive(segment, forms, found, wordbook)
    _meet(forms, found)
    return found


def _meet(forms: Sequence[str], found: list[str]) -> None:
    """`lernte … Leute aus Wien und Umgebung kennen`: no second verb of a clause with `und`."""
    learns = False
    for place, form in enumerate(forms):
        learns = form != "," and (learns or form.lower() in _LEARNING)
        if form == "kennen" and learns and found[place] == "VV(FIN)":
            found[place] = "VV(INF)"


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
    for place, form in enumerate(line):
        if guess[place] == "VV(IMP)" and form.istitle() and _cannot_command(line, guess, place):
            guess[place] = "NE"
    return guess


def _cannot_command(line: Sequence[str], guess: Sequence[str], place: int) -> bool:
    """`Sasse nannte`, `sagte Sasse`: no imperative has a finite verb behind it, or a capital inside a sentence."""
    if place:
        return line[place - 1][0].isalpha()
    return guess[1:2] in (["VV(FIN)"], ["VA(FIN)"], ["VM(FIN)"])


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
        if (
            tags[token] == "ADJ(A)"
            and forms[token].endswith("e")
            and pronoun
            and _reads(forms[token], "Fin|Sub|Pres|3|Sing", wordbook)
        ):
            tags[token] = "VV(FIN)"
            return


def _find_preterite(segment: Segment, forms: Sequence[str], tags: list[str], wordbook: Wordbook) -> None:
    """`Der Wirt verschwendete Geld`: no verb in the segment, and one phrase before what looks like an adjective."""
    if segment.opener or segment.finites:
        return
    body = segment.body
    for place, token in enumerate(body[1:-1], start=1):
        if tags[token] == "ADJ(A)" and tags[token - 1] in _SUBJECTS and forms[token].endswith(("te", "ten")):
            before = is_phrase(TaggedSentence(forms, tags, forms), body[:place])
            if before and _reads(forms[token], "Fin|Ind|Past", wordbook):
                tags[token] = "VV(FIN)"
            return


def _reads(form: str, features: str, wordbook: Wordbook) -> bool:
    """Whether the form is one of a verb with these features."""
    return any(pos == "VERB" and features in known for _, pos, known in wordbook.analyses(form))


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
