"""How often a process of a command looks for garbage."""

import gc

_COLLECT = (10_000, 20, 50)


def seldom() -> None:
    """From now on rarely: what a command makes mostly lives until it ends."""
    gc.set_threshold(*_COLLECT)
