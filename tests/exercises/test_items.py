"""A sentence and the item it must make, or that none may be made: one row per case."""

from pathlib import Path

import pytest

from learner.exercises.generators import GENERATORS
from learner.exercises.item import Choice, Gap, Match, Order
from learner.wording import LANGUAGES, sentences

_TABLE = Path(__file__).resolve().parents[1] / "data" / "exercises" / "items.tsv"


def rows():
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            exercise, sentence, expected, note = line.split("\t")
            exercise, _, level = exercise.partition("@")
            yield pytest.param(exercise, level or "B2", sentence, expected, id=f"{exercise}: {note}")


def shown(item):
    """Everything a reader can see of an item, key and accepted answers included."""
    parts = [item.stem, item.context]
    if isinstance(item, Choice):
        parts += [option.text for option in item.options if option.correct]
    elif isinstance(item, Gap):
        parts.append(item.passage)
    elif isinstance(item, Match):
        parts += [text for pair in item.pairs for text in pair]
    elif isinstance(item, Order):
        parts += item.chunks
    return "\n".join(parts)


def made(material, exercise, sentence):
    """The items of an exercise about the sentence."""
    bare = sentence.strip("„“")
    exercise, _, gap = exercise.partition(" ")
    return [
        item
        for item in GENERATORS[exercise](material)
        if (exercise != "w-question" or bool(gap) == bool(item.context))
        and any(quote.strip("„“") in bare or bare in quote for quote in item.evidence)
    ]


@pytest.mark.parametrize(("exercise", "level", "sentence", "expected"), list(rows()))
def test_item(material_of, exercise, level, sentence, expected):
    items = made(material_of(sentence, level), exercise, sentence)
    texts = [shown(item) for item in items]
    if expected == "-":
        assert texts == []
    else:
        assert any(expected in text for text in texts), texts


def test_choices_have_one_key_and_different_options(material_of, analysis):
    material = material_of("Am Montag hat der Gemeinderat die neue Satzung beschlossen.")
    for generate in GENERATORS.values():
        for item in generate(material):
            if isinstance(item, Choice):
                assert sum(option.correct for option in item.options) == 1, item
                assert len({option.text for option in item.options}) == len(item.options), item


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_feedback_has_a_sentence_and_its_values(material_of, language):
    material = material_of("Vogt kündigte am Montag an, der Verein habe mit dem Umbau begonnen.")
    for generate in GENERATORS.values():
        for item in generate(material):
            reasons = [item.feedback, *(option.feedback for option in getattr(item, "options", ()))]
            for reason in reasons:
                if reason.key:
                    text = sentences(language)[reason.key]
                    names = {part.split("}")[0] for part in text.split("{")[1:]}
                    assert names <= set(reason.values), (reason.key, names)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("exercise", sorted(GENERATORS))
def test_every_exercise_has_a_name_and_an_instruction(exercise, language):
    assert f"exercise.{exercise}.name" in sentences(language)
    assert f"exercise.{exercise}.instruction" in sentences(language)


def test_a_time_may_stand_before_and_behind_an_object(material_of):
    sentence = "Karlsruhe hatte die neue Satzung Anfang 2019 gebilligt."
    (item,) = made(material_of(sentence, "B1"), "word-order", sentence)
    orders = {" ".join(item.chunks[place] for place in order) for order in (range(len(item.chunks)), *item.accepted)}
    assert any("Anfang 2019 die neue Satzung" in order for order in orders)
    assert any("die neue Satzung" in order.partition("Anfang 2019")[0] for order in orders)


def test_how_often_may_stand_before_and_behind_the_subject(material_of):
    sentence = "Im letzten Jahr musste die Feuerwehr 87-mal ausrücken."
    (item,) = made(material_of(sentence, "B1"), "word-order", sentence)
    assert item.chunks[2:4] == ("die Feuerwehr", "87-mal")
    assert item.accepted == ((0, 1, 3, 2, 4),)


@pytest.mark.parametrize(
    ("report", "asked"),
    [
        ("Keller sagte, die Stadt habe zwischen zwei Plänen wählen müssen.", False),
        ("Keller sagte, die Stadt habe für den Umbau kein Geld.", True),
    ],
)
def test_a_perfect_has_no_one_direct_sentence(material_of, report, asked):
    stems = [item.stem for item in made(material_of(report, "B2"), "reported-speech", report)]
    assert any(stem.startswith("Wie lautet") for stem in stems) is asked


def test_no_word_is_typed_beside_which_another_means_nearly_the_same(material_of):
    sentence = "Die Radfahrer bekommen in der Stadt eine durch Steine geschützte Spur neben der Straße."
    gaps = [item.passage for item in GENERATORS["type-word"](material_of(sentence, "B1"))]  # or `gesicherte`
    assert not any("ges[[" in passage for passage in gaps)
