"""For what a pronoun stands: sentences about things and the question they must make, or that none may be made."""

from pathlib import Path

import pytest

from learner.exercises.asked import reveals
from learner.exercises.generators import GENERATORS
from learner.exercises.material import Material
from learner.language.analyzing import analyze
from learner.text.reading import article
from tests.exercises.test_completing import rows

AROUND = Path(__file__).resolve().parents[1] / "data" / "exercises" / "things.txt"
PIPE = "Die Leitung am Becken ist alt. Das Rohr liegt neben dem Ofen. Deshalb wird sie im Sommer ersetzt."


@pytest.fixture(scope="module")
def questions_of(lexicon):
    """The questions for pronouns that show sentences of a text about a village and its stove."""
    around = AROUND.read_text(encoding="utf-8")

    def asked(text, level):
        analysis = analyze(article(around.replace("{tested}", text), "text"), lexicon)
        items = GENERATORS["w-question"](Material(analysis, lexicon, level, 0))
        return [item for item in items if "bezieht sich" in item.stem and item.evidence[0] in text]

    return asked


def key(item):
    return next(option for option in item.options if option.correct)


@pytest.mark.parametrize(("level", "text", "expected"), list(rows("referents.tsv")))
def test_question(questions_of, level, text, expected):
    found = []
    for item in questions_of(text, level):
        others = sorted(option.text for option in item.options if not option.correct)
        word = item.stem.partition("„")[2].partition("“")[0]
        found.append(f"{word} = {' / '.join([key(item).text, *others])}")
    assert found == ([] if expected == "-" else [expected])


def test_the_feedback_says_why_a_noun_does_not_agree(questions_of):
    [item] = questions_of(PIPE, "B1")
    assert item.context == PIPE.replace("sie", "[[sie]]")
    reasons = {option.text: option.feedback.key for option in item.options}
    assert reasons == {
        "die Leitung": "referent.right",
        "das Rohr": "referent.neuter",
        "das Becken": "referent.neuter",
        "der Ofen": "referent.masculine",
    }
    assert key(item).feedback.values["evidence"] == "Die Leitung am Becken ist alt."


def test_a_plural_is_told_from_a_singular(questions_of):
    [item] = questions_of("Neben dem Becken liegen die Rohre. Im Winter sind sie dem Betrieb zu teuer.", "B1")
    assert {option.feedback.key for option in item.options if not option.correct} == {"referent.singular"}


def test_stem_asks_for_persons_and_things_alike(questions_of):
    [item] = questions_of("Die Gäste zahlen dem Wirt für das Wasser einen Betrag. Im Sommer kommen sie wieder.", "B1")
    assert item.stem == "Auf wen oder worauf bezieht sich „sie“ hier?"


def test_a_key_that_the_item_shows_itself_is_given_away_by_no_other(questions_of):
    [item] = questions_of(PIPE, "B1")
    assert not reveals(item, item)
