"""What every screen is handed: the settings, the clock, the learner's own data, and the words to speak with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from learner.language.analysis import Entry, Word
from learner.progress.store import Store
from learner.settings import Settings, changed, write_choices
from learner.ui.word_table import word_table
from learner.wording import say

if TYPE_CHECKING:  # typed answers come later than the first screen
    from learner.exercises.answers import WordKnowledge

_NAMELESS = frozenset({"PROPN", "PUNCT", "SYM", "X"})  # of which no table knows anything


@dataclass(slots=True)
class Desk:
    """The real clock is read only through `now`, so that a test can set it; `words` knows words for typed answers.

    `keep` writes down what the learner chooses in the interface: language, level, theme.
    """

    settings: Settings
    store: Store
    now: Callable[[], datetime]
    words: "Callable[[], WordKnowledge | None]" = word_table
    keep: Callable[[Mapping[str, str]], None] = write_choices

    def say(self, key: str, /, **values: object) -> str:
        """The sentence for a key in the interface language."""
        return say(key, self.settings.language, **values)

    def choose(self, **choices: str) -> None:
        """Take on what the learner chose, and write it down."""
        self.settings = changed(self.settings, choices)
        self.keep(choices)

    def unlisted(self, form: str, word: Word) -> Entry | None:
        """The entry of a word that no lesson lists (articles, pronouns, `dann`) from the word table."""
        from learner.lexicon.lexicon import Lexicon

        table = None if word.pos in _NAMELESS else self.words()
        if not isinstance(table, Lexicon):
            return None
        found = (table.lookup(lemma, pos) for pos in (word.pos, "VERB") for lemma in (form.lower(), word.lemma))
        lexeme = next((one for one in found if one is not None and one.glosses), None)
        return Entry(lexeme, ()) if lexeme else None
