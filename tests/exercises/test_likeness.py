"""Kinds and neighbours of meanings, what explains itself, and the wrong answers chosen by them."""

import pytest

from learner.exercises.confusions import confused, has_listed
from learner.exercises.distractors import differ
from learner.exercises.generators import GENERATORS
from learner.exercises.likeness import are_near, groups_of, shares_stem
from learner.exercises.looks import meaning_of
from learner.exercises.meaning import has_one_sense
from learner.exercises.transparency import explains_itself, has_relative
from learner.exercises.wordlists import grammar_table
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import Gloss, Lexeme


def word(text: str, pos: str = "NOUN") -> Lexeme:
    return Lexeme("Wort", pos, glosses=(Gloss(text, ""),))


@pytest.mark.parametrize(
    ("text", "pos", "kind"),
    [
        ("payment", "NOUN", "possession"),
        ("statement, declaration", "NOUN", "communication"),
        ("member of parliament", "NOUN", "person"),
        ("to warn", "VERB", "v-communication"),
        ("blorf", "NOUN", None),
    ],
)
def test_kinds(text, pos, kind):
    assert (groups_of(word(text, pos)) or ("",))[0].partition(":")[0] == (kind or "")


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("statement", "declaration", True),
        ("payment", "relationship", False),
        ("harbour", "port", True),
        ("success", "defeat", False),
    ],
)
def test_near_meanings(one, other, near):
    assert are_near(word(one), word(other)) is near
    assert are_near(word(other), word(one)) is near


def test_stems_in_common():
    assert shares_stem(word("decision"), word("to decide", "VERB"))
    assert not shares_stem(word("measure"), word("to decide", "VERB"))


@pytest.mark.parametrize(
    ("pos", "glosses", "text"),
    [
        ("NOUN", [("", "intervention"), ("medicine", "operation")], None),
        ("NOUN", [("medicine", "operation"), ("", "intervention")], None),
        ("NOUN", [("", "clothes"), ("plural", "gear")], None),
        ("VERB", [("", "to withdraw"), ("sich", "to retire")], "to withdraw"),
        ("VERB", [("", "to recover"), ("risk", "to involve")], None),
        ("ADJ", [("participle of erhalten", "to receive")], None),
        ("NOUN", [("", "to lose out")], None),
    ],
)
def test_the_one_certain_meaning(pos, glosses, text):
    found = meaning_of(Lexeme("Wort", pos, glosses=tuple(Gloss(one, "", hint) for hint, one in glosses)))
    assert (found and found.text) == text


def entry_of(material, lemma):
    return next(one for one in material.analysis.entries if one.lexeme.lemma == lemma)


@pytest.mark.parametrize(
    ("sentence", "lemma", "plain"),
    [
        ("Keller hat im Sommer mit der Sprecherin gesprochen.", "Sprecherin", True),
        ("Die Stadt zahlt im Winter hohe Energiekosten.", "Energiekosten", True),
        ("Die Stadt will im Herbst das Erreichen der Ziele prüfen.", "Erreichen", True),
        ("Der Stadtrat hat im Herbst die Maßnahme beschlossen.", "Maßnahme", False),
    ],
)
def test_what_explains_itself(material_of, sentence, lemma, plain):
    material = material_of(sentence)
    assert explains_itself(material, entry_of(material, lemma)) is plain


def test_a_relative_in_the_sentence_shows_the_meaning(material_of):
    material = material_of("Wer die Vereine fördern will, braucht im Herbst eine Förderung.")
    entry = entry_of(material, "Förderung")
    assert has_relative(material, entry, entry.occurrences[0])


def test_a_word_that_nobody_has_listed_is_not_asked(material_of):
    material = material_of("Der Stadtrat hat im Herbst den alten Pranger der Schule verkauft.")
    entry = entry_of(material, "Pranger")
    assert confused(material, entry, meaning_of(entry.lexeme), 3) == []


def test_every_adverb_that_is_asked_has_wrong_answers_listed(lexicon):
    book = wordbook(lexicon)
    grouped = [adverb for _, members in grammar_table("adverbs.tsv") for adverb in members.split()]
    known = (one for adverb in grouped if (one := book.lookup(adverb, "ADV")) is not None and one.pos == "ADV")
    asked = [one for one in known if has_one_sense(one)]
    assert len(asked) > 100
    assert [one.lemma for one in asked if not has_listed(one)] == []


def test_listed_wrong_answers_are_words_of_the_lexicon_and_apart(lexicon):
    book = wordbook(lexicon)
    for lemma, pos, others in grammar_table("confusions.tsv"):
        word, wrong = book.lookup(lemma, pos), [book.lookup(other, pos) for other in others.split()]
        assert word is not None, lemma
        assert meaning_of(word) is not None, lemma
        assert all(other is not None and differ(word, other) for other in wrong), (lemma, others)


def test_shown_meanings_are_other_words_for_a_certain_meaning(lexicon):
    book = wordbook(lexicon)
    for lemma, pos, shown in grammar_table("shown-meanings.tsv"):
        word = book.lookup(lemma, pos)
        assert word is not None, lemma
        assert shown != word.glosses[0].text, lemma
        found = meaning_of(word)
        assert found is None or found.text == shown, lemma


def test_listed_wrong_answers_come_first(material_of):
    sentence = "Der Verein hat am Montag einen Zaun am Bad gebaut."
    items = GENERATORS["meaning"](material_of(sentence, "B1"))
    fence = next(item for item in items if item.lemma == "Zaun")
    listed = next(others.split() for lemma, _, others in grammar_table("confusions.tsv") if lemma == "Zaun")
    wrong = {option.feedback.values["word"] for option in fence.options if not option.correct}
    assert wrong <= set(listed)
