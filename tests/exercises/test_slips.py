"""Slips of a page: the rule a sentence breaks, or none; the words that look like slips."""

import pytest

from learner.exercises.contexts import shows
from learner.exercises.misspelt import misspelt
from learner.exercises.slips import slip
from tests.exercises.test_completing import rows


def number_of(material, sentence):
    article = material.analysis.article
    return next(number for number, one in enumerate(article.sentences) if article.slice(one) == sentence)


@pytest.mark.parametrize(("sentence", "rule"), list(rows("slips.tsv")))
def test_the_rule_a_sentence_breaks(material_of, sentence, rule):
    material = material_of(sentence)
    number = number_of(material, sentence)
    assert (slip(material, number) or "-") == rule
    if rule != "-":
        assert not shows(material, number)


@pytest.mark.parametrize(
    ("sentence", "slips"),
    [
        ("Der Rat hat die Bürgermeistrin und die Jugenverbände gelobt.", ["Bürgermeistrin", "Jugenverbände"]),
        ("Die Landesjuigendhalle braucht dringend neue Fesnter.", ["Landesjuigendhalle", "Fesnter"]),
        ("Ihr Engargments hat den ganzen Ort beeindruckt.", ["Engargments"]),
        ("Der Stadtrat hat die Beschwerde krisitiert und vertagt.", ["krisitiert"]),
        ("Die Radwegeplanung ist gebührenfrei und barrierearm.", []),
        ("Der Kinderkrankentag und die Stornierung sind buchbar.", []),
        ("Die verkehrsberuhigte Zone ist unbeheizt und wetterfest.", []),
        ("Der Rat sprach mit Ewa Wrzesniewska und Tom Grzelak.", []),
    ],
)
def test_words_that_look_like_slips(material_of, sentence, slips):
    material = material_of(sentence)
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[number_of(material, sentence)])
    assert [material.analysis.form(token) for token in tokens if token in misspelt(material)] == slips
