"""CEFR levels of lemmas against readers' own levels; rows where two readers differ by more than one are left out."""

import pytest

from learner.language.entry import word_entry
from learner.language.wordbook import wordbook
from learner.lexicon.easing import eased
from learner.lexicon.families import Derivation
from learner.lexicon.level import by_frequency, compound_level, confidence, judged, level_of
from learner.lexicon.lexeme import LEVELS, Lexeme, Noun
from learner.lexicon.tables import rows as listed
from tests.lexicon.tables import rows

EXACT_FLOOR = 80.0
NEAR_FLOOR = 98.5


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
    assert by_frequency(3.4, "Löffel", "NOUN") == "A2"
    assert by_frequency(5.3, "Regierung", "NOUN") == "B1"


def test_readers_come_before_frequency():
    (word, pos), level = next(iter(judged().items()))
    assert level_of(None, word, pos) == level
    assert confidence(None, word, pos) > 0.9


def word(lemma: str, pos: str, level: str, **more) -> Lexeme:
    return Lexeme(lemma, pos, level=level, **more)


@pytest.mark.parametrize(
    ("base", "derived", "kind", "level"),
    [
        (word("Lehrer", "NOUN", "A1"), word("Lehrerin", "NOUN", "B2"), "feminine", "A1"),
        (word("fördern", "VERB", "B2"), word("Förderung", "NOUN", "C2"), "action", "C1"),
        (word("bezahlen", "VERB", "A1"), word("Bezahlung", "NOUN", "B2"), "action", "B1"),
        (word("vermeiden", "VERB", "B1"), word("vermeidbar", "ADJ", "C2"), "able", "B2"),
        (word("sicher", "ADJ", "A2"), word("unsicher", "ADJ", "B1"), "opposite", "B1"),
        (word("Amt", "NOUN", "C1"), word("Ämtchen", "NOUN", "B2"), "action", "B2"),
    ],
)
def test_a_derived_word_is_one_step_above_its_base_at_most(base, derived, kind, level):
    keys = [(one.lemma, one.pos) for one in (base, derived)]
    assert eased([base, derived], [Derivation(*keys, kind)])[keys[1]] == level
    assert eased([base, derived], [Derivation(*keys, kind)], fixed=keys)[keys[1]] == derived.level


def test_nouns_that_are_adjectives_and_adjectives_in_los_follow_their_base():
    words = [
        word("arbeitslos", "ADJ", "C1"),
        word("Arbeit", "NOUN", "A1"),
        word("Arbeitslose", "NOUN", "C1", noun=Noun(("m",), declension="adjectival")),
    ]
    levels = eased(words, [])
    assert levels["arbeitslos", "ADJ"] == levels["Arbeitslose", "NOUN"] == "B1"


def test_confidence_falls_towards_the_edge_of_a_band():
    assert confidence(3.95, "", "NOUN") < confidence(4.1, "", "NOUN") < confidence(4.3, "", "NOUN")


def test_a_transparent_compound_is_easier_than_its_frequency():
    assert compound_level("C2", ["B1", "A2"]) == "B2"
    assert compound_level("C1", ["A1", "A2"]) == "A2"
    assert compound_level(None, ["B1", "A2"]) == "B2"
    assert compound_level("C2", ["B1", None]) == "C2"
    assert compound_level("A2", ["B1", "C1"]) == "A2"


def test_levels_of_the_lexicon_carry_confidence(lexicon):
    lexeme = lexicon.lookup("Regierung", "NOUN")
    assert 0.5 <= lexeme.confidence < 1


def test_a_separable_verb_does_not_count_the_forms_of_the_verb_behind_it(lexicon):
    assert lexicon.zipf("hersollen", "VERB") is None
    assert 3 < lexicon.zipf("einhergehen", "VERB") < 4.2
    assert lexicon.zipf("gehen", "VERB") > 5


def test_readers_gave_every_word_one_level():
    words = [(word, pos) for level, pos, found in listed("levels.tsv") for word in found.split() if level in LEVELS]
    assert len(words) > 5000
    assert len(words) == len(set(words))
