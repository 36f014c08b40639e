"""Search the morphemes of the frequent forms of German beforehand: writes assets/language/searched.bin.

    python -m scripts.search_words

Forms are the most frequent of wordfreq; as it folds ß, the spellings with ß of the word table are added. Of each, the
file keeps the word classes that HanTa would not drop, with their exact probabilities, and the morphemes as a word of
each of these classes. Run it anew when HanTa's model or learner/language/paths.py changes what is found.
"""

import sqlite3
import struct
import zlib
from collections.abc import Sequence, Sized
from itertools import accumulate
from pathlib import Path
from typing import Any

import msgspec
from HanTa import HanoverTagger
from wordfreq import top_n_list

from learner.language.searched import HEAD_END, Morphemes, Table, fingerprint
from learner.language.tagging import MODEL, Tagger
from learner.lexicon import wordtable

OUT = Path(__file__).parents[1] / "assets" / "language" / "searched.bin"
HEAD = (
    "# Word classes and morphemes of frequent German forms, found with the German model of HanTa 1.2\n"
    "# (LGPL-3.0-or-later) by scripts/search_words.py. Forms chosen by wordfreq's frequencies (CC BY-SA 4.0).\n"
    "# Behind the empty line: zlib, in it msgpack; learner/language/searched.py describes it."
)
FORMS = 60_000
CUTOFF = 5
MOST_PATHS = 65_536


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
    table = Table(
        fingerprint(Path(HanoverTagger.__file__).parent / MODEL),
        "\n".join(words),
        firsts(unknown),
        bytes(tag for tag, _ in readings),
        struct.pack(f"<{len(readings)}d", *(chance for _, chance in readings)),
        firsts(ways),
        struct.pack(f"<{len(places)}H", *places),
        tuple(numbers),
    )
    OUT.write_bytes(HEAD.encode() + HEAD_END + zlib.compress(msgspec.msgpack.encode(table), 9))
    print(len(words), "forms,", len(readings), "classes,", len(numbers), "paths,", OUT.stat().st_size, "bytes")


def firsts(lists: Sequence[Sized]) -> bytes:
    """Where each list begins when they are joined, and where the last ends."""
    return struct.pack(f"<{len(lists) + 1}I", 0, *accumulate(map(len, lists)))


def forms() -> list[str]:
    """The forms in lower case, sorted."""
    frequent = {form for form in top_n_list("de", FORMS) if form.replace("-", "").isalpha()}
    with sqlite3.connect(wordtable.ensure()) as table:
        sharp = {form.lower() for (form,) in table.execute("SELECT form FROM form WHERE form LIKE '%ß%'")}
    return sorted(frequent | {form for form in sharp if form.casefold() in frequent})


def kept(model: Any, word: str) -> list[tuple[int, float]]:
    """The word classes of a form that HanTa keeps in any of the ways it may be asked."""
    found: set[int] = set()
    for form, cased in ((word, False), (word, True), (word.capitalize(), True)):
        for conditional in (True, False):
            asked = model._tag_word(form, CUTOFF, cased, conditional)  # noqa: SLF001
            found |= {tag for tag, _ in asked}
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
