"""The result: points, bars, what was missed, and the ways on."""

from tests.ui import sample


async def practised(ui):
    """A wrong choice, a right gap, and the result."""
    await ui.press("p", "1", "enter", *"ein", "enter", "enter")


async def test_points_bars_and_missed_items_are_shown(drive):
    async with drive(sample.lesson([sample.CHOICE, sample.TYPED])) as ui:
        await practised(ui)
        assert "1 of 2 points" in ui.text
        assert "Comprehension  ░░░░░░░░░░░░░░░░░░░░  0/1" in ui.text
        assert "Vocabulary     ████████████████████  1/1" in ui.text
        assert "· Womit ging der Umbau einher?" in ui.text


async def test_missed_words_are_named_with_their_article(drive):
    async with drive(sample.lesson([sample.TYPED])) as ui:
        await ui.press("p", "x", "enter", "enter")
        assert "Words to look at again tomorrow\n" in ui.text
        assert "der Verein" in ui.text


async def test_the_missed_ones_are_tried_again_in_the_same_round(drive, store):
    async with drive(sample.lesson([sample.CHOICE, sample.TYPED])) as ui:
        await practised(ui)
        await ui.press("r")
        assert "1 of 1" in ui.text.split("\n")[0]
        await ui.press("2", "enter")
        assert "1 of 1 points" in ui.text
        assert {attempt.round for attempt in store.attempts()} == {1}
        assert "missed ones again" not in ui.keys


async def test_how_much_of_the_text_is_known_is_said(drive):
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p", "2", "enter")
        assert "You know 94 % of this text.\n" in ui.text


async def test_what_was_marked_in_this_session_counts_before_and_now(drive):
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("n", "k", "p", "2", "enter")
        assert "You know 96 % of this text now (94 % before)." in ui.text
        await ui.press("r", "enter")
        assert len(ui.app.screen_stack) == 1


async def test_a_mark_beside_the_evidence_counts_too_and_is_seen_in_the_article(drive):
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        before = ui.text.split("\n")[0]
        await ui.press("p", "2", "e", "right", "k", "escape")
        await ui.press("enter")
        assert "(94 % before)." in ui.text
        await ui.press("u", "escape")
        assert before not in ui.text


async def test_enter_goes_to_the_library(drive):
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p", "2", "enter", "enter")
        assert len(ui.app.screen_stack) == 1
        assert "import" in ui.keys


async def test_a_deck_for_anki_is_written_into_the_current_folder(drive, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p", "2", "enter", "d")
        assert (tmp_path / "die-bibliothek-am-markt.apkg").stat().st_size > 1000
        assert "die-bibliothek-am-markt.apkg" in ui.text


async def test_a_deck_that_cannot_be_written_is_told_calmly(drive, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "die-bibliothek-am-markt.apkg").mkdir()
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p", "2", "enter", "d")
        assert "die-bibliothek-am-markt.apkg" in ui.text
        assert "close" in ui.keys or "close" in ui.text
        await ui.press("enter")
        assert "result" in ui.text.split("\n")[0]


async def test_a_round_in_which_all_was_skipped_says_so(drive):
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p", "s")
        assert "Nothing answered yet." in ui.text
