"""Parameters that several commands share."""

import sys
from typing import BinaryIO

import click

from learner.cli.speaking import tell
from learner.lexicon.lexeme import LEVELS

LEVEL = click.Choice(LEVELS, case_sensitive=False)


def standard_input(source: str) -> BinaryIO | None:
    """Standard input where the source is `-`; a person at a terminal is told how to end."""
    if source != "-":
        return None
    if sys.stdin.isatty():
        tell("cli.paste")
    return sys.stdin.buffer
