"""Statements of an article that certainly are one speaker's: whole sentences of quotations and of reported speech."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from learner.exercises import extent
from learner.exercises.correct import is_correct
from learner.exercises.dangling import speaks_for_itself
from learner.exercises.material import Material
from learner.exercises.passage import safe
from learner.exercises.pointing import sums_up
from learner.exercises.readable import is_readable
from learner.exercises.reference import is_understood
from learner.exercises.said_before import leans_on_words_before
from learner.exercises.speakers import is_certain
from learner.exercises.statement import Statement
from learner.exercises.statements import begins_badly
from learner.exercises.told_fully import needs_nothing
from learner.exercises.utterance import is_cut_off, is_half, joins_others, retells, tells_itself
from learner.exercises.wordlists import words as words_of
from learner.language.analysis import Quote
from learner.language.clauses import clauses
from learner.lexicon.wordclasses import wordclass
from learner.text.article import Span

_LENGTH = range(6, 27)  # tokens of a statement that can be weighed against others
_FEWEST_CONTENT = 3
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_MARKS = frozenset('„“”»«"‚‘’›‹:;–—…?!/*()[]')
_OWN = wordclass("pronouns.first-person") | {"wir", "uns", "es", "man"}
_LEANING = wordclass("conjunctions.leaning")
_POINTING = frozenset({"PDS", "PDAT", "PAV", "PROAV"})


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence that a speaker says, in quotation marks (`direct`) or reported in the subjunctive.

    `personal` says that `ich` or `wir` stands in it.
    """

    speaker: str
    text: str
    kind: Literal["direct", "indirect"]
    sentence: int
    quote: Quote
    tokens: tuple[int, ...] = ()
    personal: bool = False


@lru_cache(maxsize=2)
def claims(material: Material) -> tuple[Claim, ...]:
    """What the persons of the article say, one claim a sentence, in the order of the article."""
    found = (
        claim for quote in material.analysis.quotes if is_certain(material, quote) for claim in _of(material, quote)
    )
    return tuple(sorted(found, key=lambda claim: claim.sentence))


def stands_among_others(material: Material, claim: Claim) -> bool:
    """Whether a report can stand among others: no `er` or `sie`, no part without its whole (`der grösste Teil`)."""
    if claim.kind == "direct":
        return True
    personal = any(material.analysis.words[token].tag in {"PPER", "PPOSAT"} for token in claim.tokens)
    return not personal and needs_nothing(material, Statement(claim.sentence, claim.tokens))


def _of(material: Material, quote: Quote) -> Iterator[Claim]:
    """The sentences of a quotation, or the one reported sentence, that say something by themselves."""
    article = material.analysis.article
    if is_half(material, quote) or is_cut_off(material, quote):
        return
    for number in extent.sentences(material.analysis, quote.start, quote.end):
        sentence = article.sentences[number]
        start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
        tokens = tuple(extent.tokens(material.analysis, start, end))
        if not tokens or not _says_something(material, tokens) or not is_correct(material, number):
            continue
        if retells(material, tokens) or joins_others(material, tokens) or leans_on_words_before(material, tokens):
            continue
        text = article.slice(Span(start, end)).strip(' ,;.„“”»«"')
        whole = _is_whole if quote.kind == "direct" else _is_report
        if text and safe(text) and whole(material, number, tokens):
            forms = {material.analysis.form(token).lower() for token in tokens}
            personal = bool(forms & (_OWN - {"es", "man"})) or any(form.startswith("unser") for form in forms)
            yield Claim(
                quote.speaker or "", f"{text[0].upper()}{text[1:]}.", quote.kind, number, quote, tokens, personal
            )


def _says_something(material: Material, tokens: tuple[int, ...]) -> bool:
    words = [material.analysis.words[token] for token in tokens]
    told = {word.lemma for word in words if word.pos in _CONTENT}
    forms = {material.analysis.form(token) for token in tokens}
    return (
        len(tokens) in _LENGTH
        and len(told) >= _FEWEST_CONTENT
        and not forms & _MARKS
        and is_readable(material, tokens)
        and words[0].tag not in _POINTING
    )


def _is_whole(material: Material, number: int, tokens: tuple[int, ...]) -> bool:
    """A sentence of a quotation from its beginning that does not lean on the one before it."""
    first = material.analysis.words[tokens[0]]
    forms = [material.analysis.form(token).lower() for token in tokens]
    others = {
        form
        for token, form in zip(tokens, forms, strict=True)
        if material.analysis.words[token].tag in {"PPER", "PPOSAT"}
        and form not in _OWN
        and not form.startswith("unser")
    }
    leans = forms[0] in _LEANING | words_of("connectives.txt") | words_of("context_words.txt") - _OWN
    kept = tuple(
        token for token, form in zip(tokens, forms, strict=True) if form not in _OWN and not form.startswith("unser")
    )
    clear = not others or is_understood(material, Statement(number, kept))
    begins = material.analysis.form(tokens[0])[0].isupper() and not leans and clear
    finite = any(material.analysis.words[token].features.get("VerbForm") == "Fin" for token in tokens)
    if begins_badly(material, number) and tokens[0] == material.analysis.article.sentences[number].first:
        return False
    bare = (
        material.analysis.words[tokens[0]].pos == "NOUN"
        and material.analysis.words[tokens[0]].features.get("Number") == "Sing"
    )
    opens = first.tag not in {"KOUS", "KON", "PRELS", "PDAT", "PDS"} and not first.tag.startswith("PW")
    whole = speaks_for_itself(material, tokens) and not sums_up(material, number, tokens)
    return not bare and begins and finite and opens and whole


def _is_report(material: Material, number: int, tokens: tuple[int, ...]) -> bool:
    """A main clause in the subjunctive that keeps its subject in the third person."""
    clause = next((one for one in clauses(material.analysis, number) if one.start_token == tokens[0]), None)
    if clause is None or clause.kind != "main" or not clause.certain or clause.finite not in tokens:
        return False
    assert clause.finite is not None
    subjunctive = material.analysis.words[clause.finite].features.get("Mood") == "Sub"
    ahead = clause.vorfeld is not None and set(clause.vorfeld) <= set(tokens)
    opener = material.analysis.form(tokens[0]).lower()
    return (
        subjunctive
        and ahead
        and not tells_itself(material, number, tokens)
        and opener not in words_of("connectives.txt")
        and material.analysis.words[tokens[0]].tag != "KON"
        and not sums_up(material, number, tokens)
        and is_understood(material, Statement(number, tokens))
    )
