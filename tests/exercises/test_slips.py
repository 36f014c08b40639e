"""Slips of a page: the rule a sentence breaks, or none; the words that look like slips."""

import pytest

from learner.exercises.contexts import shows
from learner.exercises.material import Material
from learner.exercises.misspelt import misspelt
from learner.exercises.slips import slip
from learner.language.analyzing import analyze
from learner.text.reading import article
from tests.exercises.test_completing import rows


def number_of(material, sentence):
    whole = material.analysis.article
    return next(number for number, one in enumerate(whole.sentences) if whole.slice(one) == sentence)


@pytest.mark.parametrize(("sentence", "rule"), list(rows("slips.tsv")))
def test_the_rule_a_sentence_breaks(material_of, sentence, rule):
    material = material_of(sentence)
    number = number_of(material, sentence)
    assert (slip(material, number) or "-") == rule
    if rule != "-":
        assert not shows(material, number)


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Die wichtige Frage Generell habe es in der Stadt viel Zeit gebraucht.", False),
        ("Sparsame Motoren Beim Absatz sieht es in der Stadt gut aus.", False),
        ("Die wichtige Frage hat generell in der Stadt viel Zeit gebraucht.", True),
    ],
)
def test_a_sentence_into_which_a_heading_ran_is_not_shown(material_of, sentence, whole):
    material = material_of(sentence)
    assert shows(material, number_of(material, sentence)) is whole


@pytest.mark.parametrize(
    ("sentence", "slips"),
    [
        ("Der Rat hat die Bürgermeistrin und die Jugenverbände gelobt.", ["Bürgermeistrin", "Jugenverbände"]),
        ("Die Landesjuigendhalle braucht dringend neue Fesnter.", ["Landesjuigendhalle", "Fesnter"]),
        ("Ihr Engargments hat den ganzen Ort beeindruckt.", ["Engargments"]),
        ("Die Gäste warten vor dem Aslyquartier auf den Bus.", ["Aslyquartier"]),
        ("In der Halle fehlen Pressepätze.", ["Pressepätze"]),
        ("Das ist ein Ausdruck der Polizibasis im Land.", ["Polizibasis"]),
        ("Der Stadtrat hat die Beschwerde krisitiert und vertagt.", ["krisitiert"]),
        ("Der Mann, der dem Verein am Montag Hilfe anbat, kam aus Weiden.", ["anbat"]),
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


@pytest.mark.parametrize(
    ("rest", "slips"), [("Das Bad ist offen.", []), ("Das Bad schließt im Mai.", ["grosse", "Strasse"])]
)
def test_ss_for_eszett_is_swiss_where_the_page_has_no_eszett(lexicon, rest, slips):
    text = f"Die grosse Strasse in der Stadt ist seit dem Sommer zu. Der Rat hat am Montag lange beraten. {rest} " * 3
    analysis = analyze(article(text, "text"), lexicon)
    found = misspelt(Material(analysis, lexicon, "B2", 0))
    assert sorted({analysis.form(token) for token in found}) == sorted(slips)


_SLIPS = (
    "Man braucht nur wenig um glücklich zu sein. ",
    "Der Rat sagt dass die Halle bald fertig ist. ",
    "Die Stadt hat im vergangenem Jahr viel gebaut. ",
)


@pytest.mark.parametrize(("slips", "short", "long"), [(0, True, True), (1, True, True), (2, True, False)])
def test_a_page_with_slips_shows_short_sentences_only(lexicon, slips, short, long):
    plain = "Der Rat hat am Montag lange über das neue Bad beraten. "
    drawn = (
        "Der Rat hat am Montag im Rathaus der Stadt lange "
        "über das neue Bad und die alte Halle am Fluss und die Kasse beraten. "
    )
    text = (
        "Das Bad ist neu. "
        + plain
        + drawn
        + "".join(_SLIPS[:slips])
        + "Die Leute gehen im Sommer gern an den schönen Fluss. " * 40
    )
    material = Material(analyze(article(text, "text"), lexicon), lexicon, "B2", 0)
    assert shows(material, number_of(material, plain.strip())) is short
    assert shows(material, number_of(material, drawn.strip())) is long


def test_a_page_full_of_slips_shows_no_sentence(lexicon):
    text = "Die Leute gehen im Sommer gern an den schönen Fluss. " * 9 + "".join(_SLIPS)
    material = Material(analyze(article(text, "text"), lexicon), lexicon, "B2", 0)
    assert not any(shows(material, number) for number in range(len(material.analysis.article.sentences)))
