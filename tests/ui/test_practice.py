import pytest

from tests.ui import sample


def answers(store):
    """What is stored: item, response, outcome."""
    return [(attempt.item, attempt.response, attempt.outcome) for attempt in store.attempts()]


@pytest.mark.parametrize(
    ("keys", "response", "outcome"),
    [
        (["2"], 1, "equal"),
        (["down", "enter"], 1, "equal"),
        (["up", "enter"], 2, "wrong"),
        (["down", "down", "down", "space"], 0, "wrong"),
    ],
)
async def test_a_choice_is_answered_by_number_or_arrows(drive, store, keys, response, outcome):
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p", *keys)
        assert answers(store) == [("w-question-1", response, outcome)]


async def test_a_choice_is_answered_by_a_click(drive, store):
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p")
        await ui.click("mit hohen Kosten")
        assert answers(store) == [("w-question-1", 1, "equal")]
        await ui.click("mit einem Streit")
        assert len(answers(store)) == 1


async def test_a_number_without_an_option_is_no_answer(drive, store):
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p", "9")
        assert answers(store) == []


@pytest.mark.parametrize("typed", ["ein", "Verein"])
async def test_a_gap_takes_the_missing_part_or_the_whole_word(drive, store, typed):
    async with drive(sample.lesson([sample.TYPED])) as ui:
        await ui.press("p", *typed, "enter")
        assert answers(store) == [("type-word-verein", (typed,), "equal")]
        assert "✓ Right" in ui.text


async def test_letters_are_typed_and_commands_are_function_keys(drive, store):
    async with drive(sample.lesson([sample.TYPED])) as ui:
        await ui.press("p", "e", "u", "s", "question_mark", "backspace")
        assert "Vereus" in ui.text
        assert "F1 help" in ui.keys
        assert "^s skip" in ui.keys
        await ui.press("ctrl+u", "e", "i", "n", "enter")
        assert answers(store)[0][1] == ("ein",)


async def test_an_empty_gap_is_not_answered_by_accident(drive, store):
    async with drive(sample.lesson([sample.TYPED])) as ui:
        await ui.press("p", "enter")
        assert answers(store) == []
        assert "Still empty: 1" in ui.text
        await ui.press("enter")
        assert answers(store) == [("type-word-verein", ("",), "wrong")]


@pytest.mark.parametrize(
    "keys",
    [
        ["1", "tab", "3"],
        [*"Drittel", "enter", *"Rechnung"],
        ["down", "tab", "down", "down"],
        ["tab", "3", "shift+tab", "1"],
    ],
)
async def test_a_word_bank_is_used_by_number_by_typing_or_with_arrows(drive, store, keys):
    async with drive(sample.lesson([sample.BANK])) as ui:
        await ui.press("p", *keys, "enter")
        assert answers(store) == [("word-bank-1", ("Drittel", "Rechnung"), "equal")]


async def test_a_word_bank_is_used_with_the_mouse(drive, store):
    async with drive(sample.lesson([sample.BANK])) as ui:
        await ui.press("p")
        await ui.click("1 Drittel")
        await ui.click("der ▁▁▁▁")
        await ui.click("3 Rechnung")
        await ui.press("enter")
        assert answers(store) == [("word-bank-1", ("Drittel", "Rechnung"), "equal")]


async def test_a_c_test_is_filled_from_gap_to_gap(drive, store):
    async with drive(sample.lesson([sample.C_TEST])) as ui:
        await ui.press("p", *"ser", "enter", *"ie")
        assert "2 of 3 filled" in ui.text
        await ui.press("tab", *"ken", "enter")
        assert answers(store) == [("c-test-1", ("ser", "ie", "ken"), "equal")]


async def test_a_c_test_shows_what_was_right_in_each_gap(drive):
    async with drive(sample.lesson([sample.C_TEST])) as ui:
        await ui.press("p", *"ser", "tab", *"as", "enter", "enter", "enter")
        assert "✓Leser" in ui.text
        assert "✗das\u00a0→\u00a0die" in ui.text
        assert "✗–\u00a0→\u00a0Ecken" in ui.text


async def test_pairs_are_matched_by_letters(drive, store):
    async with drive(sample.lesson([sample.MATCH])) as ui:
        await ui.press("p", "c", "b", "enter")
        assert answers(store) == [("match-meanings-1", (2, 1), "equal")]


