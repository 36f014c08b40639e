"""Fixed expressions: found where they stand, also apart; not found where only their words do."""

import pytest

from learner.language.entry import lookup
from learner.lexicon.expressions import expressions
from learner.lexicon.tables import rows as shipped
from tests.language.sample import analysis_of
from tests.lexicon.tables import rows

SENTENCES = rows("expressions.tsv", 4)
NEAR = rows("expressions-near.tsv", 3)
_KNOWN = pytest.mark.xfail(strict=True, reason="found though only its words stand there")


def test_there_are_enough():
    assert len(expressions()) >= 600
    assert len(SENTENCES) >= 120
    assert len(NEAR) >= 120


@pytest.mark.parametrize(("sentence", "expression", "tokens", "note"), SENTENCES)
def test_sentence(lexicon, sentence, expression, tokens, note):
    analysis = analysis_of(sentence, lexicon)
    places = [
        " ".join(analysis.form(token) for token in place.tokens)
        for entry in analysis.entries
        if entry.lexeme.pos == "PHRASE" and entry.lexeme.lemma == expression
        for place in entry.occurrences
    ]
    assert places == ([] if tokens == "-" else [tokens]), note


@pytest.mark.parametrize(
    ("sentence", "expression", "note"),
    [pytest.param(*row, marks=[_KNOWN] if row[2].startswith("known: ") else []) for row in NEAR],
)
def test_near_words(lexicon, sentence, expression, note):
    found = [one.lexeme.lemma for one in analysis_of(sentence, lexicon).entries if one.lexeme.pos == "PHRASE"]
    assert found == ([] if expression == "-" else [expression]), note


def test_every_line_is_sound(lexicon):
    seen: set[str] = set()
    for file in ("with-verb.tsv", "unchanging.tsv"):
        for text, senses, *more in shipped(file, "expressions"):
            assert text not in seen, text
            seen.add(text)
            assert all(sense.strip() == sense and sense for sense in senses.split(" | ")), text
            assert len(senses.split(" | ")) <= 3, text
            assert len(more) <= 2, text
            assert set("".join(more[1:]).split()) <= {"free", "dative", "ist", "hat", "schuf", "geschaffen"}, text


def test_every_verb_is_known(lexicon):
    unknown = [one.text for one in expressions() if one.verb and lexicon.lookup(one.verb, "VERB") is None]
    assert unknown == []


def test_an_expression_has_principal_parts(lexicon):
    (entry,) = lookup("in Erwägung ziehen", lexicon)
    verb = entry.lexeme.verb
    assert (verb.third, verb.preterite, verb.participle) == (
        "zieht in Erwägung",
        "zog in Erwägung",
        "in Erwägung gezogen",
    )
    assert verb.government == ("etw.",)
    (entry,) = lookup("Berufung einlegen", lexicon)
    assert entry.lexeme.verb.third == "legt Berufung ein"


def test_an_article_without_one(lexicon):
    analysis = analysis_of("Der Hund schläft.", lexicon)
    assert all(entry.lexeme.pos != "PHRASE" for entry in analysis.entries)


@pytest.mark.parametrize(
    ("expression", "auxiliaries"),
    [
        ("über den Tisch ziehen", ("hat",)),
        ("den Kürzeren ziehen", ("hat",)),
        ("sich in die Länge ziehen", ("hat",)),
        ("vor Gericht ziehen", ("ist",)),
        ("in Kraft treten", ("ist",)),
        ("in die Luft fliegen", ("ist",)),
        ("ums Leben kommen", ("ist",)),
    ],
)
def test_an_expression_has_its_own_auxiliary(lexicon, expression, auxiliaries):
    (entry,) = lookup(expression, lexicon)
    assert entry.lexeme.verb.auxiliaries == auxiliaries
