"""Words already known: from decks of any layout and from lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learner.errors import ExportError
from learner.export import anki
from learner.export.known import bare_word, read_known
from tests.export.sample import NOW, lesson
from tests.export.test_package import exported, studied

LEMMAS = {
    word.casefold(): word for word in ("Durchbruch", "Kraftwerk", "Verhandlung", "einigen", "Haus", "gehen", "schön")
}


def recognise(word):
    return LEMMAS.get(word.casefold())


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        ("Haus", "Haus"),
        ("das Haus", "Haus"),
        ("Das Haus, die Häuser", "Haus"),
        ("der/die Angestellte", "Angestellte"),
        ("das <b>Haus</b>&nbsp;[sound:haus.mp3]", "Haus"),
        ("<div>das Haus</div><div>house</div>", "Haus"),
        ("Haus<br>Plural: Häuser", "Haus"),
        ("sich einigen", "einigen"),
        ("einigen (sich)", "einigen"),
        ("gehen – ging – gegangen", "gehen"),
        ("gehen - ging", "gehen"),
        ("{{c1::Haus::Gebäude}}", "Haus"),
        ("H&auml;user", "Häuser"),
        ("Scho\u0308n!", "Schön"),
        ("Balkon-Kraftwerk", "Balkon-Kraftwerk"),
        ("die Ehe", "Ehe"),
        ("dies", "dies"),
        ("", ""),
        ("[sound:x.mp3]", ""),
    ],
)
def test_the_word_in_a_field(cell, word):
    assert bare_word(cell) == word


@given(st.text(max_size=60))
def test_any_field_gives_one_line(cell):
    assert "\n" not in bare_word(cell)


def test_a_deck_without_reviews_is_known(tmp_path):
    anki.write([lesson()], tmp_path / "a.apkg", now=NOW)
    found = read_known(tmp_path / "a.apkg", recognise)
    assert found.known == ("Durchbruch", "Kraftwerk", "Verhandlung", "einigen")
    assert found.learning == ()
    assert found.unrecognised == ("einhergehen",)


def test_in_a_studied_deck_the_schedule_decides(learner, tmp_path):
    path = exported(studied(learner), tmp_path / "a.apkg", legacy=True)
    found = read_known(path, recognise)
    assert (found.known, found.learning) == ((), ("Durchbruch",))
    card = next(card for card in learner.cards("Word:Kraftwerk"))
    card.ivl, card.reps = 30, 5
    learner.collection.update_card(card)
    found = read_known(exported(learner, path, legacy=True), recognise)
    assert (found.known, found.learning) == (("Kraftwerk",), ("Durchbruch",))


@pytest.mark.parametrize(
    ("text", "known", "unrecognised"),
    [
        ("Haus\ngehen\nxyz\n", ("Haus", "gehen"), ("xyz",)),
        ("house;das Haus\nto go;gehen\n", ("Haus", "gehen"), ()),
        ("das Haus\thouse\ngehen\tto go\n", ("Haus", "gehen"), ()),
        ('"das Haus\nund mehr",house\n"gehen",go\n', ("Haus", "gehen"), ()),
        ("\ufeffHaus\r\ngehen\r\n", ("Haus", "gehen"), ()),
        (
            "#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:4\nHaus\tHaus\tgehen\tHaus\n",
            ("gehen",),
            (),
        ),
        ("#separator:Semicolon\nHaus;gehen\n", ("Haus",), ()),
        ("", (), ()),
        ("# nur ein Kommentar\n", (), ()),
        ("a,b\nc,d\n", (), ()),
    ],
)
def test_lists_of_words(tmp_path, text, known, unrecognised):
    path = tmp_path / "words.txt"
    path.write_bytes(text.encode())
    found = read_known(path, recognise)
    assert (found.known, found.unrecognised) == (known, unrecognised)


@pytest.mark.parametrize("data", [b"Haus\0", "Häuser".encode("latin-1"), b'"' + b"x" * 200_000])
def test_what_is_no_list_is_said(tmp_path, data):
    path = tmp_path / "words.txt"
    path.write_bytes(data)
    with pytest.raises(ExportError) as failure:
        read_known(path, recognise)
    assert failure.value.where == str(path)


def test_a_missing_list_is_said(tmp_path):
    with pytest.raises(ExportError, match="cannot be read"):
        read_known(tmp_path / "none.txt", recognise)


def test_sentences_are_asked_sparingly(tmp_path):
    asked = []
    path = tmp_path / "long.txt"
    path.write_text("".join(f"Haus\tein langer Satz {n}\n" for n in range(5000)), encoding="utf-8")
    read_known(path, lambda word: asked.append(word) or recognise(word))
    assert len(asked) < 5000 + 2 * 250
