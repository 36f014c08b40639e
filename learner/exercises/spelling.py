"""Ways of spelling a word: umlauts written as two letters, umlauts left out, one letter off."""

from itertools import product

UMLAUTS = frozenset("äöüÄÖÜ")
_TRANSCRIBED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "SS"}
_WITHOUT_DOTS = str.maketrans("äöüÄÖÜ", "aouAOU")
_MOST_PLACES = 8


def variants(key: str) -> frozenset[str]:
    """Every way of writing the key with ae, oe, ue, ss for some or all of its umlauts and sharp s, the key left out."""
    places = [index for index, letter in enumerate(key) if letter in _TRANSCRIBED][:_MOST_PLACES]
    found = {_written(key, places, choice) for choice in product((False, True), repeat=len(places))}
    return frozenset(found - {key})


def _written(key: str, places: list[int], choice: tuple[bool, ...]) -> str:
    transcribed = {place for place, chosen in zip(places, choice, strict=True) if chosen}
    return "".join(_TRANSCRIBED[letter] if index in transcribed else letter for index, letter in enumerate(key))


def sharp(text: str) -> str:
    """The text with the capital sharp s written small."""
    return text.replace("ẞ", "ß")


def undotted(text: str) -> str:
    """The text with a, o, u for its umlauts."""
    return text.translate(_WITHOUT_DOTS)


def other_case(text: str) -> str:
    """The text with its first letter in the other case."""
    return text[:1].swapcase() + text[1:]


def one_letter_off(typed: str, key: str) -> bool:
    """Whether one letter was changed, left out, added, or swapped with its neighbour; an umlaut is no such letter."""
    rest, right = _differing(typed, key)
    if not rest and not right:
        return False
    swapped = len(rest) == len(right) == 2 and rest == right[::-1]
    changed = max(len(rest), len(right)) == 1
    return (swapped or changed) and not UMLAUTS & set(rest + right)


def _differing(typed: str, key: str) -> tuple[str, str]:
    """What is left of both without the common beginning and the common end."""
    start = 0
    while start < min(len(typed), len(key)) and typed[start] == key[start]:
        start += 1
    typed, key = typed[start:], key[start:]
    end = 0
    while end < min(len(typed), len(key)) and typed[-1 - end] == key[-1 - end]:
        end += 1
    return typed[: len(typed) - end], key[: len(key) - end]
