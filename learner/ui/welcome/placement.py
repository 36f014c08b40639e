"""Which level a new learner has: by three short C-tests, or by their own estimate; and which lesson fits it."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from learner.exercises.item import Gap
from learner.exercises.scoring import Response, score
from learner.lexicon.lexeme import LEVELS, Level
from learner.places import bundled_path


class Placement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The passages from easy to hard, the time for them, and the right gaps each level needs."""

    minutes: int
    passages: tuple[str, ...]
    at_least: dict[Level, int]

    def items(self) -> tuple[Gap, ...]:
        """A C-test for each passage."""
        return tuple(
            Gap(id=f"placement-{number}", exercise="c-test", skill="comprehension", level="B1", stem="", passage=text)
            for number, text in enumerate(self.passages)
        )

    def level(self, right: float) -> Level:
        """The highest level that so many right gaps reach."""
        return next(level for level in reversed(LEVELS) if right >= self.at_least[level])


def placement() -> Placement:
    """The placement test that comes with the program."""
    text = bundled_path("assets", "placement", "c-test.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Placement)


def right_gaps(answers: Iterable[tuple[Gap, Response]]) -> float:
    """How many gaps of all passages are right."""
    return sum(score(item, response).points for item, response in answers)


def lesson_for(level: Level) -> Path | None:
    """A bundled lesson of this level, or the nearest one, an easier one first; None where there is no lesson."""
    from learner.packs.library import lessons

    wanted = LEVELS.index(level)
    bundled_ones = [entry for entry in lessons() if not entry.own]

    def distance(own: Level) -> tuple[int, bool]:
        return abs(LEVELS.index(own) - wanted), LEVELS.index(own) > wanted

    best = min(bundled_ones, key=lambda entry: (distance(entry.level), entry.minutes), default=None)
    return best.path if best else None
