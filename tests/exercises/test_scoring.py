"""Points and verdicts for every kind of item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learner.exercises.item import Choice, Feedback, Gap, Match, Option, Order
from learner.exercises.scoring import match_options, score

_BASE = {"id": "x-1", "exercise": "type-word", "skill": "vocabulary", "level": "B1", "stem": "Ergänze."}
_OWN = Feedback("type-word.right")


def gap(passage, exercise="type-word"):
    return Gap(**{**_BASE, "exercise": exercise}, passage=passage, feedback=_OWN)


def choice():
    options = (
        Option("war", True, Feedback("meaning.right")),
        Option("path", False, Feedback("meaning.wrong")),
        Option("idea"),
    )
    return Choice(**_BASE, options=options, feedback=_OWN)


def match():
    return Match(**_BASE, pairs=(("Krieg", "war"), ("Pfad", "path")), spare=("idea",), feedback=_OWN)


def order():
    return Order(**_BASE, chunks=("Gestern", "kam", "er", "spät"), accepted=((0, 1, 3, 2),), feedback=_OWN)


@pytest.mark.parametrize(
    ("passage", "typed", "outcome"),
    [
        ("Er kam mit der Dro[[hung]].", "hung", "equal"),
        ("Er kam mit der Dro[[hung]].", "Drohung", "equal"),
        ("Er kam mit der Dro[[hung]].", "drohung", "almost"),
        ("Er kam mit der Dro[[hung]].", "Drohnung", "almost"),
        ("Er kam mit der Dro[[hung]].", "hungg", "almost"),
        ("Er kam mit der Dro[[hung]].", "", "wrong"),
        ("Er kam mit der Dro[[hung]].", "Dro", "wrong"),
        ("Das ist ein grü[[nes]] Haus.", "gruenes", "equal"),
        ("Das ist ein grü[[nes]] Haus.", "nes", "equal"),
        ("Das ist ein grü[[nes]] Haus.", "grunes", "wrong"),
        ("Ein Gespr[[äch]] war nötig.", "aech", "equal"),
        ("Ein Gespr[[äch]] war nötig.", "ach", "wrong"),
        ("Der US-Außen[[minister]] kam.", "minister", "equal"),
        ("Der US-Außen[[minister]] kam.", "Außenminister", "equal"),
        ("Der US-Außen[[minister]] kam.", "US-Außenminister", "equal"),
        ("Ei[[ne]] Frage bleibt.", "eine", "equal"),
        ("Ei[[ne]] Frage bleibt.", "ne", "equal"),
        ("Er ging. „Gro[[ße]] Sorgen“ hatte er.", "große", "equal"),
        ("Er hatte gro[[ße]] Sorgen.", "Große", "wrong"),
        ("Be[[bende]] Erde.", "bende", "equal"),
        ("Wir sehen die Be[[be]].", "be", "equal"),
        ("Er sag[[t|te]] nichts.", "sagte", "equal"),
        ("Er sag[[t|te]] nichts.", "te", "equal"),
        ("Er sag[[t|te]] nichts.", "sagten", "almost"),
        ("Es [[ging]] gut.", "ging", "equal"),
    ],
)
def test_gap(lexicon, passage, typed, outcome):
    assert score(gap(passage), (typed,), words=lexicon).outcome == outcome


def test_both_parts_of_a_separable_verb_are_scored():
    item = gap("Das Treffen g[[ing]] mit Sorgen [[einher]].")
    assert score(item, ("ging", "einher")).points == 2.0
    half = score(item, ("ging", "mit"))
    assert (half.points, half.possible, half.outcome) == (1.0, 2.0, "almost")
    assert half.feedback.values["key"] == "einher"


def test_missing_and_surplus_parts_of_a_response():
    item = gap("g[[ing]] [[einher]]")
    assert score(item, ("ging",)).points == 1.0
    assert score(item, ("ging", "einher", "und", "mehr")).points == 2.0


def test_the_setting_decides_what_almost_is_worth(lexicon):
    item = gap("Die Dro[[hung]] blieb.")
    assert score(item, ("drohung",), words=lexicon).points == 0.5
    strict = score(item, ("drohung",), words=lexicon, almost_counts=False)
    assert (strict.points, strict.outcome, strict.marks[0].outcome) == (0.0, "wrong", "almost")


def test_a_c_test_counts_only_what_is_right(lexicon):
    item = gap("Die Dro[[hung]] blieb ernst.", exercise="c-test")
    assert score(item, ("Drohnung",), words=lexicon).points == 0.0
    assert score(item, ("hung",), words=lexicon).points == 1.0


def test_feedback_of_a_gap_names_the_fault_or_else_the_item_speaks(lexicon):
    item = gap("Die Dro[[hung]] blieb.")
    assert score(item, ("drohung",), words=lexicon).feedback.key == "answer.capital"
    assert score(item, ("Drohung",), words=lexicon).feedback == _OWN


def test_choice():
    right, wrong, bare = (score(choice(), index) for index in range(3))
    assert (right.points, right.outcome, right.feedback.key) == (1.0, "equal", "meaning.right")
    assert (wrong.points, wrong.outcome, wrong.feedback.key) == (0.0, "wrong", "meaning.wrong")
    assert bare.feedback == _OWN


@pytest.mark.parametrize("response", [-1, 3, 99])
def test_an_option_that_is_not_there_is_refused(response):
    with pytest.raises(ValueError, match="no option"):
        score(choice(), response)


@pytest.mark.parametrize(("item", "response"), [(choice(), ("war",)), (match(), 0), (order(), 1), (gap("[[a]]"), 0)])
def test_a_response_of_another_kind_is_refused(item, response):
    with pytest.raises(ValueError, match="no response"):
        score(item, response)


def test_match():
    options = match_options(match())
    right = tuple(options.index(word) for word in ("war", "path"))
    assert score(match(), right).points == 2.0
    assert score(match(), (right[1], right[1])).points == 1.0
    assert score(match(), ()).points == 0.0
    assert score(match(), (-1, 77)).points == 0.0


def test_order():
    assert score(order(), (0, 1, 2, 3)).outcome == "equal"
    assert score(order(), (0, 1, 3, 2)).outcome == "equal"
    assert score(order(), (0, 2, 1, 3)).outcome == "wrong"


_WORDS = st.lists(st.text("abcdeäöüßABC", min_size=1, max_size=8), min_size=1, max_size=4)


@given(_WORDS, st.lists(st.text(max_size=8), max_size=5))
def test_points_lie_between_nothing_and_all(keys, typed):
    found = score(gap(" ".join(f"[[{key}]]" for key in keys)), tuple(typed))
    assert 0 <= found.points <= found.possible == len(keys) == len(found.marks)


@given(_WORDS, st.integers(0, 3))
def test_the_keys_are_worth_all_points_whole_or_in_part(keys, given_letters):
    passage = " ".join(f"{key[:given_letters]}[[{key[given_letters:] or 'x'}]]" for key in keys)
    whole = tuple(key if key[given_letters:] else key + "x" for key in keys)
    part = tuple(key[given_letters:] or "x" for key in keys)
    assert score(gap(passage), whole).outcome == "equal"
    assert score(gap(passage), part).outcome == "equal"
