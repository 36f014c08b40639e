"""who-said-it: a quotation or a reported statement, and the persons and bodies of the article."""

import re
from collections.abc import Collection, Iterator, Sequence

from learner.exercises import extent, role_likeness
from learner.exercises.bodies import is_personal
from learner.exercises.claims import Claim, claims, stands_among_others
from learner.exercises.correct import is_correct
from learner.exercises.difficulty import at_least
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import safe
from learner.exercises.persons import mentioned
from learner.exercises.self_told import gender_of_speaker, own_pronouns
from learner.exercises.speakers import cited, is_certain, speakers
from learner.exercises.unnamed import is_named
from learner.exercises.utterance import utterance
from learner.exercises.wordlists import table
from learner.language.analysis import Name, Quote

EXERCISE = "who-said-it"
_DIRECT = "Wer hat das gesagt?"
_INDIRECT = "Von wem stammt diese Aussage?"
_FEWEST_OPTIONS, _MOST_OPTIONS = 3, 4
_PER_SPEAKER = 2  # items that ask for one of his statements
_LONGER = 1.8  # times as long as the key stands out
_TELLING, _STEM = 5, 8  # letters of a word of a name, and of its beginning, that name a body
_YEAR = re.compile(r"\b1\d{3}\b")
_LONG_AGO = 1925
_WORD = re.compile(r"[^\W_]+")


def generate(material: Material) -> tuple[Item, ...]:
    """One item per statement whose speaker is certain, and for every speaker one that asks for a statement."""
    return (*_by_statement(material), *_by_speaker(material))


def _by_statement(material: Material) -> tuple[Choice, ...]:
    """The items that ask who said it; where one alone speaks beside others who are named, one."""
    named = {name.name: name for name in speakers(material)}
    spoken = [quote for quote in material.analysis.quotes if quote.speaker in named and is_certain(material, quote)]
    speaking = {quote.speaker for quote in spoken}
    ordered = sorted(named.values(), key=lambda name: name.name not in speaking)
    if not speaking or len(ordered) < _FEWEST_OPTIONS - (len(speaking) > 1 and not at_least(material.level, "B2")):
        return ()
    made = (_said_by(material, quote, ordered) for quote in _apart(material, spoken))
    found = {item.id: item for item in made if item is not None}
    return tuple(found.values())[:1] if len(speaking) == 1 else _in_turns(found.values())


def _apart(material: Material, spoken: Sequence[Quote]) -> Iterator[Quote]:
    """The quotations, from B2 on without the second half of one that its cue parts: who said it is one question."""
    if not at_least(material.level, "B2"):
        yield from spoken
        return
    cues: set[tuple[int, int]] = set()
    for quote in spoken:
        if quote.kind == "direct" and quote.cue:
            cue = (quote.cue.start, quote.cue.end)
            if cue in cues:
                continue
            cues.add(cue)
        yield quote


def _by_speaker(material: Material) -> Iterator[Choice]:
    """For every speaker the question which statement is his; the others are those of others, said in the same way."""
    for kind in ("direct", "indirect"):
        said = [claim for claim in claims(material) if claim.kind == kind and stands_among_others(material, claim)]
        for speaker in dict.fromkeys(claim.speaker for claim in said):
            others = [claim for claim in said if claim.speaker != speaker]
            own = (claim for claim in said if claim.speaker == speaker)
            found = [item for claim in own if (item := _whose(material, claim, others)) is not None]
            yield from found[-_PER_SPEAKER:]


def _whose(material: Material, claim: Claim, others: Sequence[Claim]) -> Choice | None:
    """The item that asks for the claim; None where fewer than two others leave the speaker unnamed."""
    names = {name.name: name for name in speakers(material)}
    speaker = names.get(claim.speaker)
    if speaker is None or _betrays(claim.text, speaker):
        return None
    able = [one for one in others if one.speaker in names and not _betrays(one.text, speaker)]
    material.rng(f"whose {claim.text}").shuffle(able)
    able.sort(key=lambda one: _stands_out(one, claim))
    able = _of_several_speeches(able)
    if len(able) < _FEWEST_OPTIONS - 1 or _stands_out(able[0], claim):
        return None
    evidence = _evidence(material, claim.quote)
    values = {"speaker": claim.speaker, "evidence": " ".join(evidence)}
    right, wrong = Feedback(f"{EXERCISE}.right", values), Feedback(f"{EXERCISE}.wrong", values)
    options = [Option(_marked(claim), True, right)]
    options += [Option(_marked(one), False, wrong) for one in able[: _MOST_OPTIONS - 1]]
    return Choice(
        id=f"{EXERCISE}-{fingerprint(claim.speaker, claim.text)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=material.level,
        stem=f"Welche Aussage stammt {cited(material, claim.speaker, behind_von=True)}?",
        evidence=evidence,
        options=tuple(sorted(options, key=lambda option: option.text)),
    )


