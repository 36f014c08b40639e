"""Of several orders a lesson takes the one that gives most, and every exclusion is looked at once."""

import msgspec
import pytest

from learner.exercises import choosing
from learner.exercises.asked import Asked, Exclusions
from learner.exercises.choosing import chosen
from learner.exercises.material import Material
from learner.exercises.plan import plan
from learner.exercises.ranking import preferred, spread


def _worth(items):
    return sum(2 if item.skill == "comprehension" else 1 for item in items)


@pytest.mark.parametrize("level", ["A2", "B1", "C1"])
def test_more_orders_never_give_less(debate, analysis, lexicon, level, monkeypatch):
    for article in (debate, analysis):
        material = Material(article, lexicon, level, 0)
        best = _worth(chosen(material))
        for turns in (1, 3):
            monkeypatch.setattr(choosing, "_TURNS", turns)
            assert _worth(chosen(material)) <= best
        monkeypatch.undo()


def test_what_is_chosen_goes_together_and_keeps_to_the_plan(debate, lexicon):
    items = chosen(Material(debate, lexicon, "B1", 0))
    asked = Asked()
    order = list(plan().levels["B1"])
    for item in items:
        assert asked.admits(item), item.id
        asked.add(item)
    places = [order.index(item.exercise) for item in items]
    assert places == sorted(places)  # a short lesson takes the most useful exercises first
    for exercise, most in plan().levels["B1"].items():
        assert sum(item.exercise == exercise for item in items) <= most


def test_a_turn_mixes_what_is_spread_and_leaves_what_is_ranked(debate, lexicon):
    material = Material(debate, lexicon, "B1", 0)
    for exercise in ("meaning", "text-order", "ending", "verb-form"):
        found = preferred(exercise, material)
        turns = [[item.id for item in spread(exercise, found, material, turn)] for turn in range(1, 7)]
        assert all(sorted(one) == sorted(item.id for item in found) for one in turns)
        ranked = exercise in {"meaning", "text-order"}
        assert all(one == [item.id for item in found] for one in turns) == ranked or len(found) < 3


def test_two_items_exclude_each_other_in_either_order(debate, lexicon):
    items = [
        item for exercise in plan().levels["B1"] for item in preferred(exercise, Material(debate, lexicon, "B1", 0))
    ]
    for one in items[:40]:
        for other in items[:40]:
            assert Exclusions().between(one, other) == Exclusions().between(other, one)


def test_a_noun_asked_without_its_sentence_takes_no_place_of_it(debate, lexicon):
    items = preferred("article-plural", Material(debate, lexicon, "B1", 0))
    bare = next(item for item in items if not item.context)
    shown = msgspec.structs.replace(bare, context=bare.evidence[0])
    for noun, admitted in ((bare, True), (shown, False)):
        asked = Asked()
        for number in range(2):
            asked.add(msgspec.structs.replace(shown, id=f"ending-{number}", exercise="ending", lemma=""))
        assert asked.admits(noun) is admitted
