"""Gather the levels that readers gave words into assets/lexicon/levels.tsv.

    python -m scripts.gather_levels levels-1.tsv levels-2.tsv …

Each line of a reader's file: word, part of speech, level. What is gathered already stays, a new level of a word counts.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from learner.lexicon.level import judged
from learner.lexicon.lexeme import LEVELS

OUT = Path(__file__).resolve().parent.parent / "assets" / "lexicon" / "levels.tsv"
HEAD = (
    "# CEFR level at which a learner can be expected to know a word in its commonest sense: levelled for this project\n"
    "# by readers from teaching experience, no list copied. CC BY 4.0.\n"
    "# level\tpart of speech\twords\n"
)
_A_LINE = 12  # words


def main() -> None:
    """Write the file."""
    levels: dict[tuple[str, str], str] = dict(judged())
    for name in sys.argv[1:]:
        levels |= dict(_read(Path(name)))
    rows: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for (word, pos), level in sorted(levels.items()):
        rows[level, pos, word[0].upper()].append(word)
    lines = [
        f"{level}\t{pos}\t{' '.join(words)}\n"
        for (level, pos, _), found in sorted(rows.items())
        for words in (found[start : start + _A_LINE] for start in range(0, len(found), _A_LINE))
    ]
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(len(levels), "words")


def _read(path: Path) -> Iterator[tuple[tuple[str, str], str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        word, pos, level = line.split("\t")
        if level in LEVELS:
            yield (word, pos), level


if __name__ == "__main__":
    main()
