"""Reads the classes of words under `assets/words`: a file for each topic, in it a key for each class.

`wordclass("verbs.asking")` is the key `asking` of `verbs.toml`.
"""

from functools import cache

import msgspec

from learner.errors import LexiconError
from learner.places import bundled_path

Class = str | tuple[str, ...] | dict[str, str]  # words parted by blanks; where one has a blank, a list; or a table


@cache
def wordclass(*names: str) -> frozenset[str]:
    """The words of one class or of several."""
    return frozenset(word for name in names for word in wordrow(name))


@cache
def wordrow(name: str) -> tuple[str, ...]:
    """The words of a class in their order; of a table those on the left."""
    found = _find(name)
    return tuple(found.split()) if isinstance(found, str) else tuple(found)


@cache
def wordmap(name: str) -> dict[str, str]:
    """A class that says something of each of its words."""
    found = _find(name)
    if not isinstance(found, dict):
        raise _damaged(name, "is no table")
    return found


def _find(name: str) -> Class:
    topic, _, section = name.partition(".")
    found = _topic(topic).get(section)
    if not found:
        raise _damaged(name, "is missing")
    return found


@cache
def _topic(topic: str) -> dict[str, Class]:
    """All classes of a topic."""
    path = bundled_path("assets", "words", f"{topic}.toml")
    try:
        return msgspec.toml.decode(path.read_bytes(), type=dict[str, Class])
    except (OSError, msgspec.DecodeError) as error:
        raise LexiconError(str(error), where=str(path), hint="Install the program again.") from error


def _damaged(name: str, what: str) -> LexiconError:
    topic, _, section = name.partition(".")
    return LexiconError(
        f"the class of words `{section}` {what}.", where=f"assets/words/{topic}.toml", hint="Install the program again."
    )
