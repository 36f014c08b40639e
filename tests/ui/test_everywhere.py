"""What holds on every screen: help, palette, themes, languages, narrow terminals, keys that matter now."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.color import Color
from textual.widget import Widget

from learner import wording
from learner.exercises.item import Choice, Option
from learner.ui import app as app_module
from tests.ui import sample

UI = Path(app_module.__file__).parent
TO_SCREEN = {"library": ["escape"], "reading": [], "practice": ["p"], "result": ["p", "s", "s", "s", "s", "s", "s"]}


async def reach(ui, name):
    if name == "result":
        await ui.press("p", *["ctrl+s"] * 6)
    else:
        await ui.press(*TO_SCREEN[name])


@pytest.mark.parametrize("name", TO_SCREEN)
@pytest.mark.parametrize("language", ["en", "de"])
async def test_help_explains_each_screen_and_closes_again(drive, name, language):
    async with drive(language=language) as ui:
        await reach(ui, name)
        before = ui.text
        await ui.press("question_mark")
        explained = wording.say(f"ui.help.{name}", language).split()[:3]
        assert " ".join(explained) in ui.text
        await ui.press("escape")
        assert ui.text == before


async def test_help_in_a_gap_is_a_function_key(drive):
    async with drive(sample.lesson([sample.TYPED])) as ui:
        await ui.press("p", "f1")
        assert "Every answer is stored at once" in " ".join(ui.text.replace("│", " ").split())


async def test_the_palette_offers_the_screens_keys_in_words(drive, store):
    async with drive() as ui:
        await ui.press("n", "ctrl+p")
        await ui.pilot.press(*"known")
        await ui.settle()
        assert "known" in ui.text
        await ui.press("enter", "enter")
        assert store.words() == {"Umbau": "known"}


async def test_the_palette_changes_the_theme(drive):
    async with drive() as ui:
        await ui.press("ctrl+p")
        await ui.pilot.press(*"theme high")
        await ui.press("enter", "enter")
        assert ui.app.theme == "high-contrast"


def luminance(colour):
    """Relative luminance after WCAG 2.2."""
    parts = [part / 255 for part in Color.parse(colour).rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["dark", "light", "high-contrast", "colour-blind"])
async def test_themes_are_registered_and_readable(drive, theme):
    async with drive(theme=theme) as ui:
        found = ui.app.current_theme
        assert found.name == theme
        least = 7 if theme == "high-contrast" else 4.5
        colours = [found.foreground, found.accent, found.success, found.warning, found.error, found.variables["quiet"]]
        assert min(contrast(found.background, colour) for colour in colours) >= least
        assert {colour.lower() for colour in (found.primary, found.accent)} == {found.accent.lower()}


async def test_no_color_shows_no_colour(drive, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with drive() as ui:
        await ui.press("p", "1")
        segments = [segment for strip in ui.app.screen._compositor.render_strips() for segment in strip]
        assert ui.app.no_color
        filtered = [ui.app._filters[-1].apply([segment], None) for segment in segments]
        colours = {c.triplet for [s] in filtered for c in (s.style.color, s.style.bgcolor) if c and c.triplet}
        assert len(colours) > 1
        assert all(len({c.red, c.green, c.blue}) == 1 for c in colours)
        assert "✗ Wrong" in ui.text


async def test_nothing_moves_by_itself(drive):
    async with drive() as ui:
        assert ui.app.animation_level == "none"


@pytest.mark.parametrize("name", TO_SCREEN)
@pytest.mark.parametrize("language", ["en", "de"])
async def test_sixty_columns_are_enough(drive, name, language):
    async with drive(size=(60, 20), language=language) as ui:
        await reach(ui, name)
        assert max(map(len, ui.text.split("\n"))) <= 60
        assert wording.say("ui.key.help", language) in ui.keys


async def test_keys_that_do_not_matter_now_are_not_shown(drive):
    async with drive() as ui:
        await ui.press("p")
        assert "undo" not in ui.keys
        assert "next" not in ui.keys
        await ui.press("2")
        assert "next" in ui.keys
        assert "skip" not in ui.keys
        assert "choose" not in ui.keys


async def test_a_key_in_the_bar_can_be_clicked(drive):
    async with drive() as ui:
        await ui.click("practise")
        assert "1 of 6" in ui.text


async def test_hostile_items_are_shown_literally(drive):
    hostile = Choice(
        id="w-question-2",
        exercise="w-question",
        skill="comprehension",
        level="B1",
        stem="Was heißt [red]das[/red]?",
        context="Er rief [[[bold]]]: \x1b[2J!",
        options=(Option("[@click=app.quit]a[/]", correct=True), Option("[b]b\x07")),
        evidence=("nirgends",),
    )
    async with drive(sample.lesson([hostile])) as ui:
        await ui.press("p")
        assert "Was heißt [red]das[/red]?" in ui.text
        assert "␛[2J!" in ui.text
        await ui.click("[@click=app.quit]a[/]")
        assert "✓ Right" in ui.text
        assert "[b]b␇" in ui.text


@pytest.mark.parametrize(
    "item",
    [
        Choice(id="x-1", exercise="x", skill="grammar", level="B1", stem="?", options=(Option("a"),)),
        sample.Gap(id="x-2", exercise="x", skill="grammar", level="B1", stem="?", passage="ohne Lücke"),
        sample.Gap(id="x-3", exercise="x", skill="grammar", level="B1", stem="?", passage="halb [[offen"),
        sample.Match(id="x-4", exercise="x", skill="grammar", level="B1", stem="?", pairs=()),
        sample.Order(id="x-5", exercise="x", skill="grammar", level="B1", stem="?", chunks=()),
    ],
)
async def test_an_item_nobody_could_answer_is_passed_over(drive, item):
    async with drive(sample.lesson([item, sample.CHOICE])) as ui:
        await ui.press("p")
        assert "Womit ging der Umbau einher?" in ui.text


def widgets():
    """Every class of the interface that has keys."""
    for file in sorted(UI.rglob("*.py")):
        name = ".".join(file.relative_to(UI.parent.parent).with_suffix("").parts)
        for value in vars(import_module(name)).values():
            if isinstance(value, type) and value.__module__ == name and "BINDINGS" in vars(value):
                yield value


def test_every_key_has_words_in_both_languages():
    keys = {binding.description for widget in widgets() for binding in widget.BINDINGS if isinstance(binding, Binding)}
    for language in wording.LANGUAGES:
        assert keys - {""} <= wording.sentences(language).keys()


def test_every_sentence_asked_for_exists():
    asked = {key for file in UI.rglob("*.py") for key in re.findall(r'"(ui\.[a-z.-]+)"', file.read_text())}
    assert len(asked) > 60
    assert asked <= wording.sentences("en").keys()


def test_no_widget_imports_the_app():
    importing = [file.name for file in UI.rglob("*.py") if "learner.ui.app" in file.read_text()]
    assert importing in ([], ["preview.py"])  # an app of its own, for authors


def test_classes_of_the_interface_stay_small():
    import ast

    for file in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ClassDef):
                assert node.end_lineno - node.lineno < 200, (file.name, node.name)


def test_every_widget_is_found():
    assert len([widget for widget in widgets() if issubclass(widget, Widget)]) >= 8
