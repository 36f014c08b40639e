"""Values against a Struct: every unknown, missing and wrong field, with its line and the nearest known name."""

import difflib
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from learner.packs.findings import Finding
from learner.packs.lines import line_of

_AT = re.compile(r" - at `\$\.?([^`]*)`")
_FIELD = re.compile(r"field `([^`]+)`")
_MOST = 20


def faults_of(data: dict[str, Any], kind: type, file: str, text: str, line: int) -> Iterator[Finding]:
    """Every way in which the values do not fit the Struct.

    msgspec stops at the first fault, so unknown fields are taken out one by one and the rest is tried again.
    """
    rest = msgspec.json.decode(msgspec.json.encode(data, enc_hook=str))
    for _ in range(_MOST):
        try:
            msgspec.convert(rest, kind, strict=True)
        except msgspec.ValidationError as error:
            message = str(error)
            yield _finding(message, kind, file, text, line)
            if "unknown field" not in message or not _without(rest, message):
                return
        else:
            return


def _finding(message: str, kind: type, file: str, text: str, line: int) -> Finding:
    named = _FIELD.search(message)
    place = _AT.search(message)
    key = named[1] if named else (place[1].split(".")[-1].split("[")[0] if place else "")
    at = line_of(text, key, max(line, 1)) if key else line
    values = {"field": key, "place": place[1] if place else "", "error": _AT.sub("", message)}
    if "unknown field" in message:
        return Finding(file, at, "unknown-field", "fault", values | {"nearest": _nearest(key, kind)})
    if "missing required field" in message:
        return Finding(file, line, "missing-field", "fault", values)
    return Finding(file, at, "wrong-value", "fault", values)


def _nearest(field: str, kind: type) -> str:
    known = {name for struct in _structs(kind) for name in struct.__struct_encode_fields__}
    return next(iter(difflib.get_close_matches(field, sorted(known), n=1)), "")


def _structs(kind: type) -> Iterator[Any]:
    """The Struct and every Struct among the types of its fields."""
    yield kind
    info = msgspec.inspect.type_info(kind)
    for field in getattr(info, "fields", ()):
        inner = getattr(field.type, "item_type", field.type)
        if isinstance(inner, msgspec.inspect.StructType):
            yield from _structs(inner.cls)


def _without(data: Any, message: str) -> bool:
    """Take the unknown field out of the values; False where it is not found."""
    named, place = _FIELD.search(message), _AT.search(message)
    if named is None:
        return False
    target = data
    for step in re.findall(r"[^.\[\]]+", place[1] if place else ""):
        if step == "...":
            return _without_anywhere(data, named[1])
        target = target[int(step)] if isinstance(target, list) else target[step]
    return isinstance(target, dict) and target.pop(named[1], None) is not None


def _without_anywhere(data: Any, field: str) -> bool:
    if isinstance(data, dict):
        if field in data:
            del data[field]
            return True
        return any(_without_anywhere(value, field) for value in data.values())
    return isinstance(data, list) and any(_without_anywhere(value, field) for value in data)
