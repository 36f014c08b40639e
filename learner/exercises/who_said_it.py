"""who-said-it: a quotation or a reported statement, and the persons and bodies of the article."""

import re
from collections.abc import Collection, Mapping, Sequence

from learner.exercises import extent
from learner.exercises.bodies import bodies, cited, is_certain
from learner.exercises.claims import Claim, claims, told
from learner.exercises.correct import is_correct
from learner.exercises.difficulty import at_least
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import safe
from learner.exercises.persons import mentioned, persons
from learner.exercises.readable import is_readable
from learner.exercises.reference import is_understood
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words as words_of
from learner.language.analysis import Name, Quote, Word
from learner.language.clauses import Clause, clauses
from learner.text.article import Span

EXERCISE = "who-said-it"
_DIRECT = "Wer hat das gesagt?"
_INDIRECT = "Von wem stammt diese Aussage?"
_FEWEST_WORDS, _MOST_WORDS = 5, 60
_FEWEST_CONTENT, _FEWEST_CONTENT_HARD = 3, 6
_FEWEST_OPTIONS, _MOST_OPTIONS = 3, 4
_PER_SPEAKER = 2  # items that ask for one of his statements
_LONGER = 1.8  # times as long as the key stands out
_WORD = re.compile(r"[^\W_]+")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_POINTING = frozenset({"PDS", "PDAT", "PAV", "PROAV"})
_MARKS = '„“”»«"\n'


def generate(material: Material) -> tuple[Item, ...]:
    """One item per statement whose speaker is certain, and for every speaker one that asks for a statement.

    Where one alone speaks beside others who are named, one item.
    """
    named = {name.name: name for name in (*persons(material), *bodies(material))}
    spoken = [
        quote
        for quote in material.analysis.quotes
        if quote.speaker in named and is_certain(material, quote) and not _is_beside(material, quote, named)
    ]
    speakers = {quote.speaker for quote in spoken}
    ordered = sorted(named.values(), key=lambda name: name.name not in speakers)
    if not speakers or len(ordered) < _FEWEST_OPTIONS - (len(speakers) > 1 and not at_least(material.level, "B2")):
        return ()
    made = [item for quote in spoken if (item := _said_by(material, quote, ordered)) is not None]
    found = {item.id: item for item in made}
    asked = tuple(found.values())[:1] if len(speakers) == 1 else _in_turns(found.values())
    return (*asked, *_statements(material))


def _is_beside(material: Material, quote: Quote, named: Mapping[str, Name]) -> bool:
    """Whether at C1 it needs only looking up: a quotation, or a report with its speaker in the same sentence."""
    if not at_least(material.level, "C1") or not quote.speaker:
        return False
    if quote.kind == "direct":
        return True
    article = material.analysis.article
    last = article.sentences[extent.sentences(material.analysis, quote.start, quote.end)[-1]]
    first = article.sentences[extent.sentences(material.analysis, quote.start, quote.end)[0]]
    return any(first.start <= mention.start < last.end for mention in named[quote.speaker].mentions)


def _statements(material: Material) -> tuple[Item, ...]:
    """For every speaker the question which statement is his; the others are those of others, said in the same way."""
    items: list[Item] = []
    for kind in ("direct", "indirect"):
        said = [claim for claim in claims(material) if claim.kind == kind]
        for speaker in dict.fromkeys(claim.speaker for claim in said):
            own = [claim for claim in said if claim.speaker == speaker]
            others = [claim for claim in said if claim.speaker != speaker]
            items += [item for claim in own if (item := _whose(material, claim, others)) is not None][-_PER_SPEAKER:]
    return tuple(items)


