"""anki.toml: what keeps unchanged notes untouched."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learner.errors import ExportError
from learner.export.dates import Dated, dated, read_dates, write_dates
from tests.export.sample import LATER, NOW

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1)
MOMENTS = st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@given(dates=st.dictionaries(TEXT, st.builds(Dated, TEXT, MOMENTS), max_size=5))
def test_dates_come_back_as_written(tmp_path_factory, dates):
    folder = tmp_path_factory.mktemp("lesson")
    write_dates(folder, dates)
    assert read_dates(folder) == dates
    assert [file.name for file in folder.iterdir()] == ["anki.toml"]


def test_unchanged_content_keeps_its_date_and_changed_content_is_later():
    known = {"same": Dated("a", NOW), "other": Dated("b", NOW)}
    found = dated(known, {"same": "a", "other": "c", "new": "d"}, LATER)
    assert found == {"same": Dated("a", NOW), "other": Dated("c", LATER), "new": Dated("d", LATER)}


def test_a_clock_that_goes_wrong_still_gives_a_later_date():
    found = dated({"x": Dated("a", LATER)}, {"x": "b"}, NOW)
    assert found["x"].changed == LATER + timedelta(seconds=1)


def test_local_time_is_kept_as_utc():
    berlin = datetime(2026, 11, 24, 10, 30, 0, 5, tzinfo=timezone(timedelta(hours=1)))
    assert dated({}, {"x": "a"}, berlin)["x"].changed == NOW


def test_no_folder_and_no_file_know_no_dates(tmp_path):
    assert read_dates(None) == read_dates(tmp_path) == {}


ENTRY = 'version = 1\n[notes]\n"x" = {{ content = "a", changed = {} }}\n'


@pytest.mark.parametrize(
    "text",
    [
        "version = ",
        "version = 1\nother = 2\n",
        'version = 1\n[notes]\n"x" = 3\n',
        ENTRY.format("2026-11-24T09:30:00"),
        ENTRY.format("9999-12-31T23:59:59Z"),
        ENTRY.format("yesterday"),
        "\xff",
    ],
)
def test_a_damaged_file_is_named(tmp_path, text):
    (tmp_path / "anki.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(ExportError) as failure:
        read_dates(tmp_path)
    assert str(tmp_path / "anki.toml") in str(failure.value)
