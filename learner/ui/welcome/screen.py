"""The first start's two questions, and the three-minute C-test for those who do not know their level."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from learner.exercises.item import Choice, Gap, Option
from learner.exercises.scoring import Response
from learner.lexicon.lexeme import LEVELS, Level
from learner.ui.desk import Desk
from learner.ui.key_bar import KeyBar
from learner.ui.literal import plain
from learner.ui.masthead import Masthead
from learner.ui.practice.answer import Answer
from learner.ui.practice.countdown import Countdown
from learner.ui.practice.gap_answer import GapAnswer
from learner.ui.practice.item_pane import ItemPane
from learner.ui.practice.prompt_text import PROGRAMS_OWN
from learner.ui.styles import style_sheet
from learner.ui.welcome.placement import lesson_for, placement, right_gaps

_LANGUAGES = ("en", "de")


class WelcomeScreen(Screen[Path | None]):
    """Dismissed with the lesson to begin with; the choices are written down as they are made."""

    CSS_PATH = style_sheet("practice")
    HELP = "ui.help.welcome"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "ui.key.later", key_display="Esc", id="welcome.leave"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._test = placement()
        self._passages = list(self._test.items())
        self._answers: list[tuple[Gap, Response]] = []
        self._clock: Countdown | None = None
        self._step = "language"

    def compose(self) -> ComposeResult:
        """The question, its answers, the keys."""
        yield Masthead("learner")
        yield ItemPane(self._desk)
        yield KeyBar(self._desk.say)

    async def on_mount(self) -> None:
        """Ask for the language first."""
        self.set_interval(1, self._show_time)
        await self._choose("language", ["English", "Deutsch"])

    async def _choose(self, step: str, options: Sequence[str], lead: Content | None = None) -> None:
        """Ask one question."""
        self._step = step
        item = Choice(
            id=step,
            exercise=PROGRAMS_OWN,
            skill="comprehension",
            level="A1",
            stem=self._desk.say(f"ui.welcome.{step}"),
            options=tuple(Option(text, correct=True) for text in options),
        )
        pane = self.query_one(ItemPane)
        await pane.ask(item)
        if lead is not None:
            pane.show_hints(lead)

    async def on_answer_given(self, event: Answer.Given) -> None:
        """Take the answer on and ask what comes next."""
        event.stop()
        if self._step == "language" and isinstance(event.response, int):
            self._desk.choose(language=_LANGUAGES[event.response])
            await self._ask_level()
        elif self._step == "level" and isinstance(event.response, int):
            await self._take_level(event.response)
        elif self._step == "test":
            self._answers.append((self._passages[len(self._answers)], event.response))
            await self._next_passage()

    async def _ask_level(self, found: Level | None = None) -> None:
        say = self._desk.say
        options = [f"{level}  {say(f'ui.welcome.{level.lower()}')}" for level in LEVELS]
        lead = None
        if found is None:
            options.append(say("ui.welcome.unsure", minutes=self._test.minutes))
        else:
            right = f"{right_gaps(self._answers):g}"
            lead = plain(say("ui.welcome.found", level=found, right=right, count=30), "bold $accent")
        await self._choose("level", options, lead)
        if found is not None:
            self.query_one(ItemPane).answer.take(LEVELS.index(found))

    async def _take_level(self, index: int) -> None:
        if index < len(LEVELS):
            self._desk.choose(level=LEVELS[index])
            self.dismiss(lesson_for(LEVELS[index]))
        else:
            self._clock = Countdown(self._desk.now(), self._test.minutes)
            await self._next_passage()

    async def _next_passage(self) -> None:
        """Show the next passage; behind the last one, or when the time is over, the level found."""
        self._step = "test"
        over = self._clock is not None and not self._clock.left(self._desk.now())
        if over or len(self._answers) == len(self._passages):
            self._clock = None
            self._show_time()
            await self._ask_level(self._test.level(right_gaps(self._answers)))
        else:
            await self.query_one(ItemPane).ask(self._passages[len(self._answers)])
            self._show_time()

    def _show_time(self) -> None:
        if self._clock is None:
            self.query_one(Masthead).note = ""
            return
        place = self._desk.say("ui.welcome.place", number=len(self._answers) + 1, count=len(self._passages))
        self.query_one(Masthead).note = f"{self._clock.shown(self._desk.now())} · {place}"
        if not self._clock.left(self._desk.now()):
            self.query_one(GapAnswer).finish()

    def action_leave(self) -> None:
        """Go to the library; what was chosen so far holds."""
        self.dismiss(None)
