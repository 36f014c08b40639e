"""German reading comprehension in the terminal: articles become graded exercises and Anki decks."""

__version__ = "0.1.0"