async def test_pairs_are_matched_with_the_mouse_and_changed(drive, store):
    async with drive(sample.lesson([sample.MATCH])) as ui:
        await ui.press("p")
        await ui.click("a  costs")
        await ui.press("enter")
        assert answers(store) == []
        await ui.click("b  rebuilding")
        await ui.click("das Werkzeug")
        await ui.press("backspace", "c", "enter")
        assert answers(store) == [("match-meanings-1", (2, 1), "equal")]


async def test_chunks_are_moved_into_order(drive, store):
    async with drive(sample.lesson([sample.ORDER])) as ui:
        await ui.press("p")
        answer = ui.app.screen.query_one("OrderAnswer")
        for wanted in range(1, 5):
            place = answer._order.index(wanted)
            while answer._at != place:
                await ui.press("down" if answer._at < place else "up")
            await ui.press(*["shift+up"] * (place - wanted))
        await ui.press("enter")
        assert answers(store) == [("word-order-1", (0, 1, 2, 3, 4), "equal")]


async def test_a_chunk_is_taken_up_and_carried(drive, store):
    item = sample.Order(**{**_fields(sample.ORDER), "chunks": ("Ab Mai", "leiht", "sie aus.")})
    async with drive(sample.lesson([item])) as ui:
        await ui.press("p")
        assert ui.app.screen.query_one("OrderAnswer")._order == [0, 2, 1]
        await ui.press("space", "down", "space", "enter")
        assert answers(store) == [("word-order-1", (0, 1, 2), "equal")]


async def test_sentences_in_the_right_order_stand_one_below_the_other(drive):
    chunks = ("Die Bibliothek öffnet im Mai.", "Werkzeug leiht sie auch aus.", "Der Umbau war teuer.")
    item = sample.Order(**{**_fields(sample.ORDER), "chunks": chunks})
    async with drive(sample.lesson([item])) as ui:
        await ui.press("p", "enter")
        assert [line.strip() for line in ui.text.splitlines() if line.strip()[:2] in {"1 ", "2 ", "3 "}] == [
            f"{number} {chunk}" for number, chunk in enumerate(chunks, 1)
        ]


def _fields(item):
    return {name: getattr(item, name) for name in item.__struct_fields__}


async def test_feedback_gives_sign_reason_and_evidence(drive):
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p", "1")
        assert "✗ Wrong" in ui.text
        assert "Nobody speaks of breaks." in ui.text
        assert f"„{sample.EVIDENCE}“  paragraph\u00a02" in ui.text


async def test_evidence_is_shown_in_the_article(drive):
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p", "2", "e")
        assert "▌ Der Umbau ging mit hohen Kosten einher." in ui.text
        await ui.press("escape")
        assert "✓ Right" in ui.text


async def test_an_answer_is_taken_back_on_disk_too(drive, store):
    async with drive() as ui:
        await ui.press("p", "1", "u")
        assert answers(store) == []
        assert "1 of 6" in ui.text
        await ui.press("2", "enter", "ctrl+z")
        assert answers(store) == []
        assert "1 of 6" in ui.text


async def test_leaving_keeps_everything_and_goes_on_later(drive, store):
    async with drive() as ui:
        await ui.press("p", "2", "enter", *"ein", "enter", "escape", "p")
        assert "3 of 6" in ui.text
    async with drive() as ui:
        await ui.press("p")
        assert "3 of 6" in ui.text


async def test_a_skipped_item_comes_back_next_time(drive):
    async with drive() as ui:
        await ui.press("p", "s")
        assert "2 of 6" in ui.text
        await ui.press("ctrl+s", "escape", "p")
        assert "1 of 6" in ui.text


async def test_a_finished_lesson_begins_a_new_round(drive, store):
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p", "2", "enter", "enter", "enter")
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p", "1")
        assert [(attempt.round, attempt.outcome) for attempt in store.attempts()] == [(1, "equal"), (2, "wrong")]


async def test_words_come_back_by_their_schedule_and_not_when_the_answer_is_taken_back(drive, store):
    later = sample_time(days=30)
    async with drive(sample.lesson([sample.TYPED])) as ui:
        await ui.press("p", *"ein", "enter")
        assert [(card.subject, card.uid) for card in store.cards.due(later)] == [("Verein", "5a3b1e00")]
        await ui.press("u")
        assert store.cards.reviews() == []
        await ui.press(*"ein", "enter")
        assert [review.rating for review in store.cards.reviews()] == [3]


