"""The person's settings: settings.toml in the config folder, checked strictly, read once by a face (cli or ui)."""

from collections.abc import Mapping
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
    theme: Literal["light", "dark", "high-contrast", "colour-blind"] = "dark"
    keymap: Literal["arrows", "vim"] = "arrows"
    """`vim` moves with h j k l in the article too; 1 2 3 then mark words."""
    keys: dict[str, str] = {}
    """Other keys for a command: `"practice.hint" = "f5"`; the help of a screen names its commands."""
    almost_counts: bool = True
    """Whether an almost right answer (a lower-case noun, a slip of one letter) earns half the points."""
    timer: bool = False
    """Whether a C-test counts its five minutes from the start."""


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


def changed(settings: Settings, choices: Mapping[str, str]) -> Settings:
    """The settings with some values changed. Raises SettingsError for a value that means nothing."""
    try:
        return msgspec.convert(msgspec.to_builtins(settings) | dict(choices), Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(str(error)) from error


def write_choices(choices: Mapping[str, str], path: Path | None = None) -> None:
    """Write choices into the settings file, made where there is none; the rest of it, comments too, stays."""
    import tomlkit

    file = path or settings_path()
    document = tomlkit.parse(file.read_text(encoding="utf-8")) if file.exists() else tomlkit.document()
    for key, value in choices.items():
        document[key] = value
    beside = file.with_suffix(".new")
    beside.write_text(tomlkit.dumps(document), encoding="utf-8")
    beside.replace(file)


def _advice(message: str) -> str:
    import difflib

    unknown = message.split("`")[1] if "unknown field" in message else ""
    near = difflib.get_close_matches(unknown, Settings.__struct_fields__, n=1)
    return f"Did you mean `{near[0]}`?" if near else f"Known keys: {', '.join(Settings.__struct_fields__)}."
