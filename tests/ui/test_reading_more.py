"""Reading: line numbers, voice, look-up, reviews of words being learnt; keys as the learner wants them."""

import tomllib
from datetime import timedelta

import msgspec
import pytest

from learner.settings import Settings, read_settings, settings_path, write_choices
from learner.ui.keymaps import VIM
from learner.ui.reading import voice
from tests.ui import sample
from tests.ui.conftest import NOW


async def test_lines_are_numbered_on_demand(drive, golden):
    async with drive() as ui:
        plain = ui.text
        await ui.press("#")
        assert ui.text == golden("reading-numbers", ui.text)
        await ui.press("#")
        assert ui.text == plain


async def test_line_numbers_fit_into_sixty_columns(drive):
    async with drive(size=(60, 20)) as ui:
        await ui.press("#")
        assert max(map(len, ui.text.split("\n"))) <= 60
        assert " 5 " in ui.text


async def test_a_word_being_learnt_comes_in_tomorrows_reviews(drive, store):
    async with drive() as ui:
        await ui.press("n", "l")
        assert store.cards.due(NOW) == []
        [card] = store.cards.due(NOW + timedelta(days=1))
        assert (card.subject, card.content.sentence[:3]) == ("Umbau", "Der")
        await ui.press("l")
        assert store.cards.due(NOW + timedelta(days=9)) == []


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ({"espeak-ng", "say"}, ("/bin/espeak-ng", "-v", "de", "--")),
        ({"spd-say"}, ("/bin/spd-say", "-l", "de", "--")),
        ({"say"}, ("/bin/say", "-v", "Anna", "--")),
        (set(), None),
    ],
)
def test_the_systems_own_voice_is_found(system, command):
    assert voice.voice(lambda name: f"/bin/{name}" if name in system else None) == command


async def test_a_word_is_heard_or_the_missing_voice_told(drive, monkeypatch):
    said = []
    monkeypatch.setattr(voice, "speak", lambda text, command: said.append((text, command)))
    monkeypatch.setattr(voice, "voice", lambda: ("voice",))
    async with drive() as ui:
        await ui.press("n", "n", "v")
        assert said == [("einhergehen", ("voice",))]
        monkeypatch.setattr(voice, "voice", lambda: None)
        await ui.press("v")
        assert len(said) == 1
        assert any("no voice" in notice.message for notice in ui.app._notifications)


async def test_a_word_is_looked_up(drive, golden, monkeypatch):
    asked = []

    def look_up(word):
        asked.append(word)
        return {"Kosten": ()}.get(word, sample.entries(sample.article())[5:6])

    monkeypatch.setattr("learner.ui.reading.look_up_screen.look_up", look_up)
    async with drive() as ui:
        await ui.press("n", "n", "o")
        assert ui.text == golden("reading-look-up", ui.text)
        await ui.press("ctrl+u", *"Kosten", "enter")
        assert asked == ["einhergehen", "Kosten"]
        assert "in none of the dictionaries" in ui.text
        await ui.press("escape")
        assert "Die Bibliothek" in ui.text.split("\n")[0]


def test_the_real_word_table_knows_words():
    from learner.ui.jobs import look_up

    found = look_up("ging")
    assert found is None or "gehen" in {entry.lexeme.lemma for entry in found}


async def test_vim_moves_with_letters_and_marks_with_figures(drive, store):
    async with drive(keymap="vim") as ui:
        await ui.press("l", "l", "h", "j", "k", "j")
        assert ui.app.screen._view.token == ui.app.screen._words._sentences[1]
        assert store.words() == {}
        await ui.press("n", "2")
        assert list(store.words().values()) == ["learning"]
        assert "1 known" in ui.keys


async def test_the_learners_own_keys_win(drive, store):
    async with drive(keymap="vim", keys={"reading.known": "f5"}) as ui:
        await ui.press("n", "f5")
        assert list(store.words().values()) == ["known"]


async def test_every_key_of_the_vim_map_belongs_to_a_command(drive):
    async with drive() as ui:
        ids = {active.binding.id for active in ui.app.screen.active_bindings.values()}
        assert ids >= VIM.keys()


async def test_a_theme_chosen_in_the_palette_is_kept(drive):
    async with drive() as ui:
        ui.app.action_theme("colour-blind")
        assert ui.app.theme == "colour-blind"
        assert read_settings().theme == "colour-blind"


def test_choices_leave_the_rest_of_the_file_alone():
    settings_path().write_text('# mine\nlanguage = "de"  # Deutsch\n', encoding="utf-8")
    write_choices({"theme": "light"})
    text = settings_path().read_text(encoding="utf-8")
    assert text.startswith('# mine\nlanguage = "de"  # Deutsch\n')
    assert tomllib.loads(text) == {"language": "de", "theme": "light"}
    assert read_settings() == Settings(language="de", theme="light")


async def test_the_head_says_what_was_known_before_and_is_now(drive):
    async with drive() as ui:
        assert "94 % known" in ui.text.split("\n")[0]
        await ui.press("n", "n", "k")
        assert "94 → 97 % known" in ui.text.split("\n")[0]
        await ui.press("k")
        assert "· 94 % known" in ui.text.split("\n")[0]


def labelled():
    """The sample's article, its paragraphs named by the author."""
    found = sample.article()
    labels = iter("ABCD")
    parts = (
        msgspec.structs.replace(part, label="" if part.kind == "heading" else next(labels)) for part in found.paragraphs
    )
    return msgspec.structs.replace(found, paragraphs=tuple(parts))


async def test_an_authors_names_of_paragraphs_stand_beside_them(drive):
    async with drive(sample.lesson(found=labelled())) as ui:
        lines = [line.strip() for line in ui.text.split("\n")]
        assert any(line.startswith("A Die alte Bibliothek") for line in lines)
        assert "Bohrer statt Bücher" in lines
        assert any(line.startswith("B Der Umbau") for line in lines)
        await ui.press("p", "2")
        assert "paragraph\u00a0B" in ui.text
        await ui.press("e")
        assert "B▌Der Umbau" in ui.text


async def test_evidence_far_down_is_in_sight(drive):
    lesson = sample.lesson([sample.CHOICE], sample.article((*[sample.PARAGRAPHS[0]] * 12, *sample.PARAGRAPHS[1:])))
    async with drive(lesson) as ui:
        await ui.press("p", "2", "e")
        assert "▌ Der Umbau ging mit hohen Kosten einher." in ui.text
        lines = ui.text.split("\n")
        assert 5 < next(y for y, line in enumerate(lines) if "▌" in line) < 14


async def test_the_article_may_be_read_while_its_content_is_asked_about(drive):
    async with drive(sample.lesson([sample.CHOICE, sample.TYPED, sample.MATCH])) as ui:
        await ui.press("p", "a")
        assert "Die alte Bibliothek" in ui.text
        assert "practise" not in ui.keys
        await ui.press("escape")
        assert "Womit ging der Umbau einher?" in ui.text
        await ui.press("2")
        assert "F6" not in ui.keys
        await ui.press("enter", "f6")
        assert "Ergänze das fehlende Wort." in ui.text  # the article would give the word away
