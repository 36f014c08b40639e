"""Organisations that speak in an article, and whether a quotation certainly is its speaker's."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.persons import mentioned
from learner.exercises.questions.nouns import is_institution
from learner.exercises.wordlists import grammar_words, words
from learner.language.analysis import Name, Quote
from learner.language.tables import column
from learner.language.wordbook import wordbook
from learner.lexicon.wordclasses import wordclass
from learner.text.article import Span

_FIRST = wordclass("pronouns.first-person")


@lru_cache(maxsize=2)
def bodies(material: Material) -> tuple[Name, ...]:
    """The organisations that certainly say something themselves, those that a common noun names behind the others."""
    named = [name for name in material.analysis.names if name.kind == "organisation"]
    named = [
        name for name in named if name.name not in words("generic_bodies.txt") and not _lacks_article(material, name)
    ]
    several = (*named, *_common(material, {name.name for name in material.analysis.names}))
    return tuple(
        name for name in several if any(speaks_as_body(material, name, quote) for quote in material.analysis.quotes)
    )


def _lacks_article(material: Material, name: Name) -> bool:
    """`Vereinte Nationen`: an adjective before a plural, which no answer has without its article."""
    first, last = name.name.split()[0], name.name.split()[-1]
    readings = wordbook(material.lexicon).noun_readings(last) if first != last else ()
    plural = bool(readings) and all(one.number == "Plur" for one in readings)
    return (
        plural and first.endswith("e") and material.lexicon.lookup(first.removesuffix("e").lower(), "ADJ") is not None
    )


def _common(material: Material, known: Collection[str]) -> Iterator[Name]:
    """`die Staatsanwaltschaft`, `das Ministerium`: institutions of which the article knows one, without a name."""
    labels = dict.fromkeys(quote.speaker for quote in material.analysis.quotes if quote.speaker)
    for label in labels:
        lexeme = material.lexicon.lookup(label, "NOUN") if label not in known and label.isalpha() else None
        if lexeme is None or lexeme.lemma != label or not is_institution(label) or label in words("generic_bodies.txt"):
            continue
        places = [place for place, word in enumerate(material.analysis.words) if word.lemma == label]
        if not any(_has_name_behind(material, place) for place in places):
            spans = (material.analysis.article.tokens[place] for place in places)
            yield Name(label, "organisation", tuple(Span(span.start, span.end) for span in spans))


def _has_name_behind(material: Material, place: int) -> bool:
    """`Gewerkschaft Verdi`, `Verein für Sport`: one of several, or a name."""
    behind = material.analysis.words[place + 1] if place + 1 < len(material.analysis.words) else None
    return behind is not None and (
        behind.tag in {"NE", "FM", "NN"} or material.analysis.form(place + 1) in {"für", "„", '"'}
    )


def speaks_as_body(material: Material, name: Name, quote: Quote) -> bool:
    """Whether a cue with a verb of its own, no `nach Ansicht`, names the body."""
    if quote.speaker != name.name or quote.cue is None or is_personal(material, quote):
        return False
    if not quote.certain and quote.kind == "direct":  # a report whose cue names a body is that body's
        return False
    tokens = extent.tokens(material.analysis, quote.cue.start, quote.cue.end)
    named = bool(mentioned([name], quote.cue.start, quote.cue.end))
    says = any(material.analysis.words[token].lemma in column("reporting.tsv") for token in tokens)
    return named and says and len(name.name) > 2 and name.name not in grammar_words("brands.txt")


def is_personal(material: Material, quote: Quote) -> bool:
    """Whether `ich` is said, which no body does: a person said it to the newspaper that is named."""
    said = {material.analysis.form(token).lower() for token in extent.tokens(material.analysis, quote.start, quote.end)}
    return bool(said & _FIRST)
