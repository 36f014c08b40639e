"""A clause of a sentence, and the kinds of clauses."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["main", "verb-first", "verb-last", "infinitive", "fragment"]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause; tokens are indexes into the article's tokens, `end_token` is exclusive.

    `tokens` are its own ones, without clauses embedded in it. `vorfeld` is the range before the finite verb of a main
    clause (a subordinate clause or quotation that stands there included), None where there is none. `parent` is the
    index of the clause this one depends on. `certain` says that one finite verb stands where it must.
    """

    start_token: int
    end_token: int
    kind: Kind
    finite: int | None
    vorfeld: range | None
    certain: bool
    tokens: tuple[int, ...]
    parent: int | None = None

    def moved(self, offset: int) -> "Clause":
        """The clause with `offset` added to every token index."""
        return Clause(
            start_token=self.start_token + offset,
            end_token=self.end_token + offset,
            kind=self.kind,
            finite=None if self.finite is None else self.finite + offset,
            vorfeld=self.vorfeld and range(self.vorfeld.start + offset, self.vorfeld.stop + offset),
            certain=self.certain,
            tokens=tuple(token + offset for token in self.tokens),
            parent=self.parent,
        )
