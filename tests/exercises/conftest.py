"""The word table, opened once, and analyses of articles of our own."""

from collections.abc import Iterator

import pytest

from learner.lexicon.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Iterator[Lexicon]:
    """The word table."""
    with Lexicon.open() as table:
        yield table
