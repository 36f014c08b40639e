"""The lexicon, opened once: the word table takes half a minute to build the first time."""

import pytest

from learner.lexicon.lexicon import Lexicon
from tests.conftest import SHARED_CACHE


@pytest.fixture(scope="session")
def lexicon():
    patch = pytest.MonkeyPatch()
    patch.setenv("LEARNER_CACHE", str(SHARED_CACHE))
    with Lexicon.open() as found:
        yield found
    patch.undo()
