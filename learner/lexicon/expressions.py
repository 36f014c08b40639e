"""Fixed expressions and light-verb constructions of our own: assets/expressions/*.tsv, read and taken apart.

`in Erwägung ziehen` is a verb and the parts that stand with it; `nach wie vor` is a row of words that never changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

import msgspec

from learner.lexicon import glossary
from learner.lexicon.lexeme import Gloss, Verb
from learner.lexicon.tables import rows
from learner.lexicon.verb_forms import with_parts
from learner.lexicon.verbs import AUXILIARIES, Auxiliary
from learner.lexicon.wordclasses import wordclass

FOLDER = "expressions"
INDEFINITE = wordclass("determiners.indefinite", "determiners.no-article")
DEFINITE = wordclass("determiners.definite")
_PREPOSITIONS = wordclass("prepositions.of-expressions")
_JOINING = frozenset({"und", "oder"})


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression in its dictionary form.

    `parts` are groups of words that stay together, in order of the dictionary form; `verb` is empty for what never
    changes. `free` allows the noun any article and number: Bedenken äußern, äußerte seine Bedenken. `told` is the
    auxiliary where the table names it, `forms` the preterite and participle. With
    `dative` somebody in the dative has to stand there, or es: fällt ihm leicht, not: der Kurs fällt leicht.
    """

    text: str
    senses: tuple[Gloss, ...]
    government: tuple[str, ...]
    verb: str
    parts: tuple[tuple[str, ...], ...]
    free: bool
    told: tuple[Auxiliary, ...] = ()
    forms: tuple[str, ...] = ()
    dative: bool = False

    def fitted(self, verb: Verb) -> Verb:
        """The verb with the forms and the auxiliary it has in the expression (Abhilfe schaffen: schuf)."""
        return msgspec.structs.replace(with_parts(verb, self.forms), auxiliaries=self.auxiliaries(verb))

    def auxiliaries(self, verb: Verb) -> tuple[Auxiliary, ...]:
        """Of a verb with two auxiliaries the one it has here: haben where an object stands with it (den Hut ziehen)."""
        if len(verb.auxiliaries) < 2 or self.told:
            return self.told or verb.auxiliaries
        governed = any(frame.startswith(("jdn.", "etw.", "jdm. etw.")) for frame in self.government)
        return ("hat",) if governed or self.parts[0][0] not in _PREPOSITIONS else verb.auxiliaries[:1]

    @property
    def anchor(self) -> str:
        """The word by which the expression is found: its first noun, else its longest word."""
        words = [word for part in self.parts for word in part]
        return next((word for word in words if word[0].isupper()), max(words, key=len))


@cache
def expressions() -> tuple[Expression, ...]:
    """Every expression, in the order of the files."""
    return (*_with_verb(), *_unchanging())


def _with_verb() -> Iterator[Expression]:
    for text, senses, *more in rows("with-verb.tsv", FOLDER):
        government, pattern = (*more, "", "")[:2]
        *words, verb = text.split()
        parts = tuple(_parts(words))
        told = cast(tuple[Auxiliary, ...], tuple(one for one in pattern.split() if one in AUXILIARIES))
        forms = tuple(one for one in pattern.split() if one not in {"free", "dative", *AUXILIARIES})
        free, dative = "free" in pattern.split(), "dative" in pattern.split()
        yield Expression(text, glossary.senses(senses), _frames(government), verb, parts, free, told, forms, dative)


def _unchanging() -> Iterator[Expression]:
    for text, senses, *more in rows("unchanging.tsv", FOLDER):
        government = more[0] if more else ""
        yield Expression(text, glossary.senses(senses), _frames(government), "", (tuple(text.split()),), free=False)


def _frames(government: str) -> tuple[str, ...]:
    return tuple(filter(None, government.split("; ")))


def _parts(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Groups that stay together: `den Nagel` + `auf den Kopf`, `sich` + `zur Wehr`."""
    part: list[str] = []
    for word in words:
        if part and _begins(word, part):
            yield tuple(part)
            part = []
        part.append(word)
    if part:
        yield tuple(part)


def _begins(word: str, part: list[str]) -> bool:
    """Whether a word opens a new group behind this one."""
    before = part[-1]
    if word in _JOINING or before in _JOINING or before in _PREPOSITIONS:
        return False
    if word in _PREPOSITIONS or before == "sich":
        return True
    return before[0].isupper() or (before not in INDEFINITE | DEFINITE and not word[0].isupper() and len(part) > 0)
