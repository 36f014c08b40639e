"""Files and standard input."""

import io

import pytest

from learner.errors import SourceError
from learner.sources.reading import MOST_BYTES, from_text, read

TEXT = "Der Verein baut eine neue Halle. Die Stadt hilft dabei."


def test_a_text_file_is_read(tmp_path):
    file = tmp_path / "artikel.txt"
    file.write_text(TEXT, encoding="utf-8")
    found = read(str(file))
    assert (found.text, found.kind, found.origin) == (TEXT, "text", str(file))


@pytest.mark.parametrize(("name", "kind"), [("a.html", "html"), ("a.htm", "html"), ("a.md", "text"), ("a", "text")])
def test_the_ending_tells_pages_from_text(tmp_path, name, kind):
    file = tmp_path / name
    file.write_text(TEXT, encoding="utf-8")
    assert read(str(file)).kind == kind


def test_standard_input_is_read():
    assert read("-", stdin=io.BytesIO(TEXT.encode())).text == TEXT


def test_nothing_on_standard_input_is_said():
    with pytest.raises(SourceError, match="nothing on standard input"):
        read("-", stdin=None)


def test_a_paste_of_html_is_a_page():
    assert from_text("<html><body><p>Ja</p></body></html>").kind == "html"


def test_fifty_megabytes_are_refused_without_reading_them_all(tmp_path):
    file = tmp_path / "riese.txt"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(SourceError, match="larger than 10 MB"):
        read(str(file))
    stream = io.BytesIO(b"a" * (MOST_BYTES + 5000))
    with pytest.raises(SourceError, match="larger than"):
        read("-", stdin=stream)
    assert stream.tell() == MOST_BYTES + 1


@pytest.mark.parametrize(
    ("name", "what"), [("fehlt.txt", "no such file"), ("", "folder"), ("a\x00b", "cannot be read")]
)
def test_what_cannot_be_opened_is_said(tmp_path, name, what):
    with pytest.raises(SourceError, match=what):
        read(str(tmp_path / name) if name else str(tmp_path))