async def test_trying_the_missed_ones_again_moves_no_date(drive, store):
    async with drive(sample.lesson([sample.CHOICE])) as ui:
        await ui.press("p", "1", "enter", "r", "2")
        assert [review.rating for review in store.cards.reviews()] == [1]
        assert [attempt.outcome for attempt in store.attempts()] == ["wrong", "equal"]


@pytest.mark.parametrize(
    ("hints", "points", "rating"),
    [([], 1.0, 3), (["f2"], 0.75, 2), (["f2", "f2"], 0.0, 1)],
)
async def test_hints_cost_points(drive, store, hints, points, rating):
    async with drive(sample.lesson([sample.TYPED])) as ui:
        await ui.press("p", *hints, *"ein", "enter")
        assert [attempt.points for attempt in store.attempts()] == [points]
        assert [review.rating for review in store.cards.reviews()] == [rating]


async def test_a_hint_is_for_the_gap_the_cursor_is_in(drive, store):
    async with drive(sample.lesson([sample.C_TEST])) as ui:
        await ui.press("p", "tab", "f2")
        assert "It begins with “di”." in ui.text
        await ui.press("tab")
        assert "It begins with" not in ui.text
        await ui.press("f2", "f2")
        assert "It is “Ecken”." in ui.text
        await ui.press("shift+tab", *"ie", "tab", *"ken", "tab", *"ser", "enter")
        assert [attempt.points for attempt in store.attempts()] == [1.75]
        assert "(hints: −1.25)" in ui.text


@pytest.mark.parametrize(
    ("item", "keys", "said"),
    [
        (sample.CHOICE, ["h"], "It is not “mit vielen Pausen”."),
        (sample.CHOICE, ["h", "h"], "The article says: „Der Umbau ging"),
        (sample.CHOICE, ["h", "h", "h"], "It is “mit hohen Kosten”."),
        (sample.MATCH, ["down", "f2"], "It begins with “r”."),
        (sample.ORDER, ["h"], "It begins with “Ab Mai leiht”."),
        (sample.ORDER, ["h", "h"], "It is “Ab Mai leiht sie auch Werkzeug aus.”."),
    ],
)
async def test_every_kind_of_item_has_hints(drive, item, keys, said):
    async with drive(sample.lesson([item])) as ui:
        await ui.press("p", *keys)
        assert said in ui.text


async def test_umlauts_by_a_key(drive, store):
    async with drive(sample.lesson([sample.TYPED])) as ui:
        await ui.press("p", *"ua", "f3")
        assert "Veruä" in ui.text
        await ui.press("f3", *"s", "f3")
        assert "Veruaß" in ui.text


async def test_the_time_of_a_c_test_is_counted_when_wanted(drive):
    async with drive(sample.lesson([sample.C_TEST, sample.TYPED])) as ui:
        await ui.press("p")
        assert "5:00" not in ui.text
        await ui.press("f4")
        assert "5:00 · 1 of 2" in ui.text
        await ui.press("ctrl+s", "f4")
        assert "5:00" not in ui.text


async def test_words_the_learner_knows_are_not_asked(drive, store):
    store.mark_word("Verein", "known", sample_time(days=0))
    async with drive() as ui:
        await ui.press("p")
        assert "1 of 5" in ui.text


def sample_time(**delta):
    from datetime import timedelta

    from tests.ui.conftest import NOW

    return NOW + timedelta(**delta)


LONG = sample.Match(
    id="match-meanings-9",
    exercise="match-meanings",
    skill="vocabulary",
    level="B1",
    stem="Was passt zusammen?",
    pairs=tuple((f"links {number}", f"rechts {number}") for number in range(12)),
)


async def test_a_hint_below_the_screens_foot_comes_into_sight_and_the_pair_again(drive):
    async with drive(sample.lesson([LONG]), size=(60, 20)) as ui:
        await ui.press("p", "f2")
        assert "It begins with “r”." in ui.text
        await ui.press("down")
        assert "▸ links 1" in ui.text


async def test_the_gap_one_goes_to_is_kept_in_sight(drive):
    sentences = " ".join(f"Das ist der lange Satz-{number}, und in ihm fehlt das [[Wort]]." for number in range(30))
    gaps = sample.Gap(
        id="c-test-9", exercise="c-test", skill="comprehension", level="B1", stem="Ergänze.", passage=sentences
    )
    async with drive(sample.lesson([gaps]), size=(60, 20)) as ui:
        await ui.press("p")
        assert "Satz-29," not in ui.text
        await ui.press("shift+tab")
        assert "Satz-29," in ui.text
        await ui.press("tab")
        assert "Satz-0," in ui.text
