"""The learner's own keys: what is wrong with them is said at the start, and nothing is in the way."""

import pytest

from learner import wording
from learner.settings import Settings
from learner.ui.keymaps import VIM
from learner.ui.own_keys import commands, faults, is_key


def said(keys, **settings):
    return faults(Settings(keys=keys, **settings), wording.say)


def test_right_keys_say_nothing():
    assert said({"practice.hint": "f5", "reading.known": "K", "library.search": "ctrl+g", "app.help": "?"}) == []


def test_a_mistyped_command_is_named_with_the_nearest():
    [sentence] = said({"practice.hnt": "f5"})
    assert sentence == "[keys]: there is no command “practice.hnt”. Did you mean “practice.hint”?"


def test_a_command_like_no_other_leads_to_the_help():
    [sentence] = said({"xyzzy": "f5"})
    assert "The help of each screen" in sentence


def test_a_name_that_is_no_key():
    [sentence] = said({"practice.hint": "strg+h"})
    assert sentence.startswith("[keys]: “strg+h” (for practice.hint) is no key.")


@pytest.mark.parametrize(
    ("keys", "pair"),
    [
        ({"practice.hint": "s"}, "“s” is given to two commands, practice.hint and practice.skip"),
        (
            {"practice.hint": "f6", "practice.skip": "f6"},
            "“f6” is given to two commands, practice.hint and practice.skip",
        ),
        ({"practice.hint": "tab"}, "“tab” is given to two commands, gap.next and practice.hint"),
        ({"library.search": "g"}, "“g” is given to two commands, library.first and library.search"),
        ({"reading.known": "f1"}, "“f1” is given to two commands, app.help-function-key and reading.known"),
    ],
)
def test_a_key_given_twice(keys, pair):
    assert any(pair in sentence for sentence in said(keys))


@pytest.mark.parametrize(
    "keys",
    [
        {"practice.hint": "n"},  # n belongs to the reading screen alone
        {"practice.next": "space"},  # comes when the answer's own commands are over
        {"practice.hint": "s", "practice.skip": "f7"},  # the first owner has another key now
        {"practice.hint": "h"},
    ],
)
def test_a_key_that_is_free_there(keys):
    assert said(keys) == []


def test_vims_keys_count_where_they_are_chosen():
    assert said({"reading.look-up": "j"}) == []
    assert len(said({"reading.look-up": "j"}, keymap="vim")) == 1


@pytest.mark.parametrize(
    ("key", "right"),
    [
        *(
            (name, True)
            for name in ("x", "ü", "?", "+", "f12", "ctrl+shift+left", "question_mark", "number_sign", "minus")
        ),
        *((name, False) for name in ("F5", "Ctrl+h", "hh", "ctrl+", "numbersign", "")),
    ],
)
def test_what_a_key_is(key, right):
    assert is_key(key) is right


def test_every_key_of_the_program_is_a_key_and_every_vim_command_exists():
    known = commands()
    assert len(known) > 90
    assert all(is_key(key) for keys in (*known.values(), *VIM.values()) for key in keys.split(","))
    assert VIM.keys() <= known.keys()


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_faults_are_told_at_the_start_and_nothing_waits(drive, size):
    async with drive(lesson=None, size=size, toasts=True, keys={"practice.hnt": "f5"}) as ui:
        assert "practice.hnt" in ui.text
        [told] = ui.app._notifications
        assert told.title.endswith("settings.toml")
        await ui.press("s")
        assert "Statistics" in ui.text


async def test_nobody_is_told_anything_about_right_keys(drive):
    async with drive(lesson=None, toasts=True, keys={"practice.hint": "f5"}) as ui:
        assert "settings.toml" not in ui.text
