"""Hearing a word: with the voice the system has, found when it is asked for; nothing is installed or fetched."""

import shutil
import subprocess
from collections.abc import Callable

_VOICES = (("espeak-ng", "-v", "de", "--"), ("spd-say", "-l", "de", "--"), ("say", "-v", "Anna", "--"))
_MOST = 200


def voice(find: Callable[[str], str | None] = shutil.which) -> tuple[str, ...] | None:
    """The command that speaks German, without the words; None where the system has none."""
    return next(((path, *words) for name, *words in _VOICES if (path := find(name))), None)


def speak(text: str, command: tuple[str, ...]) -> None:
    """Say it, without waiting for the end; the text is one argument and never a command."""
    subprocess.Popen(  # noqa: S603  (a program found in PATH, the text as an argument behind `--`)
        [*command, text[:_MOST]], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
