"""Levels of texts: twenty-four of our own, six subjects at four levels each, and ordinary news."""

import json
from collections import defaultdict

import pytest

from learner.language.leveling import difficulty, measures
from learner.lexicon.lexeme import LEVELS
from tests.language import treebank
from tests.language.sample import DATA, analysis_of, draft_of

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
    assert len(right) >= 20, sorted(set(found) - set(right))


def test_no_text_is_more_than_one_level_off(found):
    for name, one in found.items():
        assert abs(LEVELS.index(one.level.cefr) - LEVELS.index(name[-2:].upper())) <= 1, name


def test_reasons_carry_their_figures(found):
    for one in found.values():
        assert all(any(character.isdigit() for character in reason) or "once" in reason for reason in one.level.reasons)


def test_a_text_near_a_border_names_the_other_level(found, lexicon):
    for name, score in scores(found, lexicon).items():
        close = any(abs(score - border) < 0.15 for border in (1.5, 2.3, 3.3, 4.6, 5.5))
        assert close == any("would do as well" in reason for reason in found[name].level.reasons), name


def test_a_short_text_says_that_its_level_is_rough(lexicon):
    assert "rough" in analysis_of("Der Hund schläft. Die Katze auch.", lexicon).level.reasons[-1]


@pytest.mark.skipif(not NEWS.exists(), reason="the news articles are not beside the checkout")
def test_ordinary_news_is_b2_to_c1(lexicon):
    lines = NEWS.read_text(encoding="utf-8").splitlines()
    levels = [analysis_of(json.loads(line)["text"], lexicon).level.cefr for line in lines]
    share = sum(level in {"B2", "C1"} for level in levels) / len(levels)
    assert share >= 0.85, levels