def _of_several_speeches(found: Sequence[Claim]) -> list[Claim]:
    """One of each speech: two halves of what somebody says leave the third statement as the answer."""
    first = {(one.quote.cue and one.quote.cue.start) or one.quote.start: one for one in reversed(found)}
    return [one for one in found if one in first.values()]


def _stands_out(one: Claim, other: Claim) -> bool:
    """Whether one of two statements is much longer than the other."""
    short, long = sorted((len(one.text), len(other.text)))
    return long / short > _LONGER


def _marked(claim: Claim) -> str:
    return f"„{claim.text}“" if claim.kind == "direct" else claim.text


def _in_turns(items: Collection[Choice]) -> tuple[Choice, ...]:
    """Of no speaker more items than of all the others and one: else the name most often right is a good guess."""
    by_speaker: dict[str, list[Choice]] = {}
    for item in items:
        by_speaker.setdefault(next(one.text for one in item.options if one.correct), []).append(item)
    most = max(map(len, by_speaker.values()), default=0)
    others = sum(map(len, by_speaker.values())) - most
    kept = {item.id for own in by_speaker.values() for item in own[: max(others, 1) + 1]}
    return tuple(item for item in items if item.id in kept)


def _said_by(material: Material, quote: Quote, people: Sequence[Name]) -> Choice | None:
    """The item about the whole quotation; where that is too long or leans on others, about its first whole sentence."""
    whole = utterance(material, quote)
    sentences = extent.sentences(material.analysis, quote.start, quote.end)
    if whole is not None and safe(whole) and all(is_correct(material, sentence) for sentence in sentences):
        return _item(material, quote, whole, people)
    first = next((claim for claim in claims(material) if claim.quote == quote), None)
    return _item(material, quote, first.text, people) if first else None


def _item(material: Material, quote: Quote, said: str, people: Sequence[Name]) -> Choice | None:
    himself = gender_of_speaker(material, quote)
    able = [name for name in people if not _betrays(said, name) and himself in {"", name.gender}]
    if himself or is_personal(material, quote):
        able = [name for name in able if name.kind == "person"]
    if not any(name.name == quote.speaker for name in able) or len(able) < min(len(people), _FEWEST_OPTIONS):
        return None
    evidence = _evidence(material, quote)
    options = _options(material, quote.speaker or "", able, evidence)
    if len(options) < min(len(people), _FEWEST_OPTIONS):
        return None
    return Choice(
        id=f"{EXERCISE}-{fingerprint(said)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=material.level,
        stem=_DIRECT if quote.kind == "direct" else _asked_for(himself, said),
        context=f"„{said}“" if quote.kind == "direct" else said,
        evidence=evidence,
        options=options,
    )


def _asked_for(himself: str, said: str) -> str:
    """The question for a report; of several `er` only the first is surely the speaker."""
    if not himself:
        return _INDIRECT
    first = said.split(maxsplit=1)[0]
    if first.startswith(("Sein", "Ihr")):
        return f"{_INDIRECT} Mit „{first}“ ist gemeint, wer das sagt."
    found = [word for word in _WORD.findall(said.lower()) if word in own_pronouns(himself)]
    which = "Mit dem ersten" if found.count(found[0]) > 1 else "Mit"
    return f"{_INDIRECT} {which} „{found[0]}“ ist gemeint, wer das sagt."  # `die Sprecherin` may be an option


def _betrays(said: str, name: Name) -> bool:
    """Whether a part of the name stands in what was said."""
    words = set(_WORD.findall(said))
    return any(part in words or f"{part}s" in words for part in _parts(name))


