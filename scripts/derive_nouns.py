"""Derive assets/lexicon/nouns.tsv.xz from the german-nouns data (CC BY-SA 4.0).

    python -m scripts.derive_nouns german_nouns-1.2.5-py3-none-any.whl

One line per noun and paradigm: lemma, gender (m, f, n, pl), class (strong, weak, adjectival), then the eight case forms
(nominative, genitive, dative, accusative of the singular, then of the plural), variants parted by a comma. Names of
persons and places, abbreviations and word parts are left out.
"""

import csv
import io
import lzma
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "assets" / "lexicon" / "nouns.tsv.xz"
HEAD = (
    "# German nouns with gender and case forms, derived from german-nouns 1.2.5 (Wiktionary), CC BY-SA 4.0.\n"
    "# lemma\tgender\tclass\tnom.sg\tgen.sg\tdat.sg\tacc.sg\tnom.pl\tgen.pl\tdat.pl\tacc.pl\n"
)
CASES = ("nominativ", "genitiv", "dativ", "akkusativ")
NO_NOUNS = (
    "Toponym",
    "Nachname",
    "Vorname",
    "Eigenname",
    "Abkürzung",
    "Affix",
    "Suffix",
    "Präfix",
    "Straßenname",
    "Wortverbindung",
)
KINDS = ("", "*", " 1", " 2", " 3", " 4")
ADJECTIVAL = (" stark", " schwach", " gemischt")


def main(wheel: str) -> None:
    """Write the table from the wheel's CSV."""
    lines = sorted({"\t".join(cells) for row in rows(wheel) for cells in paradigms(row)})
    OUT.write_bytes(lzma.compress((HEAD + "\n".join(lines) + "\n").encode(), preset=9 | lzma.PRESET_EXTREME))
    print(len(lines), "paradigms,", OUT.stat().st_size, "bytes")


def rows(wheel: str) -> Iterator[dict[str, str]]:
    """The rows of the CSV that describe common nouns."""
    with zipfile.ZipFile(wheel) as archive, archive.open("german_nouns/nouns.csv") as file:
        for row in csv.DictReader(io.TextIOWrapper(file, "utf-8")):
            word = row["lemma"]
            if word[:1].isupper() and " " not in word and not any(kind in row["pos"] for kind in NO_NOUNS):
                yield row


def paradigms(row: dict[str, str]) -> Iterator[list[str]]:
    """One list of cells per gender of the row; none where no case form is known."""
    adjectival = "adjektivische" in row["pos"]
    kinds = ADJECTIVAL if adjectival else KINDS
    forms = [",".join(cell(row, case, number, kinds)) for number in ("singular", "plural") for case in CASES]
    if not any(forms):
        return
    genders = [row[key] for key in ("genus", "genus 1", "genus 2", "genus 3", "genus 4") if row[key] in ("m", "f", "n")]
    if not any(forms[:4]):
        genders = ["pl"]
    for gender in dict.fromkeys(genders):
        yield [row["lemma"], gender, declension(row["lemma"], gender, forms, adjectival=adjectival), *forms]


def cell(row: dict[str, str], case: str, number: str, kinds: tuple[str, ...]) -> list[str]:
    """The forms of one case and number, without doubles and dashes."""
    found = (row.get(f"{case} {number}{kind}", "") for kind in kinds)
    return list(dict.fromkeys(form for form in found if form and form not in {"—", "-", "–"} and " " not in form))


def declension(lemma: str, gender: str, forms: list[str], *, adjectival: bool) -> str:
    """Weak masculines take -(e)n in every case but the nominative singular."""
    if adjectival:
        return "adjectival"
    accusative = forms[3].split(",")[0]
    weak = gender == "m" and accusative != lemma and accusative.endswith("n")
    return "weak" if weak else "strong"


if __name__ == "__main__":
    main(sys.argv[1])
