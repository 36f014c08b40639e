"""What judges refused and must not come back: one row per cause."""

import pytest

from learner.exercises.edits import edits
from learner.exercises.edits.numbers import alternatives, numbers
from learner.exercises.paraphrasing import paraphrased
from learner.exercises.statement import Statement
from learner.exercises.statements import statements
from tests.exercises.test_completing import rows
from tests.exercises.test_items import made, shown


@pytest.mark.parametrize(("exercise", "sentence", "expected"), list(rows("sound.tsv")))
def test_item(material_of, exercise, sentence, expected):
    exercise, _, level = exercise.partition("@")
    material = material_of(sentence, level or "B2")
    texts = [shown(item) for item in made(material, exercise, sentence.removeprefix("Weiden – "))]
    assert not any("Weiden ist" in text or "Weiden hat" in text for text in texts)
    if expected == "-":
        assert texts == []
    else:
        assert any(expected in text for text in texts), texts


@pytest.mark.parametrize(
    ("written", "round_ones"),
    [("70", True), ("300", True), ("63.000", True), ("57", False), ("8.347", False), ("8", None)],
)
def test_other_numbers_are_as_round_and_as_long(material_of, written, round_ones):
    material = material_of(f"In der Halle sitzen {written} Gäste.")
    forms = [material.analysis.form(token) for token in range(len(material.analysis.words))]
    found = alternatives(material, forms.index(written))
    assert len(found) >= 3
    assert all(len(other) == len(written) for other in found)
    if round_ones is not None:
        assert all(other.endswith("0") is round_ones for other in found)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Der Verein hat im Sommer rund 300 Mitglieder gewonnen.",
            "Der Verein hat im Sommer etwa 300 Mitglieder gewonnen.",
        ),
        ("Im Sommer hat Keller mit dem Verein gesprochen.", "Im Sommer hat Sabine Keller mit dem Verein gesprochen."),
        ("Das Bad kostet mehr als zwei Millionen Euro.", "Das Bad kostet über zwei Millionen Euro."),
        ("Am Montag hat der Gemeinderat die Satzung beschlossen.", None),
        (
            "Zum Glück hat der Stadtrat am Montag Nein gesagt.",
            "Glücklicherweise hat der Stadtrat am Montag Nein gesagt.",
        ),
        ("Das Bad bleibt zum Glück für die Gäste am Montag offen.", None),
        ("Für jede Woche Verspätung zahlt der Verein Geld.", None),
        ("Der Sturm forderte am Montag in der Stadt drei Verletzte.", None),
        (
            "Der Verein forderte am Montag in der Stadt drei Hallen.",
            "Der Verein verlangte am Montag in der Stadt drei Hallen.",
        ),
    ],
)
def test_true_statements_are_said_with_another_word(material_of, sentence, said):
    material = material_of(sentence)
    article = material.analysis.article
    number = next(n for n, one in enumerate(article.sentences) if article.slice(one) == sentence)
    other = paraphrased(material, Statement(number, tuple(article.tokens_of(article.sentences[number]))))
    assert (other and other.text(material.analysis)) == said


def test_another_name_stands_for_a_pronoun_named_by_the_subject_before_it(material_of):
    material = material_of("Jonas Brenner lobte die Idee. Er will das Bad noch im Herbst sanieren lassen.")
    usable = [one for one in statements(material) if one.instead]
    said = [edit.statement.text(material.analysis) for one in usable for edit in edits(material, one)]
    assert "Emil Vogt will das Bad noch im Herbst sanieren lassen." in said


@pytest.mark.parametrize(("counts", "exchanged"), [(("drei", "sieben"), False), (("30", "70"), True)])
def test_few_things_are_not_counted_otherwise(material_of, counts, exchanged):
    sentence = f"Im Hafen der Stadt liegen {counts[0]} Boote des Vereins."
    material = material_of(f"{sentence} Am Ufer stehen seit dem Sommer {counts[1]} Bänke aus Holz.", "A2")
    article = material.analysis.article
    number = next(n for n, one in enumerate(article.sentences) if article.slice(one) == sentence)
    statement = Statement(number, tuple(article.tokens_of(article.sentences[number])))
    assert bool(list(numbers(material, statement))) is exchanged
