"""Which words become notes, and what stands in them."""

import msgspec
import pytest

from learner.export.choice import DeckChoice
from learner.export.dictionary import articles, forms, headword, part_of_speech, plurals
from learner.export.notes import plain
from learner.export.vocabulary import best_sentence, chosen_entries, word_notes
from learner.lexicon.lexeme import Lexeme, Noun, Verb
from tests.export.sample import (
    DURCHBRUCH,
    EINHERGEHEN,
    EINIGEN,
    HOCH,
    KOSTEN,
    VERHANDLUNG,
    article,
    entry,
    german,
    lesson,
)


def chosen(**choice):
    return [entry.lexeme.lemma for entry in chosen_entries(lesson(), DeckChoice(**choice))]


def note(word, **choice):
    notes, _ = word_notes(lesson(), DeckChoice(**choice))
    return next(note for note in notes if note.word == word)


def test_asked_words_come_first_then_the_level_and_one_above():
    assert chosen() == ["Durchbruch", "einhergehen", "Kraftwerk", "erneuern", "Verhandlung", "einigen"]


def test_words_their_author_wants_are_taken_whatever_their_level():
    made = lesson()
    wanted = [msgspec.structs.replace(entry, wanted=entry.lexeme.lemma == "hoch") for entry in made.analysis.entries]
    analysis = msgspec.structs.replace(made.analysis, entries=tuple(wanted))
    found = chosen_entries(msgspec.structs.replace(made, analysis=analysis), DeckChoice())
    assert "hoch" in [entry.lexeme.lemma for entry in found]
    assert "hoch" not in chosen()


def test_another_level_brings_other_words_and_keeps_those_asked():
    assert chosen(level="A1") == ["Durchbruch", "einhergehen", "hoch", "Kosten"]


def test_named_words_alone_whatever_their_level():
    assert chosen(lemmas=frozenset({"hoch", "einigen", "fehlt"})) == ["hoch", "einigen"]
    assert chosen(lemmas=frozenset()) == []


def test_a_word_without_meaning_is_left_out_and_named():
    _, left_out = word_notes(lesson(), DeckChoice())
    assert [(one.what, one.why) for one in left_out] == [("erneuern", "anki.left-out.no-meaning")]


def test_a_noun_note_is_complete():
    found = note("Durchbruch")
    assert (found.headword, found.article, found.gender) == ("der Durchbruch", "der", "m")
    assert (found.plural, found.forms, found.ipa) == ("die Durchbrüche", "des Durchbruchs", "ˈdʊʁçbʁʊx")
    assert (found.gloss, found.gloss_language) == ("breakthrough", "en")
    assert found.definition == "entscheidender Erfolg"
    assert "learner::pos::noun" in found.tags


def test_every_quoted_source_is_named_once():
    source = note("Durchbruch").source
    for name in ("Ein Kraftwerk für Bergheim", "Eva Roth", "Bergheimer Bote", "CC BY 4.0", "german-nouns"):
        assert name in source
    assert source.count("Wiktionary (denckring), CC BY-SA 4.0") == 1
    assert "german-nouns" not in note("einhergehen").source


def test_meanings_stay_in_one_language():
    assert note("Verhandlung").gloss == "negotiation; (law) hearing"


def test_both_parts_of_a_separable_verb_are_marked():
    sentence = note("einhergehen").sentence
    assert [run.text for run in sentence if run.marked] == ["gehen", "einher"]
    assert plain(sentence) == "Die Arbeiten gehen mit hohen Kosten einher."


def test_a_sentence_of_bearable_length_is_preferred():
    long = "Der Durchbruch, " + "von dem alle sprachen, " * 15 + "kam spät."
    where = article(((long, "Der Durchbruch kam."),))
    first, second = (entry(where, number, DURCHBRUCH, "Durchbruch") for number in (0, 1))
    both = msgspec.structs.replace(first, occurrences=first.occurrences + second.occurrences)
    analysis = lesson(article=where, entries=(both,)).analysis
    assert plain(best_sentence(both, analysis)) == "Der Durchbruch kam."
    assert plain(best_sentence(first, analysis)) == long


def test_several_definitions_are_numbered():
    word = msgspec.structs.replace(
        DURCHBRUCH, definitions=(german("eins"), german("zwei"), german("drei"), german("vier"))
    )
    notes, _ = word_notes(lesson(entries=(entry(article(), 1, word, "Durchbruch"),)), DeckChoice())
    assert notes[0].definition == "1. eins\n2. zwei\n3. drei"


def test_the_parts_of_a_compound_stand_in_for_a_definition():
    compound = msgspec.structs.replace(
        entry(article(), 0, msgspec.structs.replace(DURCHBRUCH, definitions=()), "Kraftwerk"),
        compound=("Kraft", "Werk"),
    )
    notes, _ = word_notes(lesson(entries=(compound,)), DeckChoice())
    assert notes[0].definition == "Kraft + Werk"


@pytest.mark.parametrize(
    ("lexeme", "head", "line"),
    [
        (DURCHBRUCH, "der Durchbruch", "des Durchbruchs"),
        (VERHANDLUNG, "die Verhandlung", "der Verhandlung"),
        (KOSTEN, "die Kosten", ""),
        (EINHERGEHEN, "einhergehen", "geht einher, ging einher, ist einhergegangen; mit + Dativ"),
        (EINIGEN, "sich einigen", "einigt, einigte, hat geeinigt"),
        (HOCH, "hoch", "höher, am höchsten"),
        (
            Lexeme("fahren", "VERB", verb=Verb("fährt", "fuhr", "gefahren", ("ist", "hat"))),
            "fahren",
            "fährt, fuhr, ist/hat gefahren",
        ),
        (
            Lexeme("Joghurt", "NOUN", Noun(("m", "n"), "Joghurts", ("Joghurts", "Joghurt"))),
            "der Joghurt",
            "des Joghurts",
        ),
        (Lexeme("Ding", "NOUN"), "Ding", ""),
        (Lexeme("Ding", "NOUN", Noun((), None)), "Ding", ""),
    ],
)
def test_lines_of_a_dictionary(lexeme, head, line):
    assert (headword(lexeme), forms(lexeme)) == (head, line)


def test_two_genders_and_two_plurals():
    joghurt = Noun(("m", "n"), "Joghurts", ("Joghurts", "Joghurt"))
    assert (articles(joghurt), plurals(joghurt)) == ("der/das", "die Joghurts, die Joghurt")
    assert plurals(Noun(("pl",), None, ("Kosten",))) == plurals(Noun(("m",), None)) == plurals(None) == ""


@pytest.mark.parametrize(("language", "name"), [("en", "verb, separable"), ("de", "Verb, trennbar")])
def test_part_of_speech_in_the_language_of_the_labels(language, name):
    assert part_of_speech(EINHERGEHEN, language) == name


def test_an_unheard_of_part_of_speech_is_a_word():
    assert part_of_speech(Lexeme("so", "NEW"), "en") == "word"
