"""Numbers, quantities and dates, normalised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learner.language.dates import dates
from learner.language.numbers import value
from learner.language.quantities import quantities
from tests.language.sample import analysis_of, rows


def shown(quantity):
    number = f"{quantity.value:g}" if quantity.value < 1e5 else f"{quantity.value:.0f}"
    if quantity.high is not None:
        number += f"-{quantity.high:g}" if quantity.high < 1e5 else f"-{quantity.high:.0f}"
    return " ".join(filter(None, [number, quantity.unit, quantity.bound]))


def dated(date):
    weekday = f"w{date.weekday}" if date.weekday else ""
    return "/".join(filter(None, [date.iso, weekday]))


@pytest.mark.parametrize(("sentence", "wanted", "days", "note"), rows("quantities.tsv"))
def test_quantities_and_dates(sentence, wanted, days, note, lexicon):
    analysis = analysis_of(sentence, lexicon)
    assert "|".join(map(shown, quantities(analysis, 0))) == wanted.replace("-", "", wanted == "-"), note
    assert ("|".join(map(dated, dates(analysis, 0))) or "-") == days, note


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("100.000", 100000),
        ("1.234.567", 1234567),
        ("2,5", 2.5),
        ("1.234,56", 1234.56),
        ("zwölftausenddreihundertfünfzig", 12350),
        ("neunundneunzig", 99),
        ("hundertzwei", 102),
        ("anderthalb", 1.5),
        ("tausendundeins", 1001),
        ("undzwanzig", None),
        ("Haus", None),
        ("1.23", None),
        ("", None),
    ],
)
def test_numerals(text, number):
    assert value(text) == number


@given(st.integers(0, 10**9))
def test_grouped_digits_say_their_number(number):
    assert value(f"{number:,}".replace(",", ".")) == number


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_none(text):
    found = value(text)
    assert found is None or found >= 0
