"""What the clean-up left out and why; a block can be brought back."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from learner.text.article import Dropped
from learner.ui.desk import Desk
from learner.ui.key_bar import KeyBar
from learner.ui.literal import plain
from learner.ui.styles import style_sheet

_SHOWN = 200


class DroppedScreen(ModalScreen[int | None]):
    """Dismissed with the index of the block to bring back, or None."""

    CSS_PATH = style_sheet("dropped")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "restore", "ui.key.restore", key_display="⏎", id="dropped.restore"),
        Binding("escape,t", "close", "ui.key.close", key_display="Esc", id="dropped.close"),
    ]

    def __init__(self, desk: Desk, dropped: tuple[Dropped, ...]) -> None:
        super().__init__()
        self._desk = desk
        self._dropped = dropped

    def compose(self) -> ComposeResult:
        """The blocks in the order of the page."""
        say = self._desk.say
        with Vertical(id="box"):
            key = "ui.dropped.heading" if self._dropped else "ui.dropped.none"
            yield Static(plain(say(key, count=len(self._dropped)), "bold"))
            yield OptionList(*(Option(row(block, say)) for block in self._dropped))
            yield KeyBar(say)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Bring the block back."""
        self.dismiss(event.option_index)

    def action_restore(self) -> None:
        """Bring the block pointed at back."""
        self.dismiss(self.query_one(OptionList).highlighted)

    def action_close(self) -> None:
        """Bring nothing back."""
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a block there is nothing to bring back."""
        del parameters
        return bool(self._dropped) if action == "restore" else True


def row(block: Dropped, say: Callable[..., str]) -> Content:
    """The reason, and the beginning of the block."""
    words = " ".join(block.text.split())
    text = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + " …"
    return plain(say(block.reason), "$accent") + Content("\n") + plain(text)
