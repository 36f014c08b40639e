"""The `[[…]]` notation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learner.errors import LessonError
from learner.exercises.passage import Cut, Passage, Slot, gapped, marked, parse, safe

_LETTERS = "abcdeäöüßABCÄ"
_PIECES = st.text(_LETTERS + " .,;„“-–\n1", max_size=12)
_ANSWERS = st.lists(st.text(_LETTERS, min_size=1, max_size=6), min_size=1, max_size=3, unique=True).map(tuple)
_GIVEN = st.text(_LETTERS, max_size=4)


@st.composite
def passages(draw):
    count = draw(st.integers(0, 5))
    slots = tuple(Slot(draw(_GIVEN), draw(_ANSWERS)) for _ in range(count))
    pieces = [draw(_PIECES) for _ in range(count + 1)]
    return Passage((*(piece + " " for piece in pieces[:-1]), pieces[-1]), slots)


@given(passages())
def test_what_is_written_is_read_back(passage):
    assert parse(passage.written()) == passage


@given(passages())
def test_the_solved_passage_has_no_gap(passage):
    assert parse(passage.solved()).slots == ()


@given(passages())
def test_the_shown_passage_hides_every_answer(passage):
    shown = passage.shown("\u2581")
    assert shown.count("\u2581") == len(passage.slots)
    assert shown.replace("\u2581", "") == "".join(
        piece + given
        for piece, given in zip(passage.pieces, [*(slot.given for slot in passage.slots), ""], strict=True)
    )


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        passage = parse(text)
    except LessonError:
        return
    assert parse(passage.written()) == passage


@given(st.text(_LETTERS + " .[]|", max_size=40))
def test_text_with_signs_is_read_or_refused(text):
    try:
        passage = parse(text)
    except LessonError:
        return
    assert parse(passage.written()) == passage


@given(st.text(max_size=30), st.data())
def test_a_cut_in_safe_text_leaves_the_text_whole(text, data):
    if not safe(text) or not text.strip():
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end] != text[start:end].strip():
        return
    passage = parse(gapped(text, 100, [Cut(start + 100, end + 100)]))
    assert passage.solved() == text
    assert [slot.answers for slot in passage.slots] == [(text[start:end],)]


def test_given_letters_belong_to_the_slot():
    assert parse("Die milit[[ärische]] Präsenz").slots == (Slot("milit", ("ärische",)),)


def test_alternatives_are_parted():
    assert parse("w[[ie|ohl]]").slots[0].words == ("wie", "wohl")


def test_what_stands_before_a_hyphen_is_not_given():
    assert parse("Der US-Außen[[minister]]").pieces[0] == "Der US-"


def test_marks_go_around_both_parts_of_a_verb():
    text = "Das Treffen ging mit Sorgen einher."
    assert marked(text, 10, [(38, 44), (22, 26)]) == "Das Treffen [[ging]] mit Sorgen [[einher]]."


@pytest.mark.parametrize("text", ["[[", "a]] b", "[[ ]]", "[[a||b]]", "[[a|]]", "[[]]", "[[a[b]]"])
def test_broken_notation_is_refused_with_advice(text):
    with pytest.raises(LessonError, match="gap") as caught:
        parse(text)
    assert "[[answer]]" in caught.value.hint


@pytest.mark.parametrize("text", ["a [[b", "c]]", "a|b", "[sic]", "100 | 200"])
def test_text_that_looks_like_notation_is_not_safe(text):
    assert not safe(text)


def test_ordinary_text_is_safe():
    assert safe("Er sagte: „Das (und nur das) kostet 5 € – mehr nicht!“")
