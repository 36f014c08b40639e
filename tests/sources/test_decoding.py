"""Bytes become text, or a clear sentence."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learner.errors import LearnerError, SourceError
from learner.sources.decoding import decode, looks_like_html

TEXT = "Die Gespräche über „große“ Brücken – endlich."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_usual_encodings_are_found(encoding):
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_a_declared_encoding_wins():
    assert decode("größer".encode("iso-8859-15"), "a.txt", declared="iso-8859-15") == "größer"


def test_a_page_may_declare_it_itself():
    page = '<html><head><meta charset="iso-8859-1"></head><body>Größe</body></html>'
    assert "Größe" in decode(page.encode("iso-8859-1"), "a.html")


def test_an_unknown_declared_encoding_is_passed_over():
    assert decode(TEXT.encode(), "a.txt", declared="x-klingonisch") == TEXT


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "no text"),
        (b" \n\t", "no text"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04rest", "zip archive"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"SQLite format 3\x00", "a database"),
        (b"{\\rtf1 Text}", "a Word document"),
        (b"Text\x00mit\x00Nullen" * 20, "binary"),
        ("Журнал пишет о мосте".encode("cp1251"), "encoding"),
    ],
)
def test_what_is_no_text_is_named(data, what):
    with pytest.raises(SourceError, match=what) as caught:
        decode(data, "datei")
    assert caught.value.where == "datei"
    assert caught.value.hint


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_known_error(data):
    with contextlib.suppress(LearnerError):
        assert isinstance(decode(data, "x"), str)


def test_an_article_that_mentions_a_tag_is_no_page():
    assert not looks_like_html("Im Kurs lernen sie, was <b> bedeutet. Danach bauen sie eine Seite.")
    assert looks_like_html("<!DOCTYPE html><html><body><p>Text</p></body></html>")
