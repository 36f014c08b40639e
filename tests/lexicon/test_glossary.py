"""The glossary: every line follows the format, every lemma is a word the lexicon knows, and there is enough of it."""

from pathlib import Path

import pytest

from learner.errors import LexiconError
from learner.lexicon import glossary

HEAD = "# lemma\tpos\tsenses\tgovernment\tregister\n"


def test_no_line_breaks_a_rule():
    assert glossary.check(glossary.files()) == []


def test_there_are_enough_words():
    assert sum(entry.pos not in {"PRON", "DET", "NUM", "PHRASE"} for entry in glossary.entries()) >= 24_000


def test_every_word_is_known_to_the_lexicon(lexicon):
    unknown = [
        (entry.lemma, entry.pos)
        for entry in glossary.entries()
        if entry.pos != "PHRASE" and not any(found.glosses for found in lexicon.lexemes(entry.lemma))
    ]
    assert unknown == []


@pytest.mark.parametrize(
    ("lemma", "pos", "first"),
    [
        ("Durchbruch", "NOUN", "breakthrough"),
        ("befördern", "VERB", "to transport, to carry"),
        ("Zug", "NOUN", "train"),
        ("Sicherheit", "NOUN", "security, safety"),
        ("umstritten", "ADJ", "controversial, disputed"),
        ("derzeit", "ADV", "at present"),
    ],
)
def test_the_sense_met_first_stands_first(lexicon, lemma, pos, first):
    assert lexicon.lookup(lemma, pos).glosses[0].text == first


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Haus\tNOUN", "three to five columns"),
        ("Haus\tNOMEN\thouse", "unknown part of speech"),
        ("haus\tNOUN\thouse", "capitalised"),
        ("Haus\tNOUN\thouse | house", "same sense twice"),
        ("Haus\tNOUN\ta | b | c | d | e", "one to four senses"),
        ("Haus\tNOUN\thouse | ", "empty sense"),
        ("gehen\tVERB\twalk", "given with `to`"),
        ("Farbe\tNOUN\tcolor", "British spelling"),
        ("Haus\tNOUN\thouse\nHaus\tNOUN\thome", "stands in"),
    ],
)
def test_a_broken_rule_is_found(tmp_path: Path, line, what):
    file = tmp_path / "x.tsv"
    file.write_text(HEAD + line + "\n", encoding="utf-8")
    found = glossary.check([file])
    assert any(what in fault.what for fault in found), found


def test_a_line_with_too_few_columns_is_an_error():
    with pytest.raises(LexiconError):
        glossary.parse("Haus\tNOUN", "x.tsv:1")
