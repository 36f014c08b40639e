"""CEFR levels of lemmas against readers' own levels; rows where two readers differ by more than one are left out."""

from learner.language.entry import word_entry
from learner.language.wordbook import wordbook
from learner.lexicon.level import compound_level, confidence, level_of
from learner.lexicon.lexeme import LEVELS
from tests.lexicon.tables import rows

EXACT_FLOOR = 68.0
NEAR_FLOOR = 97.0


def differences(lexicon) -> list[int]:
    """Steps between our level and the readers', for every row that counts."""
    book = wordbook(lexicon)
    found = []
    for lemma, pos, first, second in rows("levels.tsv", 4):
        entry = word_entry(lemma, pos, book)
        level = entry.lexeme.level if entry else None
        at = [LEVELS.index(reader) for reader in (first, second) if reader]
        if level is not None and max(at) - min(at) <= 1:
            found.append(min(abs(LEVELS.index(level) - reader) for reader in at))
    return found


def test_levels(lexicon):
    steps = differences(lexicon)
    assert len(steps) >= 500
    exact, near = (100 * sum(step <= most for step in steps) / len(steps) for most in (0, 1))
    assert exact >= EXACT_FLOOR, exact
    assert near >= NEAR_FLOOR, near


def test_unknown_is_not_rare():
    assert level_of(None) is None
    assert confidence(None) == 0.0


def test_everyday_words_are_easy_whatever_their_frequency():
    assert level_of(3.4, "Löffel", "NOUN") == "A2"
    assert level_of(5.3, "Regierung", "NOUN") == "B1"


def test_confidence_falls_towards_the_edge_of_a_band():
    assert confidence(3.95, "Vorwurf", "NOUN") < confidence(4.1, "Vorwurf", "NOUN") < confidence(4.3, "Vorwurf", "NOUN")


def test_a_transparent_compound_is_easier_than_its_frequency():
    assert compound_level("C2", ["B1", "A2"]) == "B2"
    assert compound_level(None, ["B1", "A2"]) == "B2"
    assert compound_level("C2", ["B1", None]) == "C2"
    assert compound_level("A2", ["B1", "C1"]) == "A2"


def test_levels_of_the_lexicon_carry_confidence(lexicon):
    lexeme = lexicon.lookup("Regierung", "NOUN")
    assert 0.5 <= lexeme.confidence <= 0.9


def test_a_separable_verb_does_not_count_the_forms_of_the_verb_behind_it(lexicon):
    assert lexicon.zipf("hersollen", "VERB") is None
    assert 3 < lexicon.zipf("einhergehen", "VERB") < 4.2
    assert lexicon.zipf("gehen", "VERB") > 5