def _parts(name: Name) -> set[str]:
    """The words of a name that name: no `von`, no `der`."""
    return {part for part in _WORD.findall(name.name) if len(part) > 2 and part[0].isupper()}


def _evidence(material: Material, quote: Quote) -> tuple[str, ...]:
    """The sentences of quote and cue; where a pronoun names the speaker also the sentence that tells who it is."""
    assert quote.cue is not None
    article = material.analysis.article
    first, last = min(quote.start, quote.cue.start), max(quote.end, quote.cue.end)
    around = extent.sentences(material.analysis, first, last)
    shown = article.text[article.sentences[around[0]].start : article.sentences[around[-1]].end]
    speaker = [name for name in (*material.analysis.names, *speakers(material)) if name.name == quote.speaker]
    if mentioned(speaker, quote.cue.start, quote.cue.end):
        return (shown,)
    before = [mention for mention in speaker[0].mentions if mention.end <= quote.cue.start]
    inside = [mention for mention in before if mention.start >= article.sentences[around[0]].start]
    if inside or not before:
        return (shown,)
    return (
        material.analysis.sentence_text(extent.sentences(material.analysis, before[-1].start, before[-1].end)[0]),
        shown,
    )


def _is_long_dead(material: Material, person: Name) -> bool:
    """Whether a year long past stands in a sentence that names him, and he says nothing in the article."""
    article = material.analysis.article
    numbers = {
        number
        for mention in person.mentions
        for number in extent.sentences(material.analysis, mention.start, mention.end)
    }
    told = " ".join(article.slice(article.sentences[number]) for number in numbers)
    years = [int(year) for year in _YEAR.findall(told)]
    silent = all(quote.speaker != person.name for quote in material.analysis.quotes)
    return silent and bool(years) and min(years) < _LONG_AGO


def _options(material: Material, speaker: str, people: Sequence[Name], evidence: Sequence[str]) -> tuple[Option, ...]:
    """The speaker and up to three others, those who also speak first."""
    own = next(person for person in people if person.name == speaker)
    others = [
        person.name
        for person in people
        if person.name != speaker and can_stand_beside(own, person) and not _is_long_dead(material, person)
    ]
    if own.kind == "person" and sum(person.kind == "person" for person in people) >= _FEWEST_OPTIONS:
        others = [name for name in others if name in {one.name for one in people if one.kind == "person"}]
    values = {"speaker": speaker, "evidence": " ".join(evidence)}
    right, wrong = Feedback(f"{EXERCISE}.right", values), Feedback(f"{EXERCISE}.wrong", values)
    names = sorted([speaker, *others[: _MOST_OPTIONS - 1]])
    return tuple(Option(cited(material, name), name == speaker, right if name == speaker else wrong) for name in names)


def can_stand_beside(one: Name, other: Name) -> bool:
    """No last name beside full names; nobody beside the body he speaks for."""
    named = {one.kind, other.kind} == {"person"} and is_named(one) and is_named(other)
    alike = not named or (" " in one.name) == (" " in other.name)
    if {one.kind, other.kind} == {"person"} and not named and not _play_apart(one, other):
        return False
    return alike and (named or not (_parts(one) & _parts(other) or _represents(one, other) or _represents(other, one)))


def _play_apart(one: Name, other: Name) -> bool:
    """Whether `ein Arzt` cannot be the other one, a `Sportmediziner`."""
    pairs = ((first, second) for first in one.role.split() for second in other.role.split())
    return all(
        role_likeness.are_apart(role_likeness.kind(first), role_likeness.kind(second)) for first, second in pairs
    )


def _represents(person: Name, body: Name) -> bool:
    """Whether a person's office is one of the body: the Gewerkschaftschef says `wir` for the Gewerkschaft."""
    parts = (part for part in _parts(body) if len(part) >= _TELLING)
    name, role = body.name.lower(), person.role.lower()
    listed = any(_holds(name, bodies) and _holds(role, roles) for bodies, roles in table("spokespeople.tsv"))
    return listed or any(part.lower().removesuffix("s")[:_STEM] in role for part in parts)


def _holds(text: str, parts: str) -> bool:
    return any(part in text for part in parts.split())
