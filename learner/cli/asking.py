"""Asking one item line by line: nothing but text in and out, for screen readers and pipes."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

import click

from learner.cli.speaking import sentence
from learner.exercises.instructions import instruction
from learner.exercises.item import Choice, Gap, Item, Match, Order
from learner.exercises.passage import MEASURED, Slot, parse
from learner.exercises.scoring import Response, match_options
from learner.progress.hints import Ladder

QUIT = "q!"
HINT = "h!"
UNDO = "u!"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Leave(Exception):  # noqa: N818  (a wish, not an error)
    """The learner wants to stop."""


class Skip(Exception):  # noqa: N818  (a wish, not an error)
    """The learner wants to pass over this item."""


class Undo(Exception):  # noqa: N818  (a wish, not an error)
    """The learner wants to take the last answer back."""


def ask(item: Item, ladder: Ladder | None = None) -> Response:
    """Show the item and read a response; `h!` gives a hint.

    Raises Leave at `q!` or the end of input, Undo at `u!`, Skip at an empty line.
    """
    line = partial(_line_or_hint, ladder)
    click.echo(instruction(item, sentence))
    if item.context:
        click.echo(_unmarked(item.context))
    click.echo(item.stem)
    if isinstance(item, Choice):
        return _choose(item, line)
    if isinstance(item, Gap):
        return _fill(item, line)
    if isinstance(item, Match):
        return _match(item, line)
    return _order(item, line)


class Line(Protocol):
    """Asks for one line; hints are given for the part of that number."""

    def __call__(self, prompt: str, *, part: int = 0, skippable: bool = True) -> str:
        """The line, stripped."""


def _line_or_hint(ladder: Ladder | None, prompt: str, *, part: int = 0, skippable: bool = True) -> str:
    """A line that is no wish for a hint."""
    while (line := read_line(prompt, skippable=skippable)) == HINT:
        if ladder is not None:
            ladder.climb(part)
            hint = ladder.shown(part)[-1]
            click.echo(sentence(f"ui.hint.{hint.kind}", text=hint.text))
    return line


def _unmarked(context: str) -> str:
    """The context with its marked words between asterisks, as plain text marks them."""
    return context.replace("[[", "*").replace("]]", "*")


def _choose(item: Choice, ask_line: Line) -> int:
    for number, option in enumerate(item.options, start=1):
        click.echo(f"  {number}  {option.text}")
    count = len(item.options)
    while True:
        line = ask_line(sentence("cli.practice.choose", count=count))
        if line.isdecimal() and 1 <= int(line) <= count:
            return int(line) - 1
        click.echo(sentence("cli.practice.not-a-choice", count=count))


def _fill(item: Gap, ask_line: Line) -> tuple[str, ...]:
    passage = parse(item.passage)
    slots = passage.slots
    click.echo(passage.measured() if item.exercise in MEASURED else passage.shown())
    if item.bank:
        click.echo(sentence("cli.practice.bank", words=" · ".join(item.bank)))
    return tuple(_typed(item, slots, index, ask_line) for index in range(len(slots)))


def _typed(item: Gap, slots: Sequence[Slot], index: int, ask_line: Line) -> str:
    hint = item.hints[index] if index < len(item.hints) else ""
    rest = "_" * len(slots[index].answers[0]) if item.exercise in MEASURED else "…"
    shown = ", ".join(part for part in (f"{slots[index].given}{rest}", hint) if part)
    prompt = sentence("cli.practice.gap", number=index + 1, count=len(slots), shown=shown)
    return ask_line(prompt, part=index, skippable=len(slots) == 1)


def _match(item: Match, ask_line: Line) -> tuple[int, ...]:
    rights = match_options(item)
    for letter, right in zip(_LETTERS, rights, strict=False):
        click.echo(f"  {letter}  {right}")
    letters = _LETTERS[: len(rights)]
    return tuple(_letter(left, letters, part, ask_line) for part, (left, _) in enumerate(item.pairs))


def _letter(left: str, letters: str, part: int, ask_line: Line) -> int:
    while True:
        line = ask_line(sentence("cli.practice.match", left=left), part=part).lower()
        if len(line) == 1 and line in letters:
            return letters.index(line)
        click.echo(sentence("cli.practice.not-letters", letters=" ".join(letters)))


def _order(item: Order, ask_line: Line) -> tuple[int, ...]:
    shuffled = sorted(range(len(item.chunks)), key=lambda index: item.chunks[index].casefold())
    for number, index in enumerate(shuffled, start=1):
        click.echo(f"  {number}  {item.chunks[index]}")
    while True:
        words = ask_line(sentence("cli.practice.order")).replace(",", " ").split()
        if sorted(words) == sorted(str(number) for number in range(1, len(shuffled) + 1)):
            return tuple(shuffled[int(word) - 1] for word in words)
        click.echo(sentence("cli.practice.not-an-order", count=len(shuffled)))


def read_line(prompt: str, *, skippable: bool = True) -> str:
    """One line of the learner's, stripped; prompts go to stdout, since they are part of what is practised."""
    try:
        line: str = click.prompt(prompt, prompt_suffix="", default="", show_default=False)
    except click.Abort as end:
        raise Leave from end
    if line.strip() == QUIT:
        raise Leave
    if line.strip() == UNDO:
        raise Undo
    if skippable and not line.strip():
        raise Skip
    return line.strip()
