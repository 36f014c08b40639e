"""Persons, places, organisations and nationalities; short forms are one with the full name."""

import pytest

from tests.language.sample import analysis_of, rows


@pytest.mark.parametrize(("text", "name", "kind", "role", "times", "note"), rows("names.tsv"))
def test_names(text, name, kind, role, times, note, lexicon):
    found = {one.name: one for one in analysis_of(text, lexicon).names}
    assert name in found, (note, list(found))
    one = found[name]
    assert (one.kind, one.role or "-") == (kind, role), note
    assert len(one.mentions) >= int(times), (note, [text[span.start : span.end] for span in one.mentions])


def test_two_bearers_of_a_last_name_stay_two(lexicon):
    analysis = analysis_of("Peter Huber und Maria Huber kamen. Huber sprach.", lexicon)
    assert {"Peter Huber", "Maria Huber"} <= {name.name for name in analysis.names}


def test_the_sex_comes_from_first_name_title_or_role(lexicon):
    text = "Anna Keller, Herr Voss und Kanzlerin Yamashiro kamen."
    assert [name.gender for name in analysis_of(text, lexicon).names if name.kind == "person"] == ["f", "m", "f"]


def test_common_nouns_are_no_names(lexicon):
    assert analysis_of("Der Hund schläft im Garten, und die Kinder essen Kuchen.", lexicon).names == ()


def test_a_last_name_that_is_also_a_first_name_tells_no_gender(lexicon):
    text = "Das Brot kam von der Bäckerei Steffen. Die Lehrerin fragte Ursula Steffen. Steffen war nicht sicher."
    people = [name for name in analysis_of(text, lexicon).names if name.kind == "person"]
    assert [(name.name, name.gender) for name in people] == [("Ursula Steffen", "f")]
