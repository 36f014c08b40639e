"""The table "Checking an answer"."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learner.exercises.answers import check, difference
from learner.wording import LANGUAGES, sentences

_TABLE = Path(__file__).resolve().parents[1] / "data" / "answers.tsv"
_WORDS = st.text("abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ", min_size=1, max_size=12)


class Nothing:
    """A lexicon that knows no word."""

    def is_word(self, form):
        return False

    def analyses(self, form):
        return ()


class Everything(Nothing):
    """A lexicon in which every string is a word."""

    def is_word(self, form):
        return True


def rows():
    return list(_rows())


def _rows():
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            key, response, start, outcome, reason, note = line.split("\t")
            yield pytest.param(key.split("/"), response, start, outcome, reason, id=f"{key}: {note}")


def test_the_table_is_long_enough():
    assert len(rows()) >= 200


@pytest.mark.parametrize(("accepted", "response", "start", "outcome", "reason"), rows())
def test_response(lexicon, accepted, response, start, outcome, reason):
    verdict = check(response, tuple(accepted), lexicon, sentence_start=bool(start))
    assert (verdict.outcome, verdict.reason) == (outcome, f"answer.{reason}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_sentence_whose_values_are_given(lexicon, language):
    for row in rows():
        accepted, response, start, _, reason = row.values
        verdict = check(response, tuple(accepted), lexicon, sentence_start=bool(start))
        text = sentences(language)[verdict.reason]
        for name in ("key", "typed", "article", "noun"):
            assert f"{{{name}}}" not in text or name in verdict.values, (verdict.reason, reason)


@pytest.mark.parametrize(
    ("key", "response", "outcome"),
    [
        ("Verhandlung", "Verhandlumg", "wrong"),  # it could be another word
        ("Verhandlungen", "Verhandlung", "wrong"),  # it could be anything
        ("Straße", "Strasse", "almost"),  # it could be another word
        ("schön", "schoen", "equal"),  # ae, oe, ue never make another word
        ("schön", "schon", "wrong"),
        ("Drohung", "drohung", "almost"),
    ],
)
def test_without_a_lexicon_the_stricter_result_holds(key, response, outcome):
    assert check(response, (key,)).outcome == outcome


@given(_WORDS)
def test_the_key_is_always_right(key):
    assert check(f"  {key} ", (key,)).outcome == "equal"


@given(_WORDS, _WORDS, _WORDS)
def test_an_alternative_is_always_right(key, alternative, third):
    assert check(alternative, (key, alternative, third)).outcome == "equal"


@given(_WORDS, _WORDS)
def test_more_alternatives_never_make_an_answer_worse(key, response):
    ranks = ["equal", "almost", "wrong"]
    alone, more = check(response, (key,), Nothing()), check(response, (key, "Sonnabend"), Nothing())
    assert ranks.index(more.outcome) <= ranks.index(alone.outcome)


@given(_WORDS, _WORDS)
def test_a_lexicon_that_knows_all_words_is_never_milder(key, response):
    ranks = ["equal", "almost", "wrong"]
    free, strict = check(response, (key,), Nothing()), check(response, (key,), Everything())
    assert ranks.index(strict.outcome) >= ranks.index(free.outcome)


@given(_WORDS, st.text(max_size=12))
def test_any_text_gets_a_verdict(key, response):
    assert check(response, (key,), Nothing()).outcome in {"equal", "almost", "wrong"}


@pytest.mark.parametrize(
    ("typed", "right", "pos", "named"),
    [
        ("f|Nom|Sing;f|Acc|Sing", "f|Nom|Plur;f|Acc|Plur", "NOUN", "number"),
        ("m|Nom|Sing", "m|Gen|Sing", "NOUN", "case"),
        ("Inf", "Part", "VERB", "verbform"),
        ("Fin|Ind|Pres|3|Sing", "Fin|Ind|Past|3|Sing", "VERB", "tense"),
        ("Fin|Ind|Pres|3|Sing", "Fin|Sub|Pres|3|Sing", "VERB", "mood"),
        ("Fin|Ind|Pres|1|Sing", "Fin|Ind|Pres|3|Sing", "VERB", "person"),
        ("Fin|Ind|Pres|3|Sing;Part", "Fin|Ind|Past|3|Sing;Part", "VERB", "any"),
        ("Pos", "Pos", "ADJ", "ending"),
        ("Cmp", "Pos", "ADJ", "degree"),
    ],
)
def test_difference(typed, right, pos, named):
    assert difference(typed, right, pos) == named
