"""The keys that matter now, in one line at the foot of a screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

Say = Callable[..., str]
_GAP = "  "
_HELP = {"question_mark", "f1"}


@dataclass(frozen=True, slots=True)
class Key:
    """One key as the bar shows it."""

    key: str
    shown: str
    label: str
    id: str = ""
    """The name under which the settings give it another key."""


def all_keys(screen: Screen[Any], app: App[Any], say: Say) -> list[Key]:
    """The keys of the screen's bindings that are shown and enabled, each action once, help last.

    A key that the learner has changed keeps its command's place.
    """
    found: dict[str, Key] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.show and active.enabled and binding.description.startswith("ui."):
            key = Key(binding.key, app.get_key_display(binding), say(binding.description), binding.id or "")
            found.setdefault(binding.action, key)
    ranks = {binding.id: rank for rank, binding in enumerate(screen.BINDINGS) if isinstance(binding, Binding)}
    return sorted(found.values(), key=lambda key: (key.key in _HELP, ranks.get(key.id, -1)))


def fitting(keys: Sequence[Key], width: int) -> list[Key]:
    """The keys that fit into the width; the last one (help) stays, those before it go first."""
    kept = list(keys)
    while len(kept) > 1 and sum(len(key.shown) + len(key.label) + 1 + len(_GAP) for key in kept) > width + len(_GAP):
        kept.pop(-2)
    return kept


class KeyBar(Widget):
    """Descriptions of bindings are wording keys; a click presses the key."""

    ALLOW_SELECT = False

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say

    def on_mount(self) -> None:
        """Follow what the screen's bindings do."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _screen: Screen[Any]) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Press the key clicked."""
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)

    def render(self) -> Content:
        """Key and label, key and label."""
        keys = fitting(all_keys(self.screen, self.app, self._say), self.size.width)
        return Content(_GAP).join(_content(key) for key in keys)


def _content(key: Key) -> Content:
    shown = Content.styled(key.shown, "bold $accent") + Content(f" {key.label}")
    return shown.stylize(Style.from_meta({"key": key.key}))
