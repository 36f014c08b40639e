"""Sentences in two halves: a main clause, and the clause that ends the sentence (`, dass …`, `, um … zu …`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from learner.exercises.brackets import is_built
from learner.exercises.material import Material
from learner.exercises.passage import safe
from learner.exercises.readable import is_readable
from learner.exercises.reference import is_understood
from learner.exercises.statement import Statement
from learner.exercises.statements import is_prose, is_told
from learner.language.analysis import Word
from learner.language.clauses import Clause, clauses
from learner.lexicon.wordclasses import wordclass

OPENERS = {"dass": "that", "weil": "why", "da": "why", "um": "in order", "wenn": "if", "falls": "if", "sofern": "if"}
_LENGTH = range(5, 23)
_FEWEST_CONTENT = 2
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_MARKS = frozenset('„“”»«"‚‘’›‹:;–—…?!/*()[]')
_POINTING = frozenset({"PPER", "PPOSAT", "PDS", "PDAT", "PRF", "PROAV", "PIS"})


@dataclass(frozen=True, slots=True)
class Tail:
    """The clause that ends a sentence: its kind by its opener, its tokens, the main clause before it."""

    sentence: int
    kind: str
    opener: str
    main: Clause
    head: tuple[int, ...]
    tokens: tuple[int, ...]

    def text(self, material: Material) -> str:
        """The clause without the full stop."""
        text = Statement(self.sentence, self.tokens).text(material.analysis)
        return f"{text[0].lower()}{text[1:]}"


@lru_cache(maxsize=2)
def tails(material: Material) -> tuple[Tail, ...]:
    """Every certain one, in the order of the article."""
    found = (_tail(material, number) for number in range(len(material.analysis.article.sentences)))
    return tuple(one for one in found if one is not None)


def _tail(material: Material, number: int) -> Tail | None:
    article = material.analysis.article
    sentence = article.sentences[number]
    tokens = tuple(article.tokens_of(sentence))
    text = article.slice(article.paragraphs[sentence.paragraph])
    if not material.is_running(number) or not is_prose(text) or material.analysis.form(tokens[-1]) != ".":
        return None
    forms = {material.analysis.form(token) for token in tokens}
    if forms & _MARKS or not is_told(material, number) or not is_built(material, number):
        return None
    return next(_halves(material, number, tokens), None)


def _halves(material: Material, number: int, tokens: tuple[int, ...]) -> Iterator[Tail]:
    found = clauses(material.analysis, number)
    if not found or found[0].kind != "main" or not found[0].certain or found[0].vorfeld is None:
        return
    main = found[0]
    for place, clause in enumerate(found[1:], 1):
        opener = material.analysis.form(clause.start_token).lower()
        if opener not in OPENERS or clause.parent != 0 or not clause.certain:
            continue
        if any(one.kind == "main" or not one.certain or not _is_under(found, one, place) for one in found[place + 1 :]):
            continue
        head = tuple(token for token in tokens if token < clause.start_token - 1)
        tail = tuple(token for token in tokens if clause.start_token <= token < tokens[-1])
        if set(head) == set(main.tokens) and _is_clear(material, number, tail):
            yield Tail(number, OPENERS[opener], opener, main, head, tail)


def _is_under(found: list[Clause], one: Clause, place: int) -> bool:
    """Whether a clause depends on the one at the place, over others or not."""
    while one.parent is not None and one.parent != place:
        one = found[one.parent]
    return one.parent == place


def _is_clear(material: Material, number: int, tail: tuple[int, ...]) -> bool:
    """Whether it says something by itself: no pronoun in it that the main clause or another sentence explains."""
    words = [material.analysis.words[token] for token in tail]
    forms = [material.analysis.form(token).lower() for token in tail]
    pointing = [form for word, form in zip(words, forms, strict=True) if word.tag in _POINTING]
    plain = all(form in wordclass("pronouns.without-antecedent") for form in pointing)
    told = sum(word.pos in _CONTENT for word in words)
    statement = Statement(number, tail)
    return (
        plain
        and len(tail) in _LENGTH
        and told >= _FEWEST_CONTENT
        and is_readable(material, tail)
        and safe(statement.text(material.analysis))
        and is_understood(material, statement)
        and not _runs_on(words, forms)
    )


def _runs_on(words: list[Word], forms: list[str]) -> bool:
    """Whether a finite verb follows inside `um … zu …`: the main clause goes on behind it."""
    finite = any(word.features.get("VerbForm") == "Fin" for word in words)
    return forms[0] == "um" and finite and "," not in forms


__all__ = ["OPENERS", "Tail", "tails"]
