"""The time left for a C-test, on when the learner wants it."""

from dataclasses import dataclass
from datetime import datetime

MINUTES = 5


@dataclass(frozen=True, slots=True)
class Countdown:
    """Runs from `since`; at its end nothing is taken away, the learner is only told."""

    since: datetime
    minutes: int = MINUTES

    def left(self, now: datetime) -> int:
        """Seconds left, never below 0."""
        return max(0, 60 * self.minutes - int((now - self.since).total_seconds()))

    def shown(self, now: datetime) -> str:
        """`3:41`."""
        minutes, seconds = divmod(self.left(now), 60)
        return f"{minutes}:{seconds:02}"
