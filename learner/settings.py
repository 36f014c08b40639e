"""The person's settings: settings.toml in the config folder, checked strictly, read once by a face (cli or ui)."""

import difflib
from pathlib import Path
from typing import Literal

import msgspec

from learner.errors import SettingsError
from learner.lexicon.lexeme import Level
from learner.places import config_folder


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person may choose; every field has a default, so no file is needed."""

    language: Literal["en", "de"] = "en"
    """The language of the interface and of feedback."""
    level: Level = "B1"
    """The learner's level."""
    theme: Literal["light", "dark", "high-contrast"] = "dark"
    almost_counts: bool = True
    """Whether an almost right answer (a lower-case noun, a slip of one letter) earns half the points."""


def settings_path() -> Path:
    """Where the settings file stands, whether it exists or not."""
    return config_folder() / "settings.toml"


def read_settings(path: Path | None = None) -> Settings:
    """The settings in force: the file's, defaults for the rest. Raises SettingsError with key and nearest known key."""
    file = path or settings_path()
    if not file.exists():
        return Settings()
    try:
        return msgspec.toml.decode(file.read_bytes(), type=Settings)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(str(error), where=str(file), hint=_advice(str(error))) from error


def _advice(message: str) -> str:
    unknown = message.split("`")[1] if "unknown field" in message else ""
    near = difflib.get_close_matches(unknown, Settings.__struct_fields__, n=1)
    return f"Did you mean `{near[0]}`?" if near else f"Known keys: {', '.join(Settings.__struct_fields__)}."
