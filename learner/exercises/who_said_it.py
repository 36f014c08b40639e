"""who-said-it: a quote and the persons of the article."""

import re

from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import safe
from learner.language.analysis import Name, Quote

EXERCISE = "who-said-it"
_FEWEST_WORDS = 5
_MOST_OPTIONS = 4
_WORD = re.compile(r"\w+")


def generate(material: Material) -> tuple[Item, ...]:
    """One item per direct quote whose speaker is certain, where the article lets two or more persons speak."""
    speakers = {quote.speaker for quote in material.analysis.quotes if quote.certain and quote.speaker}
    persons = [name for name in material.analysis.names if name.kind == "person"]
    if len(speakers) < 2 or len(persons) < 2:
        return ()
    found = (_item(material, quote, persons, speakers) for quote in material.analysis.quotes)
    unique = {item.context: item for item in found if item is not None}
    return tuple(unique.values())


def _item(material: Material, quote: Quote, persons: list[Name], speakers: set[str]) -> Choice | None:
    said = material.analysis.article.text[quote.start : quote.end].strip(" ,")
    known = {person.name for person in persons}
    if quote.kind != "direct" or not quote.certain or quote.speaker not in known or not _self_contained(said):
        return None
    if _betrays(said, persons) or not safe(said):
        return None
    evidence = _evidence(material, quote)
    options = _options(material, quote.speaker, persons, speakers, evidence)
    return Choice(
        id=f"{EXERCISE}-{fingerprint(said)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=material.level,
        stem="Wer hat das gesagt?",
        context=f"„{said}“",
        evidence=(evidence,),
        options=options,
    )


def _self_contained(said: str) -> bool:
    """A whole sentence: it begins with a capital letter, has a verb's worth of words, and ends where it ends."""
    return len(_WORD.findall(said)) >= _FEWEST_WORDS and said[:1].isupper()


def _betrays(said: str, persons: list[Name]) -> bool:
    words = set(_WORD.findall(said))
    return any(part in words for person in persons for part in person.name.split())


def _evidence(material: Material, quote: Quote) -> str:
    """The sentences from the quote to the words that name the speaker."""
    article = material.analysis.article
    first, last = quote.start, quote.end
    if quote.cue is not None:
        first, last = min(first, quote.cue.start), max(last, quote.cue.end)
    inside = [sentence for sentence in article.sentences if sentence.start < last and sentence.end > first]
    return article.text[inside[0].start : inside[-1].end]


def _options(
    material: Material, speaker: str, persons: list[Name], speakers: set[str], evidence: str
) -> tuple[Option, ...]:
    others = [person.name for person in persons if person.name != speaker and person.name in speakers]
    others += [person.name for person in persons if person.name != speaker and person.name not in speakers]
    names = [speaker, *others[: _MOST_OPTIONS - 1]]
    values = {"speaker": speaker, "evidence": evidence}
    right, wrong = Feedback(f"{EXERCISE}.right", values), Feedback(f"{EXERCISE}.wrong", values)
    return tuple(Option(name, name == speaker, right if name == speaker else wrong) for name in sorted(names))
