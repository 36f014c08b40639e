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


@pytest.mark.parametrize(
    ("compound", "meanings"),
    [
        ("Geberland", ["donor", "country"]),
        ("Rheinfähre", ["Rhine", "ferry"]),
        ("Mindestregel", ["minimum", "rule"]),
        ("Wohnungsanzeige", ["flat", "advertisement"]),
        ("Betrugsanzeige", ["fraud", "complaint"]),
        ("Gewinneinbruch", ["profit", "slump"]),
        ("Benzinabsatz", ["petrol", "sales"]),
        ("Tauben-Drama", ["pigeon", "drama"]),
        ("U-Ausschuss-Reform", ["inquiry", "reform"]),
        ("Krim-Kongo-Virus", ["Crimea", "Congo", "virus"]),
    ],
)
def test_a_compound_shows_every_part(lexicon, compound, meanings):
    glosses = word_entry(compound, "NOUN", wordbook(lexicon)).lexeme.glosses
    assert len(glosses) == len(meanings)
    assert all(meaning in gloss.text for meaning, gloss in zip(meanings, glosses, strict=True)), glosses


def test_an_adjective_shows_every_part(lexicon):
    glosses = word_entry("höhlenlebend", "ADJ", wordbook(lexicon)).lexeme.glosses
    assert [gloss.hint for gloss in glosses] == ["Höhle", "lebend"]


@pytest.mark.parametrize("name", ["Christandl", "Rothschild"])
def test_a_surname_is_no_compound(lexicon, name):
    assert word_entry(name, "NOUN", wordbook(lexicon)) is None


def test_a_ranking_is_no_garment(lexicon):
    entries = analysis_of("Der Klub steht in den Top 20 und will mehr.", lexicon).entries
    assert "Top" not in [entry.lexeme.lemma for entry in entries]


def test_the_auxiliary_is_that_of_the_sense(lexicon):
    entries = analysis_of("Der Plan ist auf Widerstand getroffen.", lexicon).entries
    assert next(entry for entry in entries if entry.lexeme.lemma == "treffen").lexeme.verb.auxiliaries == ("ist",)


def test_a_compound_has_one_gender(lexicon):
    entry = word_entry("Tomatenmesser", "NOUN", wordbook(lexicon))
    assert entry.lexeme.noun.genders == ("n",)


def test_an_adjectival_head_keeps_both_genders(lexicon):
    entry = word_entry("SPÖ-Vorsitzende", "NOUN", wordbook(lexicon))
    assert entry.lexeme.noun.genders == ("m", "f")
