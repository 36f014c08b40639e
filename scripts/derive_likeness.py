"""Derive assets/exercises/grammar/english.tsv from the database of WordNet 3.0.

    python -m scripts.derive_likeness /usr/share/wordnet

One line per English word or phrase that a gloss of our glossary gives: the word, its part of speech (n, v, a), the
kinds of its most usual senses (WordNet's files: person, act, artifact, communication …; behind a colon the nearest
larger set above the sense: device, building …), the sets of synonyms it belongs to, and the sets right above them (`+`
where these hold so few others that those are near-synonyms).
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from learner.exercises.likeness import PARTS, terms
from learner.lexicon.glossary import entries

OUT = Path(__file__).resolve().parent.parent / "assets" / "exercises" / "grammar" / "english.tsv"
FILES = (
    "all pert all Tops act animal artifact attribute body cognition communication event feeling food group location"
    " motive object person phenomenon plant possession process quantity relation shape state substance time"
    " v-body v-change v-cognition v-communication v-competition v-consumption v-contact v-creation v-emotion v-motion"
    " v-perception v-possession v-social v-stative v-weather ppl"
).split()
LONGEST = 20  # sets above each other
SENSES = 4  # of a word; further ones are rare
KINDS = 3
LARGE = 60  # senses of our words below a set that makes a kind of its own
NARROW = {"noun": 9, "verb": 45}  # sets below one set; where there are more, they have little in common
HEAD = Path(__file__).with_name("derive_likeness.txt")


@dataclass(frozen=True, slots=True)
class Synset:
    """A set of synonyms: its file, the sets above it (of an adjective: the centre of its cluster), those related."""

    kind: str
    above: tuple[str, ...]
    below: int
    related: tuple[str, ...]


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1])
    synsets = dict(pair for part in PARTS.values() for pair in _synsets(folder / f"data.{part}", part))
    numbers: dict[str, int] = {}
    found: list[tuple[str, str, list[str]]] = []
    for pos, part in PARTS.items():
        index = dict(_index(folder / f"index.{part}", part))
        wanted = {
            term for entry in entries() if entry.pos == pos for sense in entry.senses for term in terms(sense, pos)
        }
        for term in sorted(wanted):
            key = _found(term, index)
            if key:
                found.append((term, part[0], index[key]))
    counts = Counter(up for _, _, senses in found for up in _chain(senses[0], synsets))
    large = {up for up, count in counts.items() if count >= LARGE}
    lines = ["\t".join((term, letter, *_cells(senses, synsets, numbers, large))) for term, letter, senses in found]
    OUT.write_text(HEAD.read_text(encoding="utf-8") + "\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "words")


def _found(term: str, index: dict[str, list[str]]) -> str | None:
    forms = (
        term,
        re.sub(r"ies$", "y", term),
        re.sub(r"es$", "", term),
        re.sub(r"s$", "", term),
        term.replace("-", "_"),
    )
    return next((form for form in forms if form in index), None)


def _index(path: Path, part: str) -> Iterator[tuple[str, list[str]]]:
    for line in path.read_text(encoding="ascii").splitlines():
        if not line.startswith(" "):
            cells = line.split()
            yield cells[0], [part + one for one in cells[6 + int(cells[3]) :]][:SENSES]


def _synsets(path: Path, part: str) -> Iterator[tuple[str, Synset]]:
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith(" "):
            continue
        cells = line.partition("|")[0].split()
        start = 4 + 2 * int(cells[3], 16)
        pointers = [cells[place : place + 4] for place in range(start + 1, start + 1 + 4 * int(cells[start]), 4)]
        of = {"n": "noun", "v": "verb", "a": "adj", "r": "adv", "s": "adj"}
        over = {"@", "@i"} | ({"&"} if cells[2] == "s" else set())
        above = tuple(part + one[1] for one in pointers if one[0] in over and of[one[2]] == part)
        related = tuple("noun" + one[1] for one in pointers if one[0] in {"+", "="} and one[2] == "n")
        below = sum(one[0] == "~" for one in pointers)
        yield part + cells[0], Synset(FILES[int(cells[1])], above, below, related)


def _chain(sense: str, synsets: dict[str, Synset]) -> list[str]:
    """The sense and the sets above it, the nearest first, along the first way up."""
    chain = [sense]
    while not sense.startswith("adj") and synsets[chain[-1]].above and len(chain) < LONGEST:
        chain.append(synsets[chain[-1]].above[0])
    return chain


def _cells(
    senses: list[str], synsets: dict[str, Synset], numbers: dict[str, int], large: set[str]
) -> tuple[str, str, str]:
    kinds = dict.fromkeys(kind for sense in senses if (kind := _kind(sense, synsets, large, numbers)))
    own = [_number(sense, numbers) for sense in senses]
    above = dict.fromkeys(up for sense in senses for up in synsets[sense].above)
    marked = [_number(up, numbers) + "+" * _is_narrow(up, synsets) for up in above]
    return " ".join(list(kinds)[:KINDS]), " ".join(own), " ".join(marked)


def _is_narrow(synset: str, synsets: dict[str, Synset]) -> bool:
    """Whether the sets below it are near-synonyms; clusters of adjectives always are."""
    most = NARROW.get(synset.rstrip("0123456789"))
    return most is None or 0 < synsets[synset].below <= most


def _kind(sense: str, synsets: dict[str, Synset], large: set[str], numbers: dict[str, int]) -> str:
    """The kind of a sense; of an adjective that of the noun it goes with, its own or that of its cluster's centre."""
    found = synsets[sense]
    if not sense.startswith("adj"):
        above = next((up for up in _chain(sense, synsets) if up in large), None)
        return f"{found.kind}:{_number(above, numbers)}" if above else found.kind
    related = (*found.related, *(one for up in found.above for one in synsets[up].related))
    return next((synsets[one].kind for one in related), "")


def _number(synset: str, numbers: dict[str, int]) -> str:
    return f"{numbers.setdefault(synset, len(numbers)):x}"


if __name__ == "__main__":
    main()
