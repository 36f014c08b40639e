"""Asking one item line by line: nothing but text in and out, for screen readers and pipes."""

from collections.abc import Sequence

import click

from learner.cli.speaking import sentence
from learner.exercises.item import Choice, Gap, Item, Match, Order
from learner.exercises.passage import Slot, parse
from learner.exercises.scoring import Response

QUIT = "q!"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Leave(Exception):  # noqa: N818  (a wish, not an error)
    """The learner wants to stop."""


class Skip(Exception):  # noqa: N818  (a wish, not an error)
    """The learner wants to pass over this item."""


def ask(item: Item) -> Response:
    """Show the item and read a response. Raises Leave at `q!` or the end of input, Skip at an empty line."""
    click.echo(sentence(f"exercise.{item.exercise}.instruction"))
    if item.context:
        click.echo(_unmarked(item.context))
    click.echo(item.stem)
    if isinstance(item, Choice):
        return _choose(item)
    if isinstance(item, Gap):
        return _fill(item)
    if isinstance(item, Match):
        return _match(item)
    return _order(item)


def _unmarked(context: str) -> str:
    """The context with its marked words between asterisks, as plain text marks them."""
    return context.replace("[[", "*").replace("]]", "*")


def _choose(item: Choice) -> int:
    for number, option in enumerate(item.options, start=1):
        click.echo(f"  {number}  {option.text}")
    count = len(item.options)
    while True:
        line = _line(sentence("cli.practice.choose", count=count))
        if line.isdecimal() and 1 <= int(line) <= count:
            return int(line) - 1
        click.echo(sentence("cli.practice.not-a-choice", count=count))


def _fill(item: Gap) -> tuple[str, ...]:
    passage = parse(item.passage)
    slots = passage.slots
    click.echo(passage.shown())
    if item.bank:
        click.echo(sentence("cli.practice.bank", words=" · ".join(item.bank)))
    return tuple(_typed(item, slots, index) for index in range(len(slots)))


def _typed(item: Gap, slots: Sequence[Slot], index: int) -> str:
    hint = item.hints[index] if index < len(item.hints) else ""
    shown = ", ".join(part for part in (f"{slots[index].given}…", hint) if part)
    prompt = sentence("cli.practice.gap", number=index + 1, count=len(slots), shown=shown)
    return _line(prompt, skippable=len(slots) == 1)


def _match(item: Match) -> tuple[int, ...]:
    rights = sorted([right for _, right in item.pairs] + list(item.spare))
    for letter, right in zip(_LETTERS, rights, strict=False):
        click.echo(f"  {letter}  {right}")
    return tuple(_letter(left, _LETTERS[: len(rights)]) for left, _ in item.pairs)


def _letter(left: str, letters: str) -> int:
    while True:
        line = _line(sentence("cli.practice.match", left=left)).lower()
        if len(line) == 1 and line in letters:
            return letters.index(line)
        click.echo(sentence("cli.practice.not-letters", letters=" ".join(letters)))


def _order(item: Order) -> tuple[int, ...]:
    shuffled = sorted(range(len(item.chunks)), key=lambda index: item.chunks[index].casefold())
    for number, index in enumerate(shuffled, start=1):
        click.echo(f"  {number}  {item.chunks[index]}")
    while True:
        words = _line(sentence("cli.practice.order")).replace(",", " ").split()
        if sorted(words) == sorted(str(number) for number in range(1, len(shuffled) + 1)):
            return tuple(shuffled[int(word) - 1] for word in words)
        click.echo(sentence("cli.practice.not-an-order", count=len(shuffled)))


def _line(prompt: str, *, skippable: bool = True) -> str:
    """One line of the learner's, stripped; prompts go to stdout, since they are part of what is practised."""
    try:
        line: str = click.prompt(prompt, prompt_suffix="", default="", show_default=False)
    except click.Abort as end:
        raise Leave from end
    if line.strip() == QUIT:
        raise Leave
    if skippable and not line.strip():
        raise Skip
    return line.strip()
