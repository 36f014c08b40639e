"""The panel with the entry of the word under the cursor; under the text, or beside it on a wide terminal."""

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from learner.language.analysis import Entry, Word
from learner.ui.desk import Desk
from learner.ui.literal import plain
from learner.ui.reading import entry_text


class EntryPanel(Widget):
    """Its height does not change with the word, so that the text above stands still."""

    said: reactive[Content] = reactive(Content(""), always_update=True)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def show(self, word: Word, entry: Entry | None, standing: str) -> None:
        """Show the entry of a word and how it stands with the learner; its bare tags where there is no entry."""
        say = self._desk.say
        if entry is None:
            self.border_title = plain(entry_text.bare_heading(word, say))
            self.said = plain(say("ui.entry.none"), "$quiet")
            return
        self.border_title = plain(f"{entry_text.heading(entry, say)} · {say(f'ui.standing.{standing}')}")
        self.said = self._content(entry)

    def _content(self, entry: Entry) -> Content:
        say = self._desk.say
        glosses = entry_text.glosses(entry, "en")
        rows = [
            plain(entry_text.forms(entry.lexeme, say), "bold"),
            plain(say("ui.entry.parts", glosses=glosses) if entry.parts_gloss else glosses),
            plain(entry_text.definition(entry), "italic"),
            plain(" · ".join(entry_text.notes(entry, say)), "$quiet"),
        ]
        return Content("\n").join(row for row in rows if row)

    def render(self) -> RenderResult:
        """The entry's lines."""
        return self.said
