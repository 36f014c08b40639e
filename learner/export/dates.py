"""When each note last changed, kept in `anki.toml` beside the lesson: Anki updates a note only if it is newer."""

import hashlib
import json
import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import msgspec

from learner.errors import ExportError

FILE = "anki.toml"
_HEAD = (
    "# When each note last changed, so that Anki takes over what is new and leaves the rest alone.\n"
    "# Written by `learner export anki`; keep it with the lesson.\n"
)
_LAST_YEAR = 2100  # such a date would keep every later correction out of Anki
_TICK = timedelta(seconds=1)  # Anki counts in whole seconds


class Dated(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A hash of a note's content and the moment since which it has been so."""

    content: str
    changed: Annotated[datetime, msgspec.Meta(tz=True)]

    def __post_init__(self) -> None:
        if self.changed.year > _LAST_YEAR:
            raise ValueError(f"{self.changed:%Y} is no year in which a note was changed")


class DatesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in anki.toml: the dates by the notes' keys."""

    version: int
    notes: dict[str, Dated] = {}


def content_hash(tags: Sequence[str], values: Sequence[str]) -> str:
    """A short hash of everything that Anki would show of a note."""
    return hashlib.blake2b("\x1f".join([*tags, "\x1e", *values]).encode(), digest_size=8).hexdigest()


def dated(known: Mapping[str, Dated], contents: Mapping[str, str], now: datetime) -> dict[str, Dated]:
    """The dates of notes by key: the known one where the content is the same, else now, but always later than known."""
    moment = now.astimezone(UTC).replace(microsecond=0)
    return {key: _date(known.get(key), content, moment) for key, content in contents.items()}


def _date(known: Dated | None, content: str, now: datetime) -> Dated:
    if known is None:
        return Dated(content, now)
    return known if known.content == content else Dated(content, max(now, known.changed + _TICK))


def read_dates(folder: Path | None) -> dict[str, Dated]:
    """The dates kept in a lesson's folder; none where there is no such file. Raises ExportError for a damaged one."""
    path = folder / FILE if folder else None
    if path is None or not path.exists():
        return {}
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), DatesFile).notes
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError, OSError) as error:
        hint = "Without this file every note counts as changed today: delete it or restore it."
        raise ExportError(f"cannot be read: {error}", where=str(path), hint=hint) from error


def write_dates(folder: Path, dates: Mapping[str, Dated]) -> None:
    """Keep the dates beside the lesson; the file is replaced in one step."""
    lines = [f"{_quoted(key)} = {{ content = {_quoted(d.content)}, changed = {_time(d)} }}" for key, d in dates.items()]
    unfinished = folder / f"{FILE}.new"
    unfinished.write_text("\n".join([_HEAD, "version = 1", "", "[notes]", *lines, ""]), encoding="utf-8")
    unfinished.replace(folder / FILE)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _time(date: Dated) -> str:
    return date.changed.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
