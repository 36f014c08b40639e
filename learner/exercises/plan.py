"""The plan of a lesson (`assets/exercises/lesson.toml`): phases, times, how many items of each exercise a level has."""

from functools import cache

import msgspec

from learner.lexicon.lexeme import Level
from learner.places import bundled_path

_USUAL = 30  # seconds


class Phase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Exercises that belong together, in their order."""

    name: str
    exercises: tuple[str, ...]


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phases in the order of practice, seconds per item, items per exercise and level, the most useful first."""

    phases: tuple[Phase, ...]
    seconds: dict[str, int]
    levels: dict[Level, dict[str, int]]

    def order(self) -> tuple[str, ...]:
        """The exercises in the order of practice."""
        return tuple(exercise for phase in self.phases for exercise in phase.exercises)

    def time(self, exercise: str) -> int:
        """How many seconds an item of the exercise takes."""
        return self.seconds.get(exercise, _USUAL)


@cache
def plan() -> Plan:
    """The plan as it is bundled."""
    text = bundled_path("assets", "exercises", "lesson.toml").read_bytes()
    return msgspec.toml.decode(text, type=Plan)
