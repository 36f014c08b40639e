"""The command line: results on stdout, talk on stderr, exit 0 done, 1 the input or check failed, 2 wrong usage."""

from learner.cli.program import main

__all__ = ["main"]
