"""What the lexicon knows of the words of news, and how right it is on our tables.

Run: python -m tests.lexicon.figures
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from learner.language.analysis import Entry
from learner.language.analyzing import analyze
from learner.language.compounds import split
from learner.language.wordbook import wordbook
from learner.lexicon.expressions import expressions
from learner.lexicon.lexicon import Lexicon
from tests.language.sample import article_of
from tests.lexicon import test_levels, test_nouns, test_verbs
from tests.lexicon.tables import rows

NEWS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "news.jsonl"
MEANING_AIM = 96.0


@dataclass
class Coverage:
    """How many of the content words of a text are explained, and which are not."""

    words: int = 0
    english: int = 0
    english_through_parts: int = 0
    german: int = 0
    either: int = 0
    missing: list[str] = field(default_factory=list)

    def add(self, entry: Entry, count: int = 1) -> None:
        """Count an entry."""
        glossed = bool(entry.lexeme.glosses) and not entry.parts_gloss
        through = bool(entry.lexeme.glosses) and entry.parts_gloss
        defined = bool(entry.lexeme.definitions)
        self.words += count
        self.english += count * glossed
        self.english_through_parts += count * through
        self.german += count * defined
        self.either += count * (glossed or through or defined)
        if not (glossed or through or defined):
            self.missing.append(f"{entry.lexeme.lemma} {entry.lexeme.pos}")

    def share(self, part: int) -> str:
        """A part of the words, in per cent."""
        return f"{100 * part / max(self.words, 1):5.1f} %  ({part} of {self.words})"


def news_entries(lexicon: Lexicon) -> dict[tuple[str, str], tuple[Entry, int]]:
    """Every content lemma of the news, names left out, with how often it stands there; expressions left out."""
    counts: Counter[tuple[str, str]] = Counter()
    found: dict[tuple[str, str], Entry] = {}
    for line in NEWS.read_text(encoding="utf-8").splitlines():
        for entry in analyze(article_of(json.loads(line)["text"]), lexicon).entries:
            if entry.lexeme.pos != "PHRASE":
                key = (entry.lexeme.lemma, entry.lexeme.pos)
                counts[key] += len(entry.occurrences)
                found.setdefault(key, entry)
    return {key: (entry, counts[key]) for key, entry in found.items()}


def coverage(lexicon: Lexicon) -> tuple[Coverage, Coverage]:
    """Coverage of types and of running words."""
    types, tokens = Coverage(), Coverage()
    for entry, count in news_entries(lexicon).values():
        types.add(entry)
        tokens.add(entry, count)
    return types, tokens


def tables(lexicon: Lexicon) -> list[str]:
    """A line of figures for each of our tables."""
    lines = [
        f"{table}: {name:9} {test_nouns.share([getattr(case, name)() for case in nouns]):5.1f} %  of {len(nouns)}"
        for table in ("nouns.tsv", "nouns-fresh.tsv")
        for nouns in [test_nouns.judged(lexicon, table)]
        for name in ("gender", "plural", "genitive")
    ]
    for name in ("verbs.tsv", "verbs-fresh.tsv"):
        table = rows(name, 7)
        right = sum(not test_verbs.faults(lexicon, *row[:6]) for row in table)
        lines.append(f"{name}: all parts {100 * right / len(table):5.1f} %  of {len(table)}")
    steps = test_levels.differences(lexicon)
    for most, name in ((0, "exact"), (1, "within one")):
        lines.append(
            f"levels: {name:10} {100 * sum(step <= most for step in steps) / len(steps):5.1f} %  of {len(steps)}"
        )
    book = wordbook(lexicon)
    words = [
        ("+".join(split(word, book)) in parts.split(" or "), bool(parts)) for word, parts, _ in rows("compounds.tsv", 3)
    ]
    for compound, name in ((True, "compounds cut right"), (False, "others left whole")):
        outcomes = [right for right, is_compound in words if is_compound == compound]
        lines.append(f"{name:20} {sum(outcomes)} of {len(outcomes)}")
    lines.append(f"fixed expressions    {len(expressions())}")
    return lines


def main() -> None:
    """Print everything."""
    with Lexicon.open() as lexicon:
        print(*tables(lexicon), sep="\n")
        if not NEWS.exists():
            print("news.jsonl is not here")
            return
        for name, found in zip(("types", "running words"), coverage(lexicon), strict=True):
            print(f"news, {name}: English of our own   {found.share(found.english)}")
            print(f"news, {name}: English of parts     {found.share(found.english_through_parts)}")
            print(f"news, {name}: German definition    {found.share(found.german)}")
            aim = f"  aim {MEANING_AIM:.0f}" if name == "types" else ""
            print(f"news, {name}: any meaning          {found.share(found.either)}{aim}")
            if name == "types":
                print("without:", ", ".join(sorted(found.missing)))


if __name__ == "__main__":
    main()
