"""`Was sagt …`: a reported sentence behind `dass`; the other answers are what others say or the article tells.

All clauses stand in the indicative, which is right behind `dass` in reports too: the mood tells nothing.
"""

from collections.abc import Iterator, Sequence

from learner.exercises import extent
from learner.exercises.claims import Claim, claims
from learner.exercises.difficulty import at_least
from learner.exercises.material import Material
from learner.exercises.persons import persons
from learner.exercises.questions.frame import Frame, frame
from learner.exercises.questions.question import Question, distinct, is_around, tells_alike
from learner.exercises.questions.tails import tails
from learner.exercises.questions.verb_last import verb_last
from learner.exercises.speakers import cited, is_certain
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words
from learner.language.analysis import Quote
from learner.language.tables import column
from learner.language.wordbook import wordbook
from learner.lexicon.wordclasses import wordclass, wordmap

_INDICATIVE = wordmap("verbs.indicative")
_LONGER = 1.9  # times as long as the key stands out


def said_that(material: Material, frames: Sequence[Frame]) -> Iterator[Question]:
    """A question for every reported sentence that can be told with `dass`."""
    told = [(claim, text) for claim in claims(material) if (text := _clause(material, claim))]
    told += list(_behind_that(material))
    for claim, key in told:
        if _names(material, claim.speaker, key):
            continue
        statement = Statement(claim.sentence, claim.tokens)
        others = [text for other, text in told if other.speaker != claim.speaker]
        if not others:  # what the article tells is no opinion of anybody's
            continue
        told_elsewhere = () if at_least(material.level, "B2") else frames  # what nobody says is no rival there
        far = [one for one in told_elsewhere if not _is_near(material, claim.speaker, one.statement.sentence)]
        far = [one for one in far if not _tells_of_words(material, one)]
        rest = [text for one in far for text in [_narrated(material, statement, one)] if text]
        material.rng(f"said {claim.sentence}").shuffle(rest)
        able = [text for text in (*others, *rest) if not _names(material, claim.speaker, text) and _is_like(text, key)]
        yield Question(statement, "said", f"Was sagt {cited(material, claim.speaker)}?", key, distinct(able, key))


def _tells_of_words(material: Material, one: Frame) -> bool:
    """`Der Verwalter spricht von guten Chancen`: that may be the one who is asked about."""
    lemmas = {material.analysis.words[token].lemma for token in (one.fields.finite, *one.fields.bracket)}
    return not lemmas.isdisjoint(column("reporting.tsv"))


def _clause(material: Material, claim: Claim) -> str | None:
    """The reported sentence behind `dass`; None where its order or its indicative is not certain."""
    if claim.kind != "indirect":
        return None
    one = frame(material, Statement(claim.sentence, claim.tokens))
    if one is None or _is_subjunctive(material, one.fields.rest) or _contrasts(material, claim.tokens):
        return None
    finite = material.analysis.form(one.fields.finite)
    form = _INDICATIVE.get(finite) or _third(material, one.fields.finite)
    return verb_last(material, one, "dass", finite=form) if form else None


def _is_wanted(material: Material, quote: Quote) -> bool:
    """`pochte darauf, dass alle die Regeln einhalten`: he does not say that they do."""
    cue = extent.tokens(material.analysis, quote.cue.start, quote.cue.end) if quote.cue else ()
    return any(material.analysis.words[token].lemma in wordclass("verbs.of-wishes") for token in cue)


def _contrasts(material: Material, tokens: Sequence[int]) -> bool:
    """Whether `jedoch` or the like leans on what was said before."""
    return any(material.analysis.form(token).lower() in words("connectives.txt") for token in tokens)


def _behind_that(material: Material) -> Iterator[tuple[Claim, str]]:
    """Reports that stand behind `dass` in the article, in the indicative."""
    for tail in tails(material):
        tokens = material.analysis.article.tokens
        start, end = tokens[tail.tokens[0]].start, tokens[tail.tokens[-1]].end
        over = [one for one in material.analysis.quotes if one.start < end and start < one.end]
        if (
            tail.kind != "that"
            or len(over) != 1
            or not is_certain(material, over[0])
            or _is_wanted(material, over[0])
            or _is_subjunctive(material, tail.tokens)
        ):
            continue
        yield Claim(over[0].speaker or "", "", "indirect", tail.sentence, over[0], tail.tokens), tail.text(material)


def _is_subjunctive(material: Material, tokens: Sequence[int]) -> bool:
    return any(material.analysis.words[token].features.get("Mood") == "Sub" for token in tokens)


def _third(material: Material, finite: int) -> str:
    """The indicative of a verb in the subjunctive of the present, third person; empty for others."""
    word = material.analysis.words[finite]
    lexeme = wordbook(material.lexicon).lookup(word.lemma, "VERB")
    plain = word.tag == "VV(FIN)" and lexeme is not None and lexeme.verb is not None and not lexeme.verb.particle
    form = material.analysis.form(finite)
    first = word.lemma.removesuffix("n").removesuffix("e")
    return lexeme.verb.third if plain and lexeme and lexeme.verb and form == f"{first}e" else ""


def _narrated(material: Material, statement: Statement, one: Frame) -> str | None:
    """What the article itself tells elsewhere, as such a clause."""
    if not is_around(material, statement, one.statement.sentence):
        return None
    if _is_spoken(material, one.statement.sentence) or tells_alike(material, statement, one.statement.sentence):
        return None
    return verb_last(material, one, "dass")


def _is_near(material: Material, speaker: str, sentence: int) -> bool:
    """Whether the speaker says something in the sentence's paragraph or beside it: he may say that too."""
    sentences = material.analysis.article.sentences
    around = {sentences[sentence].paragraph + step for step in (-1, 0, 1)}
    return any(
        sentences[number].paragraph in around
        for quote in material.analysis.quotes
        if quote.speaker == speaker
        for number in extent.sentences(material.analysis, quote.start, quote.end)
    )


def _is_spoken(material: Material, sentence: int) -> bool:
    bounds = material.analysis.article.sentences[sentence]
    return any(quote.start < bounds.end and bounds.start < quote.end for quote in material.analysis.quotes)


def _names(material: Material, speaker: str, text: str) -> bool:
    """Whether the speaker is named in the clause, which would answer the question or rule the clause out."""
    known = {name.name for name in persons(material)} | {speaker}
    return any(part in text for part in speaker.split() if len(part) > 2) if speaker in known else True


def _is_like(text: str, key: str) -> bool:
    short, long = sorted((len(text), len(key)))
    return long / short <= _LONGER
