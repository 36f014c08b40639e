"""The `learner` command: a group that imports a command only when it is called, and the edge where errors are told."""

import sys
from importlib import import_module
from typing import NoReturn

import click

from learner import __version__
from learner.cli import collecting
from learner.errors import LearnerError

COMMANDS: dict[str, tuple[str, str]] = {
    "analyze": ("learner.cli.analyze", "Level with reasons, vocabulary, quotes, what was dropped."),
    "check": ("learner.cli.check", "Findings for authors, with file and line."),
    "dictionary": ("learner.cli.dictionary", "Look words up; add dictionaries."),
    "data": ("learner.cli.data", "Back up, restore and export your progress."),
    "export": ("learner.cli.export", "Lessons for others: Anki decks."),
    "make": ("learner.cli.make", "Turn an article into a lesson folder."),
    "open": ("learner.cli.open", "Import an article or lesson and open it."),
    "pack": ("learner.cli.pack", "Write, build, install and remove packs of lessons."),
    "practice": ("learner.cli.practice", "Practise a lesson; --plain works line by line."),
    "review": ("learner.cli.review", "What is due today; --plain works line by line."),
    "serve": ("learner.cli.serve", "The same program in a browser on this machine."),
    "stats": ("learner.cli.stats", "What was practised and learnt."),
    "words": ("learner.cli.words", "Take over the words you know already."),
}


class LazyGroup(click.Group):
    """Knows its commands by name and short help; the module behind a command is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in alphabetical order."""
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None where there is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="learner")
@click.option("--debug", is_flag=True, help="Write a log file and say where it is.")
@click.pass_context
def program(ctx: click.Context, debug: bool) -> None:
    """German reading comprehension in the terminal.

    Without a command, `learner` opens the library.
    """
    if debug:
        _start_log()
    if ctx.invoked_subcommand is None:
        from learner.cli.open import open_library

        open_library()


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit; no error a person can cause or meet shows a traceback."""
    collecting.seldom()
    try:
        sys.exit(program.main(args=arguments, prog_name="learner", standalone_mode=False) or 0)
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except LearnerError as error:
        _leave(str(error), 1)
    except (KeyboardInterrupt, click.Abort):
        _leave("stopped.", 130)
    except BrokenPipeError:
        _leave_quietly()
    except Exception as error:  # noqa: BLE001  (the last edge: a person never sees a traceback)
        _leave(_unexpected(error), 1)


def _leave(sentence: str, code: int) -> NoReturn:
    click.echo(f"learner: {sentence}", err=True)
    sys.exit(code)


def _leave_quietly() -> NoReturn:
    """The reader of our output closed it (`learner analyze … | head`); Python must not complain at exit."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(1)


def _unexpected(error: Exception) -> str:
    """Keep the details of a fault of ours in a file; returns the sentence that says where."""
    import traceback

    from learner.places import cache_folder
    from learner.wording import say

    report = cache_folder() / "last-error.txt"
    report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return say("cli.fault", kind=type(error).__name__, file=report)


def _start_log() -> None:
    import logging

    from learner.places import cache_folder

    file = cache_folder() / "debug.log"
    logging.basicConfig(filename=file, level=logging.DEBUG, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    click.echo(f"Log file: {file}", err=True)
