"""Words are entered under the lemma and part of speech that they have in their sentence."""

import pytest

from learner.language.building import known, of_head
from learner.language.entry import word_entry
from learner.language.wordbook import wordbook
from tests.language.sample import analysis_of
from tests.lexicon.tables import rows


@pytest.mark.parametrize(("sentence", "lemma", "pos", "note"), rows("entered.tsv", 4))
def test_sentence(lexicon, sentence, lemma, pos, note):
    found = [(entry.lexeme.lemma, entry.lexeme.pos) for entry in analysis_of(sentence, lexicon).entries]
    assert (lemma, pos) in found, note


@pytest.mark.parametrize(
    ("compound", "meaning"),
    [("Geldhahn", "tap"), ("Hauptsorge", "main"), ("Naturschutzbund", "association"), ("Bundesprojekt", "federal")],
)
def test_a_part_has_the_sense_it_has_in_compounds(lexicon, compound, meaning):
    entry = word_entry(compound, "NOUN", wordbook(lexicon))
    assert entry.parts_gloss
    assert meaning in "; ".join(gloss.text for gloss in entry.lexeme.glosses)


def test_a_head_behind_a_verbal_prefix_says_nothing(lexicon):
    book = wordbook(lexicon)
    assert known("Inflationsabgeltung", "NOUN", book) is None
    head = of_head("Quaxverlagerung", "NOUN", book)
    assert head is None or "storage" not in "; ".join(gloss.text for gloss in head.glosses)


def test_a_compound_has_one_gender(lexicon):
    entry = word_entry("Tomatenmesser", "NOUN", wordbook(lexicon))
    assert entry.lexeme.noun.genders == ("n",)
