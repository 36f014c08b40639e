"""All sentences of the interface by key, in English and German: one folder of TOML files per language.

A key is `table.name` (`exercise.meaning.instruction`); `{name}` in a sentence is filled by a value. Values are never
parsed: braces or markup in an article stay what they are.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from learner.places import bundled_path

LANGUAGES = ("en", "de")
_FIELD = re.compile(r"\{(\w+)\}")


def say(key: str, language: str = "en", /, **values: object) -> str:
    """The sentence for a key with its values filled in; the key itself where no sentence exists."""
    language = language if language in LANGUAGES else "en"
    sentence = _nearest(key, language) or sentences(language).get(key) or sentences("en").get(key, key)
    return _FIELD.sub(lambda match: str(values.get(match[1], match[0])), sentence)


def _nearest(key: str, language: str) -> str | None:
    """The sentence where it stands in the interface's own file, so that a start does not read the others."""
    return _of_file(language, "ui").get(key) if key.startswith("ui.") else None


@cache
def sentences(language: str) -> dict[str, str]:
    """Every sentence of a language by its dotted key; English for a language that has none."""
    folder = _folder(language)
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.toml")):
        found |= _of_file(language, file.stem)
    return found


@cache
def _of_file(language: str, name: str) -> dict[str, str]:
    file = _folder(language) / f"{name}.toml"
    return _flatten(tomllib.loads(file.read_text(encoding="utf-8")))


def _folder(language: str) -> Path:
    return bundled_path("assets", "wording", language if language in LANGUAGES else "en")


def _flatten(table: dict[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            flat.update(_flatten(value, f"{prefix}{name}."))
        else:
            flat[prefix + name] = str(value)
    return flat
