"""Articles of our own with their speech marked (tests/data/language/quotes.md), and how the analysis compares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from learner.language import gazetteer
from learner.language.analysis import Quote
from tests.language.sample import DATA, analysis_of

_OPEN = re.compile(r"\[\[([di])\|([^|\]]+)\|")
_ENOUGH = 0.6  # of the longer of two spans must be shared
_OVERLAP = 0.5  # of the shorter of two spans must be shared where other bounds are forgiven
_PARTICLES = frozenset("von van der den de di zu zur la le al bin".split())


@dataclass(frozen=True)
class Marked:
    """One passage of speech in an article: offsets, kind (`d` or `i`), speaker or None."""

    start: int
    end: int
    kind: str
    speaker: str | None


@dataclass
class Compared:
    """Speakers right, wrong and missed; passages found and missed; what is no speech but taken for it.

    The strict figures ask for (nearly) the same bounds as well. Those by overlap forgive other bounds: a passage of
    ours and one of the gold, both direct or both reported, belong together where they share at least half of the
    shorter one. Precision by overlap is the share of our passages with a speaker that belong to a marked one whose
    speaker agrees; recall by overlap the share of the marked passages with a speaker to which one of ours with a
    speaker that agrees belongs.
    """

    right: int = 0
    named: int = 0  # passages of the gold with a speaker
    found: int = 0
    all: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    unfound: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    wrong_though_certain: list[str] = field(default_factory=list)
    ours: int = 0  # passages of ours with a speaker
    ours_overlapping: int = 0
    named_overlapped: int = 0

    @property
    def precision(self) -> float:
        return 100 * self.right / max(self.right + len(self.wrong), 1)

    @property
    def recall(self) -> float:
        return 100 * self.right / max(self.named, 1)

    @property
    def precision_by_overlap(self) -> float:
        return 100 * self.ours_overlapping / max(self.ours, 1)

    @property
    def recall_by_overlap(self) -> float:
        return 100 * self.named_overlapped / max(self.named, 1)

    def __str__(self) -> str:
        return (
            f"speaker P {self.precision:5.1f} %  R {self.recall:5.1f} %  ({self.right} right, {len(self.wrong)} wrong, "
            f"{self.named} named); {self.found} of {self.all} passages found, {len(self.extra)} too many; "
            f"by overlap P {self.precision_by_overlap:5.1f} %  R {self.recall_by_overlap:5.1f} %  "
            f"({self.ours_overlapping} of our {self.ours}, {self.named_overlapped} of the {self.named} named)"
        )


def articles(folder: Path = DATA / "quotes") -> list[tuple[str, str, list[Marked]]]:
    """Every article: name of the file, text without marks, its passages."""
    return [(path.stem, *parsed(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.txt"))]


def parsed(source: str) -> tuple[str, list[Marked]]:
    """The text without comments and marks, and what was marked."""
    source = "\n".join(line for line in source.splitlines() if not line.startswith("#")).strip()
    text, place = "", 0
    stack: list[tuple[int, str, str]] = []
    found: list[Marked] = []
    while place < len(source):
        opened = _OPEN.match(source, place)
        if opened:
            stack.append((len(text), opened[1], opened[2]))
            place = opened.end()
        elif stack and source.startswith("]]", place):
            start, kind, speaker = stack.pop()
            found.append(Marked(start, len(text), kind, None if speaker == "?" else speaker))
            place += 2
        else:
            text += source[place]
            place += 1
    assert not stack, stack
    return text, sorted(found, key=lambda one: one.start)


def compared(lexicon, folder: Path = DATA / "quotes") -> Compared:
    """All articles of a folder together."""
    total = Compared()
    for name, text, gold in articles(folder):
        add(total, name, text, gold, analysis_of(text, lexicon).quotes, lexicon)
    return total


def add(total: Compared, name: str, text: str, gold: Sequence[Marked], quotes: Sequence[Quote], lexicon) -> None:
    """Count one article."""
    _add_overlaps(total, gold, quotes, lexicon)
    free = list(quotes)
    for one in gold:
        label = f"{name}: {one.kind} {one.speaker}: {text[one.start : one.end]}"
        total.all += 1
        total.named += one.speaker is not None
        ours = next((quote for quote in free if _same(quote, one)), None)
        if ours is None:
            total.unfound.append(label)
            continue
        free.remove(ours)
        total.found += 1
        if ours.speaker is None:
            total.missed += [label] * (one.speaker is not None)
        elif one.speaker is not None and agrees(ours.speaker, one.speaker, lexicon):
            total.right += 1
        else:
            total.wrong.append(f"{label} | ours: {ours.speaker}")
            total.wrong_though_certain += [label] * ours.certain
    for quote in free:
        label = f"{name}: {quote.kind} {quote.speaker}: {text[quote.start : quote.end]}"
        total.extra.append(label)
        if quote.speaker:
            total.wrong.append(f"{label} | no speech")


def _add_overlaps(total: Compared, gold: Sequence[Marked], quotes: Sequence[Quote], lexicon) -> None:
    """Count the passages with speakers that agree, whatever their bounds."""
    named = [one for one in gold if one.speaker]
    ours = [quote for quote in quotes if quote.speaker]
    pairs = [(quote, one) for quote in ours for one in named if _overlaps(quote, one)]
    agreed = [(quote, one) for quote, one in pairs if agrees(quote.speaker or "", one.speaker or "", lexicon)]
    total.ours += len(ours)
    total.ours_overlapping += sum(any(quote is other for other, _ in agreed) for quote in ours)
    total.named_overlapped += sum(any(one is other for _, other in agreed) for one in named)


def _overlaps(quote: Quote, gold: Marked) -> bool:
    shared = min(quote.end, gold.end) - max(quote.start, gold.start)
    shorter = min(quote.end - quote.start, gold.end - gold.start)
    return quote.kind[0] == gold.kind and shared > 0 and shared >= _OVERLAP * shorter


def _same(quote: Quote, gold: Marked) -> bool:
    shared = min(quote.end, gold.end) - max(quote.start, gold.start)
    longer = max(quote.end - quote.start, gold.end - gold.start)
    return quote.kind[0] == gold.kind and shared >= _ENOUGH * longer


def agrees(ours: str, gold: str, lexicon) -> bool:
    """Whether both labels mean one speaker: persons to the letter, roles and bodies by the noun at their head."""
    if ours == gold:
        return True
    if _is_person(ours, lexicon) or _is_person(gold, lexicon):
        return False
    one, other = ours.lower(), gold.lower()
    return any(noun in other for noun in _head(ours)) or any(noun in one for noun in _head(gold))


def _is_person(label: str, lexicon) -> bool:
    """Two or more words with capitals (or `von der`), the first of which is a first name or no noun at all."""
    words = label.split()
    if len(words) < 2 or any(not word[0].isupper() and word not in _PARTICLES for word in words):
        return False
    return bool(gazetteer.sex(words[0])) or not (gazetteer.speaks(words[0]) or lexicon.lemmas(words[0], "NOUN"))


def _head(label: str) -> list[str]:
    """The nouns before the first word without a capital: `sprecher` of `Sprecher des Verbands`."""
    return [word.lower() for word in takewhile(lambda word: word[0].isupper(), label.split())]
