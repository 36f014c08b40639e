"""Gender, genitive and plural on a gold list written before looking at the lexicon."""

from dataclasses import dataclass

import pytest

from learner.language.entry import word_entry
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import ARTICLES, Noun
from tests.lexicon.tables import rows

GENDER_FLOOR = 99.0
PLURAL_FLOOR = 99.0
GENITIVE_FLOOR = 99.0


@dataclass(frozen=True)
class Judged:
    """A row of the gold list beside what the lexicon says."""

    row: list[str]
    noun: Noun | None

    def gender(self) -> bool:
        """The gold's articles are all there, and the first shown is one of them."""
        gold = self.row[1].split(",")
        ours = [_article(gender) for gender in self.noun.genders] if self.noun else []
        return bool(ours) and ours[0] in gold and set(gold) <= set(ours)

    def plural(self) -> bool:
        """The plural shown first is one of the gold's; none where the gold allows none."""
        allowed = self.row[3].split(",")
        return self.noun is not None and (self.noun.plurals[0] if self.noun.plurals else "-") in allowed

    def genitive(self) -> bool:
        """The genitive shown is one of the gold's."""
        return self.noun is not None and (self.noun.genitive or "-") in self.row[2].split(",")


def _article(gender: str) -> str:
    return "die (pl.)" if gender == "pl" else ARTICLES[gender]


def judged(lexicon, table: str = "nouns.tsv") -> list[Judged]:
    """Every row of a table with our entry, unknown compounds by their head."""
    book = wordbook(lexicon)
    found = ((row, word_entry(row[0], "NOUN", book)) for row in rows(table, 5))
    return [Judged(row, entry.lexeme.noun if entry else None) for row, entry in found]


def share(outcomes: list[bool]) -> float:
    return 100 * sum(outcomes) / len(outcomes)


@pytest.mark.parametrize(("table", "most"), [("nouns.tsv", 500), ("nouns-fresh.tsv", 450)])
def test_gold_list(lexicon, table, most):
    cases = judged(lexicon, table)
    assert len(cases) >= most
    for name, floor in (("gender", GENDER_FLOOR), ("plural", PLURAL_FLOOR), ("genitive", GENITIVE_FLOOR)):
        right = [getattr(case, name)() for case in cases]
        wrong = [f"{case.row} {case.noun}" for case, good in zip(cases, right, strict=True) if not good]
        assert share(right) >= floor, f"{name} {share(right):.1f} %\n" + "\n".join(wrong)
