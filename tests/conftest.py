"""Every test has a home of its own; the word table, which takes half a minute to build, is shared by all."""

import os
from pathlib import Path

import pytest
from platformdirs import user_cache_path

SHARED_CACHE = Path(os.environ.get("LEARNER_CACHE") or user_cache_path("learner", appauthor=False))


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    """A fresh home folder for settings, lessons and progress."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("LEARNER_HOME", str(folder))
    monkeypatch.setenv("LEARNER_CACHE", str(SHARED_CACHE))
    return folder
