"""A text that is also written for another level can be read there, and Esc leads back."""

import pytest

from learner.packs.writing import write
from learner.ui.reading.screen import ReadingScreen
from learner.ui.start import Start
from tests.ui import sample

SIMPLER = """# Einfacher

Die Stadt baut ein neues Haus. Viele Leute helfen mit. Im Herbst ist alles fertig, und dann gibt es ein großes Fest.
"""


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "lektion"
    write(sample.lesson(), place)
    return place


async def test_the_key_is_there_only_where_a_version_is(drive, folder):
    async with drive(Start(folder)) as ui:
        assert "other level" not in ui.keys
    (folder / "text.a2.md").write_text(SIMPLER, encoding="utf-8")
    async with drive(Start(folder)) as ui:
        assert isinstance(ui.app.screen, ReadingScreen)
        await ui.press("e")
        assert "Die Stadt baut ein neues Haus." in ui.text
        assert "A2" in ui.text
        await ui.press("p")
        assert "Die Stadt baut ein neues Haus." in ui.text
        await ui.press("escape")
        assert "Die Stadt baut ein neues Haus." not in ui.text
        assert isinstance(ui.app.screen, ReadingScreen)