def _whose(material: Material, claim: Claim, others: Sequence[Claim]) -> Choice | None:
    """The item that asks for the claim; None where fewer than two others leave the speaker unnamed."""
    names = {name.name: name for name in (*persons(material), *bodies(material))}
    speaker = names.get(claim.speaker)
    if speaker is None or _betrays(claim.text, speaker):
        return None
    able = [one for one in others if one.speaker in names and not _betrays(one.text, speaker)]
    material.rng(f"whose {claim.text}").shuffle(able)
    thin = len(able) < _FEWEST_OPTIONS - 1 and not at_least(material.level, "B2")
    if able and thin and claim.kind == "direct" and not claim.personal:
        able += [one for one in told(material, claim) if not _betrays(one.text, speaker)]
    able.sort(key=lambda one: _stands_out(one, claim))
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


def _stands_out(one: Claim, other: Claim) -> bool:
    """Whether one of two statements is much longer than the other."""
    short, long = sorted((len(one.text), len(other.text)))
    return long / short > _LONGER


def _marked(claim: Claim) -> str:
    return f"„{claim.text}“" if claim.kind == "direct" else claim.text


def _in_turns(items: Collection[Choice]) -> tuple[Item, ...]:
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
    whole = _statement(material, quote)
    sentences = extent.sentences(material.analysis, quote.start, quote.end)
    if whole is not None and safe(whole) and all(is_correct(material, sentence) for sentence in sentences):
        return _item(material, quote, whole, people)
    first = next((claim for claim in claims(material) if claim.quote == quote), None)
    return _item(material, quote, first.text, people) if first else None


def _item(material: Material, quote: Quote, said: str, people: Sequence[Name]) -> Choice | None:
    able = [name for name in people if not _betrays(said, name)]
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
        stem=_DIRECT if quote.kind == "direct" else _INDIRECT,
        context=f"„{said}“" if quote.kind == "direct" else said,
        evidence=evidence,
        options=options,
    )


def _statement(material: Material, quote: Quote) -> str | None:
    """What was said as a sentence of its own; None where it is a part, a question or too short to tell who spoke."""
    said = material.analysis.article.slice(Span(quote.start, quote.end)).strip(" ,;–-")
    tokens = extent.tokens(material.analysis, quote.start, quote.end)
    words = [material.analysis.words[token] for token in tokens]
    if any(mark in said for mark in _MARKS) or said.endswith(("?", "…", ":", "...")) or not _says_something(words):
        return None
    beginner = not at_least(material.level, "B1")
    if not is_readable(material, tokens, weighed=beginner) or (at_least(material.level, "C1") and _is_short(words)):
        return None
    whole = _is_whole_quotation if quote.kind == "direct" else _is_whole_report
    if not whole(material, quote, words):
        return None
    ended = said if said.endswith((".", "!")) else f"{said}."
    return ended[0].upper() + ended[1:]


def _says_something(words: Sequence[Word]) -> bool:
    count = sum(word.pos != "PUNCT" for word in words)
    content = {word.lemma for word in words if word.pos in _CONTENT}
    finite = any(word.features.get("VerbForm") == "Fin" for word in words)
    return finite and _FEWEST_WORDS <= count <= _MOST_WORDS and len(content) >= _FEWEST_CONTENT


def _is_short(words: Sequence[Word]) -> bool:
    """Whether it says little: `Die Stadt habe keine Wahl`."""
    return len({word.lemma for word in words if word.pos in _CONTENT}) < _FEWEST_CONTENT_HARD


def _is_whole_quotation(material: Material, quote: Quote, words: Sequence[Word]) -> bool:
    """It begins a sentence, does not begin by pointing back, and does not go on behind `sagte X,`."""
    begins = material.analysis.article.text[quote.start].isupper()
    points = words[0].tag in _POINTING or (words[0].tag == "PPER" and words[0].lemma in {"er", "sie", "es"})
    return begins and not points and not _goes_on(material, quote) and _is_sentence(material, quote)


def _is_sentence(material: Material, quote: Quote) -> bool:
    """Whether a main clause is quoted: no `Durchbruch, mit dem keiner gerechnet hat`, no `Obwohl ich gut sehe`."""
    tokens = extent.tokens(material.analysis, quote.start, quote.end)
    number = extent.sentences(material.analysis, quote.start, quote.end)[0]
    found = clauses(material.analysis, number)
    return any(one.kind in {"main", "verb-first"} and one.finite is not None and one.finite in tokens for one in found)


