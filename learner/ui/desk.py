"""What every screen is handed: the settings, the clock, the learner's own data, and the words to speak with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from learner.progress.store import Store
from learner.settings import Settings
from learner.wording import say


@dataclass(frozen=True, slots=True)
class Desk:
    """The real clock is read only through `now`, so that a test can set it."""

    settings: Settings
    store: Store
    now: Callable[[], datetime]

    def say(self, key: str, /, **values: object) -> str:
        """The sentence for a key in the interface language."""
        return say(key, self.settings.language, **values)
