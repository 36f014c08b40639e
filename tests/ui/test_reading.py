"""Reading: the cursor, the panel, marks, dropped blocks, and text that means harm."""

import pytest

from learner.language.analysis import Word
from learner.lexicon.lexicon import Lexicon
from learner.settings import Settings
from learner.text.article import Dropped
from learner.ui.desk import Desk
from learner.ui.reading import entry_text
from learner.ui.reading.article_view import ArticleView
from tests.ui import sample
from tests.ui.conftest import NOW

HOSTILE = (
    ("body", "Das [bold]Amt[/bold] zahlt [@click=app.quit]heute[/] nichts.", "Der Rat\x1b[31m sagt\x07 nein\u202e!"),
)


def cursor(ui):
    """The words the cursor lights, in the order of the text."""
    view = ui.app.screen.query_one(ArticleView)
    article = view.words.analysis.article
    return [article.slice(article.tokens[token]) for token in view.words.unit(view.token)]


@pytest.mark.parametrize(
    ("keys", "lit"),
    [
        ([], ["Die"]),
        (["left"], ["Die"]),
        (["right", "right"], ["Bibliothek"]),
        (["down"], ["Ab"]),
        (["down", "right", "up"], ["Die"]),
        (["down", "right", "right"], ["leiht", "aus"]),
        (["end"], ["einrichten"]),
        (["end", "home"], ["Die"]),
        (["n"], ["Umbau"]),
        (["n", "tab"], ["ging", "einher"]),
        (["n", "n", "n"], ["Leseraum"]),
        (["end", "N", "shift+tab"], ["ging", "einher"]),
    ],
)
async def test_the_cursor_moves_by_words_sentences_and_open_words(drive, keys, lit):
    async with drive() as ui:
        await ui.press(*keys)
        assert cursor(ui) == lit


async def test_a_click_puts_the_cursor_on_a_word(drive):
    async with drive() as ui:
        await ui.click("einher")
        assert cursor(ui) == ["ging", "einher"]
        await ui.click("zufrieden")
        assert cursor(ui) == ["zufrieden"]


async def test_both_parts_of_a_separable_verb_are_lit(drive):
    async with drive() as ui:
        await ui.press("n", "n")
        view = ui.app.screen.query_one(ArticleView)
        lit = view.get_component_rich_style("article--cursor").bgcolor
        shown = [segment.text for y in range(view.size.height) for segment in view.render_line(y)
                 if segment.style.bgcolor == lit]  # fmt: skip
        assert shown == ["ging", "einher"]


async def test_the_panel_gives_the_entry(drive):
    async with drive() as ui:
        await ui.press("n", "n")
        for part in (
            "einhergehen · verb, separable · C1 · new word",
            "geht einher · ging einher · ist einhergegangen",
            "to go along with",
            "„zusammen mit etwas auftreten“",
            "[aɪ̯nˈheːɐ̯ˌɡeːən] · mit + Dativ · 1× here",
        ):
            assert part in ui.text


async def test_the_panel_names_article_and_plural(drive):
    async with drive() as ui:
        await ui.press("n")
        assert "der Umbau, die Umbauten" in ui.text
        await ui.click("Kosten")
        assert "die Kosten (plural only)" in ui.text


@pytest.mark.parametrize(("key", "status"), [("k", "known"), ("l", "learning"), ("x", "ignored")])
async def test_a_key_marks_the_word_and_takes_the_mark_back(drive, store, key, status):
    async with drive() as ui:
        await ui.press("n", key)
        assert store.words() == {"Umbau": status}
        assert f"Umbau · noun · B2 · {status}" in ui.text
        await ui.press(key)
        assert store.words() == {}
        assert "Umbau · noun · B2 · new word" in ui.text


async def test_a_word_without_an_entry_cannot_be_marked(drive, store):
    async with drive() as ui:
        await ui.press("k")
        assert store.words() == {}


async def test_the_head_says_how_much_is_known(drive):
    async with drive() as ui:
        assert "B1 · 94 % known · 1/3" in ui.text
        await ui.press("n", "n", "k")
        assert "B1 · 94 → 97 % known · 2/3" in ui.text


