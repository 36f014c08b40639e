"""JSON Schemas of the files an author writes, so that editors complete and check them."""

from typing import Any

import msgspec

from learner.packs.layout import ItemsFile, LessonFile, WordsFile
from learner.packs.pack import PackFile

FILES: dict[str, type] = {"pack": PackFile, "lesson": LessonFile, "words": WordsFile, "items": ItemsFile}


def schema(name: str) -> dict[str, Any]:
    """The schema of `pack`, `lesson`, `words` or `items` (JSON Schema 2020-12); closed, as the reader is."""
    found = msgspec.json.schema(FILES[name])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{name}.toml", **found}


def written(name: str) -> str:
    """The schema as text."""
    return msgspec.json.format(msgspec.json.encode(schema(name)), indent=2).decode() + "\n"
