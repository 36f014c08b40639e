"""The clean-up: the pasted page of our own block by block, and F1 on the measured pages."""

import json
from pathlib import Path

import pytest

from learner.errors import TextError
from learner.text.blocks import block
from learner.text.markers import marker_of
from learner.text.reading import article, assembled, restore
from tests.text.figures import FILE, measure
from tests.text.table import rows

PASTED = Path(__file__).resolve().parent.parent / "data" / "pasted-article.txt"
F1_FLOOR = 0.90


@pytest.fixture(scope="module")
def page():
    return article(PASTED.read_text(encoding="utf-8"), "text")


def test_title_and_kicker_are_told_apart(page):
    assert page.title == "Lindenau streitet über die neue Brücke am Hafen"
    assert page.kicker == "Verkehrspolitik"


def test_the_lead_comes_first(page):
    assert page.paragraphs[0].kind == "lead"
    assert page.slice(page.paragraphs[0]).startswith("Bürgermeisterin Katrin Vogel will")


@pytest.mark.parametrize(
    "kept",
    [
        "Der Stadtrat von Lindenau hat am Dienstagabend",
        "Brandt forderte, den Bau sofort zu unterbrechen",
        "„Der Lärm ist schon heute kaum auszuhalten“",
        "Die alte Hafenbrücke stammt aus dem Jahr 1962.",
        "Mehrere Fachleute halten einen Neubau an derselben Stelle schon lange für unvermeidlich.",
    ],
)
def test_every_paragraph_stays_also_behind_teasers(page, kept):
    assert kept in page.text


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("Teilen per", "dropped.share"),
        ("Foto: M. Petersen", "dropped.caption"),
        ("Fünf Fehler", "dropped.teaser"),
        ("Unser Vergleich zeigt", "dropped.teaser"),
        ("Salz und Nässe", "dropped.teaser"),
        ("lesen Sie hier", "dropped.related"),
        ("Mehr zum Thema", "dropped.related"),
        ("Alle Rechte vorbehalten", "dropped.legal"),
        ("Zur Startseite", "dropped.navigation"),
        ("-0%1%2%", "dropped.progress"),
    ],
)
def test_page_furniture_goes_with_its_reason(page, part, reason):
    assert part not in page.text
    assert {block.reason for block in page.dropped if part in block.text} == {reason}


def test_a_dropped_block_comes_back_where_it_stood(page):
    index = next(number for number, block in enumerate(page.dropped) if "Salz und Nässe" in block.text)
    back = restore(page, index)
    assert len(back.dropped) == len(page.dropped) - 1
    before, _, after = back.text.partition("Salz und Nässe")
    assert "Der Lärm ist schon heute" in before
    assert "Die alte Hafenbrücke" in after


def test_bringing_every_block_back_loses_nothing(page):
    back = page
    while back.dropped:
        back = restore(back, 0)
    for one in page.dropped:
        assert " ".join(one.text.split()) in back.text


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("Hallo Welt", "too little text"),
        (
            "The minister said on Friday that the talks had been useful and that both sides would meet again soon.",
            "German",
        ),
        (
            "De minister zei vrijdag dat de gesprekken nuttig waren geweest en dat beide partijen elkaar weer zien.",
            "German",
        ),
        ("Ministeren sagde fredag, at samtalerne havde været nyttige, og at begge parter ville mødes igen.", "German"),
        ("word " * 300_000, "too long"),
    ],
)
def test_what_is_no_german_article_is_refused(text, what):
    with pytest.raises(TextError, match=what) as caught:
        article(text, "text")
    assert caught.value.hint


def test_an_authors_own_paragraphs_are_not_cleaned():
    found = assembled("Titel", None, [("Teilen per Mail ist hier ein Satz.", "body"), ("", "body")])
    assert found.text == "Teilen per Mail ist hier ein Satz."
    assert not found.dropped


def test_an_html_page_gives_its_article():
    found = article((PASTED.parent / "text" / "page.html").read_text(encoding="utf-8"), "html")
    assert found.title == "Die Bücherei zieht um"
    assert "Rund 40.000 Bände müssen in Kisten" in found.text
    assert "Alle Regale sind schon leer" in found.text
    assert "Impressum" not in found.text
    assert "Jetzt abonnieren" not in found.text


def test_html_without_an_article_is_refused():
    with pytest.raises(TextError):
        article("<html><body><nav><a href='/'>Start</a></nav></body></html>", "html")


