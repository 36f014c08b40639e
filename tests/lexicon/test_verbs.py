"""Principal parts, auxiliary and particle of verbs on a table written before looking at the lexicon."""

import pytest

from tests.lexicon.tables import rows

VERBS = rows("verbs.tsv", 7)


def test_the_table_is_long_enough():
    assert len(VERBS) >= 400


@pytest.mark.parametrize(("infinitive", "third", "preterite", "participle", "auxiliaries", "separable", "note"), VERBS)
def test_verb(lexicon, infinitive, third, preterite, participle, auxiliaries, separable, note):
    lexeme = lexicon.lookup(infinitive, "VERB") or lexicon.lookup(infinitive, "AUX")
    assert lexeme is not None, note
    verb = lexeme.verb
    assert verb is not None
    assert verb.third in third.split(","), note
    assert verb.preterite in preterite.split(","), note
    assert verb.participle in participle.split(","), note
    assert set(verb.auxiliaries) & set(auxiliaries.split(",")), note
    assert verb.auxiliaries[0] in auxiliaries.split(","), note
    if separable == "both":
        ways = {one.verb.particle != "" for one in lexicon.lexemes(infinitive) if one.verb}
        assert ways == {True, False}
    else:
        assert (verb.particle != "") == (separable == "yes"), note


@pytest.mark.parametrize(
    ("infinitive", "government", "reflexive"),
    [
        ("warten", "auf + Akk.", False),
        ("drohen", "jdm. mit + Dat.", False),
        ("bemühen", "sich um + Akk.", True),
        ("weigern", "sich", True),
        ("ereignen", "sich", True),
        ("verzichten", "auf + Akk.", False),
        ("gedenken", "+ Gen.", False),
        ("beharren", "auf + Dat.", False),
        ("befassen", "sich mit + Dat.", True),
        ("erinnern", "sich an + Akk.", False),
        ("teilnehmen", "an + Dat.", False),
        ("verfügen", "über + Akk.", False),
        ("einmarschieren", "in + Akk.", False),
        ("zustimmen", "jdm.", False),
    ],
)
def test_government(lexicon, infinitive, government, reflexive):
    verb = lexicon.lookup(infinitive, "VERB").verb
    assert any(frame in government or government in frame for frame in verb.government)
    assert verb.reflexive == reflexive


def test_one_spelling_two_verbs(lexicon):
    around, down = lexicon.twins("umfahren", "VERB")
    assert (around.verb.participle, down.verb.participle) == ("umfahren", "umgefahren")
    assert (around.verb.third, down.verb.third) == ("umfährt", "fährt um")
    assert around.glosses != down.glosses
    assert lexicon.lookup("umfahren", "VERB") == around
    ferried = lexicon.twins("übersetzen", "VERB")[1]
    assert ("übersetzen", "VERB", "Inf|zu") in lexicon.analyses("überzusetzen")
    assert ferried.verb.third == "setzt über"


def test_no_invented_verbs(lexicon):
    for word in ("geltendmachen", "quaxeln", "überlässt", "untergeschrieben"):
        assert lexicon.lookup(word, "VERB") is None
    assert not lexicon.is_word("untergeschrieben")
    assert not lexicon.is_word("übergelassen")
