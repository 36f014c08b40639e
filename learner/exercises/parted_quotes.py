"""Quotations parted by who says them, put together again: `„Ich gehe“, sagt Keller, „aber nicht heute.“`."""

from dataclasses import dataclass

from learner.exercises import extent
from learner.exercises.material import Material
from learner.language.analysis import Quote
from learner.lexicon.wordclasses import wordclass

_OPENING = wordclass("conjunctions.behind-commas", "conjunctions.halves-joining")
_JOINING = wordclass("conjunctions.joining-alike")
_SUBJECTS = frozenset({"PPER", "PIS", "PDS"})
_CLAUSES = frozenset({"KOUS", "PRELS", "PRELAT", "KOUI"})


@dataclass(frozen=True, slots=True)
class Parted:
    """Both halves as one sentence, and their tokens."""

    text: str
    tokens: tuple[int, ...]


def put_together(material: Material, quote: Quote) -> Parted | None:
    """The quotation that begins here with its second half; None where it has none, or what joins them is not certain.

    The comma behind who says it hides whether one stands between the halves: `„Das ist“, sagt Keller, „ein Anfang.“`.
    """
    other = _second_half(material, quote)
    sign = _sign(material, quote, other) if other else None
    if other is None or sign is None:
        return None
    text = material.analysis.article.text
    first, second = (text[one.start : one.end].strip(" ,;") for one in (quote, other))
    tokens = (one for half in (quote, other) for one in extent.tokens(material.analysis, half.start, half.end))
    return Parted(f"{first}{sign} {second}", tuple(tokens))


def _second_half(material: Material, quote: Quote) -> Quote | None:
    """The only other quotation of its sentence, of the same speaker, that goes on in lower case to the end."""
    article = material.analysis.article
    bounds = article.sentences[extent.sentences(material.analysis, quote.start, quote.end)[0]]
    others = [
        one
        for one in material.analysis.quotes
        if one != quote and one.kind == "direct" and bounds.start <= one.start < bounds.end
    ]
    if len(others) != 1 or quote.kind != "direct" or not article.text[quote.start].isupper():
        return None
    (other,) = others
    goes_on = other.start > quote.end and article.text[other.start].islower() and other.end >= bounds.end - 2
    return other if goes_on and other.speaker == quote.speaker else None


def _words(material: Material, quote: Quote) -> list[int]:
    """The tokens of a half without its signs."""
    tokens = extent.tokens(material.analysis, quote.start, quote.end)
    return [token for token in tokens if material.analysis.form(token)[0].isalnum()]


def _sign(material: Material, quote: Quote, other: Quote) -> str | None:
    """A comma, or nothing before `und` but behind a clause; None where the halves may be one clause."""
    first, second = (_words(material, one) for one in (quote, other))
    words, forms = material.analysis.words, material.analysis.form
    finite = [token for token in first if words[token].features.get("VerbForm") == "Fin"]
    opener = forms(second[0])
    if not finite:
        return None
    if opener in _JOINING:
        return _before_und(material, first, finite, second)
    if opener in _OPENING or words[second[0]].tag in _CLAUSES:
        return ","
    depends = words[first[0]].tag == "KOUS" and finite[-1] == first[-1]
    if words[second[0]].features.get("VerbForm") == "Fin":
        return "," if depends else None
    begins = words[second[0]].tag in _SUBJECTS and words[second[1]].features.get("VerbForm") == "Fin"
    return "," if begins and not depends else None


def _before_und(material: Material, first: list[int], finite: list[int], second: list[int]) -> str | None:
    """`…, warum sie es hat“, so Piontek, „und jedes Mal hört die Klasse zu`: a comma ends the clause of the first half.

    None where the second half may go on in that clause (`…, weil er lacht“, sagt sie, „und singt`).
    """
    if len(finite) < 2 or finite[-1] != first[-1]:
        return ""
    verbs = [token for token in second if material.analysis.words[token].features.get("VerbForm") == "Fin"]
    return "," if verbs and verbs[0] != second[-1] else None
