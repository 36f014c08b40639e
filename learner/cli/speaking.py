"""Sentences in the person's language: results go to stdout, talk to stderr."""

from functools import cache

import click

from learner.settings import Settings, read_settings
from learner.wording import say


@cache
def settings() -> Settings:
    """The settings in force, read once per command."""
    return read_settings()


def sentence(key: str, /, **values: object) -> str:
    """The sentence for a key in the interface language."""
    return say(key, settings().language, **values)


def tell(key: str, **values: object) -> None:
    """Say something to the person, on stderr."""
    click.echo(sentence(key, **values), err=True)
