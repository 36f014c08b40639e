"""Our own German-English glossary: assets/glossary/*.tsv, one line an entry, read and checked.

Columns: lemma, part of speech, senses, government, register. Senses are parted by ` | `, in the order a reader meets
them; a sense may begin with a hint in parentheses that tells it apart: `(of a train) to depart`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from learner.errors import LexiconError
from learner.lexicon.lexeme import Gloss
from learner.places import bundled_path

SOURCE = "learner glossary, CC BY 4.0"
POS = frozenset({"NOUN", "VERB", "ADJ", "ADV", "ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET", "NUM", "INTJ", "PHRASE"})
_HINT = re.compile(r"^\(([^)]*)\)\s*(?=\S)")
_AMERICAN = re.compile(
    r"\b(center|color|labor|harbor|neighbor|theater|defense|offense|license plate|traveler|program(?=s? of)|favor"
    r"|behavior|catalog|dialog|meter|liter|gray|jewelry|organiz\w*|realiz\w*|analyz\w*|apologiz\w*|truck|gasoline"
    r"|sidewalk|apartment building|elevator|vacation)\b"
)


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One line of the glossary."""

    lemma: str
    pos: str
    senses: tuple[Gloss, ...]
    government: str
    register: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of the glossary that breaks a rule."""

    file: str
    line: int
    what: str


def files() -> list[Path]:
    """The glossary's files, in order."""
    return sorted(bundled_path("assets", "glossary").glob("*.tsv"))


def entries() -> Iterator[GlossaryEntry]:
    """Every entry of the bundled glossary. Raises LexiconError where a line has too few columns."""
    for path in files():
        for number, line in _lines(path):
            yield parse(line, f"{path.name}:{number}")


def parse(line: str, where: str) -> GlossaryEntry:
    """One line as an entry. Raises LexiconError where it has fewer than three columns or more than five."""
    cells = line.split("\t")
    if not 3 <= len(cells) <= 5:
        raise LexiconError(
            "a glossary line has three to five columns.", where=where, hint="See assets/glossary/README.md."
        )
    lemma, pos, meanings, government, register = cells + [""] * (5 - len(cells))
    return GlossaryEntry(lemma, pos, senses(meanings), government, register)


def senses(text: str) -> tuple[Gloss, ...]:
    """Senses parted by ` | ` as glosses of ours."""
    return tuple(_sense(one) for one in text.split(" | "))


def _sense(text: str) -> Gloss:
    hint = _HINT.match(text)
    return Gloss(text[hint.end() :] if hint else text.strip(), SOURCE, hint[1] if hint else "")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            yield number, line


def check(paths: list[Path]) -> list[Fault]:
    """Every broken rule in these files, doubles across files among them."""
    faults: list[Fault] = []
    seen: dict[tuple[str, str], str] = {}
    for path in paths:
        for number, line in _lines(path):
            where = f"{path.name}:{number}"
            try:
                entry = parse(line, where)
            except LexiconError as error:
                faults.append(Fault(path.name, number, error.what))
                continue
            faults += (Fault(path.name, number, what) for what in _faults(entry))
            first = seen.setdefault((entry.lemma, entry.pos), where)
            if first != where:
                faults.append(Fault(path.name, number, f"{entry.lemma} {entry.pos} stands in {first} too"))
    return faults


def _faults(entry: GlossaryEntry) -> Iterator[str]:
    texts = [sense.text for sense in entry.senses]
    if entry.pos not in POS:
        yield f"unknown part of speech {entry.pos}"
    if entry.pos == "NOUN" and not entry.lemma[:1].isupper():
        yield "nouns are capitalised"
    if not 1 <= len(texts) <= 4:
        yield "one to four senses"
    if not all(text.strip() == text and text for text in texts):
        yield "an empty sense or outer spaces"
    if any(count > 1 for count in Counter(texts).values()):
        yield "the same sense twice"
    if entry.pos == "VERB" and not all(
        text.startswith(("to ", "must", "can", "may", "should", "will")) for text in texts
    ):
        yield "verbs are given with `to`"
    if found := next(filter(None, map(_AMERICAN.search, texts)), None):
        yield f"British spelling is used here, not `{found[0]}`"
