"""Derive assets/exercises/grammar/rare-plurals.txt: nouns with a level whose plural hardly anybody writes.

    python -m scripts.derive_rare_plurals

Frequencies are those of wordfreq (Zipf scale; it holds no German form under 1). A plural is rare under 1.8 where the
singular is a hundred times as frequent. Whoever practises such a plural (die Hauche) learns a form he never meets.
"""

from pathlib import Path

from wordfreq import zipf_frequency

from learner.lexicon.lexicon import Lexicon

ASSETS = Path(__file__).resolve().parent.parent / "assets"
OUT = ASSETS / "exercises" / "grammar" / "rare-plurals.txt"
HEAD = (
    "# Nouns whose plural hardly anybody writes, derived by scripts/derive_rare_plurals.py from the frequencies of\n"
    "# wordfreq (Apache 2.0, data CC BY-SA 4.0); CC BY-SA 4.0.\n"
)
RARE, STEPS, LOWEST = 1.8, 2.0, 1.0
WIDTH = 120


def main() -> None:
    """Write the list."""
    with Lexicon.open() as lexicon:
        words = sorted(lemma for lemma in levelled() if is_rare(lexicon, lemma))
    lines, line = list[str](), ""
    for word in words:
        if len(line) + len(word) >= WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    OUT.write_text(HEAD + "\n".join([*lines, line]) + "\n", encoding="utf-8")
    print(len(words), "nouns")


def levelled() -> set[str]:
    """The nouns that have a level."""
    rows = (ASSETS / "lexicon" / "levels.tsv").read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if not row.startswith("#"))
    return {lemma for row in cells if row[1] == "NOUN" for lemma in row[2].split()}


def is_rare(lexicon: Lexicon, lemma: str) -> bool:
    """Whether the noun has one plural, of another form, which is rare beside the singular."""
    lexeme = lexicon.lookup(lemma, "NOUN")
    noun = lexeme.noun if lexeme else None
    if noun is None or len(noun.plurals) != 1 or noun.plurals[0] == lemma:
        return False
    plural = max(zipf_frequency(noun.plurals[0], "de"), LOWEST)
    return plural < RARE and zipf_frequency(lemma, "de") - plural >= STEPS


if __name__ == "__main__":
    main()
