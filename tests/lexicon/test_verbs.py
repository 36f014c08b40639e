"""Principal parts, auxiliary and particle of verbs on a table written before looking at the lexicon."""

import pytest

from tests.lexicon.tables import rows

VERBS = rows("verbs.tsv", 7)
FRESH = rows("verbs-fresh.tsv", 7)
FRESH_FLOOR = 99.0


def test_the_table_is_long_enough():
    assert len(VERBS) >= 400


@pytest.mark.parametrize(("infinitive", "third", "preterite", "participle", "auxiliaries", "separable", "note"), VERBS)
def test_verb(lexicon, infinitive, third, preterite, participle, auxiliaries, separable, note):
    wrong = faults(lexicon, infinitive, third, preterite, participle, auxiliaries, separable)
    assert not wrong, note


def faults(lexicon, infinitive, third, preterite, participle, auxiliaries, separable) -> list[str]:
    """What the lexicon says otherwise of a verb than the table."""
    lexeme = lexicon.lookup(infinitive, "VERB") or lexicon.lookup(infinitive, "AUX")
    if lexeme is None or lexeme.verb is None:
        return ["unknown"]
    verb = lexeme.verb
    said = ((verb.third, third), (verb.preterite, preterite), (verb.participle, participle))
    wrong = [found for found, gold in (*said, (verb.auxiliaries[0], auxiliaries)) if found not in gold.split(",")]
    ways = {one.verb.particle != "" for one in lexicon.lexemes(infinitive) if one.verb}
    parted = ways == {True, False} if separable == "both" else (verb.particle != "") == (separable == "yes")
    return wrong if parted else [*wrong, f"particle {verb.particle}"]


def test_the_second_list(lexicon):
    wrong = {row[0]: found for row in FRESH if (found := faults(lexicon, *row[:6]))}
    assert len(FRESH) >= 290
    assert 100 * (1 - len(wrong) / len(FRESH)) >= FRESH_FLOOR, wrong


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
