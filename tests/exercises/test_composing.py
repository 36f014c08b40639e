"""A lesson as a whole: repeatable, by level and minutes, nothing given away, keys spread over the positions."""

from collections import Counter
from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from learner.errors import LessonError
from learner.exercises.asked import Asked, reveals
from learner.exercises.composing import compose, within
from learner.exercises.exams import exams, shape
from learner.exercises.item import Choice, Match, Option
from learner.exercises.making import make
from learner.exercises.material import Material
from learner.exercises.passage import parse
from learner.exercises.plan import plan
from learner.exercises.ranking import preferred
from learner.packs.checking_items import check_item

_CHOOSING_FIRST = frozenset(
    {"headings", "topic", "paragraph-order", "text-order", "gapped-text", "who-is-who", "who-said-it", "w-question"}
    | {"true-false", "word-bank", "c-test", "match-meanings"}
)
_DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture(scope="module")
def lesson(debate, lexicon):
    return make(debate, level="B2", seed=0, lexicon=lexicon)


def test_the_same_arguments_make_the_same_lesson(debate, lexicon, lesson):
    again = make(debate, level="B2", seed=0, lexicon=lexicon)
    assert msgspec.json.encode(again) == msgspec.json.encode(lesson)


def test_another_seed_makes_another_lesson(debate, lexicon, lesson):
    other = make(debate, level="B2", seed=1, lexicon=lexicon)
    assert [item.id for item in other.items] != [item.id for item in lesson.items]


def test_no_item_is_made_twice(lesson):
    assert max(Counter(item.id for item in lesson.items).values()) == 1


def test_no_sentence_is_asked_three_times(lesson):
    passages = {"c-test", "word-bank", "gapped-text", "headings", "match-meanings", "paragraph-order", "who-is-who"}
    asked = Counter(sentence for item in lesson.items if item.exercise not in passages for sentence in item.evidence)
    assert max(asked.values()) <= 2


def test_no_item_gives_another_one_about_its_sentence_away(lesson):
    items = [item for item in lesson.items if item.exercise not in {"match-meanings", "who-is-who"}]
    for one, other in permutations(items, 2):
        assert not set(one.evidence) & set(other.evidence) or not reveals(one, other), (one.id, other.id)


def test_items_stand_in_the_order_of_practice(lesson):
    places = [plan().order().index(item.exercise) for item in lesson.items]
    assert places == sorted(places)


@pytest.mark.parametrize("level", ["A2", "B1", "B2"])
def test_what_has_few_items_does_not_wait_for_what_has_a_choice(debate, analysis, lexicon, level):
    for article in (debate, analysis):
        material = Material(article, lexicon, level, 0)
        wanted, items = plan().levels[level], compose(material)
        made = {exercise: preferred(exercise, material) for exercise in wanted}
        language = set(plan().order()) - _CHOOSING_FIRST
        late = {one for one in wanted if one in language and (len(made[one]) > wanted[one] or one == "type-word")}
        early = Asked()
        for item in items:
            if item.exercise not in late:
                early.add(item)
        known = {item.id for item in items}
        few = [exercise for exercise in wanted if exercise in language - late]
        left_out = (one for exercise in few for one in made[exercise] if one.id not in known)
        assert not [one.id for one in left_out if early.admits(one)]


def test_where_words_are_left_over_a_gap_takes_a_noun(debate, analysis, lexicon):
    made = [
        item
        for article in (debate, analysis)
        for level in ("B1", "B2")
        for item in preferred("word-bank", Material(article, lexicon, level, 0))
    ]
    assert made
    for item in made:
        keys = [slot.words[0] for slot in parse(item.passage).slots]
        assert any(lexicon.noun_analyses(key) for key in keys if key[0].isupper()), item


def test_a_word_that_is_matched_is_not_asked_alone():
    common = {"skill": "vocabulary", "level": "B1", "stem": "?"}
    pairs = (("prüfen", "to check"), ("der Schwager", "brother-in-law"))
    match = Match(id="match", exercise="match-meanings", pairs=pairs, **common)
    options = (Option("to check", True), Option("to dry"))
    single = Choice(id="meaning", exercise="meaning", lemma="Schwager", options=options, **common)
    for first, second in ((match, single), (single, match)):
        asked = Asked()
        assert asked.admits(first)
        asked.add(first)
        assert not asked.admits(second)


