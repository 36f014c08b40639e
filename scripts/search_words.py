"""Search the morphemes of the frequent forms of German beforehand: writes assets/language/searched.bin.

    python -m scripts.search_words

Forms are the most frequent of wordfreq, and of those less frequent the long ones, which take longest to search; as it
folds ß, the spellings with ß of the word table are added. Of each, the file keeps the word classes that HanTa would not
drop, with their exact probabilities, and the morphemes as a word of each of these classes. It takes five minutes. Run
it anew when HanTa's model or learner/language/paths.py changes what is found.
"""

import sqlite3
import struct
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import msgspec
from HanTa import HanoverTagger
from wordfreq import top_n_list

from learner.language.searched import BLOCK, HEAD_END, Table, fingerprint
from learner.language.tagging import MODEL, Tagger
from learner.lexicon import wordtable

OUT = Path(__file__).parents[1] / "assets" / "language" / "searched.bin"
HEAD = (
    "# Word classes and morphemes of frequent German forms, found with the German model of HanTa 1.2\n"
    "# (LGPL-3.0-or-later) by scripts/search_words.py. Forms chosen by wordfreq's frequencies (CC BY-SA 4.0).\n"
    "# Behind the empty line: msgpack; learner/language/searched.py describes it."
)
FORMS = 60_000
LONG, LONG_FORMS = 9, 200_000  # of so many forms those of nine letters and more are searched
CUTOFF = 5
MOST_PATHS = 65_536

Morphemes = tuple[tuple[int, int], ...]  # class and end of each


def main() -> None:
    """Search every form and write the file."""
    model: Any = Tagger(prepared=False)._model  # noqa: SLF001
    words = forms()
    classes = [kept(model, word) for word in words]
    numbers: dict[Morphemes, int] = {}
    ways = [chosen(model, word, own, numbers) for word, own in zip(words, classes, strict=True)]
    unknown = [[] if word in model.cache else own for word, own in zip(words, classes, strict=True)]
    readings = [one for own in unknown for one in own]
    places = [way for own in ways for way in own]
    written = [form.encode() for form in words]
    table = Table(
        fingerprint(Path(HanoverTagger.__file__).parent / MODEL),
        "\n".join(words[::BLOCK]),
        b"\n" + b"".join(form + b"\n" for form in written),
        blocks([len(form) + 1 for form in written], list(map(len, unknown)), list(map(len, ways))),
        bytes(map(len, unknown)),
        bytes(tag for tag, _ in readings),
        struct.pack(f"<{len(readings)}d", *(chance for _, chance in readings)),
        bytes(map(len, ways)),
        struct.pack(f"<{len(places)}H", *places),
        struct.pack(f"<{len(numbers) + 1}I", 0, *accumulate(map(len, numbers))),
        b"".join(struct.pack("<hB", *piece) for path in numbers for piece in path),
    )
    OUT.write_bytes(HEAD.encode() + HEAD_END + msgspec.msgpack.encode(table))
    print(len(words), "forms,", len(readings), "classes,", len(numbers), "paths,", OUT.stat().st_size, "bytes")


def blocks(*sizes: Sequence[int]) -> bytes:
    """Where each block begins in what is joined, and where the last ends: in bytes of forms, classes and paths."""
    firsts = [[0, *accumulate(own)] for own in sizes]
    places = [*range(0, len(sizes[0]), BLOCK), len(sizes[0])]
    return b"".join(struct.pack(f"<{len(firsts)}I", *(first[place] for first in firsts)) for place in places)


def forms() -> list[str]:
    """The forms in lower case, sorted."""
    listed = top_n_list("de", LONG_FORMS)
    frequent = {*listed[:FORMS], *(form for form in listed if len(form) >= LONG)}
    frequent = {form for form in frequent if form.replace("-", "").isalpha()}
    with sqlite3.connect(wordtable.ensure()) as table:
        sharp = {form.lower() for (form,) in table.execute("SELECT form FROM form WHERE form LIKE '%ß%'")}
    return sorted(frequent | {form for form in sharp if form.casefold() in frequent})


def kept(model: Any, word: str) -> list[tuple[int, float]]:
    """The word classes of a form that HanTa keeps in any of the ways in which sequence.py asks."""
    found: set[int] = set()
    for form, cased in ((word, False), (word, True), (word.capitalize(), True)):
        found |= {tag for tag, _ in model._tag_word(form, CUTOFF, cased, True)}  # noqa: SLF001
    return [one for one in model.cache.get(word) or model.analyze_forward(word) if one[0] in found]


def chosen(model: Any, word: str, classes: list[tuple[int, float]], numbers: dict[Morphemes, int]) -> list[int]:
    """The numbers of the paths of a form, one for every class; new ones are added to `numbers`."""
    places: list[int] = []
    for tag, _ in classes:
        if -tag not in model.atomic_class:
            path = tuple(model.analyze_viterbi(word, -tag))
            if path in numbers or len(numbers) < MOST_PATHS:
                places.append(numbers.setdefault(path, len(numbers)))
    return places


if __name__ == "__main__":
    main()
