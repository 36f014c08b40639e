"""The reading screen: the article, its words' entries, and the way into practice."""

from dataclasses import replace
from functools import partial
from math import floor
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen

from learner.progress.practising import Round
from learner.progress.recall import recall_of
from learner.progress.store import Status
from learner.progress.store.cards import end_of_day
from learner.text.article import Span
from learner.ui.busy import BusyScreen
from learner.ui.desk import Desk
from learner.ui.jobs import Opened, bring_back, open_version, versions
from learner.ui.key_bar import KeyBar
from learner.ui.masthead import Masthead
from learner.ui.reading.article_view import ArticleView
from learner.ui.reading.entry_panel import EntryPanel
from learner.ui.reading.standings import OPEN, Standings
from learner.ui.reading.words import Words, numbered
from learner.ui.styles import style_sheet

_OF_THE_LESSON = frozenset({"practise", "dropped", "next_open"})


class ReadingScreen(Screen[None]):
    """Reads a lesson's article; looked into from an item (`evidence`, perhaps empty), it opens there and marks it."""

    CSS_PATH = style_sheet("reading")
    HELP = "ui.help.reading"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "practise", "ui.key.practise", id="reading.practise"),
        Binding("right", "word(1)", "ui.key.word", key_display="←→", id="reading.word"),
        Binding("left", "word(-1)", show=False, id="reading.word-back"),
        Binding("down", "sentence(1)", "ui.key.sentence", key_display="↑↓", id="reading.sentence"),
        Binding("up", "sentence(-1)", show=False, id="reading.sentence-back"),
        Binding("k", "mark('known')", "ui.key.known", id="reading.known"),
        Binding("l", "mark('learning')", "ui.key.learning", id="reading.learning"),
        Binding("x", "mark('ignored')", "ui.key.ignore", id="reading.ignore"),
        Binding("n", "next_open(1)", "ui.key.next-new", id="reading.next-new"),
        Binding("tab", "next_open(1)", show=False, id="reading.next-new-tab"),
        Binding("N,shift+tab", "next_open(-1)", show=False, id="reading.previous-new"),
        Binding("o", "look_up", "ui.key.look-up", id="reading.look-up"),
        Binding("v", "hear", "ui.key.hear", id="reading.hear"),
        Binding("number_sign", "numbers", "ui.key.numbers", key_display="#", id="reading.numbers"),
        Binding("e", "version", "ui.key.version", id="reading.version"),
        Binding("t", "dropped", "ui.key.dropped", id="reading.dropped"),
        Binding("escape", "leave", "ui.key.back", key_display="Esc", id="reading.leave"),
        Binding("pagedown,space", "page(1)", "ui.key.page", key_display="PgDn", show=False, id="reading.page"),
        Binding("pageup", "page(-1)", show=False, id="reading.page-back"),
        Binding("home", "word(-1000000)", show=False, id="reading.first"),
        Binding("end", "word(1000000)", show=False, id="reading.last"),
    ]

    def __init__(self, desk: Desk, opened: Opened, evidence: tuple[Span, ...] | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._opened = opened
        self._lesson = lesson = opened.lesson
        self._words = Words(lesson.analysis)
        self._standings = Standings(lesson.analysis, desk.store.words(), desk.settings.level)
        self._before = self._standings.coverage
        self._evidence = evidence
        self._versions = versions(opened) if evidence is None else ()
        self._view = ArticleView(self._words, self._standings.tokens, self._words.within(evidence or ()))

    def compose(self) -> ComposeResult:
        """The head, the article with its panel, the keys."""
        yield Masthead(self._lesson.title)
        with Container(id="page"):
            yield self._view
            yield EntryPanel(self._desk)
        yield KeyBar(self._desk.say)

    def on_mount(self) -> None:
        """Begin at the first word, or at the evidence."""
        self._view.focus()
        self._show_word(self._view.token)

    def on_screen_resume(self) -> None:
        """Show marks that were made on another screen, where evidence was looked up."""
        marked = self._desk.store.words()
        if marked != self._standings.marked:
            self._show_standings()

    def on_article_view_moved(self, event: ArticleView.Moved) -> None:
        """Show the entry of the word the cursor stands on."""
        self._show_word(event.token)

    def _show_word(self, token: int) -> None:
        if not self._words.order:
            return
        analysis, entry = self._lesson.analysis, self._words.entry(token)
        stands = self._standings.of(entry) if entry else "assumed"
        shown = entry or self._desk.unlisted(analysis.form(token), analysis.words[token])
        self.query_one(EntryPanel).show(analysis.words[token], shown, stands)
        self.query_one(Masthead).note = self._note(token)

    def _note(self, token: int) -> str:
        """Level, share of known words (before and now, where it has changed), the paragraph of how many."""
        before, now = floor(100 * self._before), floor(100 * self._standings.coverage)
        article = self._lesson.analysis.article
        return self._desk.say(
            "ui.reading.note",
            level=self._lesson.level,
            known=now if now == before else f"{before} → {now}",
            place=self._words.paragraph(token),
            count=numbered(article, len(article.text)),
        )

    def action_word(self, step: int) -> None:
        """Move word by word."""
        self._view.move_to(self._words.move(self._view.token, step))

    def action_sentence(self, step: int) -> None:
        """Move sentence by sentence."""
        self._view.move_to(self._words.move_sentence(self._view.token, step))

    def action_page(self, step: int) -> None:
        """Move page by page."""
        self._view.move_page(step)

    def action_next_open(self, step: int) -> None:
        """Move to the next word that is new or being learnt."""
        wanted = {token for token, stands in self._standings.tokens.items() if stands in OPEN}
        self._view.move_to(self._words.next_of(self._view.token, step, wanted))

    def action_mark(self, status: Status) -> None:
        """Remember how the word stands; the same key again takes it back."""
        entry = self._words.entry(self._view.token)
        if entry is None:
            return
        lemma = entry.lexeme.lemma
        chosen: Status | Literal["new"] = "new" if self._standings.marked.get(lemma) == status else status
        self._desk.store.mark_word(lemma, chosen, self._desk.now())
        self._plan_review(lemma, wanted=chosen == "learning")
        self._show_standings()

    def _show_standings(self) -> None:
        self._standings = replace(self._standings, marked=self._desk.store.words())
        self._view.show_standings(self._standings.tokens)
        self._show_word(self._view.token)

    def _plan_review(self, lemma: str, *, wanted: bool) -> None:
        """A word that is being learnt comes in tomorrow's reviews; one that never came yet need not."""
        cards = self._desk.store.cards
        if wanted:
            cards.add(lemma, self._lesson.uid, recall_of(self._lesson, lemma), end_of_day(self._desk.now()))
        else:
            cards.forget(lemma)

    def action_practise(self) -> None:
        """Go on to the items of this lesson."""
        self.practise()

    def practise(self, *, anew: bool = False) -> None:
        """Show the items where they were left, or from the start."""
        from learner.ui.practice.screen import PracticeScreen

        store, almost = self._desk.store, self._desk.settings.almost_counts
        round_ = Round.go_on(store, self._lesson, almost_counts=almost, anew=anew)
        self.app.push_screen(PracticeScreen(self._desk, self._opened, round_, self._before))

    def _form(self) -> str:
        """The word under the cursor: its dictionary form, or as it stands in the text."""
        entry = self._words.entry(self._view.token)
        return entry.lexeme.lemma if entry else self._lesson.analysis.form(self._view.token)

    def action_look_up(self) -> None:
        """Look up the word under the cursor, or another one."""
        from learner.ui.reading.look_up_screen import LookUpScreen

        self.app.push_screen(LookUpScreen(self._desk, self._form() if self._words.order else ""))

    def action_hear(self) -> None:
        """Say the word under the cursor, where the system has a voice."""
        from learner.ui.reading.voice import speak, voice

        command = voice()
        if command is None:
            self.notify(self._desk.say("ui.reading.no-voice"), markup=False)
        elif self._words.order:
            speak(self._form(), command)

    def action_numbers(self) -> None:
        """Number the lines, or stop numbering them."""
        self._view.toggle_numbers()

    def action_dropped(self) -> None:
        """Show what the clean-up left out."""
        from learner.ui.reading.dropped_screen import DroppedScreen

        dropped = self._lesson.analysis.article.dropped
        self.app.push_screen(DroppedScreen(self._desk, dropped), self._bring_back)

    def action_version(self) -> None:
        """Read the text as it is written for another level; Esc leads back."""
        job = partial(open_version, self._opened, self._versions[0])
        self.app.push_screen(BusyScreen(self._desk, lambda _: job(), self._desk.say("ui.busy.opening")), self._read)

    def _read(self, opened: Opened | None) -> None:
        if opened is not None:
            self.app.push_screen(ReadingScreen(self._desk, opened))

    def _bring_back(self, index: int | None) -> None:
        if index is not None:
            job = partial(bring_back, self._opened, index)
            self.app.push_screen(BusyScreen(self._desk, job, self._desk.say("ui.busy.making")), self._show_anew)

    def _show_anew(self, opened: Opened | None) -> None:
        if opened is not None:
            self.app.switch_screen(ReadingScreen(self._desk, opened))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Who looks evidence up, or reads another level's text, goes back to the item or the lesson from here."""
        del parameters
        if action == "version":
            return bool(self._versions)
        looked_into = self._evidence is not None or self._opened.version is not None
        return not (looked_into and action in _OF_THE_LESSON)

    def action_leave(self) -> None:
        """Back to where the reader came from."""
        self.dismiss()
