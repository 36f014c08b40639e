"""Where in a TOML file something stands; tomllib keeps values, not lines."""

import re

_TABLE = re.compile(r"^\s*\[\[\s*items\s*\]\]")


def line_of(text: str, key: str, start: int = 1) -> int:
    """The first line at or below `start` that sets the key, up to the next item; `start` itself where none does."""
    pattern = re.compile(rf"(^|[{{,\s])\"?{re.escape(key)}\"?\s*=")
    lines = text.splitlines()
    for number in range(max(start, 1), len(lines) + 1):
        if number > start and _TABLE.match(lines[number - 1]) and start > 1:
            break
        if pattern.search(lines[number - 1]):
            return number
    return start


def item_lines(text: str) -> list[int]:
    """The line of every `[[items]]` table, in order."""
    return [number for number, line in enumerate(text.splitlines(), start=1) if _TABLE.match(line)]


def nth_line_of(text: str, line: str, number: int) -> int:
    """Where the line stands for the time after `number` others like it; 0 where it does not."""
    found = [at for at, one in enumerate(text.splitlines(), start=1) if one.strip() == line]
    return found[number] if number < len(found) else 0