def test_every_skill_is_asked(lesson):
    counts = Counter(item.skill for item in lesson.items)
    assert counts["comprehension"] >= 4  # at B2 little is asked that its words find (decision 0038)
    assert min(counts[skill] for skill in ("vocabulary", "grammar", "comprehension")) >= 3


def test_every_position_holds_the_key(lesson):
    four = [item for item in lesson.items if isinstance(item, Choice) and len(item.options) == 4]
    held = Counter([option.correct for option in item.options].index(True) for item in four)
    assert len(held) == 4
    assert max(held.values()) <= len(four) / 2


def test_length_does_not_give_the_key_away(lesson):
    choices = [item for item in lesson.items if isinstance(item, Choice) and len(item.options) > 2]
    keys = [next(len(option.text) for option in item.options if option.correct) for item in choices]
    longest = sum(key == max(len(o.text) for o in item.options) for key, item in zip(keys, choices, strict=True))
    assert longest <= len(choices) * 0.6


def test_the_author_s_checker_finds_no_fault(lesson, debate):
    whole = debate.article
    paragraphs = [whole.slice(paragraph) for paragraph in whole.paragraphs]
    for item in lesson.items:
        assert [finding for finding in check_item(item, paragraphs, "B2") if finding.severity == "fault"] == []


@pytest.mark.parametrize("minutes", [10, 20, 45])
def test_practice_takes_no_longer_than_the_minutes(debate, lexicon, minutes):
    items = make(debate, level="B1", seed=0, lexicon=lexicon, minutes=minutes).items
    assert sum(plan().time(item.exercise) for item in items) <= minutes * 60


def test_a_finished_lesson_can_be_shortened(lesson):
    short = within(lesson.items, 10)
    assert 0 < len(short) < len(lesson.items)
    assert [item for item in lesson.items if item in short] == list(short)


def test_a_text_near_b1_has_a_word_bank_at_b1(analysis, lexicon):
    assert "word-bank" in {item.exercise for item in make(analysis, level="B1", seed=0, lexicon=lexicon).items}


def test_levels_differ(debate, lexicon):
    made = {level: make(debate, level=level, seed=0, lexicon=lexicon).items for level in ("A2", "B1", "C1")}
    typed = {level: {item.exercise for item in items} for level, items in made.items()}
    assert "article-plural" in typed["B1"]
    assert not typed["A2"] & {"c-test", "type-word", "reported-speech"}
    assert {"c-test", "reported-speech"} <= typed["C1"]
    assert not typed["C1"] & {"word-bank", "article-plural", "compound", "preposition"}


@pytest.mark.parametrize("exam", exams())
def test_an_exam_names_what_the_article_cannot_carry(analysis, lexicon, exam):
    lesson = make(analysis, level="B2", seed=0, lexicon=lexicon, exam=exam)
    assert lesson.exam is not None
    assert {id_ for part in lesson.exam.parts for id_ in part.items} == {item.id for item in lesson.items}
    missing = {part.partition(": ")[0] for part in lesson.exam.missing}
    for part in shape(exam).parts:
        if not part.exercises:
            assert any(name in part.name for name in missing), part.name


def test_exam_choices_have_as_many_options_as_the_exam(analysis, lexicon):
    items = make(analysis, level="B1", seed=0, lexicon=lexicon, exam="goethe-b1").items
    assert {len(item.options) for item in items if item.exercise == "w-question"} == {3}


def test_an_unknown_exam_is_refused(analysis, lexicon):
    with pytest.raises(LessonError, match="no exam set"):
        make(analysis, level="B1", seed=0, lexicon=lexicon, exam="goethe-d7")


@pytest.mark.parametrize("level", sorted(plan().levels))
def test_the_plan_knows_every_exercise_it_names(level):
    assert set(plan().levels[level]) <= set(plan().order())
    assert set(plan().order()) <= set(plan().seconds)


def test_words_their_author_wants_are_asked_first(analysis, lexicon):
    asked = [item.lemma for item in preferred("meaning", Material(analysis, lexicon, "B2", 0))]
    last = asked[-1]
    entries = tuple(msgspec.structs.replace(entry, wanted=entry.lexeme.lemma == last) for entry in analysis.entries)
    wanted = msgspec.structs.replace(analysis, entries=entries)
    assert preferred("meaning", Material(wanted, lexicon, "B2", 0))[0].lemma == last
