"""`learner serve`: the same program in a browser, for people without a terminal."""

import ipaddress
import sys

import click

from learner.cli.speaking import tell
from learner.errors import SettingsError


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--anyone", is_flag=True, help="Listen on an address that other machines can reach.")
def command(host: str, port: int, anyone: bool) -> None:
    """Show the interface in a browser on this machine.

    Whoever can reach the address uses the program as you: they see and change your progress, and read what your
    account may read through the import. So other addresses than this machine's own need --anyone.
    """
    if not loopback(host):
        if not anyone:
            hint = "With --anyone everyone who reaches it uses the program as you: your progress, your files."
            raise SettingsError("this address can be reached by other machines.", where=host, hint=hint)
        tell("cli.serve.anyone", host=host)
    from learner.cli.serving import OwnServer

    tell("cli.serve.address", address=f"http://{f'[{host}]' if ':' in host else host}:{port}")
    OwnServer(_program(), host=host, port=port, title="learner").serve()


def loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _program() -> str:
    """The command that shows the interface, run once per browser window."""
    import shlex

    return shlex.join([sys.executable, "-m", "learner"])