async def test_marks_look_different_without_colour(drive, store):
    store.mark_word("Umbau", "learning", NOW)
    store.mark_word("Werkzeug", "ignored", NOW)
    async with drive() as ui:
        view = ui.app.screen.query_one(ArticleView)
        segments = {s.text: s.style for y in range(view.size.height) for s in view.render_line(y)}
        faces = {word: (bool(segments[word].bold), bool(segments[word].underline), bool(segments[word].dim))
                 for word in ("Umbau", "einher", "Werkzeug", "Drittel")}  # fmt: skip
        assert len(set(faces.values())) == 4


async def test_below_110_columns_the_panel_stands_under_the_text_above_beside_it(drive):
    async with drive(size=(109, 40)) as ui:
        view, panel = ui.app.screen.query_one(ArticleView), ui.app.screen.query_one("EntryPanel")
        assert panel.region.y >= view.region.bottom
    async with drive(size=(110, 40)) as ui:
        view, panel = ui.app.screen.query_one(ArticleView), ui.app.screen.query_one("EntryPanel")
        assert panel.region.x >= view.region.right
        await ui.press("n")
        assert "Umbau · noun · B2" in ui.text


@pytest.mark.parametrize("width", [60, 80, 200])
async def test_lines_have_at_most_72_columns(drive, width):
    async with drive(size=(width, 40)) as ui:
        view = ui.app.screen.query_one(ArticleView)
        lines = ["".join(piece.text for piece in line.pieces) for line in view._lines]
        assert max(len(line) for line in lines) <= min(72, width - 4)
        assert " ".join(line for line in lines if line) == " ".join(view.words.analysis.article.text.split())


async def test_a_long_article_scrolls_with_the_cursor(drive):
    paragraphs = tuple(("body", f"Satz Nummer {number} steht hier.") for number in range(200))
    async with drive(sample.lesson(found=sample.article(paragraphs))) as ui:
        await ui.press("end")
        assert "Satz Nummer 199 steht hier." in ui.text
        await ui.press("pageup")
        assert "Satz Nummer 199" not in ui.text
        await ui.press("home")
        assert "Satz Nummer 0 steht" in ui.text
        await ui.press("pagedown")
        assert cursor(ui) == ["Satz"]
        assert ui.app.screen.query_one(ArticleView).token > 0


async def test_what_was_left_out_is_listed_with_reasons(drive):
    async with drive() as ui:
        await ui.press("t")
        assert "Left out of this page: 2" in ui.text
        assert "share links" in ui.text
        assert "Teilen auf Facebook" in ui.text
        await ui.press("escape")
        assert cursor(ui) == ["Die"]


async def test_hostile_text_is_shown_literally(drive):
    found = sample.article(HOSTILE, title="[red]Titel[/red]", dropped=(Dropped("[b]x[/b]\x1b[2J", "dropped.share", 0),))
    async with drive(sample.lesson(found=found, title="[red]Titel[/red]")) as ui:
        assert "[red]Titel[/red]" in ui.text
        assert "Das [bold]Amt[/bold] zahlt [@click=app.quit]heute[/] nichts." in ui.text
        assert "␛[31m sagt␇ nein�!" in ui.text
        await ui.click("heute")
        assert ui.app.is_running
        assert cursor(ui) == ["heute"]
        await ui.press("t")
        assert "[b]x[/b]␛[2J" in ui.text


async def test_an_article_without_words_is_shown_all_the_same(drive):
    async with drive(sample.lesson(found=sample.article((("body", "… – …"),)))) as ui:
        await ui.press("right", "down", "end", "n", "k", "pagedown")
        assert "… – …" in ui.text


@pytest.mark.parametrize(
    ("form", "pos", "gloss"),
    [("dem", "DET", "the"), ("bei", "ADP", "at, near"), ("wir", "PRON", "we"), ("dann", "ADV", "then")],
)
def test_function_words_are_explained_from_the_word_table(store, clock, form, pos, gloss):
    with Lexicon.open() as table:
        entry = Desk(Settings(), store, clock, lambda: table).unlisted(form, Word(form, pos, "", {}))
    assert entry is not None
    assert entry.lexeme.glosses[0].text.startswith(gloss)
    assert "ui.entry.times" not in list(entry_text.notes(entry, lambda key, **_: key))


def test_names_and_words_without_a_table_are_not(store, clock):
    with Lexicon.open() as table:
        desk = Desk(Settings(), store, clock, lambda: table)
        assert desk.unlisted("Merkel", Word("Merkel", "PROPN", "", {})) is None
    assert Desk(Settings(), store, clock, lambda: None).unlisted("dem", Word("der", "DET", "", {})) is None
