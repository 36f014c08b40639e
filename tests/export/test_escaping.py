"""Article text in Anki fields: shown as it is, never live."""

import html
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learner.export import escaping
from learner.export.notes import Run

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=[]))
SYNTAX = st.text(alphabet="[]{}()\\$<>&:/c1l\"' \n", max_size=30)


def shown(field: str) -> str:
    """What a reader sees of a field: tags taken out, references resolved."""
    return html.unescape(re.sub(r"<[^>]*>", "", field.replace("<br>", "\n")))


@given(ANY_TEXT | SYNTAX)
def test_a_reader_sees_the_text(text):
    assert shown(escaping.field(text)) == escaping.clean(text)


@given(ANY_TEXT | SYNTAX)
def test_nothing_is_live(text):
    field = escaping.field(text)
    assert not re.search(r"[\[\]{}\"']|::|\\|[\x00-\x1f]", field)
    assert set(re.findall(r"<[^>]*>", field)) <= {"<span>", "</span>", "<br>"}
    field.encode("utf-8")


@given(st.lists(st.builds(Run, SYNTAX, st.booleans(), SYNTAX), max_size=6), st.booleans())
def test_only_our_own_deletions_are_clozes(runs, together):
    field = escaping.cloze(tuple(runs), together=together)
    gaps = [run for run in runs if run.marked]
    assert len(re.findall(r"\{\{c\d+::", field)) == len(gaps) == field.count("}}")
    for deletion in re.findall(r"\{\{c\d+::(.*?)\}\}", field, flags=re.DOTALL):
        assert deletion.count("::") <= 1


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Öl & Gas", "Öl &amp; Gas"),
        ("ich <3 dich", "ich &lt;3 dich"),
        ("[sound:x.mp3]", "&#91;sound:x.mp3&#93;"),
        ("{{c1::x}}", "&#123;&#123;c1:&#58;x&#125;&#125;"),
        ("\\(x\\)", "<span>&#92;</span>(x<span>&#92;</span>)"),
        ("a\r\nb\rc\td", "a<br>b<br>c d"),
        ("A\x1fB\x00C", "ABC"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("U\u0308ber", "Über"),
        ("\ud800x", "x"),
        ("14:30 Uhr", "14:30 Uhr"),
    ],
)
def test_field(text, field):
    assert escaping.field(text) == field


def test_marked_gapped_and_cloze():
    passage = (
        Run("Es "),
        Run("ging", marked=True, hint="einhergehen: Verb"),
        Run(" mit <b> "),
        Run("einher", marked=True),
    )
    assert escaping.marked(passage) == "Es <b>ging</b> mit &lt;b&gt; <b>einher</b>"
    assert escaping.gapped(passage) == "Es _____ mit &lt;b&gt; _____"
    assert escaping.cloze(passage, together=True) == (
        "Es {{c1::ging::einhergehen&#58; Verb}} mit &lt;b&gt; {{c1::einher}}"
    )
    assert "{{c2::einher}}" in escaping.cloze(passage, together=False)


@given(ANY_TEXT)
def test_fields_are_nfc(text):
    assert unicodedata.is_normalized("NFC", escaping.clean(text))
