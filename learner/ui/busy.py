"""Work that takes a while: done in a thread, its progress shown, stopped by Esc, its errors told in a sentence."""

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from learner.errors import LearnerError
from learner.ui.desk import Desk
from learner.ui.key_bar import KeyBar
from learner.ui.literal import plain
from learner.ui.styles import style_sheet

Report = Callable[[float, str], None]
"""Told the share done (0-1) and what is being done; raises Stopped when the person no longer wants it."""
_T = TypeVar("_T")
_PATIENCE = 0.25
_BAR = 40


class Stopped(Exception):  # noqa: N818  (a wish, not an error)
    """The person pressed Esc."""


class BusyScreen(ModalScreen[_T | None], Generic[_T]):
    """Dismissed with what the job returns, or None; work of less than a quarter of a second shows nothing."""

    CSS_PATH = style_sheet("busy")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "ui.key.cancel", key_display="Esc", id="busy.stop"),
        Binding("enter,escape", "close", "ui.key.close", key_display="⏎", id="busy.close"),
    ]

    def __init__(self, desk: Desk, job: Callable[[Report], _T], doing: str) -> None:
        super().__init__()
        self._desk = desk
        self._job = job
        self._doing = doing
        self.failed = False

    def compose(self) -> ComposeResult:
        """What is being done, and how far."""
        with Vertical(id="box"):
            yield Static(plain(self._doing), id="doing")
            yield Static(id="share")
            yield KeyBar(self._desk.say)

    def on_mount(self) -> None:
        """Start the work; show the box only if it takes a while."""
        self.set_timer(_PATIENCE, self._show_box)
        self.run_worker(self._work, thread=True, exclusive=True, exit_on_error=False)

    def _show_box(self) -> None:
        self.add_class("-shown")

    def _work(self) -> _T:
        return self._job(self._report)

    def _report(self, share: float, doing: str) -> None:
        if get_current_worker().is_cancelled:
            raise Stopped
        self.app.call_from_thread(self._show, share, doing)

    def _show(self, share: float, doing: str) -> None:
        self.query_one("#doing", Static).update(plain(doing or self._doing))
        self.query_one("#share", Static).update(bar(share))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Leave with the result, or say what went wrong."""
        event.stop()
        if event.state is WorkerState.SUCCESS:
            self.dismiss(event.worker.result)
        elif event.state is WorkerState.ERROR and event.worker.error is not None:
            self._tell(event.worker.error)

    def _tell(self, error: BaseException) -> None:
        self.failed = True
        self._show_box()
        self.query_one("#doing", Static).update(told(error, self._desk))
        self.query_one("#share", Static).display = False
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Closing needs something to read; cancelling something that runs."""
        del parameters
        return {"close": self.failed, "stop": not self.failed}.get(action, True)

    def action_stop(self) -> None:
        """Stop the work and go back."""
        self.workers.cancel_node(self)
        self.dismiss(None)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def bar(share: float) -> Content:
    """A bar of how much is done, with the number."""
    full = round(share * _BAR)
    done = Content.styled("━" * full, "$accent") + Content.styled("━" * (_BAR - full), "$line")
    return done + Content(f" {share:4.0%}")


def told(error: BaseException, desk: Desk) -> Content:
    """What happened, where, and what to do about it."""
    if isinstance(error, LearnerError):
        what = error.what[:1].upper() + error.what[1:]
        parts = [plain(what, "bold"), plain(error.where, "$quiet"), plain(error.hint)]
    else:
        parts = [plain(desk.say("ui.fault", kind=type(error).__name__), "bold"), plain(str(error), "$quiet")]
    return Content("\n").join(part for part in parts if part)