@pytest.mark.skipif(not FILE.exists(), reason="the pages for measuring are not here")
def test_f1_on_pasted_pages_stays_above_the_floor():
    pages = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    assert measure(pages).f1 >= F1_FLOOR


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("Der Fahrer konnte am Freitagabend...Mehr lesen", True),
        ("Die Feuerwehr löschte den Brand … Weiterlesen »", True),
        ("Wer im Alter mehr lesen will, braucht Licht.", False),
    ],
)
def test_a_teaser_that_breaks_off_is_furniture(line, known):
    marker = marker_of(line)
    assert (marker is not None and marker.reason == "related") == known


@pytest.mark.parametrize(
    "line",
    [
        "Politik  Wirtschaft  Regionen  Kultur  Menschen  Podcast",
        "Schaffhausen Stadt | Kanton | Klettgau | Stein am Rhein",
        "HORIZONTE – Magazin für Wissen und Umwelt",
        "Von Ursina Gerber (Text) und Beat Aeschbach (Bilder)",
        "Aus Sofia und Brüssel berichten Henrik Lohse und Iwa Brandt",
        "Jetzt testen: 4 Wochen für 1 €",
    ],
)
def test_a_menu_a_paper_and_a_byline_are_no_title(line):
    body = "\n\n".join(
        "Die Stadt hat lange über das neue Bad beraten, und am Ende waren fast alle Mitglieder des Rats dafür. " * 2
        for _ in range(4)
    )
    for page in (f"{line}\n\nDie Neue im Rathaus\n\n{body}", f"Die Neue im Rathaus\n\n{line}\n\n{body}"):
        assert article(page, "text").title == "Die Neue im Rathaus"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Die **Halle** steht *seit* 1950 am [Fluss](https://example.org).[2]", "Die Halle steht seit 1950 am Fluss."),
        ("> Viele Leute haben lange auf diesen Tag gewartet.", "Viele Leute haben lange auf diesen Tag gewartet."),
        ("## Geschichte [Bearbeiten | Quelltext bearbeiten]", "Geschichte"),
        ("Im Jahr 2 * 3 Becken und 4 * 5 Bahnen [neu]", "Im Jahr 2 * 3 Becken und 4 * 5 Bahnen [neu]"),
    ],
)
def test_signs_of_markdown_and_wikis_are_taken_off(line, text):
    assert block(line).text == text


def test_the_heading_of_a_markdown_page_is_one():
    assert block("## Geschichte").heading
    assert not block("#Geschichte ist schön").heading


@pytest.mark.parametrize(("line", "reason", "note"), rows("furniture.tsv"))
def test_lines_of_the_page_are_known_by_their_words(line, reason, note):
    found = marker_of(line)
    assert (found.reason if found else "-") == reason, note


def test_a_name_above_the_date_is_no_heading():
    body = "Der Rat der Stadt hat am Montag lange über den neuen Hafen gestritten. " * 3
    page = article(
        f"Ein Hafen für alle\n\n{body}\n\nReto Amman\n\nTeilen Merken\n\n{body}\n\nDer Plan\n\n{body}", "text"
    )
    headings = [page.slice(one) for one in page.paragraphs if one.kind == "heading"]
    assert headings == ["Der Plan"]


@pytest.mark.parametrize(
    "above",
    [
        ["Front   Kanton   Schweiz   Sport   Leben   Abo ab Fr. 9.-", "Unter dem Parkhaus lag ein Bad"],
        ["Leute Kultur Sport Marktplatz ePaper", "Kultur", "Wem gehört das alte Bild im Rathaus?"],
        ["Fußball  Handball  Tischtennis  Schach  Tabellen", "Schach", "Nur Heimspiele"],
    ],
)
def test_the_title_is_the_line_above_the_text_and_no_menu(above):
    body = "Der Rat der Stadt hat am Montag lange über den neuen Hafen gestritten. " * 3
    assert article("\n\n".join([*above, body, body]), "text").title == above[-1]


def test_an_answer_in_a_dialogue_is_no_heading():
    body = "Der Rat der Stadt hat am Montag lange über den neuen Hafen gestritten. " * 3
    page = article(f"Hafen für alle\n\n{body}\n\n„Wir?“\n\n{body}\n\n„Keine Schönheitsfrage“\n\n{body}", "text")
    assert [page.slice(one) for one in page.paragraphs if one.kind == "heading"] == ["„Keine Schönheitsfrage“"]
    assert "„Wir?“" in page.text
