"""What is wrong with the learner's own keys: commands that do not exist, names that are no keys, a key given twice.

Every screen is imported to know the commands, so this is asked for only where there are keys of one's own.
"""

import difflib
import pkgutil
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

import learner.ui
from learner.settings import Settings
from learner.ui.keymaps import keymap

Say = Callable[..., str]
_NAMES = frozenset({known.value for known in Keys} | set(KEY_NAME_REPLACEMENTS.values()))
_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
_ANSWERS = frozenset({"choice", "gap", "match", "order"})
_ITEMS = frozenset({"practice", "review", "welcome"})
_AFTERWARDS = frozenset({"practice.next", "practice.evidence", "review.next"})
"""Commands that wait until the answer is given, when those of the answer's own are over."""


def commands() -> dict[str, str]:
    """The name of every command with its keys as the program comes."""
    found: dict[str, str] = {}
    for module in pkgutil.walk_packages(learner.ui.__path__, "learner.ui."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, type) and value.__module__ == module.name:
                own = vars(value).get("BINDINGS", ())
                found |= {one.id: one.key for one in own if isinstance(one, Binding) and one.id}
    return found


def faults(settings: Settings, say: Say) -> list[str]:
    """A sentence for each: what is wrong, and what to do about it."""
    known = commands()
    own = {name: _keys(keys) for name, keys in settings.keys.items()}
    said = [_unknown(name, known, say) for name in own if name not in known]
    said += [_no_key(key, name, say) for name, keys in own.items() for key in keys if not is_key(key)]
    now = {name: _keys(keys) for name, keys in (known | keymap(settings)).items() if name in known}
    return said + [say("ui.keys.twice", key=key, first=one, second=other) for key, one, other in _twice(own, now)]


def _keys(keys: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in keys.split(","))


def _unknown(name: str, known: Iterable[str], say: Say) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    advice = say("ui.keys.near", near=near[0]) if near else say("ui.keys.names")
    return f"{say('ui.keys.unknown', name=name)} {advice}"


def _no_key(key: str, name: str, say: Say) -> str:
    near = difflib.get_close_matches(key.lower(), _NAMES, n=1)
    advice = say("ui.keys.near", near=near[0]) if near else say("ui.keys.examples")
    return f"{say('ui.keys.no-key', key=key, name=name)} {advice}"


def is_key(key: str) -> bool:
    """Whether it is one sign, or the name of a key with or without modifiers: `x`, `f5`, `ctrl+g`, `question_mark`."""
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    if not _MODIFIERS.issuperset(modifiers):
        return False
    return len(base) == 1 or base in _NAMES or (base.islower() and _is_sign(base))


def _is_sign(name: str) -> bool:
    try:
        return bool(unicodedata.lookup(name.replace("_", " ")))
    except KeyError:
        return False


def _twice(own: Mapping[str, tuple[str, ...]], now: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """Each key of the learner's own that another command has at the same time, with the two."""
    found = {
        (key, *sorted((name, other)))
        for name in own.keys() & now.keys()
        for other, others in now.items()
        for key in own[name]
        if other != name and key in others and _meet(name, other)
    }
    return [(key, one, other) for key, one, other in sorted(found)]


def _meet(one: str, other: str) -> bool:
    """Whether two commands can be wanted on the same screen at the same time."""
    areas = {one.partition(".")[0], other.partition(".")[0]}
    if len(areas) == 1 or "app" in areas:
        return True
    beside = bool(areas & _ANSWERS) and bool(areas & _ITEMS)
    return beside and not _AFTERWARDS & {one, other}
