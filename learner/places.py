"""Where things are: data shipped with the program, and the folders of the person who runs it."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("learner", appauthor=False)
_PACKAGE = Path(__file__).resolve().parent
_PACKAGED = _PACKAGE / "_data"  # in an installed wheel; wheels are unpacked, so importlib.resources is not needed
_CHECKOUT = _PACKAGE.parent  # in a checkout or an editable install


def bundled_path(*parts: str) -> Path:
    """The shipped file or folder below `lessons` or `assets`."""
    root = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    return root.joinpath(*parts)


def _folder(name: str, default: Path) -> Path:
    home = os.environ.get("LEARNER_HOME")
    path = Path(home) / name if home else default
    path.mkdir(parents=True, exist_ok=True)
    return path


def data_folder() -> Path:
    """The folder for what must not be lost (progress, lessons); $LEARNER_HOME/data when that is set."""
    return _folder("data", _DIRS.user_data_path)


def cache_folder() -> Path:
    """The folder for what can be built again (the word table); $LEARNER_CACHE or $LEARNER_HOME/cache when set."""
    if cache := os.environ.get("LEARNER_CACHE"):
        Path(cache).mkdir(parents=True, exist_ok=True)
        return Path(cache)
    return _folder("cache", _DIRS.user_cache_path)


def config_folder() -> Path:
    """The folder of settings.toml; $LEARNER_HOME/config when that is set."""
    return _folder("config", _DIRS.user_config_path)
