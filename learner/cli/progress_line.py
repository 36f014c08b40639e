"""Progress of long work on stderr: one line redrawn on a terminal, a single line elsewhere."""

import sys

import click


class ProgressLine:
    """Called with the share done (0-1) and what is being done; silent once the work is finished."""

    def __init__(self) -> None:
        self._told = False

    def __call__(self, share: float, doing: str) -> None:
        """Tell how far the work is."""
        if sys.stderr.isatty():
            end = "\n" if share >= 1 else ""
            click.echo(f"\r\x1b[K{doing} {share:4.0%}{end}", err=True, nl=False)
        elif not self._told:
            click.echo(f"{doing} …", err=True)
        self._told = True
