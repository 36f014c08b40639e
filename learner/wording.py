"""All sentences of the interface by key, in English and German: one folder of TOML files per language.

A key is `table.name` (`exercise.meaning.instruction`); `{name}` in a sentence is filled by a value. Values are never
parsed: braces or markup in an article stay what they are.
"""

import re
import tomllib
from functools import cache
from typing import Any

from learner.places import bundled

LANGUAGES = ("en", "de")
_FIELD = re.compile(r"\{(\w+)\}")


def say(key: str, language: str = "en", /, **values: object) -> str:
    """The sentence for a key with its values filled in; the key itself where no sentence exists."""
    sentence = sentences(language).get(key) or sentences("en").get(key, key)
    return _FIELD.sub(lambda match: str(values.get(match[1], match[0])), sentence)


@cache
def sentences(language: str) -> dict[str, str]:
    """Every sentence of a language by its dotted key; English for a language that has none."""
    folder = bundled("assets", "wording", language if language in LANGUAGES else "en")
    found: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            found.update(_flatten(tomllib.loads(file.read_text(encoding="utf-8"))))
    return found


def _flatten(table: dict[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            flat.update(_flatten(value, f"{prefix}{name}."))
        else:
            flat[prefix + name] = str(value)
    return flat
