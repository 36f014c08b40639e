"""Sentences taken out of a paragraph: what ties them to their place, what keeps others out, and when none is asked."""

from dataclasses import replace
from pathlib import Path

import pytest

from learner.exercises.cohesion.places import Place, misfit, tie
from learner.exercises.gapped_text import generate, is_movable
from learner.exercises.material import Material
from learner.exercises.paragraphs import sentences_of
from learner.exercises.passage import BLANK
from learner.language.analyzing import analyze
from learner.text.reading import article
from learner.wording import LANGUAGES, sentences
from tests.exercises.test_completing import rows

_DATA = Path(__file__).resolve().parents[1] / "data" / "exercises"
_COSTS = (
    "Die Kosten sind hoch, und das Geld dafür ist noch nicht da. [[Deshalb sammelt der Verein seit Mai Spenden.]] "
    "Im kommenden Jahr sollen weitere Zuschüsse fließen."
)
_PEOPLE = (
    "Der Tischler Paul Reimers wohnt gleich nebenan. Er hofft auf viele Gäste im Sommer. "
    "Seine Tochter studiert in Jena Geschichte. Abends sagt er, im Garten sei es am schönsten."
)


@pytest.fixture(scope="module")
def placed(lexicon):
    """Material of an article about a mill, the number of the sentence in brackets, and that of one from elsewhere."""
    text = (_DATA / "gapped.txt").read_text(encoding="utf-8")

    def made(passage: str, elsewhere: str = "Enten und Schwäne brüten hier jedes Jahr."):
        taken = passage[passage.index("[[") + 2 : passage.index("]]")]
        whole = text.replace("{passage}", passage.replace("[[", "").replace("]]", ""))
        material = Material(
            analyze(article(whole.replace("{elsewhere}", elsewhere), "text"), lexicon), lexicon, "B2", 0
        )
        texts = [material.analysis.sentence_text(n) for n in range(len(material.analysis.article.sentences))]
        number, other = texts.index(taken), next(n for n, one in enumerate(texts) if elsewhere.startswith(one))
        own = sentences_of(material, material.analysis.article.sentences[number].paragraph)
        before, behind = (one for one in own if one < number), (one for one in own if one > number)
        return material, Place(number, tuple(before), tuple(behind)), other

    return made


@pytest.mark.parametrize(("passage", "elsewhere", "expected"), list(rows("misfits.tsv")))
def test_what_keeps_a_sentence_out(placed, passage, elsewhere, expected):
    material, place, other = placed(passage, elsewhere)
    reason = misfit(material, other, place, near=False)
    assert (reason.key if reason else "-") == expected


@pytest.mark.parametrize(("passage", "expected"), list(rows("ties.tsv")))
def test_what_ties_a_sentence_to_its_place(placed, passage, expected):
    material, place, _ = placed(passage)
    assert tie(material, place).key == expected


def test_what_stands_near_needs_a_firmer_reason(placed):
    passage = (
        "Nun wird wieder geplant. [[Der Tischler Paul Reimers leitet die Arbeiten.]] Reimers rechnet mit zwei Jahren."
    )
    material, place, other = placed(passage)
    assert misfit(material, other, place, near=False)
    assert misfit(material, other, place, near=True) is None


def test_an_item_has_the_sentence_for_key_and_names_the_reasons(placed):
    material, _, _ = placed(_COSTS, _PEOPLE)
    item = next(one for one in generate(replace(material, level="B1")) if one.context.startswith("Die Kosten"))
    assert f"noch nicht da. {BLANK} Im kommenden Jahr" in item.context
    key = next(option for option in item.options if option.correct)
    assert key.text == "Deshalb sammelt der Verein seit Mai Spenden."
    assert key.text in item.evidence
    wrong = {option.text: option.feedback.key for option in item.options if not option.correct}
    assert wrong["Er hofft auf viele Gäste im Sommer."] == "gapped-text.misfit.pronoun"
    assert wrong["Seine Tochter studiert in Jena Geschichte."] == "gapped-text.misfit.own"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_sentence_in_every_language(placed, language):
    said = sentences(language)
    material, _, _ = placed(_COSTS, _PEOPLE)
    for item in generate(replace(material, level="B1")):
        for option in item.options:
            assert option.feedback.key in said


def test_no_sentence_is_asked_or_offered_beside_an_item_that_shows_it(placed):
    material, _, _ = placed(_COSTS, _PEOPLE)
    items = generate(replace(material, level="B1"))
    shown = " ".join(item.context for item in items)
    assert items
    assert not [option.text for item in items for option in item.options if option.text in shown]


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("Wir hoffen auf viele Gäste im Sommer.", "it is nobody's we"),
        ("„Dann wird es eng“, sagte Drees, „aber schön.", "a quotation that does not end"),
        ("Er hoft auf viele Gäste im Somer.", "letters are wrong"),
        ("Das wird teuer (siehe Seite 4).", "brackets"),
    ],
)
def test_sentences_that_are_not_moved(placed, sentence, note):
    material, _, other = placed(_COSTS, sentence)
    assert not is_movable(material, other), note


def test_nothing_is_asked_of_a_text_of_one_paragraph(lexicon):
    text = " ".join(
        line for line in (_DATA / "gapped.txt").read_text(encoding="utf-8").split("\n")[2:] if "{" not in line
    )
    assert generate(Material(analyze(article(text, "text"), lexicon), lexicon, "B1", 0)) == ()


def test_no_sentence_is_taken_out_whose_own_pronoun_nobody_explains(placed):
    material, _, _ = placed(
        _COSTS.replace("Deshalb sammelt der Verein seit Mai Spenden.", "Sie hofft auf Spenden."), _PEOPLE
    )
    assert not [item for item in generate(replace(material, level="B1")) if item.context.startswith("Die Kosten")]


def test_at_c1_stray_pronouns_alone_are_no_question(placed):
    material, _, _ = placed(_COSTS, _PEOPLE)
    asked = {
        level: [item for item in generate(replace(material, level=level)) if item.context.startswith("Die Kosten")]
        for level in ("B1", "C1")
    }
    assert asked["B1"]
    assert {option.feedback.key for option in asked["B1"][0].options} >= {"gapped-text.misfit.pronoun"}
    assert not asked["C1"]


def test_of_a_paragraph_too_hard_as_a_whole_less_is_shown(placed, monkeypatch):
    plain = "Die Helfer kamen am Montag in die Mühle. "
    material, _, _ = placed(f"Am Morgen schien die Sonne auf den Hof. {plain}Dann begann die Arbeit. {_COSTS}", _PEOPLE)

    def opens_with():
        items = generate(replace(material, level="B1"))
        return next(one.context for one in items if "Im kommenden Jahr" in one.context).split(" ")[0]

    assert opens_with() == "Am"
    monkeypatch.setattr("learner.exercises.gapped_text.is_easy_passage", lambda _, tokens: len(tokens) < 50)
    assert opens_with() == "Die"
