"""Who is who: what an article says of one person alone, and the persons that are matched with it."""

from itertools import combinations

import pytest

from learner.exercises.asked import Asked
from learner.exercises.generators import GENERATORS
from learner.exercises.item import Choice, Option
from learner.exercises.making import make
from learner.exercises.role_likeness import are_apart, is_part, kind, says_something
from learner.exercises.sole_facts import sole_facts
from tests.exercises.test_completing import rows

AROUND = {"Sabine Keller", "Jonas Brenner", "Emil Vogt"}
FOUR = "Der Architekt Paul Seidel zeichnet die Pläne. Seidel wartet."
PAIRS = {"Sabine Keller": "Bürgermeisterin", "Jonas Brenner": "Oppositionsführer", "Emil Vogt": "Trainer"}


@pytest.mark.parametrize(("level", "sentences", "expected"), list(rows("who-is-who.tsv")))
def test_facts(material_of, level, sentences, expected):
    facts = sole_facts(material_of(sentences, level))
    found = [f"{one.person.name} = {one.text}" for one in facts if one.person.name not in AROUND]
    assert "; ".join(found) == expected.replace("-", "", expected == "-")


def test_persons_are_matched_with_their_roles(material_of):
    item = GENERATORS["who-is-who"](material_of(FOUR, "B1"))[0]
    assert item.stem == "Wer ist wer im Text?"
    assert dict(item.pairs) == {**PAIRS, "Paul Seidel": "Architekt"}
    assert item.spare == ()


def test_of_five_one_stays_over(material_of):
    item = GENERATORS["who-is-who"](material_of(f"{FOUR} Am Montag kam Pfarrer Jan Holl. Holl hofft.", "B1"))[0]
    assert item.stem == "Wer ist wer im Text? Eine Beschreibung bleibt übrig."
    everything = {**PAIRS, "Paul Seidel": "Architekt", "Jan Holl": "Pfarrer"}
    assert len(item.pairs) == 4
    assert {*dict(item.pairs).values(), *item.spare} == set(everything.values())
    assert all(everything[name] == said for name, said in item.pairs)


def test_beside_a_clause_roles_are_predicates(material_of):
    sentence = "Paul Seidel, der in Weiden die Bibliothek leitet, wartet auf das Bad. Seidel hofft."
    item = GENERATORS["who-is-who"](material_of(sentence, "B1"))[0]
    assert item.stem == "Was steht im Text über diese Personen?"
    assert ("Paul Seidel", "leitet in Weiden die Bibliothek") in item.pairs
    assert ("Emil Vogt", "ist Trainer") in item.pairs


def test_none_where_the_sex_alone_tells_who_is_meant(material_of):
    items = GENERATORS["who-is-who"](material_of("Das Bad ist alt.", "B1"))
    assert all(item.stem.startswith("Was steht im Text") for item in items)  # a clause fits either sex


@pytest.mark.parametrize("level", ["A2", "B1"])
def test_every_variant_has_names_and_roles_once(material_of, level):
    material = material_of(f"{FOUR} Am Montag kam Pfarrer Jan Holl. Holl hofft.", level)
    facts = {(one.person.name, one.text): one for one in sole_facts(material)}
    for item in GENERATORS["who-is-who"](material):
        said = [*(text for _, text in item.pairs), *item.spare]
        assert 3 <= len(item.pairs) <= 4
        assert len(set(said)) == len(said)
        assert [text for _, text in item.pairs] != sorted(text for _, text in item.pairs)
        asked = [facts[name, said.removeprefix("ist ")] for name, said in item.pairs]
        assert all(are_apart(one.kind, other.kind) for one, other in combinations(asked, 2))


@pytest.mark.parametrize(("level", "made"), [("B1", True), ("B2", True)])
def test_it_is_asked_at_b1_and_b2(material_of, lexicon, level, made):
    analysis = material_of(FOUR, "B1").analysis
    items = make(analysis, level=level, seed=0, lexicon=lexicon).items
    assert any(item.exercise == "who-is-who" for item in items) == made


@pytest.mark.parametrize(
    ("stem", "options", "beside"),
    [
        ("Wer ist mit „die Bürgermeisterin“ gemeint?", ("Sabine Keller", "Ina Ott"), False),
        ("Was will Bürgermeisterin Sabine Keller?", ("Geld", "Zeit"), False),
        ("Was will Trainer Keller?", ("Geld", "Zeit"), True),
        ("Was will die Bürgermeisterin?", ("Geld", "Zeit"), True),
        ("Wer sammelt Spenden?", ("Sabine Keller", "Ina Ott"), True),
    ],
)
def test_no_question_beside_it_shows_a_person_with_her_role(material_of, stem, options, beside):
    asked = Asked()
    asked.add(GENERATORS["who-is-who"](material_of(FOUR, "B1"))[0])
    given = tuple(Option(text, text == options[0]) for text in options)
    question = Choice(
        id="q", exercise="w-question", skill="comprehension", level="B1", stem=stem, options=given, evidence=("Ja.",)
    )
    assert asked.admits(question) == beside


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Bürgermeisterin", "Trainer", True),
        ("Richter", "Staatsanwalt", True),
        ("Staatsanwalt", "Verteidiger", True),
        ("Anwalt", "Verteidiger", False),
        ("Hausarzt", "Ärztin", False),
        ("Landwirt", "Bäuerin", False),
        ("Soziologin", "Biologe", True),
        ("Torwart", "Stürmer", True),
        ("Kapitän", "Stürmer", False),
    ],
)
def test_roles_that_one_person_may_have_are_not_apart(one, other, apart):
    assert are_apart(kind(one), kind(other)) == apart


def test_a_role_is_one_for_both_sexes():
    assert kind("Ärztin") == kind("Arzt")
    assert kind("Abgeordneter", adjectival=True) == kind("Abgeordnete")
    assert kind("Obfrau") == kind("Obmann")
    assert not is_part(kind("Staatsanwalt"), kind("Anwalt"))


@pytest.mark.parametrize(
    ("role", "alone", "says"),
    [("Nachbarin", False, False), ("Sprecherin", True, False), ("Sprecherin", False, True), ("Biologin", True, True)],
)
def test_a_role_says_something(role, alone, says):
    assert says_something(kind(role), alone=alone) == says
