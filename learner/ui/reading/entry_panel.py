"""The panel with the entry of the word under the cursor; under the text, or beside it on a wide terminal."""

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from learner.language.analysis import Entry, Word
from learner.ui.desk import Desk
from learner.ui.literal import plain
from learner.ui.reading import entry_text
from learner.ui.reading.standings import Standing


class EntryPanel(Widget):
    """Its height does not change with the word, so that the text above stands still."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._heading = Content("")
        self._rows: list[Content] = []

    def show(self, word: Word, entry: Entry | None, standing: Standing) -> None:
        """Show the entry of a word and how it stands with the learner; its bare tags where there is no entry."""
        say = self._desk.say
        if entry is None:
            self._heading = plain(entry_text.bare_heading(word, say))
            self._rows = [
                plain(say("ui.look-up.no-table" if self._desk.words() is None else "ui.entry.none"), "$quiet")
            ]
        else:
            self._heading = plain(f"{entry_text.heading(entry, say)} · {say(f'ui.standing.{standing}')}")
            self._rows = self._entry_rows(entry)
        self.border_title = self._heading
        self.refresh()

    def _entry_rows(self, entry: Entry) -> list[Content]:
        say = self._desk.say
        glosses = entry_text.glosses(entry, "en")
        return [
            plain(entry_text.forms(entry.lexeme, say), "bold"),
            plain(say("ui.entry.parts", glosses=glosses) if entry.parts_gloss else glosses),
            plain(entry_text.definition(entry), "italic"),
            plain(" · ".join(entry_text.notes(entry, say)), "$quiet"),
        ]

    def render(self) -> RenderResult:
        """The entry's lines; beside the text, where no border holds the heading, this comes first."""
        rows = [row for row in self._rows if row]
        if self.styles.border_top[0]:
            return Content("\n").join(rows)
        return Content("\n\n").join([self._heading.stylize("bold $accent"), *rows])