def _goes_on(material: Material, quote: Quote) -> bool:
    """Whether another part of the same quotation follows in lower case, or this is such a part."""
    article = material.analysis.article
    last = extent.sentences(material.analysis, quote.start, quote.end).stop
    end = article.sentences[last - 1].end
    return any(
        other.kind == "direct" and quote.end < other.start < end and article.text[other.start].islower()
        for other in material.analysis.quotes
    )


def _is_whole_report(material: Material, quote: Quote, words: Sequence[Word]) -> bool:
    """A main clause in the subjunctive that does not hold its cue, and in which no pronoun points outside."""
    tokens = extent.tokens(material.analysis, quote.start, quote.end)
    found = clauses(material.analysis, extent.sentences(material.analysis, quote.start, quote.end)[0])
    clause = next((clause for clause in found if clause.start_token == tokens[0]), None)
    if clause is not None and clause.kind == "verb-last" and material.analysis.form(tokens[0]).lower() != "dass":
        clause = _main_behind(found, clause, tokens)  # `Wer zu spät kommt, zahle fünf Euro`
    if clause is None or clause.kind != "main" or not clause.certain or clause.finite in {None, tokens[0]}:
        return False  # `Gelinge das, so Keller, werde nur ein Apfel übersehen`: half of it begins with its verb
    assert clause.finite is not None
    if material.analysis.words[clause.finite].features.get("Mood") != "Sub":
        return False
    outside = quote.cue is not None and not quote.start <= quote.cue.start < quote.end
    if material.analysis.form(tokens[0]).lower() in words_of("connectives.txt"):
        return False
    sentence = extent.sentences(material.analysis, quote.start, quote.end)[0]
    return outside and words[0].tag not in _POINTING and is_understood(material, Statement(sentence, tuple(tokens)))


def _main_behind(found: Sequence[Clause], clause: Clause, tokens: Sequence[int]) -> Clause | None:
    """The main clause whose Vorfeld a clause is that opens a report, where the report holds all of it."""
    behind = next((one for one in found if one.kind == "main" and one.start_token > clause.start_token), None)
    inside = behind is not None and behind.finite in tokens and behind.tokens[-1] in tokens
    return behind if inside and clause.certain else None


def _betrays(said: str, name: Name) -> bool:
    """Whether a part of the name stands in what was said."""
    words = set(_WORD.findall(said))
    return any(part in words or f"{part}s" in words for part in _WORD.findall(name.name) if len(part) > 2)


def _evidence(material: Material, quote: Quote) -> tuple[str, ...]:
    """The sentences of quote and cue; where a pronoun names the speaker also the sentence that tells who it is."""
    assert quote.cue is not None
    article = material.analysis.article
    first, last = min(quote.start, quote.cue.start), max(quote.end, quote.cue.end)
    around = extent.sentences(material.analysis, first, last)
    shown = article.text[article.sentences[around[0]].start : article.sentences[around[-1]].end]
    speaker = [name for name in (*material.analysis.names, *bodies(material)) if name.name == quote.speaker]
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


def _options(material: Material, speaker: str, people: Sequence[Name], evidence: Sequence[str]) -> tuple[Option, ...]:
    """The speaker and up to three others, those who also speak first; no last name beside full names."""
    kinds = {person.name: person.kind for person in people}
    alike = [
        person.name
        for person in people
        if kinds[person.name] != kinds[speaker] or (" " in person.name) == (" " in speaker)
    ]
    others = [name for name in alike if name != speaker][: _MOST_OPTIONS - 1]
    values = {"speaker": speaker, "evidence": " ".join(evidence)}
    right, wrong = Feedback(f"{EXERCISE}.right", values), Feedback(f"{EXERCISE}.wrong", values)
    names = sorted([speaker, *others])
    return tuple(Option(cited(material, name), name == speaker, right if name == speaker else wrong) for name in names)
