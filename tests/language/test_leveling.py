"""Levels of texts: twenty-four of our own (six subjects at four levels), those of the lessons, and ordinary news."""

import json
from collections import defaultdict

import pytest

from learner.language.leveling import BORDERS, Measures, confidence, difficulty, measures
from learner.lexicon.lexeme import LEVELS
from learner.packs.analysing import analyse_text
from tests.language import treebank
from tests.language.sample import DATA, analysis_of, draft_of, lesson_texts

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((DATA / "levels").glob("*.txt"))}
NEWS = treebank.FILE.with_name("news.jsonl")


@pytest.fixture(scope="module")
def found(lexicon):
    return {name: analysis_of(text, lexicon) for name, text in TEXTS.items()}


def scores(found, lexicon):
    return {name: difficulty(measures(draft_of(one, lexicon), one.entries)) for name, one in found.items()}


def test_there_are_twenty_four_texts():
    assert len(TEXTS) == 24


def test_the_simpler_version_never_ranks_higher(found, lexicon):
    by_subject = defaultdict(dict)
    for name, score in scores(found, lexicon).items():
        subject, _, level = name.partition("-")
        by_subject[subject][level.upper()] = score
    for subject, versions in by_subject.items():
        ordered = [versions[level] for level in LEVELS if level in versions]
        assert ordered == sorted(ordered), subject
        assert len(set(ordered)) == len(ordered), subject


def test_most_texts_get_the_level_they_were_written_for(found):
    right = [name for name, one in found.items() if one.level.cefr == name[-2:].upper()]
    assert len(right) >= 23, sorted(set(found) - set(right))


def test_no_text_is_more_than_one_level_off(found):
    for name, one in found.items():
        assert abs(LEVELS.index(one.level.cefr) - LEVELS.index(name[-2:].upper())) <= 1, name


def test_reasons_carry_their_figures(found):
    for one in found.values():
        assert all(any(character.isdigit() for character in reason) or "once" in reason for reason in one.level.reasons)


def test_a_text_near_a_border_names_the_other_level(found, lexicon):
    for name, score in scores(found, lexicon).items():
        close = any(abs(score - border) < 0.15 for border in BORDERS)
        assert close == any("would do as well" in reason for reason in found[name].level.reasons), name


def test_a_short_text_says_that_its_level_is_rough(lexicon):
    assert "rough" in analysis_of("Der Hund schläft. Die Katze auch.", lexicon).level.reasons[-1]


@pytest.mark.parametrize("path", sorted((DATA / "levels-later").glob("*.txt")), ids=lambda path: path.stem)
def test_texts_written_after_the_calibration(path, lexicon):
    """One subject from A1 to C1, run once when written; the scale was not changed for them."""
    assert analysis_of(path.read_text(encoding="utf-8"), lexicon).level.cefr == path.stem[-2:].upper()


@pytest.mark.skipif(not NEWS.exists(), reason="the news articles are not beside the checkout")
def test_ordinary_news_is_b2_to_c1(lexicon):
    lines = NEWS.read_text(encoding="utf-8").splitlines()
    levels = [analysis_of(json.loads(line)["text"], lexicon).level.cefr for line in lines]
    share = sum(level in {"B2", "C1"} for level in levels) / len(levels)
    assert share >= 0.95, levels
    assert {"B2", "C1"} <= set(levels)


@pytest.fixture(scope="module")
def lessons():
    return [(path, level, analyse_text(path.read_text(encoding="utf-8")).level.cefr) for path, level in lesson_texts()]


def test_texts_of_lessons_get_their_level(lessons):
    """These are longer and less dense than the twenty-four; both were used for the anchors."""
    apart = [abs(LEVELS.index(written) - LEVELS.index(found)) for _, written, found in lessons]
    wrong = [(path.parent.name, written, found) for path, written, found in lessons if written != found]
    assert max(apart) <= 1, wrong
    assert apart.count(0) >= 0.9 * len(apart), wrong


def text_of(**changed):
    """Measures of a text in the middle of B1."""
    found = {"words": 300, "sentences": 25, "hard": 6.5, "examples": (), "length": 12.0, "longest": 17.0}
    rest = {"subordinate": 0.4, "passive": 0, "konjunktiv": 0, "nominal": 1.0, "wiener": 5.2}
    return Measures(**(found | rest | changed))


def test_confidence_falls_with_few_words_and_near_a_border():
    middle = confidence(text_of())
    assert 0.7 < middle < 1
    assert confidence(text_of(words=30)) < 0.6 * middle
    near = min((text_of(hard=hard) for hard in range(20)), key=lambda one: abs(difficulty(one) - BORDERS[2]))
    assert confidence(near) < middle


def test_confidence_lies_between_nothing_and_one(found):
    assert all(0 < one.level.confidence < 1 for one in found.values())
